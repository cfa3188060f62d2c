//! Enrolling in threads, opening them through the gate, and the list of those opened.

use crate::Error;
use crate::app::App;
use crate::body::Json;
use crate::routes::refused;
use crate::session::{NOBODY, Staff};
use crate::store::gate::{self, Access};
use crate::store::threads;
use actix_web::HttpResponse;
use actix_web::web::{self, Data};
use crypto::access::{Challenge, Enrolment};
use crypto::ledger::{Purpose, Release};
use crypto::wire::{
    Cards, CardsQuery, Counter, Enrolled, EnrolmentDocument, Enrolments, KeyRows, ReleaseStatement, Released, Releases,
};
use crypto::{Day, Signature};

/// Threads in one request.
const MOST_THREADS: usize = 200;
const LARGE: usize = 256 << 10;
const SMALL: usize = 4_096;
/// A key row and its thread in a document are under 256 bytes.
const ROWS: usize = MOST_THREADS * 256;
/// Nonce, two keys, tag.
const KEY_ROW: usize = 24 + 64 + 16;
const TOO_MANY: Error = Error::Malformed("at most 200 threads at a time");

/// Enrols her in threads whose keys she proves to hold.
#[utoipa::path(post, path = "/api/v1/desk/enrolments", tag = "desk", request_body = Enrolments,
    responses((status = 200, body = Enrolled), (status = 400), (status = 401), (status = 403), (status = 408),
        (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn enrol(app: Data<App>, staff: Staff, asked: Json<Enrolments, LARGE>) -> Result<web::Json<Enrolled>, Error> {
    if asked.0.enrolments.len() > MOST_THREADS {
        return Err(TOO_MANY);
    }
    let challenge = Challenge::try_from(asked.0.challenge.0.as_slice()).map_err(refused)?;
    if !challenge.holds(&app.secrets.challenge, app.minute()) {
        return Err(Error::Forbidden("the challenge is too old: ask for another"));
    }
    let enrolments = asked.0.enrolments.iter().map(enrolment).collect::<Result<Vec<_>, _>>()?;
    app.settle().await?;
    let (today, ring) = (app.today(), app.ring.clone());
    let enrolled = app.store.write(move |db| {
        let (_, asker) = staff.in_office(db, today)?;
        if !asker.role.reads() {
            return Err(Error::Forbidden("only coaches and the fallback open threads"));
        }
        let mut answer = Enrolled { threads: Vec::new(), gone: Vec::new(), today: today.0 };
        for enrolment in &enrolments {
            let thread = enrolment.thread;
            enrolment.verify_person(asker.organisation, (asker.person, &asker.key), &challenge).map_err(refused)?;
            // Among the headers that she is served are made-up ones: of what is not hers she hears what she hears of
            // those, and a signature is checked all the same.
            let reader = threads::reader(db, staff.organisation.key, thread)?;
            let key = reader.unwrap_or(NOBODY);
            let holds = enrolment.verify_reader(asker.organisation, &key, asker.person, &challenge).is_ok();
            let living =
                if holds && reader.is_some() { threads::living(db, &ring, thread) } else { Err(Error::NotFound) };
            match living {
                Ok(living) => {
                    threads::enrol(db, thread, asker.person)?;
                    answer.threads.push(Counter { thread, counter: living.safekeeping.ratchet.counter() });
                }
                Err(Error::NotFound) => answer.gone.push(thread),
                Err(error) => return Err(error),
            }
        }
        Ok(answer)
    });
    enrolled.await.map(web::Json)
}

fn enrolment(document: &EnrolmentDocument) -> Result<Enrolment, Error> {
    Ok(Enrolment {
        thread: document.thread,
        by_reader: Signature::try_from(&document.by_reader).map_err(refused)?,
        by_person: Signature::try_from(&document.by_person).map_err(refused)?,
    })
}

/// One access as it was signed.
pub(super) fn access(statement: &ReleaseStatement) -> Result<Access, Error> {
    Ok(Access {
        thread: statement.thread,
        release: Release {
            tag: statement.tag.0.as_slice().try_into().map_err(refused)?,
            counter: statement.counter,
            purpose: Purpose::from_code(statement.purpose).ok_or_else(|| refused(crypto::Error::Version))?,
            day: Day(statement.day),
        },
        signature: Signature::try_from(&statement.signature).map_err(refused)?,
    })
}

/// Hands out bodies, each with its entry in the log: all of them or none.
#[utoipa::path(post, path = "/api/v1/desk/releases", tag = "desk", request_body = Releases,
    responses((status = 200, body = Released), (status = 400), (status = 401), (status = 403), (status = 404),
        (status = 408), (status = 409), (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn release(app: Data<App>, staff: Staff, asked: Json<Releases, LARGE>) -> Result<web::Json<Released>, Error> {
    if asked.0.releases.len() > MOST_THREADS {
        return Err(TOO_MANY);
    }
    let accesses = asked.0.releases.iter().map(access).collect::<Result<Vec<_>, _>>()?;
    if accesses.is_empty() {
        return Err(Error::Malformed("name at least one thread"));
    }
    app.settle().await?;
    let released = app.logged(move |db, means, rng| {
        let (_, asker) = staff.in_office(db, means.today)?;
        gate::release(db, means, &asker, &accesses, asked.0.since, rng)
    });
    Ok(web::Json(released.await?.into_document()))
}

/// The cards of the threads she is enrolled in, with one entry for the sitting.
#[utoipa::path(post, path = "/api/v1/desk/cards", tag = "desk", request_body = CardsQuery,
    responses((status = 200, body = Cards), (status = 400), (status = 401), (status = 403), (status = 408),
        (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn cards(app: Data<App>, staff: Staff, asked: Json<CardsQuery, SMALL>) -> Result<web::Json<Cards>, Error> {
    let signature = Signature::try_from(&asked.0.signature).map_err(refused)?;
    if asked.0.day != app.today().0 {
        return Err(Error::Stale { current: u64::from(app.today().0) });
    }
    app.settle().await?;
    let entered = app.logged(move |db, means, rng| {
        let (_, asker) = staff.in_office(db, means.today)?;
        gate::enter_cards(db, means, &asker, signature, rng)
    });
    let (entered, ring) = (entered.await?, app.ring.clone());
    let cards = app.store.read(move |db| gate::cards(db, &ring, entered)).await?;
    Ok(web::Json(cards.into_document()))
}

/// Keeps the keys of threads and their case files, sealed under her vault.
#[utoipa::path(put, path = "/api/v1/desk/key-rows", tag = "desk", request_body = KeyRows,
    responses((status = 204), (status = 400), (status = 401), (status = 403), (status = 408), (status = 413),
        (status = 415), (status = 429), (status = 503)))]
pub async fn key_rows(app: Data<App>, staff: Staff, new: Json<KeyRows, ROWS>) -> Result<HttpResponse, Error> {
    if new.0.rows.len() > MOST_THREADS {
        return Err(Error::TooLarge);
    }
    if new.0.rows.iter().any(|row| row.row.0.len() != KEY_ROW) {
        return Err(Error::Malformed("a key row has 104 bytes"));
    }
    let today = app.today();
    app.store
        .write(move |db| {
            let (_, asker) = staff.in_office(db, today)?;
            for row in &new.0.rows {
                threads::require_enrolled(db, row.thread, asker.person)?;
                threads::put_key_row(db, row.thread, asker.person, &row.row.0)?;
            }
            Ok(())
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
