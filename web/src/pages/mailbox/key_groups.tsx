import { t } from '../../text/text';
import { groups_of } from './key';

/** Seven groups, to be copied by hand too; whoever listens hears each sign. */
export function KeyGroups({ id, token, covered }: { id?: string; token: string; covered?: boolean }) {
  const groups = groups_of(token);
  return (
    <div class="sheet">
      <p class="print-only">{t('print-title')}</p>
      <p class="key" id={id} aria-hidden="true">
        {groups.map((group, n) => (
          <span key={n}>{covered ? '····' : group}{n < groups.length - 1 && <span class="hyphen">-</span>}</span>
        ))}
      </p>
      {!covered && (
        <ol class="unseen" aria-label={t('key-spelled')}>
          {groups.map((group, n) => <li key={n}>{[...group].join(' ')}</li>)}
        </ol>
      )}
    </div>
  );
}
