// Where the log stands, once its pages have come.

import { useEffect } from 'preact/hooks';
import { Failure, type Desk } from '../../crypto/port';
import { t } from '../../text/text';
import { useLate } from './late';
import { log_pages } from './log';
import { Trouble, Waiting, type Props } from './parts';

export function LogRoom({ state, deeds, port }: Props & { port: Desk }) {
  const pages = log_pages.here.value;
  const away = log_pages.away.value;
  const late = useLate(pages === null && away === null);
  const load = (): void => void log_pages.load();
  useEffect(load, []);
  if (pages !== null) return <pages.LogPage state={state} deeds={deeds} port={port} />;
  return (
    <div class="people">
      {away !== null && <Trouble failure={new Failure('module', away)} again={load} />}
      {late && <Waiting>{t('desk-wait')}</Waiting>}
    </div>
  );
}
