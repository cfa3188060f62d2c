//! A log that contradicts its pin: what both say, and the guardians' signatures that open reading again.

use crate::Error;
use crate::app::App;
use crate::body::Json;
use crate::routes::refused;
use crate::session::Staff;
use crate::store::ledger::{self, Sealing, Signed};
use crate::store::{Db, installation};
use actix_web::web::{self, Data};
use crypto::ledger::Act;
use crypto::wire::{LogState, ReconciliationStatement};
use crypto::{Day, OrganisationId, Signature};

const SMALL: usize = 4_096;
const OPEN: Error = Error::Malformed("reading is open: there is nothing to reconcile");

/// Whether reading is closed, and what guardians sign then.
#[utoipa::path(get, path = "/api/v1/desk/reconciliation", tag = "desk",
    responses((status = 200, body = LogState), (status = 401), (status = 403), (status = 429), (status = 503)))]
pub async fn show(app: Data<App>, staff: Staff) -> Result<web::Json<LogState>, Error> {
    let today = app.today();
    let state = app.store.read(move |db| {
        staff.in_roster(db, today)?;
        let sealing = if ledger::is_sealed(db)? { ledger::sealing(db)? } else { None };
        state(db, sealing, staff.identity, today)
    });
    state.await.map(web::Json)
}

/// A guardian's signature over both heads. With the last one that is needed reading opens.
#[utoipa::path(post, path = "/api/v1/desk/reconciliation", tag = "desk", request_body = ReconciliationStatement,
    responses((status = 200, body = LogState), (status = 400), (status = 401), (status = 403), (status = 408),
        (status = 413), (status = 415), (status = 429), (status = 503)))]
pub async fn sign(
    app: Data<App>,
    staff: Staff,
    statement: Json<ReconciliationStatement, SMALL>,
) -> Result<web::Json<LogState>, Error> {
    let signature = Signature::try_from(&statement.0.signature).map_err(refused)?;
    let signed = app.logged(move |db, means, rng| {
        let (chain, asker) = staff.in_roster(db, means.today)?;
        if !chain.head().guardians(means.today).any(|guardian| guardian.id == asker.person) {
            return Err(Error::Forbidden("only guardians reconcile the access log"));
        }
        let mut sealing = ledger::sealing(db)?.ok_or(OPEN)?;
        if !ledger::is_sealed(db)? {
            let again = sealing.has(staff.identity, asker.person, &signature);
            return if again { Ok((state(db, None, staff.identity, means.today)?, None)) } else { Err(OPEN) };
        }
        let reconciliation = sealing.statement()?;
        reconciliation.verify(staff.identity, &asker.key, &signature).map_err(refused)?;
        ledger::sign(db, &mut sealing, staff.identity, (asker.person, signature), means.today)?;
        let opened = !ledger::is_sealed(db)?;
        if opened {
            let actor = Some((asker.person, asker.role));
            means.enter(db, OrganisationId::NONE, Act::Reconciled, actor, reconciliation.digest(), rng)?;
        }
        let note = if opened { ledger::find_head(db)?.map(|head| head.note) } else { None };
        Ok((state(db, (!opened).then_some(sealing), staff.identity, means.today)?, note))
    });
    let (state, note) = signed.await?;
    if let Some(note) = note {
        app.book.pin_anew(&note)?;
    }
    Ok(web::Json(state))
}

fn state(db: &mut Db, sealing: Option<Sealing>, organisation: OrganisationId, today: Day) -> Result<LogState, Error> {
    let signed = sealing.as_ref().map(|sealing| sealing.signed(db, organisation, today)).transpose()?;
    let Signed { signatures, needed } = signed.unwrap_or(Signed { signatures: 0, needed: 0 });
    let number = |count| u8::try_from(count).unwrap_or(u8::MAX);
    let (kept, head) = sealing.map(|sealing| (sealing.kept, sealing.head)).unzip();
    Ok(LogState {
        sealed: ledger::is_sealed(db)?,
        kept,
        head,
        signatures: number(signatures),
        needed: number(needed),
        restored_to: installation::restored(db)?.map(|restored| restored.to.0),
    })
}
