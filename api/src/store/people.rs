//! Members of staff: their public records, login keys, vaults and sessions.

use super::MOST_FORGOTTEN;
use super::connection::Db;
use super::convert::{from_u64, to_id, to_u64};
use super::organisations::OrganisationKey;
use super::schema::{person, session, vault};
use crate::Error;
use crypto::roster::Role;
use crypto::{Digest, PersonId, VerifyingKey};
use diesel::prelude::*;

/// A member of staff.
#[derive(Clone, Debug)]
pub struct Person {
    /// Her random name.
    pub id: PersonId,
    /// Where.
    pub organisation: OrganisationKey,
    /// Typed at unlock.
    pub account: String,
    /// As people read it.
    pub name: String,
    /// As invited.
    pub role: Role,
    /// Her signed public record.
    pub record: Vec<u8>,
    /// Public half of the login key.
    pub login_key: VerifyingKey,
    /// Public half of the recovery kit's login key.
    pub recovery_key: VerifyingKey,
    /// Batches of the listing she acknowledged.
    pub batch_seen: u64,
}

/// Whether somebody stands in the roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Waits for the guardians.
    Pending,
    /// Stands in the newest roster.
    Active,
    /// Stood in an older one.
    Removed,
}

impl State {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Removed => "removed",
        }
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = person)]
struct Row {
    id: Vec<u8>,
    organisation: Vec<u8>,
    account: String,
    name: String,
    role: String,
    record: Vec<u8>,
    login_key: Vec<u8>,
    recovery_key: Vec<u8>,
    batch_seen: i64,
}

impl Row {
    fn read(self) -> Result<Person, Error> {
        let key =
            |bytes: &[u8]| bytes.try_into().map(VerifyingKey).map_err(|_| Error::Crypto(crypto::Error::Malformed));
        Ok(Person {
            id: to_id(&self.id)?,
            organisation: to_id(&self.organisation)?,
            account: self.account,
            name: self.name,
            role: Role::from_name(&self.role).ok_or(Error::Crypto(crypto::Error::Malformed))?,
            record: self.record,
            login_key: key(&self.login_key)?,
            recovery_key: key(&self.recovery_key)?,
            batch_seen: to_u64(self.batch_seen),
        })
    }
}

/// Adds somebody who accepted an invitation, with her first vault.
///
/// # Errors
/// [`Error::Conflict`] when the account or the id is taken.
pub fn add(db: &mut Db, new: &Person, state: State, sealed_vault: &[u8]) -> Result<(), Error> {
    if find_account(db, new.organisation, &new.account)?.is_some() || find(db, new.id)?.is_some() {
        return Err(Error::Conflict);
    }
    diesel::insert_into(person::table)
        .values((
            person::id.eq(new.id.as_ref()),
            person::organisation.eq(new.organisation.as_ref()),
            person::account.eq(&new.account),
            person::name.eq(&new.name),
            person::role.eq(new.role.name()),
            person::state.eq(state.as_str()),
            person::record.eq(&new.record),
            person::login_key.eq(new.login_key.0.as_slice()),
            person::recovery_key.eq(new.recovery_key.0.as_slice()),
            person::batch_seen.eq(from_u64(new.batch_seen)),
        ))
        .execute(db)?;
    diesel::insert_into(vault::table)
        .values((vault::person.eq(new.id.as_ref()), vault::version.eq(1_i64), vault::bytes.eq(sealed_vault)))
        .execute(db)?;
    Ok(())
}

/// Somebody by her random name.
///
/// # Errors
/// What the database says.
pub fn find(db: &mut Db, id: PersonId) -> Result<Option<Person>, Error> {
    let row: Option<Row> = person::table.find(id.as_ref()).select(Row::as_select()).first(db).optional()?;
    row.map(Row::read).transpose()
}

/// Somebody by what she types at unlock.
///
/// # Errors
/// What the database says.
pub fn find_account(db: &mut Db, organisation: OrganisationKey, account: &str) -> Result<Option<Person>, Error> {
    let here = person::organisation.eq(organisation.as_ref()).and(person::account.eq(account));
    let row: Option<Row> = person::table.filter(here).select(Row::as_select()).first(db).optional()?;
    row.map(Row::read).transpose()
}

/// Everybody of an organisation in this state, by id.
///
/// # Errors
/// What the database says.
pub fn list(db: &mut Db, organisation: OrganisationKey, state: State) -> Result<Vec<Person>, Error> {
    let here = person::organisation.eq(organisation.as_ref()).and(person::state.eq(state.as_str()));
    let rows: Vec<Row> = person::table.filter(here).order(person::id).select(Row::as_select()).load(db)?;
    rows.into_iter().map(Row::read).collect()
}

/// Follows the roster: who stands in it is active, who stood in it is removed.
///
/// # Errors
/// What the database says.
pub fn set_state(db: &mut Db, id: PersonId, state: State) -> Result<(), Error> {
    diesel::update(person::table.find(id.as_ref())).set(person::state.eq(state.as_str())).execute(db)?;
    Ok(())
}

/// Notes that batches up to this one are in her vault. It only goes up.
///
/// # Errors
/// What the database says.
pub fn acknowledge(db: &mut Db, id: PersonId, number: u64) -> Result<(), Error> {
    let lower = person::table.filter(person::id.eq(id.as_ref()).and(person::batch_seen.lt(from_u64(number))));
    diesel::update(lower).set(person::batch_seen.eq(from_u64(number))).execute(db)?;
    Ok(())
}

/// The newest vault: counter and bytes.
///
/// # Errors
/// [`Error::NotFound`].
pub fn vault(db: &mut Db, id: PersonId) -> Result<(u64, Vec<u8>), Error> {
    let row: Option<(i64, Vec<u8>)> =
        vault::table.find(id.as_ref()).select((vault::version, vault::bytes)).first(db).optional()?;
    row.map(|(counter, bytes)| (to_u64(counter), bytes)).ok_or(Error::NotFound)
}

/// Saves the next vault. The same bytes again are a success.
///
/// # Errors
/// [`Error::Stale`] when its counter does not follow the one that stands.
pub fn save_vault(db: &mut Db, id: PersonId, counter: u64, bytes: &[u8]) -> Result<(), Error> {
    let (current, stands) = vault(db, id)?;
    if current == counter && stands == bytes {
        return Ok(());
    }
    if current.saturating_add(1) != counter {
        return Err(Error::Stale { current });
    }
    diesel::update(vault::table.find(id.as_ref()))
        .set((vault::version.eq(from_u64(counter)), vault::bytes.eq(bytes)))
        .execute(db)?;
    Ok(())
}

/// Opens a session; only the token's digest is kept. Times are unix seconds.
///
/// # Errors
/// What the database says.
pub fn open_session(db: &mut Db, token: Digest, id: PersonId, now: i64) -> Result<(), Error> {
    diesel::insert_into(session::table)
        .values((
            session::token_hash.eq(token.as_ref()),
            session::person.eq(id.as_ref()),
            session::created.eq(now),
            session::used.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Whose session this is, when it was opened and when it was last used.
///
/// # Errors
/// What the database says.
pub fn find_session(db: &mut Db, token: Digest) -> Result<Option<(PersonId, i64, i64)>, Error> {
    let row: Option<(Vec<u8>, i64, i64)> = session::table
        .find(token.as_ref())
        .select((session::person, session::created, session::used))
        .first(db)
        .optional()?;
    row.map(|(id, created, used)| Ok((to_id(&id)?, created, used))).transpose()
}

/// Notes that a session is in use.
///
/// # Errors
/// What the database says.
pub fn touch_session(db: &mut Db, token: Digest, now: i64) -> Result<(), Error> {
    diesel::update(session::table.find(token.as_ref())).set(session::used.eq(now)).execute(db)?;
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// What the database says.
pub fn close_session(db: &mut Db, token: Digest) -> Result<(), Error> {
    diesel::delete(session::table.find(token.as_ref())).execute(db)?;
    Ok(())
}

/// Ends sessions opened before `created` or not used since `used`, a few at a time.
///
/// # Errors
/// What the database says.
pub fn forget_sessions(db: &mut Db, created: i64, used: i64) -> Result<usize, Error> {
    let over = session::table.filter(session::created.lt(created).or(session::used.lt(used)));
    let over: Vec<Vec<u8>> = over.select(session::token_hash).limit(MOST_FORGOTTEN).load(db)?;
    over.iter().try_for_each(|hash| diesel::delete(session::table.find(hash)).execute(db).map(drop))?;
    Ok(over.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::support::{COACH, FALLBACK, on_each_site};

    #[test]
    fn an_account_and_an_id_are_one_persons() {
        on_each_site(|site| {
            let coach = find(&mut site.db, COACH).unwrap().unwrap();
            let same_account = Person { id: PersonId([5; 16]), ..coach.clone() };
            let same_id = Person { account: "another".into(), ..coach.clone() };
            for double in [same_account, same_id] {
                assert!(matches!(add(&mut site.db, &double, State::Pending, b"vault"), Err(Error::Conflict)));
            }
            let newcomer = Person { id: PersonId([5; 16]), account: "jo".into(), ..coach };
            add(&mut site.db, &newcomer, State::Pending, b"vault").unwrap();
            let ids = |db: &mut Db, state| -> Vec<PersonId> {
                list(db, newcomer.organisation, state).unwrap().into_iter().map(|person| person.id).collect()
            };
            assert_eq!(ids(&mut site.db, State::Pending), [newcomer.id]);
            assert_eq!(ids(&mut site.db, State::Active), [COACH, FALLBACK]);
            set_state(&mut site.db, newcomer.id, State::Active).unwrap();
            set_state(&mut site.db, COACH, State::Removed).unwrap();
            assert_eq!(ids(&mut site.db, State::Active), [FALLBACK, newcomer.id]);
            assert_eq!(find_account(&mut site.db, site.organisation, "jo").unwrap().unwrap().id, newcomer.id);
            assert!(find_account(&mut site.db, OrganisationKey([9; 16]), "jo").unwrap().is_none());
        });
    }

    #[test]
    fn a_vault_follows_the_one_before_and_the_same_bytes_again_are_a_success() {
        on_each_site(|site| {
            let db = &mut site.db;
            assert_eq!(vault(db, COACH).unwrap(), (1, b"vault".to_vec()));
            save_vault(db, COACH, 2, b"two").unwrap();
            save_vault(db, COACH, 2, b"two").unwrap();
            for (counter, bytes) in [(1, b"vault".as_slice()), (2, b"other"), (4, b"four"), (0, b"zero")] {
                let refused = save_vault(db, COACH, counter, bytes);
                assert!(matches!(refused, Err(Error::Stale { current: 2 })), "{counter}");
            }
            assert_eq!(vault(db, COACH).unwrap(), (2, b"two".to_vec()));
            assert_eq!(vault(db, FALLBACK).unwrap().0, 1);
            assert!(matches!(vault(db, PersonId([9; 16])), Err(Error::NotFound)));
        });
    }

    #[test]
    fn what_was_acknowledged_only_goes_up() {
        on_each_site(|site| {
            for number in [3, 2, 5, 0] {
                acknowledge(&mut site.db, COACH, number).unwrap();
            }
            assert_eq!(find(&mut site.db, COACH).unwrap().unwrap().batch_seen, 5);
            assert_eq!(find(&mut site.db, FALLBACK).unwrap().unwrap().batch_seen, 0);
        });
    }

    #[test]
    fn a_session_ends_by_hand_by_idleness_and_by_age() {
        on_each_site(|site| {
            let db = &mut site.db;
            for token in 1..=4 {
                open_session(db, Digest([token; 32]), COACH, 100).unwrap();
            }
            close_session(db, Digest([1; 32])).unwrap();
            touch_session(db, Digest([2; 32]), 200).unwrap();
            touch_session(db, Digest([3; 32]), 150).unwrap();
            assert_eq!(forget_sessions(db, 50, 150).unwrap(), 1);
            assert_eq!(find_session(db, Digest([2; 32])).unwrap(), Some((COACH, 100, 200)));
            assert_eq!(find_session(db, Digest([3; 32])).unwrap(), Some((COACH, 100, 150)));
            assert_eq!(find_session(db, Digest([4; 32])).unwrap(), None);
            assert_eq!(forget_sessions(db, 101, 0).unwrap(), 2);
        });
    }
}
