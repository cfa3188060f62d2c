//! What can be called, by number. `web/src/crypto/operations.ts` has the same list.

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident = $number:literal),* $(,)?) => {
        $($(#[$doc])* pub const $name: u32 = $number;)*

        /// All of them with their names.
        pub const ALL: &[(&str, u32)] = &[$((stringify!($name), $number)),*];
    };
}

/// Names of files to leave out: the others of `tests/vectors/`; only in a module that is built to be tested.
pub const VECTORS: u32 = 90;

operations! {
    /// Status (0: nobody answered) and body of the request that was handed out; or nothing, after progress.
    ANSWER = 1,
    /// 32 random bytes, origin, the device's day since 1970: once, before anything else.
    BEGIN = 2,
    /// Whether this module computes what it should.
    TRY = 3,
    /// Name in addresses.
    ORGANISATION = 10,
    /// Attempt, text, whether the fallback reads along (0 or 1), gate code or nothing, ids of who must not read it.
    SEND = 11,
    /// What was typed: the reply token in it.
    KEY = 12,
    /// Reply token.
    READ = 13,
    /// Reply token, text.
    SAY = 14,
    /// Reply token, sequence.
    TAKE_BACK = 15,
    /// Reply token.
    WITHDRAW = 16,
    /// Reply token.
    ERASE = 17,
    /// Reply token.
    RECEIPT = 18,
    /// Reply token.
    PROOFS = 19,
    /// Nothing: works on for the next report; whether that is done.
    WORK = 20,
    /// Reply token, number of the last file that waits for the same message or 0, ending of its name, bytes: sends a file,
    /// and answers with its number and the bytes by which NAME_FILES names it.
    ATTACH = 21,
    /// Reply token, text or nothing, what ATTACH answered for each file.
    NAME_FILES = 22,
    /// Reply token, place of a message from 1, number of its file: answers with its bytes.
    FETCH = 23,
    /// What was typed: whether it is the code that everybody has.
    GATE = 24,
    /// Invitation.
    INVITATION = 30,
    /// Invitation, name in addresses, name, account or nothing.
    NEWCOMER = 31,
    /// Nothing: hands in what NEWCOMER made.
    ACCEPT = 32,
    /// A passphrase as it is typed.
    UNKNOWN_WORDS = 33,
    /// Name in addresses, account, passphrase or kit.
    UNLOCK = 34,
    /// Nothing.
    INBOX = 35,
    /// Number of a thread.
    SHOW = 36,
    /// Numbers of threads.
    OPEN_ALL = 37,
    /// Number of a thread, text or nothing, what ENCLOSE answered for each file.
    REPLY = 38,
    /// Number of a thread, sequence.
    TAKE_REPLY_BACK = 39,
    /// Number of a thread, text.
    NOTE = 40,
    /// Number of a thread, `key=value` pairs.
    TRIAGE = 41,
    /// Nothing.
    PEOPLE = 42,
    /// Number of a person who waits, whether she becomes a guardian (0 or 1).
    APPROVE = 43,
    /// Number of a thread, text of an unsent reply.
    DRAFT = 44,
    /// A word of the list.
    LOOK_ALIKES = 45,
    /// First day of which lines are read, since 1970; 0 for all.
    LOG = 46,
    /// Number of a thread, place of a message from 1, number of its file: answers with its bytes.
    FETCH_FILE = 47,
    /// Number of a thread, number of the last file that waits for the same reply or 0, ending of its name, bytes: sends a
    /// file, and answers with how it will be shown and the bytes by which REPLY names it.
    ENCLOSE = 48,
    /// Ending of the file's own name, bytes.
    STRIP = 50,
    /// Nothing.
    GATE_CODE = 51,
    /// Nothing: makes a code for the poster.
    NEW_GATE_CODE = 52,
    /// The words of a code that another guardian made.
    AGREE_GATE_CODE = 53,
    /// Nothing.
    REMOVE_GATE_CODE = 54,
    /// Nothing: what another module needs to go on at this desk, for TAKE_OVER. It is a secret.
    HAND_OVER = 55,
    /// What HAND_OVER of another module answered.
    TAKE_OVER = 56,
}
