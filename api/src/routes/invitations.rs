//! Accepting an invitation: the first coach makes the organisation's roster, everybody after her waits for it.

use super::refused;
use crate::Error;
use crate::app::App;
use crate::body::Json;
use crate::domain::names;
use crate::limits::Class;
use crate::store::organisations::{self, Organisation};
use crate::store::people::{self, Person, State};
use crate::store::{Db, rosters};
use actix_web::HttpResponse;
use actix_web::web::{self, Data};
use crypto::ledger::Act;
use crypto::roster::{Chain, Pending, Role, SignedRoster};
use crypto::staff::Invitation;
use crypto::vault::SealedVault;
use crypto::wire::{Acceptance, InvitationDocument, InvitationQuery};
use crypto::{Day, Digest, OrganisationId, VerifyingKey};

const SMALL: usize = 1_024;
const LARGE: usize = 65_536;
const TYPING_ERROR: Error = Error::Malformed("there is a typing error in the invitation");

/// What an invitation is for.
#[utoipa::path(post, path = "/api/v1/invitations/look", tag = "desk", request_body = InvitationQuery,
    responses((status = 200, body = InvitationDocument), (status = 400), (status = 404), (status = 408), (status = 413),
        (status = 415), (status = 429), (status = 503)))]
pub async fn look(app: Data<App>, query: Json<InvitationQuery, SMALL>) -> Result<web::Json<InvitationDocument>, Error> {
    app.limits.take(Class::SignIn, app.clock.now())?;
    let digest = Invitation::parse(&query.0.invitation).map_err(|_| TYPING_ERROR)?.digest();
    let today = app.today();
    let found = app.store.read(move |db| organisations::find_invitation(db, digest, today)).await?;
    let invitation = found.ok_or(Error::NotFound)?;
    Ok(web::Json(InvitationDocument {
        first: invitation.organisation.identity.is_none(),
        slug: invitation.organisation.slug,
        organisation: invitation.organisation.name,
        role: invitation.role.name().into(),
        name: invitation.name,
    }))
}

/// Accepts an invitation. The same acceptance again is a success.
#[utoipa::path(post, path = "/api/v1/invitations/accept", tag = "desk", request_body = Acceptance,
    responses((status = 201), (status = 400), (status = 403), (status = 404), (status = 408), (status = 409),
        (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn accept(app: Data<App>, acceptance: Json<Acceptance, LARGE>) -> Result<HttpResponse, Error> {
    app.limits.take(Class::SignIn, app.clock.now())?;
    let acceptance = acceptance.0;
    let digest = Invitation::parse(&acceptance.invitation).map_err(|_| TYPING_ERROR)?.digest();
    names::check_account(&acceptance.account)?;
    app.logged(move |db, means, rng| {
        let Some(invitation) = organisations::find_invitation(db, digest, means.today)? else {
            return if stands(db, &acceptance)? { Ok(()) } else { Err(Error::NotFound) };
        };
        organisations::use_up(db, digest)?;
        let organisation = &invitation.organisation;
        let (identity, state) = match organisation.identity {
            Some(identity) => (identity, State::Pending),
            None => (first_roster(db, organisation, &acceptance, means.today)?, State::Active),
        };
        let pending = Pending::parse(identity, &acceptance.record.0).map_err(refused)?;
        names::check_name(&pending.name)?;
        if pending.role != invitation.role {
            return Err(Error::Malformed("the invitation is for another role"));
        }
        let vault = SealedVault::parse(&acceptance.vault.0).map_err(refused)?;
        vault.verify(&pending.sign).map_err(refused)?;
        if vault.counter != 1 || vault.person != pending.id || vault.organisation != identity {
            return Err(Error::Malformed("the vault is another person's"));
        }
        let key = |bytes: &[u8]| bytes.try_into().map(VerifyingKey).map_err(|_| Error::Malformed("a key has 32 bytes"));
        let person = Person {
            id: pending.id,
            organisation: organisation.key,
            account: acceptance.account.clone(),
            name: pending.name,
            role: pending.role,
            record: acceptance.record.0.clone(),
            login_key: key(&acceptance.login_key.0)?,
            recovery_key: key(&acceptance.recovery_key.0)?,
            batch_seen: 0,
        };
        people::add(db, &person, state, &acceptance.vault.0)?;
        let actor = Some((person.id, person.role));
        if state == State::Active {
            let head = rosters::chain(db, organisation.key)?.head_digest();
            means.enter(db, identity, Act::RosterChanged, actor, head, rng)?;
        }
        means.enter(db, identity, Act::Accepted, actor, Digest::NONE, rng)
    })
    .await?;
    Ok(HttpResponse::Created().json(serde_json::json!({})))
}

/// A retry after a lost answer: the person stands there with the same record.
fn stands(db: &mut Db, acceptance: &Acceptance) -> Result<bool, Error> {
    // The id is the 16 bytes behind the record's version.
    let id = acceptance.record.0.get(1..17).and_then(|id| crypto::PersonId::try_from(id).ok());
    let Some(id) = id else { return Ok(false) };
    Ok(people::find(db, id)?.is_some_and(|person| person.record == acceptance.record.0))
}

/// Takes roster version 1 in: it names this coach alone, and the organisation's identity follows from it.
fn first_roster(
    db: &mut Db,
    organisation: &Organisation,
    acceptance: &Acceptance,
    today: Day,
) -> Result<OrganisationId, Error> {
    let bytes = acceptance.roster.as_ref().ok_or(Error::Malformed("the first coach makes roster version 1"))?;
    let signed = SignedRoster::parse(&bytes.0).map_err(refused)?;
    let chain = Chain::begin(&signed).map_err(refused)?;
    let identity = chain.organisation();
    let pending = Pending::parse(identity, &acceptance.record.0).map_err(refused)?;
    let person = pending.to_person(true, signed.roster.day);
    let alone = signed.roster.people.as_slice() == std::slice::from_ref(&person) && person.role == Role::Coach;
    if signed.roster.day != today {
        return Err(Error::Malformed("date the roster today"));
    }
    if !alone || signed.roster.name != organisation.name {
        return Err(Error::Malformed("roster version 1 names the first coach and the organisation as it was created"));
    }
    organisations::identify(db, organisation.key, identity)?;
    rosters::append(db, organisation.key, &signed)?;
    Ok(identity)
}
