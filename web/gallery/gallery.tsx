// `?state=name&language=fr` draws one state; without a state, the list of all.

import '../src/look/tokens.css';
import '../src/look/base.css';
import '../src/look/files.css';
import '../src/look/reporter.css';
import { render } from 'preact';
import { load } from '../src/text/load';
import { FACTS, is_language } from '../src/text/languages';
import { speak_state, STATES } from './states';
import addresses from 'virtual:texts/reporter';

const asked = new URLSearchParams(location.search);
const wanted = asked.get('language') ?? 'nl-be';
const language = is_language(wanted) ? wanted : 'nl-be';
const root = document.getElementById('app');
if (root) {
  await load(language, addresses);
  document.documentElement.lang = FACTS[language].locale;
  const name = asked.get('state');
  if (name && STATES[name]) {
    await speak_state(STATES[name], root, (each) => load(each, addresses));
    root.dataset['ready'] = '';
  } else {
    render(<main class="page"><h1>Gallery</h1><ul>{Object.keys(STATES).map((each) => <li key={each}><a href={`?state=${each}&language=${language}`}>{each}</a></li>)}</ul></main>, root);
  }
}
