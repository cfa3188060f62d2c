//! Who is signed in. A session only lists: everything that matters is signed by the roster key besides.

use crate::Error;
use crate::app::App;
use crate::limits::Class;
use crate::store::gate::Asker;
use crate::store::organisations::{self, Organisation};
use crate::store::people::{self, Person};
use crate::store::{Db, ledger, rosters};
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev};
use crypto::roster::Chain;
use crypto::staff::SessionToken;
use crypto::{Day, Digest, OrganisationId, VerifyingKey};
use std::pin::Pin;

/// The cookie's name: bound to this host, over TLS, on every path.
pub const COOKIE: &str = "__Host-session";
/// A sound key (the base point of RFC 8032): checking against it takes as long as against anybody's.
pub const NOBODY: VerifyingKey = VerifyingKey([
    0x58, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66,
    0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66,
]);
/// Seconds after which the use of a session is noted again.
const NOTED: i64 = 60;

/// A member of staff with an open session, in the roster or waiting for it.
pub struct Staff {
    /// Who.
    pub person: Person,
    /// Where.
    pub organisation: Organisation,
    /// The organisation's identity.
    pub identity: OrganisationId,
    /// The session's digest.
    pub session: Digest,
}

impl FromRequest for Staff {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let token = token(request);
        let app = request.app_data::<Data<App>>().cloned();
        // Unless the table of addresses names another.
        let class = request.app_data::<Class>().copied().unwrap_or(Class::Desk);
        Box::pin(async move {
            let app = app.ok_or(Error::SignIn)?;
            find(app.get_ref(), token.ok_or(Error::SignIn)?, class).await
        })
    }
}

fn token(request: &HttpRequest) -> Option<SessionToken> {
    let bearer = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let text = match bearer {
        Some(bearer) => bearer.strip_prefix("Bearer ")?,
        None => {
            let cookies = request.headers().get(header::COOKIE)?.to_str().ok()?;
            cookies.split("; ").find_map(|cookie| cookie.strip_prefix(COOKIE)?.strip_prefix('='))?
        }
    };
    SessionToken::parse(text).ok()
}

async fn find(app: &App, token: SessionToken, class: Class) -> Result<Staff, Error> {
    let (digest, now) = (token.digest(), app.clock.now());
    let found = app.store.read(move |db| {
        let Some((id, created, used)) = people::find_session(db, digest)? else { return Ok(None) };
        let Some(person) = people::find(db, id)? else { return Ok(None) };
        let organisation = organisations::of_key(db, person.organisation)?;
        Ok(Some((person, organisation, created, used)))
    });
    let (person, organisation, created, used) = found.await?.ok_or(Error::SignIn)?;
    let now_seconds = now.as_second();
    let over = |since: i64, limit: std::time::Duration| {
        u64::try_from(now_seconds.saturating_sub(since)).unwrap_or_default() > limit.as_secs()
    };
    if over(created, app.config.sessions.absolute()) || over(used, app.config.sessions.idle()) {
        app.store.write(move |db| people::close_session(db, digest)).await?;
        return Err(Error::SignIn);
    }
    app.limits.take(class, now)?;
    app.limits.take_of(class, person.id.as_ref(), now)?;
    if now_seconds.saturating_sub(used) > NOTED {
        app.store.write(move |db| people::touch_session(db, digest, now_seconds)).await?;
    }
    let identity = organisation.identity.ok_or(Error::SignIn)?;
    Ok(Staff { person, organisation, identity, session: digest })
}

impl Staff {
    /// The roster chain and who she is in its head, for whoever wants to read or change something.
    ///
    /// # Errors
    /// [`Error::Sealed`] while reading is closed; as [`Self::in_roster`].
    pub fn in_office(&self, db: &mut Db, today: Day) -> Result<(Chain, Asker), Error> {
        let found = self.in_roster(db, today)?;
        if ledger::is_sealed(db)? { Err(Error::Sealed) } else { Ok(found) }
    }

    /// The same while reading is closed: for what leads out of that.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for who waits for the guardians, or is in office no more.
    pub fn in_roster(&self, db: &mut Db, today: Day) -> Result<(Chain, Asker), Error> {
        let chain = rosters::chain(db, self.organisation.key)?;
        let person = chain.head().person(self.person.id).filter(|person| person.in_office(today));
        let key = person.and_then(crypto::roster::Person::verifying_key);
        let (person, key) = person.zip(key).ok_or(Error::Forbidden("the roster does not name you yet, or no more"))?;
        let asker = Asker { person: person.id, organisation: self.identity, key, role: person.role };
        Ok((chain, asker))
    }
}
