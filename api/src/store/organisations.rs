//! Organisations, and the invitations into them.

use super::MOST_FORGOTTEN;
use super::connection::Db;
use super::convert::{from_day, to_id};
use super::schema::{invitation, organisation};
use crate::Error;
use crate::domain::questions::{self, Question};
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
    /// What a report is asked there.
    pub questions: Vec<Question>,
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

type Row = (Vec<u8>, String, Option<Vec<u8>>, String, String, String);

fn read((key, slug, identity, name, locale, asked): Row) -> Result<Organisation, Error> {
    let identity = identity.map(|identity| to_id(&identity)).transpose()?;
    Ok(Organisation { key: to_id(&key)?, slug, identity, name, locale, questions: questions::read(&asked) })
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
            organisation::questions.eq(questions::words(&new.questions)),
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

/// The name in addresses of the one organisation there is; nothing where there are several, or none.
///
/// # Errors
/// What the database says.
pub fn only(db: &mut Db) -> Result<Option<String>, Error> {
    let slugs: Vec<String> = organisation::table.select(organisation::slug).limit(2).load(db)?;
    Ok(<[String; 1]>::try_from(slugs).ok().map(|[slug]| slug))
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

/// Sets what a report is asked there from now on.
///
/// # Errors
/// What the database says.
pub fn ask(db: &mut Db, key: OrganisationKey, questions: &[Question]) -> Result<(), Error> {
    let row = organisation::questions.eq(questions::words(questions));
    diesel::update(organisation::table.find(key.as_ref())).set(row).execute(db)?;
    Ok(())
}

/// All organisations, by slug.
///
/// # Errors
/// What the database says.
pub fn list(db: &mut Db) -> Result<Vec<Organisation>, Error> {
    let rows: Vec<Row> = organisation::table.order(organisation::slug).load(db)?;
    rows.into_iter().map(read).collect()
}

/// Gives an organisation its identity, once. The invitations of before were for a first coach, and are dead now.
///
/// # Errors
/// [`Error::Conflict`] when it has one.
pub fn identify(db: &mut Db, key: OrganisationKey, identity: OrganisationId) -> Result<(), Error> {
    let unnamed = organisation::table.filter(organisation::id.eq(key.as_ref()).and(organisation::identity.is_null()));
    if diesel::update(unnamed).set(organisation::identity.eq(identity.as_ref())).execute(db)? == 0 {
        return Err(Error::Conflict);
    }
    diesel::delete(invitation::table.filter(invitation::organisation.eq(key.as_ref()))).execute(db)?;
    Ok(())
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

/// Forgets invitations whose day has passed, a few at a time.
///
/// # Errors
/// What the database says.
pub fn forget_invitations(db: &mut Db, today: Day) -> Result<usize, Error> {
    let over = invitation::table.filter(invitation::until_day.lt(from_day(today)));
    let over: Vec<Vec<u8>> = over.select(invitation::hash).limit(MOST_FORGOTTEN).load(db)?;
    over.iter().try_for_each(|hash| diesel::delete(invitation::table.find(hash)).execute(db).map(drop))?;
    Ok(over.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::support::{Site, TODAY, on_each_site};

    fn another() -> Organisation {
        let key = OrganisationKey([9; 16]);
        let questions = vec![Question::Topics];
        Organisation { key, slug: "maan".into(), identity: None, name: "Maan".into(), locale: "en".into(), questions }
    }

    #[test]
    fn an_organisation_is_found_by_each_of_its_names_and_a_taken_slug_is_refused() {
        on_each_site(|site| {
            create(&mut site.db, &another()).unwrap();
            let taken = Organisation { key: OrganisationKey([10; 16]), ..another() };
            assert!(matches!(create(&mut site.db, &taken), Err(Error::Conflict)));
            assert_eq!(
                list(&mut site.db).unwrap().iter().map(|one| one.slug.as_str()).collect::<Vec<_>>(),
                ["maan", "zonnehuis"]
            );
            assert_eq!(of_identity(&mut site.db, site.identity).unwrap().key, site.organisation);
            assert_eq!(of_key(&mut site.db, another().key).unwrap().slug, "maan");
            assert_eq!(find(&mut site.db, "zonnehuis").unwrap().unwrap().identity, Some(site.identity));
            assert!(find(&mut site.db, "niemand").unwrap().is_none());
            assert!(matches!(of_identity(&mut site.db, OrganisationId([3; 16])), Err(Error::NotFound)));
        });
    }

    #[test]
    fn what_is_asked_is_the_organisation_s_own() {
        on_each_site(|site| {
            create(&mut site.db, &another()).unwrap();
            let asked = |site: &mut Site| of_key(&mut site.db, another().key).unwrap().questions;
            assert_eq!(asked(site), [Question::Topics]);
            ask(&mut site.db, another().key, &[]).unwrap();
            assert_eq!(asked(site), []);
            assert_eq!(find(&mut site.db, "zonnehuis").unwrap().unwrap().questions, Question::ALL);
        });
    }

    #[test]
    fn an_identity_is_given_once_and_ends_the_invitations_of_before() {
        on_each_site(|site| {
            create(&mut site.db, &another()).unwrap();
            for (key, digest) in [(another().key, 1), (site.organisation, 2)] {
                invite(&mut site.db, key, Digest([digest; 32]), Role::Coach, None, TODAY).unwrap();
            }
            identify(&mut site.db, another().key, OrganisationId([3; 16])).unwrap();
            let again = identify(&mut site.db, another().key, OrganisationId([4; 16]));
            assert!(matches!(again, Err(Error::Conflict)));
            assert!(find_invitation(&mut site.db, Digest([1; 32]), TODAY).unwrap().is_none());
            assert!(find_invitation(&mut site.db, Digest([2; 32]), TODAY).unwrap().is_some());
        });
    }

    #[test]
    fn an_invitation_holds_through_its_day_and_for_one_person() {
        on_each_site(|site| {
            for (digest, until) in [(1, TODAY), (2, TODAY.plus(1))] {
                invite(&mut site.db, site.organisation, Digest([digest; 32]), Role::Auditor, Some("Jo"), until)
                    .unwrap();
            }
            let found = find_invitation(&mut site.db, Digest([1; 32]), TODAY).unwrap().unwrap();
            assert_eq!((found.role, found.name.as_deref()), (Role::Auditor, Some("Jo")));
            assert!(find_invitation(&mut site.db, Digest([1; 32]), TODAY.plus(1)).unwrap().is_none());
            assert_eq!(forget_invitations(&mut site.db, TODAY.plus(1)).unwrap(), 1);
            use_up(&mut site.db, Digest([2; 32])).unwrap();
            assert!(find_invitation(&mut site.db, Digest([2; 32]), TODAY).unwrap().is_none());
        });
    }
}
