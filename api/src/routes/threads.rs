//! Taking a report in.

use super::refused;
use crate::app::{App, Destination};
use crate::body::Body;
use crate::clock::Tick;
use crate::limits::Class;
use crate::store::organisations::OrganisationKey;
use crate::store::{NewMessage, NewThread, Submission};
use crate::{Error, entropy};
use actix_web::HttpResponse;
use actix_web::web::Data;
use crypto::access::tombstone;
use crypto::ledger::Ratchet;
use crypto::thread::{Creation, Header, Safekeeping, ShareSlot};
use crypto::wire::Accepted;
use crypto::{PersonId, Secret};
use std::sync::Arc;

/// Header, share, seed, the largest message and the proof of work fit.
const MOST: usize = 81_920;
/// Versions of a roster count from 1.
const NO_VERSION: i32 = 0;

/// Stages a sealed report until its tick. The same bytes again are a success.
#[utoipa::path(post, path = "/api/v1/threads", tag = "reporter",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::thread::Creation"),
    responses((status = 201, body = Accepted), (status = 400), (status = 403), (status = 404), (status = 408),
        (status = 409), (status = 413), (status = 415), (status = 428), (status = 429), (status = 503)))]
pub async fn create(app: Data<App>, body: Body<MOST>) -> Result<HttpResponse, Error> {
    app.limits.take(Class::Reports, app.clock.now())?;
    let creation = Creation::parse(&body.0).map_err(refused)?;
    let identity = creation.header.organisation;
    let (today, bits) = (app.today(), app.config.limits.work);
    let fresh = creation.work_day <= today && today.since(creation.work_day) <= 1;
    if !fresh || creation.work() < u32::from(bits) {
        return Err(Error::Work { bits });
    }
    if !matches!(creation.share_slot, ShareSlot::Plain(_)) {
        return Err(Error::Malformed("this organisation keeps shares itself: the roster says so"));
    }
    let known = app.destination(identity).await?;
    let (mut destination, mut passes) =
        if creation.passes(&known.gates) { (known, true) } else { admit(&app, &creation).await? };
    // There is one way to write a header, and it stands in front.
    let header = body.0.get(..Header::SIZE).unwrap_or_default();
    let tick = app.next_tick();
    loop {
        // By no version nothing new is taken in, and what was taken in before a code ended is a success once more.
        let by = if passes { destination.roster } else { NO_VERSION };
        match app.store.submit(seal(&app, &creation, header, (destination.organisation, by), tick)?).await {
            Err(Error::Stale { .. }) if !passes => return Err(Error::Gate),
            // Another version of the roster came between: it says who may report now.
            Err(Error::Stale { .. }) => (destination, passes) = admit(&app, &creation).await?,
            outcome => break outcome?,
        }
    }
    Ok(HttpResponse::Created().json(Accepted { day: app.schedule.clock_start(tick).0 }))
}

/// Where it goes, and whether the newest roster lets it in.
async fn admit(app: &App, new: &Creation) -> Result<(Arc<Destination>, bool), Error> {
    let destination = app.look_up(new.header.organisation).await?;
    let passes = new.passes(&destination.gates);
    Ok((destination, passes))
}

/// The rows it makes, its secrets sealed.
fn seal(
    app: &App,
    new: &Creation,
    header: &[u8],
    (key, roster): (OrganisationKey, i32),
    tick: Tick,
) -> Result<Submission, Error> {
    let Header { organisation, thread, .. } = new.header;
    let mut rng = entropy::generator()?;
    let mut ratchet = Ratchet::start(new.ledger_seed.clone());
    let registration = Some(ratchet.step(organisation));
    ratchet.advance(organisation)?;
    let case_share = Secret::make(&mut rng);
    let kept = Safekeeping { share_slot: new.share_slot.clone(), case_share, ratchet, registration };
    let (ring_key, secrets) = app.ring.seal(organisation, thread, &kept.to_bytes(), &mut rng)?;
    let (organisation, header) = (key.0, header.to_vec());
    Ok(Submission {
        thread: Some(NewThread { organisation, roster, header, ring_key, secrets }),
        message: NewMessage {
            thread,
            author: PersonId::REPORTER,
            sequence: 0,
            tick: tick.0,
            bytes: new.first_message.clone(),
        },
        buried_as: tombstone(&app.secrets.tombstone, thread),
    })
}
