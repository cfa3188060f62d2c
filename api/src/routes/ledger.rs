//! The access log for everybody, as static parts: who asks for one tells nothing of what she looks for in it.
//!
//! Checkpoint, tiles and bundles are those of C2SP tlog-tiles; volumes, bodies and epochs are ours.

use crate::Error;
use crate::app::App;
use crate::body::Body;
use crate::limits::Class;
use crate::routes::pages::FOR_EVER;
use crate::store::Db;
use crate::store::ledger::published::{self, Published};
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Json, Path};
use crypto::ledger::{Checkpoint, Frontier, Part, Policy, SignedNote, cosignature_time};
use crypto::wire::{EpochDocument, EpochList};

const TEXT: &str = "text/plain; charset=utf-8";
const OCTETS: &str = "application/octet-stream";
/// A note with 16 lines, each of up to 5 kB, fits.
const MOST_NOTE: usize = 128 * 1024;
/// Bodies are erased when they are old, so they are not kept for ever elsewhere.
const A_DAY: &str = "public, max-age=86400";

/// The newest signed head (C2SP tlog-checkpoint); that of the empty log until the first epoch is closed.
#[utoipa::path(get, path = "/ledger/checkpoint", tag = "log",
    responses((status = 200, body = String, content_type = "text/plain"), (status = 429), (status = 503)))]
pub async fn checkpoint(app: Data<App>) -> Result<HttpResponse, Error> {
    let newest = read(&app, published::newest).await?;
    note(&app, newest)
}

/// The newest checkpoint under which a witness put her name; that of the empty log until one did.
#[utoipa::path(get, path = "/ledger/witnessed", tag = "log",
    responses((status = 200, body = String, content_type = "text/plain"), (status = 429), (status = 503)))]
pub async fn witnessed(app: Data<App>) -> Result<HttpResponse, Error> {
    let witnessed = read(&app, published::witnessed).await?;
    note(&app, witnessed)
}

/// The log's key and its witnesses (C2SP tlog-policy), as the operator has set them: compare them with others.
#[utoipa::path(get, path = "/ledger/policy", tag = "log",
    responses((status = 200, body = String, content_type = "text/plain"), (status = 429), (status = 503)))]
pub async fn policy(app: Data<App>) -> Result<HttpResponse, Error> {
    app.limits.take(Class::Public, app.clock.now())?;
    Ok(text(Policy::of(app.book.log().public(), &app.config.ledger.witnesses).to_text()))
}

/// Takes in what a witness wrote under a checkpoint: the whole note, with her line. Lines of others are passed over.
#[utoipa::path(post, path = "/ledger/cosignatures", tag = "log",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "C2SP signed-note"),
    responses((status = 204), (status = 400), (status = 403), (status = 404), (status = 408), (status = 413),
        (status = 415), (status = 429), (status = 503)))]
pub async fn cosign(app: Data<App>, body: Body<MOST_NOTE>) -> Result<HttpResponse, Error> {
    app.limits.take(Class::Public, app.clock.now())?;
    let malformed = |_| Error::Malformed("expected a checkpoint with its signatures");
    let note = std::str::from_utf8(&body.0).map_err(|_| Error::Malformed("expected text"))?;
    let note = SignedNote::parse(note).map_err(malformed)?;
    let size = Checkpoint::parse(note.text()).map_err(malformed)?.head.size;
    let stored = app.store.read(move |db| published::of_size(db, size)).await?;
    if SignedNote::parse(&stored.note)?.text() != note.text() {
        return Err(Error::Conflict);
    }
    let mut lines = Vec::new();
    for witness in &app.config.ledger.witnesses {
        if cosignature_time(&note, witness).map_err(super::refused)?.is_some() {
            lines.extend(note.line_by(witness).map(|line| (witness.to_text(), line.to_text())));
        }
    }
    if lines.is_empty() {
        return Err(Error::Forbidden("no witness that this server knows put her name there"));
    }
    let write =
        move |db: &mut Db| lines.iter().try_for_each(|(key, line)| published::put_cosignature(db, size, key, line));
    app.store.write(write).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// 256 hashes of the tree, or fewer at its edge.
#[utoipa::path(get, path = "/ledger/tile/{level}/{part}", tag = "log",
    params(("level" = u8, Path, example = 0),
        ("part" = String, Path, description = "As in C2SP tlog-tiles: 000, x001/000.p/17", example = "000.p/1")),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 404), (status = 429),
        (status = 503)))]
pub async fn tile(app: Data<App>, path: Path<(String, String)>) -> Result<HttpResponse, Error> {
    let (written, part) = path.into_inner();
    let level: u8 = written.parse().map_err(|_| Error::NotFound)?;
    if level > 63 || level.to_string() != written {
        return Err(Error::NotFound);
    }
    let part = find(&part)?;
    Ok(bytes(read(&app, move |db| published::hashes(db, level, part)).await?, FOR_EVER))
}

/// 256 entries, each behind its length, or fewer at the end.
#[utoipa::path(get, path = "/ledger/tile/entries/{part}", tag = "log", params(("part" = String, Path, example = "000.p/1")),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 404), (status = 429),
        (status = 503)))]
pub async fn entries(app: Data<App>, part: Path<String>) -> Result<HttpResponse, Error> {
    let part = find(&part)?;
    Ok(bytes(read(&app, move |db| published::bundle(db, part)).await?, FOR_EVER))
}

/// 4,096 entries, one after the other, or fewer at the end.
#[utoipa::path(get, path = "/ledger/volume/{part}", tag = "log", params(("part" = String, Path, example = "000.p/1")),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 404), (status = 429),
        (status = 503)))]
pub async fn volume(app: Data<App>, part: Path<String>) -> Result<HttpResponse, Error> {
    let part = find(&part)?;
    Ok(bytes(read(&app, move |db| published::volume(db, part)).await?, FOR_EVER))
}

/// The sealed bodies of 256 entries, each behind its length, which is 0 for an erased one.
#[utoipa::path(get, path = "/ledger/bodies/{part}", tag = "log", params(("part" = String, Path, example = "000.p/1")),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 404), (status = 429),
        (status = 503)))]
pub async fn bodies(app: Data<App>, part: Path<String>) -> Result<HttpResponse, Error> {
    let part = find(&part)?;
    Ok(bytes(read(&app, move |db| published::bodies(db, part)).await?, A_DAY))
}

/// The closed epochs: number, size, day.
#[utoipa::path(get, path = "/ledger/epochs", tag = "log",
    responses((status = 200, body = EpochList), (status = 429), (status = 503)))]
pub async fn epochs(app: Data<App>) -> Result<Json<EpochList>, Error> {
    let epochs = read(&app, published::closed_epochs).await?.into_iter();
    let document =
        |epoch: published::Closed| EpochDocument { number: epoch.number, size: epoch.size, day: epoch.day.0 };
    Ok(Json(EpochList { epochs: epochs.map(document).collect() }))
}

/// What a closed epoch sealed to its auditors; the digest of it stands in the entry that closed the epoch.
#[utoipa::path(get, path = "/ledger/epochs/{number}", tag = "log", params(("number" = u32, Path, example = 1)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = 404), (status = 429),
        (status = 503)))]
pub async fn encapsulations(app: Data<App>, number: Path<u32>) -> Result<HttpResponse, Error> {
    let number = number.into_inner();
    Ok(bytes(read(&app, move |db| published::encapsulations(db, number)).await?, FOR_EVER))
}

fn find<const WIDTH: u64>(path: &str) -> Result<Part<WIDTH>, Error> {
    Part::parse(path).map_err(|_| Error::NotFound)
}

async fn read<T: Send + 'static>(
    app: &App,
    query: impl FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    app.limits.take(Class::Public, app.clock.now())?;
    app.store.read(query).await
}

/// A checkpoint as it stands, or that of the empty log.
fn note(app: &App, found: Option<Published>) -> Result<HttpResponse, Error> {
    Ok(text(match found {
        Some(found) => found.text(),
        None => app.book.log().sign(Frontier::new().head())?.to_text(),
    }))
}

fn text(text: String) -> HttpResponse {
    HttpResponse::Ok().content_type(TEXT).body(text)
}

fn bytes(bytes: Vec<u8>, kept: &'static str) -> HttpResponse {
    HttpResponse::Ok().content_type(OCTETS).insert_header((header::CACHE_CONTROL, kept)).body(bytes)
}
