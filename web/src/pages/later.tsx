// What stands where a part of the pages comes later.

import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../components/button';
import type { Later } from '../components/later';
import { Notice } from '../components/notice';
import { t } from '../text/text';

/** What is made of the part, once it is here; `lost` says what to do where it does not come. */
export function Await<T>({ part, lost, children }: { part: Later<T>; lost: string; children: (part: T) => ComponentChildren }) {
  useEffect(() => void part.load(), []);
  const here = part.here.value;
  if (here) return <>{children(here)}</>;
  if (part.away.value === null) return null;
  return <Notice warm><p>{lost}</p><p><Button quiet press={() => void part.load()}>{t('pass-again')}</Button></p></Notice>;
}
