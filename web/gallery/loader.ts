import { MESSAGES, mailbox, make_port } from './fixture';

const answered = mailbox([MESSAGES.first, MESSAGES.answer], { status: 'acked', answer_by: null });

export const make_reporter = () => make_port({ view: answered, slow: 20 });
