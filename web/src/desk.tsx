// The desk. Its pages are drawn when its words have come.

import './look/tokens.css';
import './look/base.css';
import './look/files.css';
import './look/desk.css';
import { make_desk } from './crypto/desk';
import { start_desk } from './pages/desk/start';
import { load } from './text/load';
import { is_language, SOURCE } from './text/languages';
import addresses from 'virtual:texts/desk';

const root = document.getElementById('app');
if (root) {
  const language = root.dataset['language'] ?? SOURCE;
  await start_desk(root, make_desk(root.dataset['page'] === 'audit' ? 'office' : 'desk'), load(is_language(language) ? language : SOURCE, addresses));
}
