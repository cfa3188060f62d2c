// The desk. Its pages are drawn when its words have come.

import './look/tokens.css';
import './look/base.css';
import './look/desk.css';
import { load } from './text/load';
import { is_language, SOURCE } from './text/languages';

const addresses = import.meta.glob<string>('../text/*/{shared,desk}.ftl', {
  query: '?url', import: 'default', eager: true,
});

const root = document.getElementById('app');
const language = root?.dataset['language'] ?? SOURCE;
await load(is_language(language) ? language : SOURCE, addresses);
