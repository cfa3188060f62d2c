// Files made on this device, for whoever checks the log: a table of its lines, all of what was computed, the checkpoint.

import type { LineView, LogView } from '../../crypto/port';
import { act_text } from './words';

/** A cell that begins so is a formula to spreadsheets, the wide forms of these signs too. */
const FORMULA = /^[\s\u0000-\u001f]*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** The marks that isolate names are for running text. */
const MARKS = /[\u2068\u2069]/g;
/** Without it spreadsheets take the text for something older than UTF-8. */
const MARK_OF_ORDER = '\ufeff';

const COLUMNS = ['entry', 'day', 'act', 'person', 'role', 'purpose', 'thread', 'number', 'digest', 'words'] as const;

/** RFC 4180: every cell in quotes, lines end with CR LF. What could be a formula gets an apostrophe in front. */
export function cell(value: string | number | null): string {
  const text = String(value ?? '').replaceAll(MARKS, '');
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function csv(lines: readonly LineView[]): string {
  const rows = lines.map((line) => COLUMNS.map((column) => cell(column === 'words' ? act_text(line) : line[column])));
  return MARK_OF_ORDER + [COLUMNS.map(cell), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

/** The fields of the native client, and what they were asked of whom, when, and since when. */
export function json(view: LogView, about: { organisation: string; server: string; read_on: string; since: string | null }): string {
  return `${JSON.stringify({ ...about, ...view }, null, 2)}\n`;
}
