// The desk. Its pages are drawn when its words have come.

import './look/tokens.css';
import './look/base.css';
import './look/desk.css';
import { load } from './text/load';
import { is_language, SOURCE } from './text/languages';
import addresses from 'virtual:texts/desk';

const root = document.getElementById('app');
const language = root?.dataset['language'] ?? SOURCE;
await load(is_language(language) ? language : SOURCE, addresses);
