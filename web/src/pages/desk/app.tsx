// The desk as a whole: which page stands there, and what listens to keys, to Back and to silence.

import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../../components/button';
import { Live } from '../../components/live';
import { Version } from '../../components/version';
import type { Desk } from '../../crypto/port';
import { t } from '../../text/text';
import { AcceptPage } from './accept-page';
import { IdleBar, OfflineBar, RosterBar, UndoBar } from './bars';
import { CasePage } from './case-page';
import { focus_on, is_writing, make_deeds } from './deeds';
import { count_use } from './hint-line';
import { ListPane, Nav } from './inbox-page';
import { caps } from './keys';
import { Do, Head, Long, type Props } from './parts';
import { ApprovePage, PeoplePage } from './people-page';
import { LogRoom } from './log-room';
import { PosterPage, PrintRoot } from './print';
import { Sheets } from './sheets';
import type { State } from './state';
import { PendingPage, UnlockPage } from './unlock-page';

/** While somebody copies a passphrase or a fingerprint by hand, no other words stand beside them. */
function copies_words({ session, accept }: State): boolean {
  return session.stage.value === 'accept' && accept.step.value !== 'paste' && accept.step.value !== 'who';
}

export function App({ state, port, version }: { state: State; port: Desk; version: string }) {
  const deeds = useMemo(() => make_deeds(state), [state]);
  const { session } = state;
  useListeners(state, deeds);
  useSignalEffect(() => state.host.set_title(state.title()));

  if (session.hidden.value) return <Hidden state={state} deeds={deeds} />;
  return (
    <>
      {session.stage.value === 'desk' ? <DeskPage state={state} deeds={deeds} port={port} /> : (
        <>
          <main class="alone-page paperless">
            {session.stage.value === 'unlock' ? <UnlockPage state={state} port={port} />
              : session.stage.value === 'accept' ? <AcceptPage state={state} /> : <PendingPage state={state} />}
          </main>
          {!copies_words(state) && <footer class="foot paperless"><Version words={version} /></footer>}
        </>
      )}
      <PrintRoot state={state} />
      <Live />
    </>
  );
}

/** Nothing of the desk is in the page, so that nothing can be printed or read through it. */
function Hidden({ state, deeds }: Props) {
  const key = caps('hide', state.session.mode.value, state.host.mac).join(' ');
  return (
    <main class="hidden-page paperless">
      <h1>{key === '' ? t('desk-hidden-title') : t('desk-hidden', { key })}</h1>
      <Button quiet press={deeds.hide.run}>{t('desk-hidden-back')}</Button>
    </main>
  );
}

interface RoomProps extends Props { port: Desk }

function DeskPage({ state, deeds, port }: RoomProps) {
  const { session } = state;
  const { view, page } = session;
  const props = { state, deeds };
  const narrow = useSignal(false);
  useEffect(() => {
    const query = matchMedia('(width < 900px)');
    const look = (): void => void (narrow.value = query.matches);
    look();
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  const name = page.value.name;
  /** No list, or no room for it beside the page. */
  const alone = !session.reads.value || (narrow.value && name !== 'inbox');
  useEffect(() => {
    if (name === 'inbox' && document.activeElement === document.body) focus_on('list');
  }, [name]);
  return (
    <div class="desk paperless" data-page={!session.reads.value ? 'only' : name === 'inbox' ? 'list' : 'pane'}>
      <UndoBar {...props} />
      <a class="skip" href={alone ? '#pane' : '#list-pane'} onClick={(event) => {
        event.preventDefault();
        focus_on(document.getElementById('list') !== null ? 'list' : alone ? 'pane' : 'list-pane');
      }}>
        {t(session.reads.value ? 'desk-skip' : 'skip-link')}
      </a>
      <header class="desk-bar">
        <p class="desk-name">
          <b dir="auto">{view.value?.organisation.name}</b>{' '}
          <span class="soft">· {t(session.watches.value ? 'audit-of' : 'desk-of', { name: view.value?.me?.name ?? session.account.value })}</span>
        </p>
        <div class="desk-tools">
          <Do id="search" look="tool wide-only" {...props} />
          {session.watches.value && name === 'inbox' && view.value?.me?.role === 'auditor' && <Do id="go-people" {...props} />}
          <Do id="palette" {...props}><Long long={t('desk-palette')} short={t('desk-menu')} /></Do>
          <Do id="help" look="tool wide-only" {...props} />
          <Do id="hide" {...props}><Long long={t('desk-hide')} short={t('desk-hide-short')} /></Do>
          <Do id="lock" {...props} />
        </div>
      </header>
      <div class="bars">
        {view.value?.organisation.test && <aside class="test-bar" aria-label={t('desk-title')}>{t('desk-test')}</aside>}
        <IdleBar state={state} />{session.reads.value && <OfflineBar {...props} />}<RosterBar state={state} />
      </div>
      {!alone && <><Nav {...props} /><ListPane {...props} alone={narrow.value} /></>}
      {(alone || !narrow.value) && (
        <main id="pane" class="pane" tabIndex={-1}><Pane {...props} port={port} /></main>
      )}
      <Sheets {...props} />
    </div>
  );
}

function Pane({ state, deeds, port }: RoomProps) {
  const { session, inbox } = state;
  switch (session.page.value.name) {
    case 'case': return <CasePage state={state} deeds={deeds} />;
    case 'people': return <PeoplePage state={state} deeds={deeds} />;
    case 'approve': return <ApprovePage state={state} deeds={deeds} />;
    case 'poster': return (
      <PosterPage state={state}>
        <button type="button" class="tool back" onClick={session.back}>{t('desk-back')}</button>
        <Head view="poster">{t('desk-poster-screen')}</Head>
        <p>{t('desk-poster-where')}</p>
        <p><Button press={() => state.print({ what: 'poster' })}>{t('desk-print')}</Button></p>
      </PosterPage>
    );
    case 'inbox': return session.watches.value ? <LogRoom state={state} deeds={deeds} port={port} />
      : !session.reads.value ? <PeoplePage state={state} deeds={deeds} /> : (
      <div class="pane-empty">
        <Head view="none" quiet>{t('desk-case-none')}</Head>
        {inbox.rows.value.length > 0 && (
          <p class="soft">
            {t('desk-case-none-hint', { open: caps('open', session.mode.value, state.host.mac).join(' ') })}
          </p>
        )}
      </div>
    );
  }
}

function useListeners(state: State, deeds: ReturnType<typeof make_deeds>): void {
  const { session, keys, cases } = state;
  useEffect(() => {
    const on_key = (event: KeyboardEvent): void => {
      session.stir();
      if (event.defaultPrevented || event.isComposing || session.stage.value !== 'desk') return;
      const target = event.target;
      const writing = is_writing(target);
      const id = keys.deed(event, writing, event.timeStamp);
      // A sheet has its own keys, and gives Esc to the browser; only hiding goes before all.
      const only_hide = session.hidden.value || session.sheet.value !== null;
      if (id === null || (only_hide && id !== 'hide')) return;
      // Enter on a button presses the button.
      const on_control = target instanceof Element && target.closest('button, a, summary, select') !== null;
      if (event.key === 'Enter' && id === 'open' && on_control) return;
      if (writing && id !== 'palette' && id !== 'send') return;
      if (!deeds[id].can()) return;
      event.preventDefault();
      count_use(id);
      deeds[id].run();
    };
    const on_leave = (event: BeforeUnloadEvent): void => {
      if (cases.count_drafts() > 0) event.preventDefault();
    };
    // A page the browser keeps for Back is kept empty.
    const on_hide = (event: PageTransitionEvent): void => {
      if (event.persisted && session.stage.value !== 'unlock') session.lock('lock');
    };
    const options = { capture: true, passive: true } as const;
    const stir = session.stir;
    addEventListener('keydown', on_key);
    for (const name of ['pointerdown', 'wheel', 'touchstart'] as const) addEventListener(name, stir, options);
    addEventListener('popstate', state.went_back);
    addEventListener('beforeunload', on_leave);
    addEventListener('pagehide', on_hide);
    return () => {
      removeEventListener('keydown', on_key);
      for (const name of ['pointerdown', 'wheel', 'touchstart'] as const) removeEventListener(name, stir, options);
      removeEventListener('popstate', state.went_back);
      removeEventListener('beforeunload', on_leave);
      removeEventListener('pagehide', on_hide);
    };
  }, [state]);
}

