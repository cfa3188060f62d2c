//! Organisations, and the invitations into them.

use super::connection::Db;
use super::convert::{from_day, to_id};
use super::schema::{invitation, organisation};
use crate::Error;
use crypto::roster::Role;
use crypto::{Day, Digest, OrganisationId};
use diesel::prelude::*;

/// The row's own random name: the slug may change, the identity comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OrganisationKey(pub [u8; 16]);

impl AsRef<[u8]> for OrganisationKey {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl TryFrom<&[u8]> for OrganisationKey {
    type Error = crypto::Error;

    fn try_from(bytes: &[u8]) -> Result<Self, crypto::Error> {
        bytes.try_into().map(Self).map_err(|_| crypto::Error::Malformed)
    }
}

/// An organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// The row's name.
    pub key: OrganisationKey,
    /// Its name in addresses.
    pub slug: String,
    /// Known once the first coach has accepted.
    pub identity: Option<OrganisationId>,
    /// Its name for people.
    pub name: String,
    /// The language it starts in.
    pub locale: String,
}

/// An invitation that was not used yet.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Where to.
    pub organisation: Organisation,
    /// As what.
    pub role: Role,
    /// The name it was made out to.
    pub name: Option<String>,
}

type Row = (Vec<u8>, String, Option<Vec<u8>>, String, String);

fn read((key, slug, identity, name, locale): Row) -> Result<Organisation, Error> {
    let identity = identity.map(|identity| to_id(&identity)).transpose()?;
    Ok(Organisation { key: to_id(&key)?, slug, identity, name, locale })
}

/// Makes an organisation.
///
/// # Errors
/// [`Error::Conflict`] when the slug is taken.
pub fn create(db: &mut Db, new: &Organisation) -> Result<(), Error> {
    if find(db, &new.slug)?.is_some() {
        return Err(Error::Conflict);
    }
    diesel::insert_into(organisation::table)
        .values((
            organisation::id.eq(new.key.as_ref()),
            organisation::slug.eq(&new.slug),
            organisation::name.eq(&new.name),
            organisation::locale.eq(&new.locale),
        ))
        .execute(db)?;
    Ok(())
}

/// The organisation of this slug.
///
/// # Errors
/// What the database says.
pub fn find(db: &mut Db, slug: &str) -> Result<Option<Organisation>, Error> {
    let row: Option<Row> = organisation::table.filter(organisation::slug.eq(slug)).first(db).optional()?;
    row.map(read).transpose()
}

/// The organisation of this identity.
///
/// # Errors
/// [`Error::NotFound`].
pub fn of_identity(db: &mut Db, identity: OrganisationId) -> Result<Organisation, Error> {
    let row: Option<Row> =
        organisation::table.filter(organisation::identity.eq(identity.as_ref())).first(db).optional()?;
    read(row.ok_or(Error::NotFound)?)
}

/// The organisation of this row.
///
/// # Errors
/// [`Error::NotFound`].
pub fn of_key(db: &mut Db, key: OrganisationKey) -> Result<Organisation, Error> {
    let row: Option<Row> = organisation::table.find(key.as_ref()).first(db).optional()?;
    read(row.ok_or(Error::NotFound)?)
}

/// All organisations, by slug.
///
/// # Errors
/// What the database says.
pub fn list(db: &mut Db) -> Result<Vec<Organisation>, Error> {
    let rows: Vec<Row> = organisation::table.order(organisation::slug).load(db)?;
    rows.into_iter().map(read).collect()
}

/// Gives an organisation its identity, once. Invitations from before it, made out to a first coach, are dead then.
///
/// # Errors
/// [`Error::Conflict`] when it has one.
pub fn identify(db: &mut Db, key: OrganisationKey, identity: OrganisationId) -> Result<(), Error> {
    let unnamed = organisation::table.filter(organisation::id.eq(key.as_ref()).and(organisation::identity.is_null()));
    match diesel::update(unnamed).set(organisation::identity.eq(identity.as_ref())).execute(db)? {
        0 => Err(Error::Conflict),
        _ => {
            diesel::delete(invitation::table.filter(invitation::organisation.eq(key.as_ref()))).execute(db)?;
            Ok(())
        }
    }
}

/// Keeps an invitation until a day, by its digest only.
///
/// # Errors
/// What the database says.
pub fn invite(
    db: &mut Db,
    to: OrganisationKey,
    digest: Digest,
    role: Role,
    name: Option<&str>,
    until: Day,
) -> Result<(), Error> {
    diesel::insert_into(invitation::table)
        .values((
            invitation::hash.eq(digest.as_ref()),
            invitation::organisation.eq(to.as_ref()),
            invitation::role.eq(role.name()),
            invitation::name.eq(name),
            invitation::until_day.eq(from_day(until)),
        ))
        .execute(db)?;
    Ok(())
}

/// An invitation that holds today.
///
/// # Errors
/// What the database says.
pub fn find_invitation(db: &mut Db, digest: Digest, today: Day) -> Result<Option<Invitation>, Error> {
    let row: Option<(Vec<u8>, String, Option<String>)> = invitation::table
        .filter(invitation::hash.eq(digest.as_ref()).and(invitation::until_day.ge(from_day(today))))
        .select((invitation::organisation, invitation::role, invitation::name))
        .first(db)
        .optional()?;
    let Some((organisation, role, name)) = row else { return Ok(None) };
    let organisation = of_key(db, to_id(&organisation)?)?;
    let role = Role::from_name(&role).ok_or(Error::Crypto(crypto::Error::Malformed))?;
    Ok(Some(Invitation { organisation, role, name }))
}

/// An invitation is good for one person.
///
/// # Errors
/// What the database says.
pub fn use_up(db: &mut Db, digest: Digest) -> Result<(), Error> {
    diesel::delete(invitation::table.find(digest.as_ref())).execute(db)?;
    Ok(())
}

/// Invitations whose day has passed.
///
/// # Errors
/// What the database says.
pub fn forget_invitations(db: &mut Db, today: Day) -> Result<usize, Error> {
    Ok(diesel::delete(invitation::table.filter(invitation::until_day.lt(from_day(today)))).execute(db)?)
}
