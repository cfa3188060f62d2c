//! Parts that lie on the shelf outside the database: which go there, which are there, and whose rows are gone.
//!
//! First a secret is committed, then the object is put, then the bytes leave their row. Whatever breaks off between two of
//! these is done again: the same secret seals the same bytes into the same object.

use super::{Name, random, to_i32};
use crate::Error;
use crate::store::connection::Db;
use crate::store::convert::{to_id, to_u64};
use crate::store::dialect::{first_held, insert_unless_there};
use crate::store::schema::{discarded_object, file_part, shelved_part};
use crypto::{Digest, Secret, ThreadId, shelf};
use diesel::dsl::exists;
use diesel::prelude::*;
use rand_core::CryptoRng;

/// Parts that are carried at a time: 2 MiB, and as much again sealed.
const MOST_CARRIED: i64 = 8;

/// Parts that lie on the shelf and not in the database.
macro_rules! outside {
    () => {
        shelved_part::table.filter(diesel::dsl::not(exists(
            file_part::table
                .filter(file_part::thread.eq(shelved_part::thread))
                .filter(file_part::author.eq(shelved_part::author))
                .filter(file_part::number.eq(shelved_part::number))
                .filter(file_part::part.eq(shelved_part::part)),
        )))
    };
}

type Key = (Vec<u8>, Vec<u8>, i32, i32);

/// Where a part lies on the shelf, and what opens it there.
#[derive(Clone, PartialEq, Eq)]
pub struct Shelved {
    /// What opens it.
    pub secret: Secret<32>,
    /// The name of its object.
    pub object: Digest,
}

impl Shelved {
    /// A new place for a part.
    pub fn make(part: &[u8], rng: &mut impl CryptoRng) -> Self {
        let secret = Secret::make(rng);
        Self { object: shelf::derive_name(&secret, part), secret }
    }

    fn read((secret, object): (Vec<u8>, Vec<u8>)) -> Result<Self, Error> {
        Ok(Self { secret: to_id(&secret)?, object: to_id(&object)? })
    }

    /// Whether these are the bytes that lie there.
    pub(super) fn holds(&self, part: &[u8]) -> bool {
        shelf::derive_name(&self.secret, part) == self.object
    }
}

/// A part on its way to the shelf.
pub struct Carried {
    key: Key,
    /// Where it will lie.
    pub shelved: Shelved,
    /// Sealed for the shelf.
    pub sealed: Vec<u8>,
}

/// Some parts that are still in the database and can be handed out, in random order across all files, sealed for the
/// shelf: under the secret of a former try where there was one.
///
/// # Errors
/// What the database says.
pub fn choose(db: &mut Db, rng: &mut impl CryptoRng) -> Result<Vec<Carried>, Error> {
    let keys: Vec<Key> = file_part::table
        .order(random())
        .limit(MOST_CARRIED)
        .select((file_part::thread, file_part::author, file_part::number, file_part::part))
        .load(db)?;
    let mut chosen = Vec::with_capacity(keys.len());
    for key in keys {
        let (thread, author, number, part) = (&key.0, &key.1, key.2, key.3);
        let kept = file_part::table.find((thread, author, number, part)).select(file_part::bytes);
        let bytes: Vec<u8> = kept.first(db)?;
        let shelved = match find_key(db, (thread, author, number, part))? {
            Some(shelved) => shelved,
            None => Shelved::make(&bytes, rng),
        };
        chosen.push(Carried { sealed: shelf::seal(&shelved.secret, &bytes), shelved, key });
    }
    Ok(chosen)
}

/// Writes down where parts will lie, before they lie there; answers for each whether its secret stands. One whose row went
/// meanwhile goes nowhere, and nor does one that somebody else carries under another secret.
///
/// # Errors
/// What the database says.
pub fn intend(db: &mut Db, carried: &[(Key, Shelved)]) -> Result<Vec<bool>, Error> {
    let mut stand = Vec::with_capacity(carried.len());
    for ((thread, author, number, part), shelved) in carried {
        // Held, so that who erases the file waits, and erases this secret with it.
        let kept = file_part::table.find((thread, author, number, part)).select(file_part::part);
        let there: Option<i32> = first_held!(&mut *db, kept).optional()?;
        if there.is_some() {
            let row = (
                shelved_part::thread.eq(thread),
                shelved_part::author.eq(author),
                shelved_part::number.eq(number),
                shelved_part::part.eq(part),
                shelved_part::secret.eq(shelved.secret.expose().as_slice()),
                shelved_part::object.eq(shelved.object.as_ref()),
            );
            insert_unless_there!(&mut *db, diesel::insert_into(shelved_part::table).values(row))?;
        }
        stand.push(find_key(db, (thread, author, *number, *part))?.as_ref() == Some(shelved));
    }
    Ok(stand)
}

/// Takes the bytes of parts out of the database whose objects the shelf has acknowledged. The object of one that was erased
/// meanwhile is discarded.
///
/// # Errors
/// What the database says.
pub fn settle(db: &mut Db, carried: &[(Key, Shelved)]) -> Result<(), Error> {
    for ((thread, author, number, part), shelved) in carried {
        let kept = file_part::table.find((thread, author, number, part));
        // In the order in which a file is erased: two of these never wait for each other.
        let _: Option<i32> = first_held!(&mut *db, kept.select(file_part::part)).optional()?;
        if find_key(db, (thread, author, *number, *part))?.as_ref() == Some(shelved) {
            diesel::delete(kept).execute(db)?;
        } else {
            discard(db, &shelved.object)?;
        }
    }
    Ok(())
}

impl Carried {
    /// What is written down of it.
    #[must_use]
    pub fn place(&self) -> (Key, Shelved) {
        (self.key.clone(), self.shelved.clone())
    }
}

/// Where a part lies.
pub(super) fn find(db: &mut Db, name: &Name, part: u32) -> Result<Option<Shelved>, Error> {
    let (thread, author, number) = name.key();
    find_key(db, (&thread.to_vec(), &author.to_vec(), number, to_i32(part)))
}

fn find_key(db: &mut Db, key: (&Vec<u8>, &Vec<u8>, i32, i32)) -> Result<Option<Shelved>, Error> {
    let row = shelved_part::table.find(key).select((shelved_part::secret, shelved_part::object));
    row.first(db).optional()?.map(Shelved::read).transpose()
}

/// Forgets the secrets of a thread's parts, after their bytes: their objects are discarded.
pub(super) fn erase(db: &mut Db, id: ThreadId) -> Result<(), Error> {
    let of_thread = shelved_part::table.filter(shelved_part::thread.eq(id.as_ref()));
    let objects: Vec<Vec<u8>> = of_thread.select(shelved_part::object).order(shelved_part::object).load(db)?;
    for object in objects {
        discard(db, &to_id(&object)?)?;
    }
    diesel::delete(of_thread).execute(db)?;
    Ok(())
}

fn discard(db: &mut Db, object: &Digest) -> Result<(), Error> {
    let row = discarded_object::object.eq(object.as_ref());
    insert_unless_there!(db, diesel::insert_into(discarded_object::table).values(row))?;
    Ok(())
}

/// Objects that are discarded at this moment.
///
/// # Errors
/// What the database says.
pub fn discarded(db: &mut Db) -> Result<Vec<Digest>, Error> {
    let objects: Vec<Vec<u8>> =
        discarded_object::table.select(discarded_object::object).order(discarded_object::object).load(db)?;
    objects.iter().map(|object| to_id(object)).collect()
}

/// Forgets objects that are on the shelf no more.
///
/// # Errors
/// What the database says.
pub fn forget_discarded(db: &mut Db, objects: &[Digest]) -> Result<(), Error> {
    for object in objects {
        diesel::delete(discarded_object::table.find(object.as_ref())).execute(db)?;
    }
    Ok(())
}

/// How many parts lie on the shelf and not in the database.
///
/// # Errors
/// What the database says.
pub fn count(db: &mut Db) -> Result<u64, Error> {
    Ok(to_u64(outside!().count().get_result(db)?))
}

/// One of them.
///
/// # Errors
/// What the database says.
pub fn pick(db: &mut Db) -> Result<Option<Shelved>, Error> {
    let row = outside!().order(random()).select((shelved_part::secret, shelved_part::object));
    row.first(db).optional()?.map(Shelved::read).transpose()
}

#[cfg(test)]
pub(in crate::store) mod tests;
