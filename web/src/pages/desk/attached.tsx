// Files of a message. Fetching one is an entry in the log; a picture is shown here, everything else is only saved.

import type { MessageView } from '../../crypto/port';
import { size_text } from '../../text/size';
import { t } from '../../text/text';
import type { FileView } from './files';
import { Trouble } from './parts';
import type { State } from './state';

interface Props { state: State; n: number; message: MessageView; place: number }

export function Attached({ state, n, message, place }: Props) {
  const all_here = message.attachments.every((file) => state.files.of(n, message, file).whole !== null);
  return (
    <div class="attached">
      <ul aria-label={t('desk-letter-files')}>
        {message.attachments.map((file) => <li key={file.number}><One state={state} n={n} message={message} place={place} file={file} /></li>)}
      </ul>
      {!all_here && <p class="tiny" id={`logged-${place}`}>{t('desk-file-logged')}</p>}
    </div>
  );
}

function One({ state, n, message, place, file }: Props & { file: FileView }) {
  const { files } = state;
  const { counted, whole, picture, failure } = files.of(n, message, file);
  const fetch = (): void => void files.fetch(n, message, place, file);
  const press = ({ detail }: MouseEvent): void => {
    // The second half of a double click stops nothing.
    if (detail > 1) return;
    if (whole !== null) state.host.save(file.name, whole, file.media_type);
    else if (counted !== null) files.stop(n, message, file);
    else fetch();
  };
  const damaged = failure?.reason === 'distrust' && failure.detail === '';
  return (
    <>
      <p class="file-line">
        <b dir="auto">{file.name}</b> <span class="soft">{t(kind_of(file))} · {size_text(file.size)}</span>
        {/* One button for all of its life: whoever pressed it keeps the focus. */}
        <button type="button" class="tool" aria-describedby={whole === null ? `logged-${place}` : undefined} onClick={press}>
          {t(whole !== null ? 'desk-file-save' : counted !== null ? 'desk-file-stop' : 'desk-file-fetch')} <span class="unseen">{file.name}</span>
        </button>
      </p>
      {counted !== null && (
        <>
          <progress aria-label={file.name} max={counted.total} value={counted.done} />
          <p class="small">{t('desk-file-fetching', { percent: Math.floor((counted.done / counted.total) * 100) })}</p>
        </>
      )}
      {picture !== null && <img src={picture} alt={t('desk-file-picture', { name: file.name })} />}
      {whole !== null && picture === null && <p class="small">{t('desk-file-warning')}</p>}
      {damaged && <p class="small warm-text" role="alert">{t('desk-file-damaged')}</p>}
      {failure !== null && !damaged && <Trouble failure={failure} again={fetch} />}
    </>
  );
}

function kind_of({ media_type }: FileView) {
  const [kind] = media_type.split('/');
  if (media_type === 'application/pdf') return 'desk-file-kind-pdf';
  return kind === 'image' || kind === 'audio' || kind === 'video' ? (`desk-file-kind-${kind}` as const) : 'desk-file-kind-other';
}
