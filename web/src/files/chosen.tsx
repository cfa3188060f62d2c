// Choosing files, and what becomes of each before it leaves: what was taken out of it, and what stays in it.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '../components/button';
import { say } from '../components/live';
import { size_text } from '../text/size';
import { t } from '../text/text';
import { list_text } from '../text/list';
import type { Row, Selection } from './selection';

const PHOTOS = ['jpeg', 'png', 'webp', 'gif', 'heic'];
const DOCUMENTS = ['pdf', 'office'];

/** One large button; letting files fall on it works too. `over` says what to do where they are too many. */
export function Choose({ batch, id, over: too_many }: { batch: Selection; id: string; over: string }) {
  const input = useRef<HTMLInputElement>(null);
  const over = useSignal(false);
  const take = (files: FileList | null | undefined): void => {
    if (!files || files.length === 0) return;
    batch.add(files);
    if (input.current) input.current.value = '';
  };
  const rows = batch.rows.value;
  return (
    <div class={over.value ? 'choose over' : 'choose'}
      onDragOver={(event) => { event.preventDefault(); over.value = true; }} onDragLeave={() => (over.value = false)}
      onDrop={(event) => { event.preventDefault(); over.value = false; take(event.dataTransfer?.files); }}>
      <p>
        <input class="unseen" type="file" multiple tabIndex={-1} aria-hidden="true" ref={input} data-choose
          onChange={(event) => take(event.currentTarget.files)} />
        <Button id={id} wide quiet describedby={`${id}-most`} press={() => input.current?.click()}>
          {rows.length === 0 ? t('files-choose') : t('files-more')}
        </Button>
      </p>
      <p class="soft small" id={`${id}-most`}>{t('files-most')} <span class="by-mouse">{t('files-drop')}</span></p>
      {rows.length > 0 && (
        <ul class="files" aria-label={t('files-chosen')}>
          {rows.map((row, place) => (
            <li key={row.id} id={`file-${row.id}`} tabIndex={-1} aria-label={name_of(row, place)}>
              <Chosen batch={batch} row={row} place={place} after={() => focus_next(batch, place, id)} />
            </li>
          ))}
        </ul>
      )}
      {batch.over.value && <p class="fault-soft" role="alert">{too_many}</p>}
    </div>
  );
}

function Chosen({ batch, row, place, after }: { batch: Selection; row: Row; place: number; after: () => void }) {
  const name = name_of(row, place);
  const remove = (): void => {
    batch.remove(row.id);
    say(t('file-removed', { name }));
    after();
  };
  return (
    <>
      <Picture row={row} />
      <div>
        <p class="file-name"><b>{name}</b> <span class="soft">{facts_of(row)}</span></p>
        <What row={row} />
        <p class="row">
          {row.fault === 'module' && <Button plain press={() => batch.clean_again(row.id)}>{t('pass-again')} <span class="unseen">{name}</span></Button>}
          <Button plain press={remove}>{t('file-remove')} <span class="unseen">{name}</span></Button>
        </p>
      </div>
    </>
  );
}

export function Picture({ row }: { row: Row }) {
  const picture = row.cleaned?.picture;
  return <div class="thumb" aria-hidden="true">{picture ? <img src={picture} alt="" /> : <span>{row.cleaned?.file.ending}</span>}</div>;
}

function What({ row }: { row: Row }) {
  if (row.stage === 'cleaning') return <p class="soft">{t('file-cleaning')}</p>;
  if (row.fault === 'large') return <p class="fault-soft">{t('file-large', { size: size_text(row.size) })}</p>;
  if (row.fault) return <p class="fault-soft">{t(`file-${row.fault}`)}</p>;
  if (!row.cleaned) return null;
  const { gone, kind, assurance } = row.cleaned.view;
  const photo = PHOTOS.includes(kind);
  return (
    <>
      <dl class="traces">
        {assurance !== 'untouched' && (
          <div><dt>{t('file-gone')}</dt><dd>{gone.length > 0 ? list_text(gone.map((what) => t(`gone-${what}`))) : t('gone-none')}</dd></div>
        )}
        <div><dt>{t('file-stays')}</dt><dd>{t(photo ? 'stays-photo' : assurance === 'best_effort' ? 'stays-document' : 'stays-all')}</dd></div>
      </dl>
      {assurance !== 'removed' && <p class="doubt">{t(assurance === 'untouched' ? 'file-untouched' : 'file-doubt')}</p>}
    </>
  );
}

/** Neutral: what it was called can say who took it, and when. */
export function name_of({ cleaned }: Row, place: number): string {
  const kind = cleaned?.view.kind ?? '';
  const n = place + 1;
  return PHOTOS.includes(kind) ? t('file-photo', { n }) : DOCUMENTS.includes(kind) ? t('file-document', { n }) : t('file-any', { n });
}

export function facts_of({ cleaned, size }: Row): string {
  return [cleaned?.file.ending, size > 0 && size_text(size)].filter(Boolean).join(' · ');
}

/** Whoever takes one away finds herself at the next, or at the button. */
function focus_next(batch: Selection, place: number, button: string): void {
  const next = batch.rows.value[place] ?? batch.rows.value[place - 1];
  requestAnimationFrame(() => document.getElementById(next ? `file-${next.id}` : button)?.focus());
}
