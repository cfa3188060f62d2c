//! Carries parts of files that were shown to the shelf, and takes from it what was erased: once after each tick, so that
//! whoever runs the shelf sees when ticks are, and not when somebody acted.

use crate::app::App;
use crate::shelf::Shelf;
use crate::store::files::shelved::{self, Carried};
use crate::store::installation::{self, Name};
use crate::store::{Db, leases};
use crate::{Error, entropy};

/// Seconds after which another instance goes on with what one left off.
const LEASE: i64 = 600;
const LEASE_NAME: &str = "shelving";
/// Objects that one transaction forgets.
const MOST_FORGOTTEN: usize = 64;

/// Does what the newest tick left to do, unless it is done; answers whether nothing is left. That it is done outlives the
/// process: a restart between two ticks tells nothing of what was erased since.
pub async fn look_after_the_shelf(app: &App) -> bool {
    let Some(shelf) = &app.shelf else { return true };
    let _one_at_a_time = app.shelving.lock().await;
    let outcome = async {
        let look =
            |db: &mut Db| Ok((installation::find(db, Name::LastTick)?, installation::find(db, Name::LastShelving)?));
        let (Some(newest), done) = app.store.read(look).await? else { return Ok(true) };
        // Immediate ticks are none to whoever looks from outside.
        if done.as_ref() == Some(&newest) && !app.is_immediate() {
            return Ok(true);
        }
        let all = after_a_tick(app, shelf).await?;
        if all && done.as_ref() != Some(&newest) {
            app.store.write(move |db| installation::put(db, Name::LastShelving, &newest)).await?;
        }
        Ok(all)
    };
    outcome.await.unwrap_or_else(|error: Error| {
        tracing::warn!(%error, "what is for the shelf has to wait");
        false
    })
}

/// Answers whether all is done; another instance that does it is left to it.
async fn after_a_tick(app: &App, shelf: &Shelf) -> Result<bool, Error> {
    // What is erased from now on waits for the next tick, however long this takes.
    let discarded = app.store.read(shelved::discarded).await?;
    let mut changed = !discarded.is_empty();
    for some in discarded.chunks(MOST_FORGOTTEN) {
        let some = some.to_vec();
        let Some(some) = claimed(app, |_| Ok(some)).await? else { return Ok(false) };
        for object in &some {
            shelf.remove(object).await?;
        }
        app.store.write(move |db| shelved::forget_discarded(db, &some)).await?;
    }
    loop {
        let mut rng = entropy::generator()?;
        let mut some = app.store.read(move |db| shelved::choose(db, &mut rng)).await?;
        if some.is_empty() {
            break;
        }
        let places: Vec<_> = some.iter().map(Carried::place).collect();
        let Some(stand) = claimed(app, move |db| shelved::intend(db, &places)).await? else { return Ok(false) };
        let mut stand = stand.into_iter();
        some.retain(|_| stand.next().unwrap_or_default());
        let places: Vec<_> = some.iter().map(Carried::place).collect();
        let bytes = some.iter().map(|part| part.sealed.len()).sum();
        for part in some {
            shelf.put(&part.shelved.object, part.sealed).await?;
        }
        app.store.write_much(bytes, move |db| shelved::settle(db, &places)).await?;
        changed = true;
    }
    if changed {
        // The write-ahead log still held the rows that went.
        app.wipe().await;
    }
    Ok(true)
}

/// Acts in a transaction that holds the lease, or not at all while another instance has it.
async fn claimed<T: Send + 'static>(
    app: &App,
    act: impl FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
) -> Result<Option<T>, Error> {
    let (holder, now) = (app.instance, app.clock.now().as_second());
    let write = move |db: &mut Db| match leases::claim(db, LEASE_NAME, holder, now, LEASE)? {
        Some(_) => act(db).map(Some),
        None => Ok(None),
    };
    app.store.write(write).await
}
