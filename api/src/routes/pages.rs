//! The pages for browsers, and what they load. The same bytes for everybody who asks in the same language.

use crate::Error;
use crate::app::App;
use crate::domain::names;
use crate::limits::Class;
use crate::site::{self, Facts};
use crate::store::organisations::Organisation;
use crate::store::{installation, organisations, rosters};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, AcceptEncoding, AcceptLanguage, Encoding, Header, HeaderName};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use client::clock::ANSWER_DAYS;
use client::site::{HTML, LANGUAGES, Manifest, PLAIN, POLICY};
use crypto::roster::{Chain, QUIET_DAYS, Role};
use jiff::ToSpan;
use jiff::civil::date;

/// A year: an asset's name changes with its content.
pub(super) const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Pages of an organisation, as they stand in addresses; its own address is the landing page.
const PAGES: [&str; 3] = ["who", "report", "mailbox"];

/// Below these, programs ask: what is not there is a problem document and no page.
const FOR_PROGRAMS: [&str; 5] = ["api", "assets", "health", "ledger", "problems"];

/// Whether a person may have asked for this path.
#[must_use]
pub fn may_be_one(path: &str) -> bool {
    !FOR_PROGRAMS.contains(&path.trim_start_matches('/').split('/').next().unwrap_or_default())
}

/// `/assets/{name}`
pub async fn asset(request: HttpRequest, name: Path<String>) -> Result<HttpResponse, Error> {
    let takes = AcceptEncoding::parse(&request).ok();
    let takes = |coding: &str| {
        let wanted = takes.as_ref().map(AcceptEncoding::ranked).unwrap_or_default();
        wanted.iter().any(|known| known.item().is_some_and(|known: &Encoding| known.to_string() == coding))
    };
    let asset = site::asset(&name, takes).ok_or(Error::NotFound)?;
    let mut answer = HttpResponse::Ok();
    answer.insert_header((header::CONTENT_TYPE, asset.kind));
    answer.insert_header((header::CACHE_CONTROL, FOR_EVER));
    answer.insert_header((header::VARY, "accept-encoding"));
    // A worker lives under the policy of its own script.
    answer.insert_header((header::CONTENT_SECURITY_POLICY, POLICY));
    if let Some(coding) = asset.coding {
        answer.insert_header((header::CONTENT_ENCODING, coding));
    }
    Ok(answer.body(asset.bytes))
}

/// `/site.txt`: what this release serves, for whoever checks it.
pub async fn manifest() -> Result<HttpResponse, Error> {
    let text = site::manifest().map(Manifest::text).ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok().insert_header((header::CONTENT_TYPE, PLAIN)).body(text))
}

/// `/site/{language}/{page}.html`: a page as it was built. It is to be read and no page: nothing runs in it.
pub async fn template(path: Path<(String, String)>) -> Result<HttpResponse, Error> {
    let (language, page) = path.into_inner();
    let template = site::template(&language, &page).ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok().insert_header((header::CONTENT_TYPE, PLAIN)).body(template))
}

/// `/`: the organisation, where there is just one.
pub async fn home(app: Data<App>, request: HttpRequest) -> HttpResponse {
    let only = async {
        app.limits.take(Class::Public, app.clock.now())?;
        app.store.read(organisations::only).await
    };
    match only.await {
        Ok(Some(slug)) => HttpResponse::SeeOther().insert_header((header::LOCATION, format!("/{slug}"))).finish(),
        Ok(None) => plain(&request, "notfound", StatusCode::NOT_FOUND),
        Err(error) => fault(&request, &error),
    }
}

/// `/desk` and `/audit`, with a language behind it or without.
pub async fn staff(app: Data<App>, request: HttpRequest) -> HttpResponse {
    if let Err(error) = app.limits.take(Class::Public, app.clock.now()) {
        return fault(&request, &error);
    }
    let room = request.match_info().get("room").unwrap_or("desk");
    match request.match_info().get("language") {
        Some(language) if !LANGUAGES.contains(&language) => plain(&request, "notfound", StatusCode::NOT_FOUND),
        Some(language) => answer(language, room, StatusCode::OK, &Facts::default()),
        None => plain(&request, room, StatusCode::OK),
    }
}

/// `/{org}`, with a language and a page behind it or without.
pub async fn organisation(app: Data<App>, request: HttpRequest) -> HttpResponse {
    find(&app, &request).await.unwrap_or_else(|error| fault(&request, &error))
}

async fn find(app: &App, request: &HttpRequest) -> Result<HttpResponse, Error> {
    app.limits.take(Class::Public, app.clock.now())?;
    let mut words = request.path().split('/').filter(|word| !word.is_empty());
    let slug = words.next().unwrap_or_default().to_owned();
    let rest: Vec<&str> = words.collect();
    let (language, page) = match rest.as_slice() {
        [] => (None, "landing"),
        [word] if LANGUAGES.contains(word) => (Some(*word), "landing"),
        [page] if PAGES.contains(page) => (None, *page),
        [language, page] if LANGUAGES.contains(language) && PAGES.contains(page) => (Some(*language), *page),
        _ => return Ok(plain(request, "notfound", StatusCode::NOT_FOUND)),
    };
    if names::check_slug(&slug).is_err() {
        return Ok(plain(request, "notfound", StatusCode::NOT_FOUND));
    }
    let found = app.store.read(move |db| {
        let Some(organisation) = organisations::find(db, &slug)? else { return Ok(None) };
        let chain = organisation.identity.map(|_| rosters::chain(db, organisation.key)).transpose()?;
        let attested = rosters::attestation(db, organisation.key)?
            .map(|(day, _)| crypto::Day(u32::try_from(day).unwrap_or_default()));
        Ok(Some((organisation, chain, attested, installation::is_test(db)?)))
    });
    let Some((organisation, chain, attested, test)) = found.await? else {
        return Ok(plain(request, "notfound", StatusCode::NOT_FOUND));
    };
    let language = language.unwrap_or_else(|| wanted(request, &organisation.locale));
    let facts = facts(app, organisation, chain.as_ref(), attested, test);
    Ok(answer(language, page, StatusCode::OK, &facts))
}

fn facts(
    app: &App,
    organisation: Organisation,
    chain: Option<&Chain>,
    attested: Option<crypto::Day>,
    test: bool,
) -> Facts {
    let today = app.today();
    let people = |role| {
        let head = chain.map(Chain::head);
        let people = head.into_iter().flat_map(move |head| head.in_office(role, today));
        people.map(|person| person.name.clone()).collect::<Vec<_>>()
    };
    let coaches = people(Role::Coach);
    let seen = chain.map(|chain| attested.unwrap_or_default().max(chain.head().day));
    let civil = |day: u32| date(1970, 1, 1).checked_add(i64::from(day).days()).ok();
    let started = app.schedule.clock_start(app.schedule.next(app.clock.now()));
    let answer_by = civil(started.plus(ANSWER_DAYS).0).map(|date| (date.year(), date.month(), date.day()));
    let holds = [
        ("quiet", seen.is_some_and(|seen| today.since(seen) > QUIET_DAYS)),
        ("test", test),
        ("closed", chain.is_none()),
        ("gate", chain.is_some_and(|chain| !chain.head().gates.is_empty())),
    ];
    Facts {
        coach: coaches.first().cloned().unwrap_or_default(),
        readers: if coaches.is_empty() { people(Role::Fallback) } else { coaches },
        questions: organisation.questions,
        name: organisation.name,
        slug: organisation.slug,
        answer_by,
        this_year: civil(today.0).map(|date| date.year()).unwrap_or_default(),
        when: holds.into_iter().filter(|(_, holds)| *holds).map(|(name, _)| name).collect(),
    }
}

/// Says on a page what a program would read in a problem document.
fn fault(request: &HttpRequest, error: &Error) -> HttpResponse {
    match error.error_response().status() {
        StatusCode::NOT_FOUND => plain(request, "notfound", StatusCode::NOT_FOUND),
        status => plain(request, "error", status),
    }
}

/// A page that belongs to no organisation, in the language that is asked for.
fn plain(request: &HttpRequest, name: &str, status: StatusCode) -> HttpResponse {
    answer(wanted(request, "nl-BE"), name, status, &Facts::default())
}

fn answer(language: &str, name: &str, status: StatusCode, facts: &Facts) -> HttpResponse {
    let Some(page) = site::page(language, name, facts) else {
        return HttpResponse::NotFound()
            .insert_header((header::CONTENT_TYPE, PLAIN))
            .body("This program was built without its pages: see `cargo xtask build`.\n");
    };
    HttpResponse::build(status)
        .insert_header((header::CONTENT_TYPE, HTML))
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .insert_header((header::VARY, "accept-language"))
        .insert_header((HeaderName::from_static("origin-agent-cluster"), "?1"))
        .body(page)
}

/// The language asked for that we have; else the organisation's own. A region we do not have stands for its language.
fn wanted(request: &HttpRequest, own: &str) -> &'static str {
    let known = |tag: &str| {
        let tag = tag.to_ascii_lowercase();
        let exact = LANGUAGES.iter().find(|language| **language == tag);
        exact.or_else(|| LANGUAGES.iter().find(|language| tag.split('-').next() == Some(**language))).copied()
    };
    let asked = AcceptLanguage::parse(request).map(|asked| asked.ranked()).unwrap_or_default();
    let asked = asked.iter().find_map(|asked| known(&asked.to_string()));
    asked.or_else(|| known(own)).unwrap_or("nl-be")
}
