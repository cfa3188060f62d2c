//! What can be asked of an installation from outside, over the local socket: a closed list.

use super::{backup, invite, org};
use crate::app::App;
use crate::store::installation::{self, Name};
use crate::{Error, jobs};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// One request, a JSON object whose `command` names it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case", deny_unknown_fields)]
pub enum Request {
    /// What kind of installation this is, and its day.
    Status,
    /// Sets the test clock, for good: it runs on from there after a restart too. The tick, the closing of an
    /// epoch and the work of the day that are due by then are done before the answer.
    Clock {
        /// The time it shall be.
        #[serde(with = "instant")]
        at: Timestamp,
    },
    /// Makes an organisation, and the invitation for its first coach.
    OrganisationCreate(org::Create),
    /// Sets which questions an organisation asks, or says which they are.
    OrganisationQuestions(org::Questions),
    /// Makes an invitation.
    Invite(invite::Invite),
    /// Enters that a backup is made, which the asking process writes itself.
    Backup,
}

/// Carries a request out; answers its document.
///
/// # Errors
/// What the request was refused with.
pub async fn execute(app: &App, request: Request) -> Result<Value, Error> {
    match request {
        Request::Status => {
            let test = app.store.read(installation::is_test).await?;
            let today = app.clock.now().to_zoned(app.config.mailbox.time_zone.clone()).date();
            Ok(json!({ "test": test, "today": today.to_string() }))
        }
        Request::Clock { at } => {
            let ahead = app.clock.set(at)?;
            app.store.write(move |db| installation::put(db, Name::ClockShift, &ahead.to_be_bytes())).await?;
            app.catch_up().await?;
            app.close_epoch_when_due().await?;
            jobs::look_after_the_day(app).await;
            jobs::look_after_the_shelf(app).await;
            Ok(json!({ "now": app.clock.now().to_string() }))
        }
        Request::OrganisationCreate(create) => org::execute(app, create).await,
        Request::OrganisationQuestions(questions) => org::questions(app, questions).await,
        Request::Invite(invite) => invite::execute(app, invite).await,
        Request::Backup => backup::execute(app).await,
    }
}

mod instant {
    use jiff::Timestamp;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(at: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(at)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(|_| serde::de::Error::custom("expected an RFC 3339 time"))
    }
}
