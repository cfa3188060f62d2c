//! The access log: tags, entries, bodies, epochs, trees, proofs, checkpoints.

use super::hex;
use crate::ledger::{
    Act, ActorRole, Encapsulations, EpochRoot, Frontier, LogKey, NoteKey, ObjectKey, Purpose, Ratchet, Reconciliation,
    Record, Release, SignatureKind, consistency_proof, cosign, head_of, inclusion_proof, leaf_hash, published_digest,
    verify_consistency, verify_inclusion,
};
use crate::tests::samples::{ORGANISATION, Staff, TODAY, reporter, rng};
use crate::{Digest, Error, ObjectId, OrganisationId, Secret, SigningKey};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) fn ledger() -> Value {
    json!({
        "organisation": hex(ORGANISATION),
        "ratchet": ratchet(),
        "entries": entries(),
        "tree": tree(),
        "checkpoint": checkpoint(),
        "reconciliation": reconciliation(),
    })
}

fn ratchet() -> Value {
    let seed = reporter(9).thread_key.ledger_seed();
    let steps = [0, 1, 2, 3, 1_000].map(|counter| {
        let ratchet = Ratchet::at(seed.clone(), ORGANISATION, counter).unwrap();
        let step = ratchet.step(ORGANISATION);
        json!({ "state": hex(ratchet.to_bytes().expose()), "step": hex(step.to_bytes().expose()), "tag": hex(step.tag()) })
    });
    json!({ "ledger_seed": hex(seed.expose()), "steps": steps })
}

fn entries() -> Value {
    let (coach, keys) = (Staff::new(1), reporter(9));
    let root = EpochRoot::new(12, Secret::new([1; 32]));
    let epoch = root.of(ORGANISATION);
    let object = ObjectKey::new(Secret::new([2; 32]));
    let step = Ratchet::at(keys.thread_key.ledger_seed(), ORGANISATION, 2).unwrap().step(ORGANISATION);
    let release = Release { tag: step.tag(), counter: 2, purpose: Purpose::FollowUp, day: TODAY };
    let opened = Record {
        day: TODAY,
        act: Act::BodyRelease,
        actor: coach.id,
        role: ActorRole::Coach,
        purpose: release.purpose,
        counter: release.counter,
        object: object.pseudonym(ORGANISATION, &keys.thread()),
        reference: Digest::NONE,
        signature: release.sign(ORGANISATION, &coach.sign),
    };
    let pad = Record { object: ObjectId::NONE, ..Record::of_program(Act::Pad, TODAY) };
    let made = [(40, opened, Some(&step)), (41, pad, None)].map(|(index, record, step)| {
        let (entry, body) = epoch.write(index, &record, step, &mut rng(71)).unwrap();
        assert_eq!(epoch.open(index, &entry, &body), Ok(record));
        assert!(step.is_none_or(|step| step.open(ORGANISATION, &entry, &body) == Ok(record)));
        json!({
            "index": index,
            "act": record.act.code(),
            "object": hex(record.object),
            "signature": hex(record.signature.0),
            "entry": hex(entry.to_bytes()),
            "body": hex(body.as_bytes()),
            "leaf": hex(entry.leaf()),
        })
    });
    let auditors = [Staff::new(4).seal, Staff::new(5).seal];
    let public = auditors.each_ref().map(|auditor| auditor.public());
    let sealed = Encapsulations::seal(&epoch, &public, &mut rng(72)).unwrap();
    assert!(auditors.iter().all(|auditor| sealed.open(auditor) == Ok(epoch.clone())));
    let bytes = sealed.to_bytes();
    let published = [&crate::codec::length(bytes.len()).to_be_bytes(), bytes.as_slice()].concat();
    json!({
        "epoch": 12,
        "root": hex(root.secret().expose()),
        "secret": hex(epoch.secret().expose()),
        "installation_secret": hex(root.of(OrganisationId::NONE).secret().expose()),
        "object_key": hex(object.secret().expose()),
        "thread": hex(keys.thread()),
        "signer": hex(coach.sign.verifying_key().0),
        "entries": made,
        "auditor_seal_seeds": auditors.each_ref().map(|auditor| hex(auditor.seed().expose())),
        "encapsulations": hex(sealed.to_bytes()),
        "published_digest": hex(published_digest(&published)),
    })
}

fn tree() -> Value {
    let entries: Vec<[u8; 48]> = (0..13).map(|number| [number; 48]).collect();
    let mut frontier = Frontier::new();
    let mut nodes = BTreeMap::new();
    for entry in &entries {
        for node in frontier.push(leaf_hash(entry)) {
            nodes.insert((node.level, node.index), node.hash);
        }
    }
    let read = |level, index| nodes.get(&(level, index)).copied().ok_or(Error::Malformed);
    let heads: Vec<_> = (0..=entries.len()).map(|size| head_of(&entries[..size])).collect();
    let hashes = |proof: &[Digest]| proof.iter().map(hex).collect::<Vec<_>>();
    let inclusion = [(0, 1), (0, 2), (2, 3), (4, 7), (6, 7), (0, 8), (12, 13), (5, 13)].map(|(index, size)| {
        let proof = inclusion_proof(index, size, read).unwrap();
        let (place, head) = (usize::try_from(index).unwrap(), heads[usize::try_from(size).unwrap()]);
        assert_eq!(verify_inclusion(&leaf_hash(&entries[place]), index, &head, &proof), Ok(()));
        json!({ "index": index, "size": size, "proof": hashes(&proof) })
    });
    let consistency = [(1, 2), (3, 7), (4, 8), (6, 8), (7, 7), (8, 13), (11, 13), (0, 5)].map(|(old, new)| {
        let proof = consistency_proof(old, new, read).unwrap();
        let [before, after] = [old, new].map(|size| heads[usize::try_from(size).unwrap()]);
        assert_eq!(verify_consistency(&before, &after, &proof), Ok(()));
        json!({ "old": old, "new": new, "proof": hashes(&proof) })
    });
    json!({
        "entries": "entry n is 48 bytes of value n",
        "roots": heads.iter().map(|head| hex(head.root)).collect::<Vec<_>>(),
        "frontier": hex(frontier.to_bytes()),
        "inclusion": inclusion,
        "consistency": consistency,
    })
}

fn checkpoint() -> Value {
    let log = LogKey::new(SigningKey::from_seed(Secret::new([1; 32]))).unwrap();
    let witness = SigningKey::from_seed(Secret::new([2; 32]));
    let name = "works-council.example/witness";
    let head = head_of((0..13).map(|number| [number; 48]));
    let mut note = log.sign(head).unwrap();
    note.add(cosign(&note, name, &witness, 1_795_000_000).unwrap()).unwrap();
    let key = NoteKey::new(name, SignatureKind::Cosignature, witness.verifying_key()).unwrap();
    json!({
        "log_seed": hex([1; 32]),
        "log_key": log.public().to_text(),
        "witness_seed": hex([2; 32]),
        "witness_key": key.to_text(),
        "note": note.to_text(),
    })
}

fn reconciliation() -> Value {
    let guardian = Staff::new(1);
    let heads = [13, 11].map(|size| head_of((0..size).map(|number| [number; 48])));
    let made = Reconciliation { kept: heads[0], head: heads[1] };
    let signature = made.sign(ORGANISATION, &guardian.sign);
    assert_eq!(made.verify(ORGANISATION, &guardian.sign.verifying_key(), &signature), Ok(()));
    json!({
        "kept": { "size": 13, "root": hex(made.kept.root) },
        "head": { "size": 11, "root": hex(made.head.root) },
        "signer": hex(guardian.sign.verifying_key().0),
        "signature": hex(signature.0),
        "digest": hex(made.digest()),
    })
}
