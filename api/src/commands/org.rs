//! `micromoed org create`: an organisation, and the one-time invitation for its first coach.

use super::request::Request;
use super::{Output, Place, invite};
use crate::Error;
use crate::app::App;
use crate::domain::names::{self, LOCALES};
use crate::domain::questions::{self, Question};
use crate::store::gate::Means;
use crate::store::organisations::{self, Organisation, OrganisationKey};
use crate::store::{Db, ledger};
use crypto::ledger::{Act, ActorRole, Record};
use crypto::roster::Role;
use crypto::staff::Invitation;
use crypto::{Digest, OrganisationId};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What is done with organisations.
#[derive(Debug, clap::Subcommand)]
pub enum Arguments {
    /// Make an organisation and print the invitation for its first coach
    Create(Create),
    /// Say which questions a report is asked after the open one, or look which they are
    Questions(Questions),
}

/// A new organisation.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// Its name in addresses: 2 to 40 small letters, digits and hyphens
    #[arg(value_name = "SLUG")]
    pub slug: String,
    /// Its name for people
    #[arg(long)]
    pub name: String,
    /// The language its pages begin in
    #[arg(long, value_parser = LOCALES, default_value = LOCALES[0])]
    pub locale: String,
}

/// Which questions an organisation asks.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questions {
    /// The organisation's name in addresses
    #[arg(value_name = "SLUG")]
    pub slug: String,
    /// The ones that are asked from now on, the others not
    #[arg(value_name = "QUESTION")]
    pub ask: Vec<Question>,
    /// Ask nothing but the open question
    #[arg(long, conflicts_with = "ask")]
    pub none: bool,
}

pub(super) fn run(place: &Place, arguments: Arguments) -> Result<Output, Error> {
    match arguments {
        Arguments::Create(create) => run_create(place, create),
        Arguments::Questions(questions) => {
            let document = place.ask(Request::OrganisationQuestions(questions))?;
            let asked = document.as_array().into_iter().flatten().filter_map(Value::as_str).collect::<Vec<_>>();
            let text = match asked.as_slice() {
                [] => "A report is asked the open question and nothing else.".into(),
                asked => format!("After the open question a report is asked: {}.", asked.join(", ")),
            };
            Ok(Output { text, document, code: 0 })
        }
    }
}

fn run_create(place: &Place, create: Create) -> Result<Output, Error> {
    create.check().map_err(|error| Error::Usage(error.to_string()))?;
    let head = format!("{} is there. This invitation makes its first coach", create.name);
    let slug = create.slug.clone();
    Ok(invite::output(&head, &slug, place.ask(Request::OrganisationCreate(create))?))
}

/// Makes the organisation.
///
/// # Errors
/// [`Error::Malformed`] for names; [`Error::Refused`] when the slug is taken.
pub(super) async fn execute(app: &App, create: Create) -> Result<Value, Error> {
    create.check()?;
    let until = app.today().plus(invite::DAYS);
    let invitation = app
        .logged(move |db, means, rng| {
            let key = OrganisationKey(*crypto::Secret::make(rng).expose());
            let (Create { slug, name, locale }, questions) = (create, Question::ALL.into());
            let taken = Error::Refused(format!("there is an organisation {slug} already"));
            organisations::create(db, &Organisation { key, slug, identity: None, name, locale, questions })
                .map_err(|error| if matches!(error, Error::Conflict) { taken } else { error })?;
            let invitation = Invitation::make(rng);
            organisations::invite(db, key, invitation.digest(), Role::Coach, None, until)?;
            enter(db, means, OrganisationId::NONE, Act::OrganisationCreated, Digest::NONE, rng)?;
            Ok(invitation)
        })
        .await?;
    Ok(invite::document(app, &invitation))
}

/// Sets which questions are asked, where some are named; answers which they are.
///
/// # Errors
/// [`Error::Refused`] without such an organisation.
pub(super) async fn questions(app: &App, wanted: Questions) -> Result<Value, Error> {
    let Questions { slug, ask, none } = wanted;
    let find = move |db: &mut Db| {
        organisations::find(db, &slug)?.ok_or_else(|| Error::Refused(format!("there is no organisation {slug}")))
    };
    let asked = if ask.is_empty() && !none {
        app.store.read(move |db| find(db).map(|organisation| organisation.questions)).await?
    } else {
        app.logged(move |db, means, rng| {
            let organisation = find(db)?;
            organisations::ask(db, organisation.key, &ask)?;
            let identity = organisation.identity.unwrap_or(OrganisationId::NONE);
            let reference = Digest::plain(questions::words(&ask).as_bytes());
            enter(db, means, identity, Act::ConfigChanged, reference, rng)?;
            Ok(organisations::of_key(db, organisation.key)?.questions)
        })
        .await?
    };
    Ok(serde_json::to_value(asked).unwrap_or_default())
}

/// Enters what the operator did.
pub(super) fn enter(
    db: &mut Db,
    means: &Means<'_>,
    organisation: OrganisationId,
    act: Act,
    reference: Digest,
    rng: &mut impl CryptoRng,
) -> Result<(), Error> {
    let record = Record { role: ActorRole::Operator, ..ledger::of_program(act, means.today, reference) };
    ledger::note(db, means.keys, organisation, &record, rng)
}

impl Create {
    fn check(&self) -> Result<(), Error> {
        names::check_slug(&self.slug)?;
        names::check_name(&self.name)?;
        if LOCALES.contains(&self.locale.as_str()) {
            Ok(())
        } else {
            Err(Error::Malformed("there are no texts in this language"))
        }
    }
}
