//! Who waits for the guardians, and their signatures under rosters.

use crate::Error;
use crate::app::App;
use crate::body::Body;
use crate::routes::refused;
use crate::session::Staff;
use crate::store::people::{self, State};
use crate::store::{Db, rosters};
use actix_web::HttpResponse;
use actix_web::web::{self, Data};
use crypto::ledger::Act;
use crypto::roster::{Attestation, Chain, Pending, Roster, SignedRoster};
use crypto::wire::{Bytes, People, RosterState};

const MOST: usize = 1 << 20;
const SMALL: usize = 256;

/// People who accepted and are not in the roster, and the version that lacks signatures.
#[utoipa::path(get, path = "/api/v1/desk/people", tag = "desk",
    responses((status = 200, body = People), (status = 401), (status = 403), (status = 429), (status = 503)))]
pub async fn list(app: Data<App>, staff: Staff) -> Result<web::Json<People>, Error> {
    let today = app.today();
    let people = app.store.read(move |db| {
        staff.in_office(db, today)?;
        let pending = people::list(db, staff.organisation.key, State::Pending)?;
        let proposal = rosters::proposal(db, staff.organisation.key)?.map(Bytes);
        Ok(People { pending: pending.into_iter().map(|person| Bytes(person.record)).collect(), proposal })
    });
    people.await.map(web::Json)
}

/// A roster with the signature of the guardian who sends it. With enough signatures it becomes the newest version;
/// until then it is kept, and signatures under the same version are put together.
#[utoipa::path(post, path = "/api/v1/desk/roster", tag = "desk",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::roster::SignedRoster"),
    responses((status = 200, body = RosterState), (status = 400), (status = 401), (status = 403), (status = 408),
        (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn sign(app: Data<App>, staff: Staff, body: Body<MOST>) -> Result<web::Json<RosterState>, Error> {
    let mut next = SignedRoster::parse(&body.0).map_err(refused)?;
    let state = app.logged(move |db, means, rng| {
        let (mut chain, asker) = staff.in_office(db, means.today)?;
        if chain.head_digest() == next.roster.digest() {
            // A retry after a lost answer.
            let needed = u8::try_from(next.signatures.len()).unwrap_or(u8::MAX);
            return Ok(RosterState { signatures: needed, needed });
        }
        if !next.signatures.iter().any(|(person, _)| *person == asker.person) {
            return Err(Error::Forbidden("sign the roster yourself"));
        }
        let needed = chain.needed(&next.roster).map_err(refused)?;
        require_accepted(db, &staff, &chain, &next.roster)?;
        let kept = rosters::proposal(db, staff.organisation.key)?;
        let kept = kept.map(|bytes| SignedRoster::parse(&bytes)).transpose()?.filter(|kept| kept.roster == next.roster);
        // The day is what the 31 days of an announced removal are counted by: only a version that was dated on the day
        // it came in may wait for more signatures.
        if kept.is_none() && next.roster.day != means.today {
            return Err(Error::Malformed("date the roster today"));
        }
        if let Some(kept) = kept {
            let new = |(person, _): &&(_, _)| next.signatures.iter().all(|(signer, _)| signer != person);
            let more: Vec<_> = kept.signatures.iter().filter(new).copied().collect();
            next.signatures.extend(more);
        }
        let signatures = chain.signed(&next).map_err(refused)?;
        if signatures < needed {
            rosters::propose(db, staff.organisation.key, &next)?;
            return Ok(RosterState { signatures, needed });
        }
        chain.append(&next).map_err(refused)?;
        rosters::append(db, staff.organisation.key, &next)?;
        follow(db, &staff, &next.roster)?;
        let actor = Some((asker.person, asker.role));
        means.enter(db, staff.identity, Act::RosterChanged, actor, chain.head_digest(), rng)?;
        Ok(RosterState { signatures, needed })
    });
    state.await.map(web::Json)
}

/// "This head, this day."
#[utoipa::path(post, path = "/api/v1/desk/attestation", tag = "desk",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::roster::Attestation"),
    responses((status = 204), (status = 400), (status = 401), (status = 403), (status = 408), (status = 413),
        (status = 415), (status = 429), (status = 503)))]
pub async fn attest(app: Data<App>, staff: Staff, body: Body<SMALL>) -> Result<HttpResponse, Error> {
    let today = app.today();
    app.store
        .write(move |db| {
            let (chain, asker) = staff.in_office(db, today)?;
            let attestation = Attestation::parse(&chain, &body.0).map_err(refused)?;
            if attestation.person != asker.person || attestation.day != today {
                return Err(Error::Malformed("attest today's head in your own name"));
            }
            rosters::attest(db, staff.organisation.key, &attestation)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Everybody whom a roster names anew has accepted an invitation, with these very keys.
fn require_accepted(db: &mut Db, staff: &Staff, chain: &Chain, next: &Roster) -> Result<(), Error> {
    for person in next.people.iter().filter(|person| chain.head().person(person.id).is_none()) {
        let accepted = people::find(db, person.id)?.filter(|found| found.organisation == staff.organisation.key);
        let record = accepted.ok_or(Error::Malformed("the roster names somebody who accepted no invitation"))?.record;
        let pending = Pending::parse(staff.identity, &record)?.to_person(person.guardian, person.from);
        if pending.keys != person.keys || pending.role != person.role || pending.name != person.name {
            return Err(Error::Malformed("the roster names somebody in another way than she accepted"));
        }
    }
    Ok(())
}

/// The rows of people follow the newest roster.
fn follow(db: &mut Db, staff: &Staff, next: &Roster) -> Result<(), Error> {
    for person in &next.people {
        people::set_state(db, person.id, State::Active)?;
    }
    for person in people::list(db, staff.organisation.key, State::Active)? {
        if next.person(person.id).is_none() {
            people::set_state(db, person.id, State::Removed)?;
        }
    }
    Ok(())
}
