// Who may report: everybody, or whoever has the code on the poster.

import { useEffect } from 'preact/hooks';
import { Button } from '../../components/button';
import { day_text } from '../../text/days';
import { t } from '../../text/text';
import { Trouble } from './parts';
import type { State } from './state';
import { Line } from './unlock-page';

export function GateSection({ state, guardian }: { state: State; guardian: boolean }) {
  const { gate, session } = state;
  const view = gate.view.value;
  const made = gate.made.value;
  const busy = gate.busy.value;
  useEffect(() => {
    if (view === null) void gate.load();
  }, []);
  const mistyped = gate.failure.value?.reason === 'usage';
  const proposal = view?.proposal ?? null;
  return (
    <section aria-labelledby="gate">
      <h2 id="gate">{t('desk-code-title')}</h2>
      {gate.failure.value && !mistyped && <Trouble failure={gate.failure.value} />}
      {view !== null && (
        <>
          <p>{view.since === null ? t('desk-code-open') : t('desk-code-since', { day: day_text(view.since, session.today.value) })}</p>
          {view.former && <p class="small soft">{t('desk-code-former')}</p>}
          {made && (
            <div class="notice" role="status">
              <p>{t('desk-code-made')}</p>
              <p class="code-words" lang="en">{made.code}</p>
              <p>{t(made.signatures < made.needed ? 'desk-code-second' : 'desk-code-counts')}</p>
              <p><Button press={() => state.print({ what: 'poster' })}>{t('desk-code-print')}</Button></p>
            </div>
          )}
          {proposal && (
            <p class="notice">
              {t(proposal.removes ? 'desk-code-proposal-remove' : proposal.mine ? 'desk-code-proposal-mine' : 'desk-code-proposal')}{' '}
              {t('desk-code-signatures', { signatures: proposal.signatures, needed: proposal.needed })}
            </p>
          )}
          {guardian && proposal && !proposal.mine && !proposal.removes && (
            <form autocomplete="off" onSubmit={(event) => { event.preventDefault(); void gate.agree(); }}>
              <Line id="gate-words" label={t('desk-code-words')} fault={mistyped ? t('desk-code-wrong') : undefined}
                value={gate.typed.value} set={(value) => (gate.typed.value = value)} />
              <p><Button busy={busy} press={() => void gate.agree()}>{t('desk-code-agree')}</Button></p>
            </form>
          )}
          {guardian && proposal?.removes && !proposal.mine && (
            <p><Button busy={busy} press={() => void gate.remove()}>{t('desk-code-agree')}</Button></p>
          )}
          {guardian && proposal === null && (
            <p class="row">
              <Button quiet busy={busy} press={() => void gate.make()}>{t(view.since === null ? 'desk-code-make' : 'desk-code-renew')}</Button>
              {view.since !== null && <Button quiet busy={busy} press={() => void gate.remove()}>{t('desk-code-remove')}</Button>}
            </p>
          )}
          <p class="small soft">{t('desk-code-why')}</p>
        </>
      )}
    </section>
  );
}
