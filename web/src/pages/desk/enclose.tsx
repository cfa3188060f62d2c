// Files that go with a reply: chosen and looked into before it leaves, then how far each is on its way.

import { useSignal } from '@preact/signals';
import { Choose, facts_of, name_of, Picture } from '../../files/chosen';
import type { Row } from '../../files/selection';
import { t } from '../../text/text';
import type { State } from './state';

export function Enclose({ state, n }: { state: State; n: number }) {
  const { cases } = state;
  const files = cases.enclosed.of(n);
  const rows = files.goes();
  const opened = useSignal(files.rows.value.length > 0);
  const held = cases.act.value?.kind === 'reply' && cases.act.value.held && cases.act.value.n === n;
  if (rows.length > 0 && (held || files.working.value)) {
    return (
      <div class="enclose">
        <ul class="files" aria-label={t('files-chosen')}>
          {rows.map((row, place) => <li key={row.id}><Going row={row} place={place} /></li>)}
        </ul>
        {files.working.value && <button type="button" class="tool" onClick={() => files.stop_all()}>{t('pass-stop')}</button>}
      </div>
    );
  }
  return (
    <details class="enclose" open={opened.value} onToggle={(event) => (opened.value = event.currentTarget.open)}>
      <summary>{t('desk-reply-files')}</summary>
      <p class="small">{t('files-cleaned')} {t('desk-reply-files-where')}</p>
      <Choose batch={files} id="enclose" over={t('desk-reply-files-over')} />
    </details>
  );
}

function Going({ row, place }: { row: Row; place: number }) {
  const { stage, counted } = row;
  const name = name_of(row, place);
  const percent = counted ? Math.floor((counted.done / counted.total) * 100) : 0;
  const words = stage === 'sending' ? t('pass-sending', { percent })
    : t(stage === 'sealing' ? 'pass-sealing' : stage === 'sent' ? 'pass-sent' : 'pass-waits');
  return (
    <>
      <Picture row={row} />
      <div>
        <p class="file-name"><b>{name}</b> <span class="soft">{facts_of(row)}</span></p>
        {counted && <progress aria-label={name} max={counted.total} value={counted.done} />}
        <p class="soft">{words}</p>
      </div>
    </>
  );
}
