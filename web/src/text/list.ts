import { locale } from './text';

/** «Ilse, Karim en Wout». */
export function list_text(names: string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);
}
