// What the module can be called for, by number: `client/wasm/src/operation.rs` has the same list.

export const OPERATIONS = {
  ANSWER: 1,
  BEGIN: 2,
  TRY: 3,
  ORGANISATION: 10,
  SEND: 11,
  KEY: 12,
  READ: 13,
  SAY: 14,
  TAKE_BACK: 15,
  WITHDRAW: 16,
  ERASE: 17,
  RECEIPT: 18,
  INVITATION: 30,
  NEWCOMER: 31,
  ACCEPT: 32,
  UNKNOWN_WORDS: 33,
  UNLOCK: 34,
  INBOX: 35,
  SHOW: 36,
  OPEN_ALL: 37,
  REPLY: 38,
  TAKE_REPLY_BACK: 39,
  NOTE: 40,
  TRIAGE: 41,
  PEOPLE: 42,
  APPROVE: 43,
  DRAFT: 44,
  LOOK_ALIKES: 45,
} as const;

export type Operation = (typeof OPERATIONS)[keyof typeof OPERATIONS];
