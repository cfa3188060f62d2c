// Handing a text to the person who owns it: to the clipboard, as a file, as an entry for a calendar.

export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Marks a text on the page, for whoever has to copy it by hand. */
export function mark(element: Element | null): void {
  if (!element) return;
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

export function save(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** One whole day with a word on it: no address, no alarm, nothing that says what for. */
export function calendar(day: string, title: string, made: string): string {
  const compact = (text: string): string => text.replaceAll('-', '');
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//note//', 'BEGIN:VEVENT',
    `UID:${compact(day)}-note`, `DTSTAMP:${compact(made)}T000000Z`, `DTSTART;VALUE=DATE:${compact(day)}`,
    `SUMMARY:${title}`, 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', '',
  ];
  return lines.join('\r\n');
}
