// What stands behind the door of the mailbox.

export { Erase, Erased, EraseSure, Withdraw } from './erase';
export { Openings } from './openings';
export { Talk } from './talk';
export { Thread } from './thread';
export { Write } from './write';
