//! Values computed from `README.md` alone by a second implementation: the formats, frozen.

use super::*;
use crate::id::{Day, Digest, ObjectId, OrganisationId, PersonId, ThreadId};
use crate::keys::{Secret, Signature, VerifyingKey};
use crate::primitives::sha256;
use core::convert::Infallible;
use rand_core::{TryCryptoRng, TryRng};

const ORGANISATION: OrganisationId = OrganisationId([7; 16]);

/// "Random" bytes that are all alike.
struct Constant;

impl TryRng for Constant {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(0xa5a5_a5a5)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(0xa5a5_a5a5_a5a5_a5a5)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.fill(0xa5);
        Ok(())
    }
}

impl TryCryptoRng for Constant {}

fn hash(text: &str) -> Digest {
    Digest::from_hex(text).unwrap()
}

#[test]
fn the_formats_are_those_of_the_readme() {
    let step = Ratchet::at(Secret::new([9; 32]), ORGANISATION, 2).unwrap().step(ORGANISATION);
    assert_eq!(step.tag().to_hex(), "e0e25a7b55a2122674b98ceed7b243aa");
    assert_eq!(
        crate::codec::to_hex(step.to_bytes().expose()),
        "00000002e0e25a7b55a2122674b98ceed7b243aa201337c51cdfc2ad87c67c0e41aef53d109d045af8b71ddc611ad0a98436fcc4"
    );

    let epoch = EpochSecret::new(ORGANISATION, 12, Secret::new([1; 32]));
    assert_eq!(epoch.tag(40).to_hex(), "a6bebe8e9cf18999e974e87875635d77");
    let record = Record {
        day: Day(20_000),
        act: Act::BodyRelease,
        actor: PersonId([4; 16]),
        role: ActorRole::Coach,
        purpose: Purpose::FollowUp,
        counter: 2,
        object: ObjectId([5; 16]),
        reference: Digest([6; 32]),
        signature: Signature([8; 64]),
    };
    let (entry, body) = epoch.write(40, &record, Some(&step), &mut Constant).unwrap();
    assert_eq!(body.digest(), hash("9e1e7d3daa3be1114d7372b67edea36ac120dbb5f3e386e0cc67cebb8b9ee067"));
    assert_eq!(entry.to_bytes(), *[step.tag().as_ref(), body.digest().as_ref()].concat());

    let object = ObjectKey::new(Secret::new([1; 32])).pseudonym(ORGANISATION, &ThreadId([3; 32]));
    assert_eq!(object.to_hex(), "68b7134a868e602f60b06f1e3d10c496");
    assert_eq!(origin(&VerifyingKey([3; 32])), "micromoed.org/ledger/46a7de377fe984042a21d821aa");

    let encapsulations = [&[1], [7; 16].as_slice(), &[0, 0, 0, 12, 0, 0, 0, 1], &[0xee; Encapsulations::EACH]].concat();
    let encapsulations = Encapsulations::parse(&encapsulations).unwrap();
    assert_eq!((encapsulations.organisation(), encapsulations.epoch()), (ORGANISATION, 12));
    let bytes = encapsulations.to_bytes();
    let published = [&crate::codec::length(bytes.len()).to_be_bytes(), bytes.as_slice()].concat();
    let expected = hash("c5b7b18e34434c5a16759849a0ba446e36246131a10af8aeb2e41f8b0fa65fa2");
    assert_eq!(published_digest(&published), expected);

    let fields: [&[u8]; 4] = [&step.tag().0, &2_u32.to_be_bytes(), &[2], &20_000_u32.to_be_bytes()];
    let signed = crate::label::Label::RELEASE.transcript(ORGANISATION, &fields);
    assert_eq!(sha256(&signed), hash("db600ee451a5e7dcc8b8acd208eb85592fe750032d5eb55dfec55f7677f9fdb3"));
    let key = crate::keys::SigningKey::from_seed(Secret::new([2; 32]));
    let signature = record.release(step.tag()).sign(ORGANISATION, &key);
    assert_eq!(key.verifying_key().verify_bytes(&signed, &signature), Ok(()));
}
