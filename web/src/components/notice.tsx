import type { ComponentChildren } from 'preact';

interface Props {
  children: ComponentChildren;
  /** Asks to look here. */
  warm?: boolean;
  title?: ComponentChildren;
}

export function Notice({ children, warm, title }: Props) {
  return (
    <div class={warm ? 'notice warm' : 'notice'}>
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </div>
  );
}
