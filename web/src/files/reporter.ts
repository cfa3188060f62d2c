// What the reporter's pages need of files; it comes when somebody wants some.

export { Batch } from './batch';
export { Choose } from './chosen';
export { PassHead, PassRows } from './pass';
export { Saved } from './saved';
