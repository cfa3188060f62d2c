// Which pages these are, in words, and what can be done with them. It opens in place: a link would lose what stands
// after `#` in the address.

import { rich, t } from '../text/text';

export function Version({ words }: { words: string }) {
  return (
    <details class="version">
      <summary>{rich('version', { words: <span lang="en">{words}</span> })}</summary>
      <p>{t('version-use')}</p>
    </details>
  );
}
