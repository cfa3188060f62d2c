//! What a database answers instead of rows.

/// A refusal of the database; its words are for the log, never for an asker.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Failure(#[from] pub(super) diesel::result::Error);

impl From<diesel::result::Error> for crate::Error {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database(Failure(error))
    }
}
