import './look/tokens.css';
import './look/base.css';
import './look/reporter.css';

export {};
