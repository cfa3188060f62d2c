import type { ComponentChildren } from 'preact';

interface Props {
  href: string;
  /** What happens in place of fetching another page, once scripts run. */
  go: () => void;
  children: ComponentChildren;
  class?: string;
  lang?: string;
  current?: boolean;
}

/** A true link, which also opens in another tab; a plain press stays in the page, so that nothing typed is lost. */
export function Link({ href, go, children, class: look, lang, current }: Props) {
  const on_press = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go();
  };
  return (
    <a href={href} class={look} lang={lang} hreflang={lang} aria-current={current ? 'true' : undefined} onClick={on_press}>
      {children}
    </a>
  );
}
