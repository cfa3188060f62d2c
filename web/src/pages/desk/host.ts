// The only place where the desk's pages read clocks, chance, history and printer of the browser. The gallery and the
// tests hand in their own.

export interface Host {
  mac: boolean;
  /** Milliseconds. */
  now(): number;
  /** A whole number below `most`. */
  chance(most: number): number;
  /** Calls again and again; answers how to stop it. */
  every(milliseconds: number, call: () => void): () => void;
  /** One more page under Back. */
  push(): void;
  back(): void;
  /** What stands after `#`, and nothing else of the address, is replaced. */
  set_fragment(fragment: string): void;
  set_title(title: string): void;
  print(): void;
  save(name: string, content: string | Uint8Array<ArrayBuffer>, type?: string): void;
  /** Whether the clipboard took it. */
  copy(text: string): Promise<boolean>;
}

export const browser: Host = {
  mac: typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent),
  now: () => Date.now(),
  chance(most) {
    const drawn = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    return drawn % most;
  },
  every(milliseconds, call) {
    const timer = setInterval(call, milliseconds);
    return () => clearInterval(timer);
  },
  push: () => history.pushState({ desk: true }, ''),
  back: () => history.back(),
  set_fragment(fragment) {
    history.replaceState(history.state, '', `${location.pathname}${fragment === '' ? '' : `#${fragment}`}`);
  },
  set_title(title) {
    document.title = title;
  },
  print: () => window.print(),
  save(name, content, type = 'text/plain') {
    const address = URL.createObjectURL(new Blob([content], { type }));
    const link = document.createElement('a');
    [link.href, link.download] = [address, name];
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  },
  copy: (text) => navigator.clipboard.writeText(text).then(() => true, () => false),
};
