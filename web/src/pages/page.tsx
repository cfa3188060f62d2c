// What surrounds every page of a reporter: the way out, the languages, the lines to call.

import type { ComponentChildren } from 'preact';
import crisis from '../../text/crisis.json';
import { Frame } from '../components/frame';
import { Link } from '../components/link';
import { Notice } from '../components/notice';
import { Version } from '../components/version';
import { NEUTRAL, presses } from '../device/exit';
import { FACTS, LANGUAGES, type Language } from '../text/languages';
import { language, rich, t } from '../text/text';
import type { App } from './app';

interface Props {
  app: App;
  /** Names the view. */
  view: string;
  /** Where Back leads, where there is a way back. */
  back?: { href: string; go: () => void } | undefined;
  step?: string | undefined;
  children: ComponentChildren;
}

export function Page({ app, view, back, step, children }: Props) {
  const { organisation } = app;
  const bar = (
    <>
      {back ? <Link href={back.href} go={back.go} class="back">{t('back')}</Link> : <b>{t('bar-name', { org: organisation.name.value })}</b>}
      {step && <span class="soft step">{step}</span>}
      <span class="way-out">
        {presses.value > 0 && <span class="soft" aria-hidden="true">{t('exit-presses', { n: 3 - presses.value })}</span>}
        <a class="exit" href={NEUTRAL} rel="noreferrer" data-exit aria-label={t('exit-name')}>{t('exit')}</a>
      </span>
    </>
  );
  const first = <a class="skip" href={NEUTRAL} rel="noreferrer" data-exit>{t('exit-name')}</a>;
  const foot = <><Crisis /><Version words={app.served.version} /></>;
  return (
    <Frame view={view} first={first} bar={bar} above={<Languages app={app} />} foot={foot}>
      <div data-when="test" hidden={!organisation.test.value}>
        <Notice warm><p>{t('test-installation')}</p></Notice>
      </div>
      {children}
    </Frame>
  );
}

/** Each language in its own words. The Netherlands' Dutch is offered where the reader came with it. */
function Languages({ app }: { app: App }) {
  const now = language();
  const offered = LANGUAGES.filter((each) => each !== (now === 'nl' ? 'nl-be' : 'nl'));
  const { page } = app.places.here.value;
  return (
    <nav class="languages paperless" aria-label={t('languages')}>
      {offered.map((each: Language) => (
        <Link key={each} href={app.places.link(each, page)} go={() => void app.speak(each)} lang={FACTS[each].locale}
          current={each === now}>
          {each === 'nl' ? FACTS['nl-be'].name : FACTS[each].name}
        </Link>
      ))}
    </nav>
  );
}

interface Line {
  name: string;
  phone: string;
}

export function lines_for(language: Language): { danger: string; talk: Line[] } {
  return crisis.lines[language];
}

export function Call({ phone }: { phone: string }) {
  return <a class="call" href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>;
}

/** One line, on the same place of every page. */
function Crisis() {
  const { danger, talk } = lines_for(language());
  return (
    <p>
      {t('crisis-lead')}{' '}
      <span class="line">{rich('crisis-danger', { phone: <Call phone={danger} /> })}</span>
      {talk.map(({ name, phone }) => (
        <span class="line" key={phone}>{rich('crisis-line', { name, phone: <Call phone={phone} /> })}</span>
      ))}
    </p>
  );
}
