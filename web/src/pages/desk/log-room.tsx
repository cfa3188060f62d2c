// Where the log stands, once its pages have come.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Failure, type Desk } from '../../crypto/port';
import { t } from '../../text/text';
import { useLate } from './late';
import { load_log, log_pages } from './log';
import { Trouble, Waiting, type Props } from './parts';

export function LogRoom({ state, deeds, port }: Props & { port: Desk }) {
  const failure = useSignal<Failure | null>(null);
  const pages = log_pages.value;
  const late = useLate(pages === null && failure.value === null);
  const load = (): void => {
    failure.value = null;
    load_log().catch((error: unknown) => (failure.value = new Failure('module', String(error))));
  };
  useEffect(load, []);
  if (pages !== null) return <pages.LogPage state={state} deeds={deeds} port={port} />;
  return (
    <div class="people">
      {failure.value && <Trouble failure={failure.value} again={load} />}
      {late && <Waiting>{t('desk-wait')}</Waiting>}
    </div>
  );
}
