// The one `h1` of a view. Whoever changes the view finds the focus on it, and the browser's title follows.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text/text';

/** Whether a view was shown before: the first one leaves the focus where the reader put it. */
let shown = false;

interface Props {
  children: ComponentChildren;
  /** For the tab; neutral, since it stays in the browser's history. */
  title: string;
  wrong?: boolean;
  /** Names the view: another one takes the focus. */
  view: string;
  id?: string;
}

export function Heading({ children, title, wrong, view, id }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const full = wrong ? t('error-prefix', { title }) : title;
  useEffect(() => {
    // The marks that isolate names are for running text.
    document.title = full.replace(/[\u2068\u2069]/g, '');
  }, [full]);
  useEffect(() => {
    if (shown) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    shown = true;
  }, [view]);
  return <h1 tabIndex={-1} ref={heading} id={id}>{children}</h1>;
}
