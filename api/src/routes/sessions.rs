//! Signing in and out.

use crate::app::App;
use crate::body::Json;
use crate::domain::names;
use crate::limits::Class;
use crate::session::{COOKIE, NOBODY, Staff};
use crate::store::{organisations, people};
use crate::{Error, entropy};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{self, Data};
use crypto::access::Challenge;
use crypto::ledger::Act;
use crypto::staff::{SessionToken, verify_login};
use crypto::wire::{Bytes, ChallengeDocument, Login, Session};
use crypto::{Day, Digest, Signature};

const MOST: usize = 4_096;
const REFUSED: Error = Error::Forbidden("account and passphrase do not go together, or the sign-in took too long");

/// Something to sign, good for three minutes. The server keeps nothing of it.
#[utoipa::path(get, path = "/api/v1/challenge", tag = "reporter",
    responses((status = 200, body = ChallengeDocument), (status = 429)))]
pub async fn challenge(app: Data<App>) -> Result<web::Json<ChallengeDocument>, Error> {
    app.limits.take(Class::Public, app.clock.now())?;
    let challenge = Challenge::make(&app.secrets.challenge, app.minute(), &mut entropy::generator()?);
    Ok(web::Json(ChallengeDocument { challenge: Bytes(challenge.0.to_vec()), today: app.today().0 }))
}

/// Opens a session for who signs with the login key of the account. Every fault is answered alike.
#[utoipa::path(post, path = "/api/v1/sessions", tag = "desk", request_body = Login,
    responses((status = 200, body = Session), (status = 400), (status = 403), (status = 408), (status = 413),
        (status = 415), (status = 429), (status = 503)))]
pub async fn open(app: Data<App>, login: Json<Login, MOST>) -> Result<HttpResponse, Error> {
    let (login, now) = (login.0, app.clock.now());
    app.limits.take(Class::SignIn, now)?;
    app.limits.take_of(Class::SignIn, format!("{}/{}", login.slug, login.account).as_bytes(), now)?;
    let challenge = Challenge::try_from(login.challenge.0.as_slice()).map_err(|_| REFUSED)?;
    let signature = Signature::try_from(&login.signature).map_err(|_| REFUSED)?;
    let (slug, account) = (login.slug.clone(), login.account.clone());
    let possible = names::check_slug(&slug).and(names::check_account(&account)).is_ok();
    let found = app.store.read(move |db| {
        if !possible {
            return Ok(None);
        }
        let Some(organisation) = organisations::find(db, &slug)? else { return Ok(None) };
        let Some(identity) = organisation.identity else { return Ok(None) };
        let person = people::find_account(db, organisation.key, &account)?;
        Ok(person.map(|person| (identity, person)))
    });
    let found = found.await?;
    // An unknown account is checked all the same, so that the time does not tell; it is refused in any case.
    let key =
        found.as_ref().map_or(NOBODY, |(_, person)| if login.kit { person.recovery_key } else { person.login_key });
    let identity = found.as_ref().map_or(crypto::OrganisationId::NONE, |(identity, _)| *identity);
    let origins = app.config.http.origins.iter().map(String::as_str);
    let signed = verify_login(&key, identity, &login.account, origins, Day(login.day), &challenge, &signature).is_ok();
    let fresh = challenge.holds(&app.secrets.challenge, app.minute()) & (login.day == app.today().0);
    let Some((identity, person)) = found.filter(|_| signed & fresh) else { return Err(REFUSED) };
    let token = SessionToken::make(&mut entropy::generator()?);
    let (digest, id, role, seconds) = (token.digest(), person.id, person.role, now.as_second());
    let vault = app
        .logged(move |db, means, rng| {
            means.enter(db, identity, Act::SessionOpened, Some((id, role)), Digest::NONE, rng)?;
            people::open_session(db, digest, id, seconds)?;
            people::vault(db, id)
        })
        .await?;
    let text = token.to_text();
    let mut answer = HttpResponse::Ok();
    if !login.native {
        let cookie = format!("{COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Strict", text.as_str());
        answer.insert_header((header::SET_COOKIE, cookie));
    }
    let session = login.native.then(|| text.to_string());
    Ok(answer.json(Session { session, person: id, vault: Bytes(vault.1) }))
}

/// Ends the session.
#[utoipa::path(delete, path = "/api/v1/session", tag = "desk",
    responses((status = 204), (status = 401), (status = 429), (status = 503)))]
pub async fn close(app: Data<App>, staff: Staff) -> Result<HttpResponse, Error> {
    app.store.write(move |db| people::close_session(db, staff.session)).await?;
    let cookie = format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
    let mut answer = HttpResponse::NoContent();
    answer.insert_header((header::SET_COOKIE, cookie));
    answer.insert_header(("clear-site-data", "\"cache\", \"cookies\", \"storage\""));
    Ok(answer.finish())
}
