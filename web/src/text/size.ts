import { locale } from './text';

/** «820 kB», «2,1 MB». */
export function size_text(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1_000));
  return kilobytes < 1_000 ? `${kilobytes.toLocaleString(locale())} kB`
    : `${(kilobytes / 1_000).toLocaleString(locale(), { maximumFractionDigits: 1 })} MB`;
}
