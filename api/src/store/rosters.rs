//! Rosters as their signers made them, and the one that waits for signatures.

use super::connection::Db;
use super::convert::from_day;
use super::organisations::OrganisationKey;
use super::schema::{roster, roster_attestation, roster_proposal};
use crate::Error;
use crypto::Day;
use crypto::roster::{Attestation, Chain, PeriodKey, SignedRoster};
use diesel::prelude::*;

/// Every version, oldest first.
///
/// # Errors
/// What the database says.
pub fn versions(db: &mut Db, organisation: OrganisationKey) -> Result<Vec<Vec<u8>>, Error> {
    Ok(roster::table
        .filter(roster::organisation.eq(organisation.as_ref()))
        .order(roster::number)
        .select(roster::bytes)
        .load(db)?)
}

/// The chain, checked as every client checks it.
///
/// # Errors
/// [`Error::NotFound`] before the first version; [`Error::Crypto`] when what is stored does not hold.
pub fn chain(db: &mut Db, organisation: OrganisationKey) -> Result<Chain, Error> {
    let versions = versions(db, organisation)?;
    if versions.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(Chain::parse(versions.iter().map(Vec::as_slice))?)
}

/// The number of the newest version, and the keys of the gate codes that count by it; none where everybody may report.
///
/// # Errors
/// [`Error::NotFound`] before the first version; [`Error::Crypto`] when what is stored does not read.
pub fn gates(db: &mut Db, organisation: OrganisationKey) -> Result<(i32, Vec<PeriodKey>), Error> {
    let newest: Option<(i32, Vec<u8>)> = roster::table
        .filter(roster::organisation.eq(organisation.as_ref()))
        .order(roster::number.desc())
        .select((roster::number, roster::bytes))
        .first(db)
        .optional()?;
    let (number, bytes) = newest.ok_or(Error::NotFound)?;
    Ok((number, SignedRoster::parse(&bytes)?.roster.gates))
}

/// Adds a version that the chain accepted. A proposal is void then.
///
/// # Errors
/// What the database says.
pub fn append(db: &mut Db, organisation: OrganisationKey, next: &SignedRoster) -> Result<(), Error> {
    diesel::insert_into(roster::table)
        .values((
            roster::organisation.eq(organisation.as_ref()),
            roster::number.eq(i32::try_from(next.roster.number).unwrap_or(i32::MAX)),
            roster::bytes.eq(next.to_bytes()),
        ))
        .execute(db)?;
    diesel::delete(roster_proposal::table.find(organisation.as_ref())).execute(db)?;
    Ok(())
}

/// The version that lacks signatures.
///
/// # Errors
/// What the database says.
pub fn proposal(db: &mut Db, organisation: OrganisationKey) -> Result<Option<Vec<u8>>, Error> {
    Ok(roster_proposal::table.find(organisation.as_ref()).select(roster_proposal::bytes).first(db).optional()?)
}

/// Keeps a version that lacks signatures, in place of another.
///
/// # Errors
/// What the database says.
pub fn propose(db: &mut Db, organisation: OrganisationKey, next: &SignedRoster) -> Result<(), Error> {
    diesel::delete(roster_proposal::table.find(organisation.as_ref())).execute(db)?;
    diesel::insert_into(roster_proposal::table)
        .values((roster_proposal::organisation.eq(organisation.as_ref()), roster_proposal::bytes.eq(next.to_bytes())))
        .execute(db)?;
    Ok(())
}

/// The newest "this head, this day".
///
/// # Errors
/// What the database says.
pub fn attestation(db: &mut Db, organisation: OrganisationKey) -> Result<Option<(i32, Vec<u8>)>, Error> {
    Ok(roster_attestation::table
        .find(organisation.as_ref())
        .select((roster_attestation::day, roster_attestation::bytes))
        .first(db)
        .optional()?)
}

/// Keeps an attestation, unless a newer one stands.
///
/// # Errors
/// What the database says.
pub fn attest(db: &mut Db, organisation: OrganisationKey, new: &Attestation) -> Result<(), Error> {
    let day: Day = new.day;
    if attestation(db, organisation)?.is_some_and(|(stands, _)| stands > from_day(day)) {
        return Ok(());
    }
    diesel::delete(roster_attestation::table.find(organisation.as_ref())).execute(db)?;
    diesel::insert_into(roster_attestation::table)
        .values((
            roster_attestation::organisation.eq(organisation.as_ref()),
            roster_attestation::day.eq(from_day(day)),
            roster_attestation::bytes.eq(new.to_bytes()),
        ))
        .execute(db)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::support::{COACH, TODAY, on_each_site, sign_key};
    use crypto::roster::Roster;

    /// The version after the head, under this name.
    fn next(chain: &Chain, name: &str) -> SignedRoster {
        let roster = Roster {
            number: chain.head().number + 1,
            previous: chain.head_digest(),
            organisation: chain.organisation(),
            name: name.into(),
            ..chain.head().clone()
        };
        SignedRoster { signatures: vec![(COACH, roster.sign(&sign_key(COACH)))], roster }
    }

    #[test]
    fn versions_stand_in_order_and_end_the_proposal() {
        on_each_site(|site| {
            let first = chain(&mut site.db, site.organisation).unwrap();
            for name in ["one", "two"] {
                propose(&mut site.db, site.organisation, &next(&first, name)).unwrap();
            }
            let proposed = SignedRoster::parse(&proposal(&mut site.db, site.organisation).unwrap().unwrap()).unwrap();
            assert_eq!(proposed.roster.name, "two");
            for number in 2..=12 {
                let chain = chain(&mut site.db, site.organisation).unwrap();
                append(&mut site.db, site.organisation, &next(&chain, &number.to_string())).unwrap();
            }
            assert!(proposal(&mut site.db, site.organisation).unwrap().is_none());
            let newest = chain(&mut site.db, site.organisation).unwrap();
            assert_eq!((newest.head().number, newest.head().name.as_str()), (12, "12"));
            assert_eq!(newest.root_digest(), first.root_digest());
            assert_eq!(versions(&mut site.db, site.organisation).unwrap().len(), 12);
            assert!(matches!(chain(&mut site.db, OrganisationKey([9; 16])), Err(Error::NotFound)));
        });
    }

    #[test]
    fn the_newest_version_says_which_codes_count() {
        on_each_site(|site| {
            assert!(matches!(gates(&mut site.db, OrganisationKey([9; 16])), Err(Error::NotFound)));
            for number in 2..=12 {
                assert_eq!(gates(&mut site.db, site.organisation).unwrap(), (number - 1, Vec::new()));
                let chain = chain(&mut site.db, site.organisation).unwrap();
                let mut next = next(&chain, &number.to_string());
                if number == 12 {
                    next.roster.gates = vec![PeriodKey { period: 1, key: vec![4; 32] }];
                    next.signatures = vec![(COACH, next.roster.sign(&sign_key(COACH)))];
                }
                append(&mut site.db, site.organisation, &next).unwrap();
            }
            let key = PeriodKey { period: 1, key: vec![4; 32] };
            assert_eq!(gates(&mut site.db, site.organisation).unwrap(), (12, vec![key]));
        });
    }

    #[test]
    fn a_version_is_written_once() {
        on_each_site(|site| {
            let first = chain(&mut site.db, site.organisation).unwrap();
            append(&mut site.db, site.organisation, &next(&first, "one")).unwrap();
            assert!(matches!(append(&mut site.db, site.organisation, &next(&first, "two")), Err(Error::Database(_))));
        });
    }

    #[test]
    fn only_the_newest_attestation_is_kept() {
        on_each_site(|site| {
            let chain = chain(&mut site.db, site.organisation).unwrap();
            for day in [TODAY, TODAY.plus(2), TODAY.plus(1)] {
                let new = Attestation::make(&chain, day, COACH, &sign_key(COACH));
                attest(&mut site.db, site.organisation, &new).unwrap();
            }
            let (day, bytes) = attestation(&mut site.db, site.organisation).unwrap().unwrap();
            assert_eq!(day, from_day(TODAY.plus(2)));
            assert_eq!(Attestation::parse(&chain, &bytes).unwrap().day, TODAY.plus(2));
        });
    }
}
