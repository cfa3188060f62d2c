//! What a database answers instead of rows.

/// A refusal of the database; its words are for the log, never for an asker.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Failure(#[from] diesel::result::Error);

impl Failure {
    /// Whether a row holds what its column does not allow.
    #[must_use]
    pub const fn is_unreadable_row(&self) -> bool {
        matches!(self.0, diesel::result::Error::DeserializationError(_))
    }

    /// Whether the database server is gone for the moment.
    #[must_use]
    pub const fn is_away(&self) -> bool {
        use diesel::result::{DatabaseErrorKind, Error};
        matches!(
            self.0,
            Error::DatabaseError(DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand, _)
                | Error::BrokenTransactionManager
        )
    }

    /// Whether two instances waited for each other, and the database sent this one away.
    #[must_use]
    pub fn is_crossed(&self) -> bool {
        let diesel::result::Error::DatabaseError(_, information) = &self.0 else { return false };
        // In every language that PostgreSQL speaks, capital or not.
        information.message().to_ascii_lowercase().contains("deadlock")
    }

    /// Whether the disk is full, which may pass.
    #[must_use]
    pub fn is_full(&self) -> bool {
        let diesel::result::Error::DatabaseError(_, information) = &self.0 else { return false };
        ["full", "No space left"].iter().any(|words| information.message().contains(words))
    }

    /// Whether a failed commit of SQLite may pass: the disk is full, or a full disk already ended the transaction.
    #[must_use]
    pub fn passes(&self) -> bool {
        use diesel::result::Error;
        match &self.0 {
            Error::DatabaseError(_, information) => {
                let message = information.message();
                message.contains("full") || message.contains("no transaction is active") || message.contains("locked")
            }
            Error::BrokenTransactionManager | Error::NotInTransaction => true,
            _ => false,
        }
    }
}

impl From<diesel::result::Error> for crate::Error {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database(Failure(error))
    }
}

#[cfg(test)]
mod tests {
    use crate::problem::ProblemType;
    use diesel::result::DatabaseErrorKind;

    #[test]
    fn a_full_disk_and_instances_that_cross_are_nobodys_fault() {
        let said = |words: &str| {
            let error = diesel::result::Error::DatabaseError(DatabaseErrorKind::Unknown, Box::new(words.to_owned()));
            crate::Error::from(error).problem().status()
        };
        for full in ["database or disk is full", "could not extend file \"base/1\": No space left on device"] {
            assert_eq!(said(full), ProblemType::Busy.status(), "{full}");
        }
        assert_eq!(said("deadlock detected"), ProblemType::Busy.status());
        assert_eq!(said("no such table: file"), ProblemType::Internal.status());
    }
}
