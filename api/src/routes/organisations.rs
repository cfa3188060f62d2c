//! What anybody may know of an organisation: the same bytes for everybody.

use crate::app::App;
use crate::clock::Ticks;
use crate::limits::Class;
use crate::store::people::{self, State};
use crate::store::{installation, organisations, rosters};
use crate::{Error, domain};
use actix_web::web::{self, Data, Path};
use crypto::roster::{KeyUse, Pending};
use crypto::wire::{Bytes, PublicOrganisation};

/// The roster with its keys, the day, the ticks, the log's key.
#[utoipa::path(get, path = "/api/v1/organisations/{slug}", tag = "reporter",
    params(("slug" = String, Path, description = "The organisation's name in addresses", example = "zonnehuis")),
    responses((status = 200, body = PublicOrganisation), (status = 404), (status = 429), (status = 503)))]
pub async fn show(app: Data<App>, slug: Path<String>) -> Result<web::Json<PublicOrganisation>, Error> {
    app.limits.take(Class::Public, app.clock.now())?;
    let slug = slug.into_inner();
    domain::names::check_slug(&slug).map_err(|_| Error::NotFound)?;
    let found = app.store.read(move |db| {
        let organisation = organisations::find(db, &slug)?.ok_or(Error::NotFound)?;
        let (mut roster, mut keys) = (Vec::new(), Vec::new());
        if let Some(identity) = organisation.identity {
            roster = rosters::versions(db, organisation.key)?;
            let chain = rosters::chain(db, organisation.key)?;
            for person in people::list(db, organisation.key, State::Active)? {
                let seal = Pending::parse(identity, &person.record)?.seal;
                let named = chain.head().person(person.id).and_then(|person| person.key(KeyUse::Seal));
                if named == Some(seal.digest().0) {
                    keys.push(Bytes(seal.as_bytes().to_vec()));
                }
            }
        }
        let attestation = rosters::attestation(db, organisation.key)?.map(|(_, bytes)| Bytes(bytes));
        Ok((organisation, roster, keys, attestation, installation::is_test(db)?))
    });
    let (organisation, roster, keys, attestation, test) = found.await?;
    let now = app.clock.now();
    let next = app.schedule.next(now);
    let ticks = match &app.config.mailbox.ticks {
        Ticks::Immediate => vec!["immediate".into()],
        Ticks::Daily(times) => times.iter().map(|time| time.strftime("%H:%M").to_string()).collect(),
    };
    Ok(web::Json(PublicOrganisation {
        slug: organisation.slug,
        name: organisation.name,
        locale: organisation.locale,
        identity: organisation.identity,
        roster: roster.into_iter().map(Bytes).collect(),
        keys,
        attestation,
        today: app.today().0,
        clock_day: app.schedule.clock_start(next).0,
        next_tick: app.schedule.next_instant(now).map(|_| next.text()),
        difficulty: app.config.limits.work,
        ticks,
        log_key: app.book.log().public().to_text(),
        time_zone: app.config.mailbox.time_zone.iana_name().unwrap_or("UTC").into(),
        test,
    }))
}
