// A part of the pages that a first visit does not carry: it comes when somebody wants it.

import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { t } from '../text/text';

export class Later<T> {
  readonly here = signal<T | null>(null);
  /** It did not come. */
  readonly away = signal(false);

  constructor(private readonly bring: () => Promise<T>) {}

  async load(): Promise<void> {
    if (this.here.value) return;
    this.away.value = false;
    try {
      const part = await this.bring();
      this.here.value ??= part;
    } catch {
      this.away.value = true;
    }
  }
}

/** What is made of the part, once it is here; `lost` says what to do where it does not come. */
export function Await<T>({ part, lost, children }: { part: Later<T>; lost: string; children: (part: T) => ComponentChildren }) {
  useEffect(() => void part.load(), []);
  const here = part.here.value;
  if (here) return <>{children(here)}</>;
  if (!part.away.value) return null;
  return <Notice warm><p>{lost}</p><p><Button quiet press={() => void part.load()}>{t('pass-again')}</Button></p></Notice>;
}
