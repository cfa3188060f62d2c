// What a desk loads when somebody looks into the log: its pages, its look and its words.

import '../../look/audit.css';
import { useEffect } from 'preact/hooks';
import { say, warn } from '../../components/live';
import type { Desk } from '../../crypto/port';
import { language, make_text, speak, t } from '../../text/text';
import desk_addresses from 'virtual:texts/desk';
import addresses from 'virtual:texts/audit';
import { Head, Trouble, type Props } from '../desk/parts';
import { role_text } from '../desk/words';
import { make_audit, type Audit } from './audit';
import { Files } from './files';
import { Counting, Health } from './health';
import { Broken, Problems } from './problems';
import { Threads } from './threads';
import { Timeline } from './timeline';

export { Statement } from './statement';

/** Both files anew: what is spoken is one whole. The desk's comes out of the browser's cache. */
export async function load_words(): Promise<void> {
  const spoken = language();
  const sources = await Promise.all([addresses[spoken], desk_addresses[spoken]].map(async (address) => {
    const answer = await fetch(address, { credentials: 'same-origin' });
    if (!answer.ok) throw new Error(`${answer.status} for a text`);
    return answer.text();
  }));
  speak(make_text(spoken, sources));
}

export function LogPage({ state, deeds, port }: Props & { port: Desk }) {
  const role = state.session.view.value?.me?.role;
  if (role !== 'auditor') return <WrongDoor state={state} />;
  const audit = state.audit.value ?? make_audit(port, state.session);
  return <Log state={state} deeds={deeds} audit={audit} />;
}

function Log({ state, audit }: Props & { audit: Audit }) {
  const { view, failure, counting } = audit;
  const read = view.value;
  const well = read !== null && read.problems.length === 0;
  const broken = failure.value?.reason === 'distrust';
  useEffect(() => {
    if (state.audit.peek() !== null) return;
    state.audit.value = audit;
    void audit.load();
  }, []);
  const word = read === null && !broken ? t('audit-unread') : well ? t('audit-holds') : t('audit-wrong');
  const fault = broken || (read !== null && !well);
  useEffect(() => {
    if (counting.value || (read === null && failure.value === null)) return;
    if (fault) warn(word);
    else if (read !== null) say(word);
  }, [counting.value]);
  return (
    <div class="audit">
      <Head view={`log-${audit.turn.value}`}><span class={fault ? 'verdict bad' : well ? 'verdict well' : 'verdict'}>{word}</span></Head>
      {counting.value && <Counting audit={audit} />}
      {failure.value !== null && (broken ? <Broken failure={failure.value} again={() => void audit.load()} />
        : <Trouble failure={failure.value} again={() => void audit.load()} />)}
      {read !== null && (
        <>
          {!well && <Problems audit={audit} view={read} />}
          <Health state={state} audit={audit} view={read} />
          <Threads state={state} audit={audit} />
          <Files state={state} audit={audit} view={read} />
          <Timeline state={state} audit={audit} />
        </>
      )}
    </div>
  );
}

/** Somebody who has no key to these lines. */
function WrongDoor({ state }: Pick<Props, 'state'>) {
  const { view, slug } = state.session;
  const role = view.value?.me?.role;
  return (
    <div class="audit">
      <Head view="door">{t('audit-door-title')}</Head>
      <p>{t('audit-door-lead')}</p>
      {role !== undefined && <p>{t('audit-door-role', { role: role_text(role) })}</p>}
      <p><a class="button" href={`/desk#${encodeURIComponent(slug.value)}`}>{t('audit-door-desk')}</a></p>
      <p class="soft">{t('audit-door-again')}</p>
    </div>
  );
}
