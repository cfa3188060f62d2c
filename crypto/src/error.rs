//! The one error type of this crate.

/// Why something was refused. Opening has one error, [`Error::Decrypt`], so that a caller (or somebody who
/// watches her) cannot tell a wrong key from a changed byte.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The bytes are no encoding of what was expected: too short, too long, an unknown value, trailing bytes.
    #[error("the bytes are not in the expected form")]
    Malformed,
    /// The bytes carry a version this program does not know.
    #[error("this needs a newer version of the program")]
    Version,
    /// A sealed thing did not open.
    #[error("this cannot be opened with the keys at hand")]
    Decrypt,
    /// A signature does not hold.
    #[error("a signature does not hold")]
    Signature,
    /// A reply token has the wrong number of characters, or one that is never used.
    #[error("a reply token has seven groups of four letters and digits")]
    TokenForm,
    /// A reply token has a typing error: its two check characters disagree.
    #[error("there is a typing error in the reply token: look at each group once more")]
    TokenCheck,
    /// Words (fingerprint, passphrase) that are not on the list or whose check bits disagree.
    #[error("these words have a typing error: look at each word once more")]
    Words,
    /// A gate code that is none of those the roster names: perhaps one that was made for somebody alone.
    #[error("this is not the code that everybody has; do not use it: it could give away who you are")]
    Gate,
    /// A text does not fit the largest message.
    #[error("the text is {excess} bytes too long")]
    TooLong {
        /// Bytes to take away.
        excess: usize,
    },
    /// Nobody would be left who can read.
    #[error("at least one person must be able to read this")]
    NoRecipient,
    /// A key of this thread may not be wrapped to an excluded person.
    #[error("the reporter does not want this person to read along")]
    Excluded,
    /// A roster is not a valid successor of the one before.
    #[error("the roster is refused: {0}")]
    Roster(&'static str),
    /// The log contradicts itself or what was seen before.
    #[error("the access log is refused: {0}")]
    Ledger(&'static str),
}
