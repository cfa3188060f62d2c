// The bones of a page, in the order in which a keyboard walks them: skip link, exit, bar, content, foot.

import type { ComponentChildren } from 'preact';
import { t } from '../text/text';
import { Live } from './live';

interface Props {
  /** Stands first after the skip link, unseen until it has the focus. */
  first?: ComponentChildren;
  bar: ComponentChildren;
  /** Between bar and content. */
  above?: ComponentChildren;
  foot?: ComponentChildren;
  children: ComponentChildren;
  /** Names the view: content of another one is new nodes, so that nothing of the last is left in them. */
  view: string;
}

export function Frame({ first, bar, above, foot, children, view }: Props) {
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>{t('skip-link')}</a>
      <header class="bar paperless">
        {first}
        {bar}
      </header>
      {above}
      <main id="main" class="page" tabIndex={-1} key={view}>{children}</main>
      {foot && <footer class="foot paperless">{foot}</footer>}
      <Live />
    </>
  );
}

/** By hand: the part of the address after `#` belongs to the fingerprint. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
