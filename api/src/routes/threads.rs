//! Taking a report in.

use super::refused;
use crate::app::App;
use crate::body::Body;
use crate::limits::Class;
use crate::store::{NewMessage, NewThread, Submission, rosters};
use crate::{Error, entropy};
use actix_web::HttpResponse;
use actix_web::web::Data;
use crypto::access::tombstone;
use crypto::ledger::Ratchet;
use crypto::thread::{Creation, Header, Safekeeping, ShareSlot};
use crypto::wire::Accepted;
use crypto::{PersonId, Secret};

/// Header, share, seed, the largest message and the proof of work fit.
const MOST: usize = 81_920;

/// Stages a sealed report until its tick. The same bytes again are a success.
#[utoipa::path(post, path = "/api/v1/threads", tag = "reporter",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "crypto::thread::Creation"),
    responses((status = 201, body = Accepted), (status = 400), (status = 403), (status = 404), (status = 408),
        (status = 409), (status = 413), (status = 415), (status = 428), (status = 429), (status = 503)))]
pub async fn create(app: Data<App>, body: Body<MOST>) -> Result<HttpResponse, Error> {
    app.limits.take(Class::Reports, app.clock.now())?;
    let creation = Creation::parse(&body.0).map_err(refused)?;
    let (identity, thread) = (creation.header.organisation, creation.header.thread);
    let (today, bits) = (app.today(), app.config.limits.work);
    let fresh = creation.work_day <= today && today.since(creation.work_day) <= 1;
    if !fresh || creation.work() < u32::from(bits) {
        return Err(Error::Work { bits });
    }
    if !matches!(creation.share_slot, ShareSlot::Plain(_)) {
        return Err(Error::Malformed("this organisation keeps shares itself: the roster says so"));
    }
    let organisation = app.organisation(identity).await?;
    let gates = app.store.read(move |db| rosters::gates(db, organisation)).await?;
    if !creation.passes(&gates) {
        return Err(Error::Gate);
    }
    let mut rng = entropy::generator()?;
    let mut ratchet = Ratchet::start(creation.ledger_seed);
    let registration = Some(ratchet.step(identity));
    ratchet.advance(identity)?;
    let kept =
        Safekeeping { share_slot: creation.share_slot, case_share: Secret::make(&mut rng), ratchet, registration };
    let (ring_key, secrets) = app.ring.seal(identity, thread, &kept.to_bytes(), &mut rng)?;
    let tick = app.next_tick();
    // There is one way to write a header, and it stands in front.
    let header = body.0.get(..Header::SIZE).unwrap_or_default().to_vec();
    let submission = Submission {
        thread: Some(NewThread { organisation: organisation.0, header, ring_key, secrets }),
        message: NewMessage {
            thread,
            author: PersonId::REPORTER,
            sequence: 0,
            tick: tick.0,
            bytes: creation.first_message,
        },
        buried_as: tombstone(&app.secrets.tombstone, thread),
    };
    app.store.submit(submission).await?;
    Ok(HttpResponse::Created().json(Accepted { day: app.schedule.clock_start(tick).0 }))
}
