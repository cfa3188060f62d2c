//! `micromoed org create`: an organisation, and the one-time invitation for its first coach.

use super::request::Request;
use super::{Output, Place, invite};
use crate::Error;
use crate::app::App;
use crate::domain::names::{self, LOCALES};
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

pub(super) fn run(place: &Place, Arguments::Create(create): Arguments) -> Result<Output, Error> {
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
            let Create { slug, name, locale } = create;
            let taken = Error::Refused(format!("there is an organisation {slug} already"));
            organisations::create(db, &Organisation { key, slug, identity: None, name, locale })
                .map_err(|error| if matches!(error, Error::Conflict) { taken } else { error })?;
            let invitation = Invitation::make(rng);
            organisations::invite(db, key, invitation.digest(), Role::Coach, None, until)?;
            enter(db, means, OrganisationId::NONE, Act::OrganisationCreated, rng)?;
            Ok(invitation)
        })
        .await?;
    Ok(invite::document(app, &invitation))
}

/// Enters what the operator did.
pub(super) fn enter(
    db: &mut Db,
    means: &Means<'_>,
    organisation: OrganisationId,
    act: Act,
    rng: &mut impl CryptoRng,
) -> Result<(), Error> {
    let record = Record { role: ActorRole::Operator, ..ledger::of_program(act, means.today, Digest::NONE) };
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
