// Files that wait for a reply, case by case: in memory only, so a lock takes them along.

import { Failure, type Desk, type Enclosed } from '../../crypto/port';
import { Together } from '../../files/together';
import type { Session } from './session';

export type Enclosures = ReturnType<typeof make_enclosures>;

export function make_enclosures(port: Desk, session: Session) {
  const chosen = new Map<number, Together<Enclosed>>();

  function of(n: number): Together<Enclosed> {
    let found = chosen.get(n);
    if (found === undefined) chosen.set(n, (found = new Together<Enclosed>(port)));
    return found;
  }

  return {
    of,

    /** Sends what goes with the reply, for it to name. */
    send: (n: number): Promise<Enclosed[]> => of(n).send((file, before, progress, stop) => {
      const sending = port.enclose(n, file, before, progress, stop).catch((error: unknown) => {
        // Nobody answered because nobody waits: the server is not away.
        throw stop.aborted ? new Failure('refused', 'stopped') : error;
      });
      return session.call(sending);
    }),

    /** Cases whose files a lock would lose. */
    count: (): number => [...chosen.values()].filter((files) => files.goes().length > 0).length,

    forget(): void {
      for (const files of chosen.values()) files.clear();
      chosen.clear();
    },
  };
}
