//! What the vectors have no example of, made as the program makes it.

use crypto::json::write;
use crypto::ledger::{AddCheckpoint, LogKey, Policy, Proof, Witness, head_of};
use crypto::wire::{
    Batch, Batches, Bytes, DatedMessage, EpochDocument, EpochList, LogProof, Login, PublicOrganisation,
    ReleaseStatement, Released, ReleasedThread, Releases,
};
use crypto::{Digest, Error, Secret, SigningKey, ThreadId};

pub(super) fn inputs() -> Result<Vec<Vec<u8>>, Error> {
    let key = |byte: u8| SigningKey::from_seed(Secret::new([byte; 32]));
    let log = LogKey::new(key(1))?;
    let witness = Witness::new("council.example", key(2), log.public().clone())?;
    let checkpoint = log.sign(head_of([[3; 48]]))?;
    let note = checkpoint.to_text();
    let signature = note.split_inclusive('\n').next_back().unwrap_or_default().to_owned();
    let path = vec![Digest([4; 32]), Digest([5; 32])];
    let texts = [
        Policy::of(log.public(), &[witness.public()?]).to_text(),
        AddCheckpoint { old: 1, proof: path.clone(), checkpoint: checkpoint.clone() }.to_text(),
        Proof { index: 7, path, extra: vec![6; 20], checkpoint }.to_text(),
        note,
        signature,
    ];
    let documents = [write(&batches()), write(&epochs()), write(&login()), write(&organisation()), write(&released())];
    let mut inputs: Vec<Vec<u8>> = texts.into_iter().map(String::into_bytes).collect();
    inputs.extend(documents.into_iter().chain([write(&releases())]).collect::<Result<Vec<_>, _>>()?);
    Ok(inputs)
}

fn some() -> Bytes {
    Bytes(vec![9; 4])
}

fn batches() -> Batches {
    Batches { batches: vec![Batch { number: 1, day: 2, headers: vec![some(), some()] }], more: true }
}

fn epochs() -> EpochList {
    EpochList { epochs: vec![EpochDocument { number: 1, size: 128, day: 20_000 }] }
}

fn login() -> Login {
    let [challenge, signature] = [some(), some()];
    Login { slug: "a".into(), account: "b".into(), kit: false, challenge, day: 1, signature, native: true }
}

fn organisation() -> PublicOrganisation {
    PublicOrganisation {
        slug: "zonnehuis".into(),
        name: "Zonnehuis \u{201c}Zuid\u{201d}\n".into(),
        locale: "nl-BE".into(),
        identity: None,
        roster: vec![some()],
        keys: vec![some()],
        attestation: Some(some()),
        today: 1,
        clock_day: 2,
        next_tick: Some("2026-11-28T19:00".into()),
        difficulty: 4,
        ticks: vec!["07:00".into()],
        log_key: "log".into(),
        time_zone: "Europe/Brussels".into(),
        test: false,
    }
}

fn released() -> Released {
    let thread = ReleasedThread {
        thread: ThreadId([1; 32]),
        header: some(),
        share_slot: some(),
        case_share: some(),
        case_header: None,
        records: vec![some()],
        messages: vec![DatedMessage { day: 1, released: true, bytes: some() }],
        day: 1,
        answered: Some(2),
        entry: LogProof { index: 3, entry: some(), body: some(), proof: vec![Digest([2; 32])] },
    };
    Released { threads: vec![thread], head: "head".into(), consistency: Vec::new() }
}

fn releases() -> Releases {
    let [tag, signature] = [some(), some()];
    let one = ReleaseStatement { thread: ThreadId([1; 32]), counter: 1, tag, purpose: 2, day: 3, signature };
    Releases { releases: vec![one], since: 5 }
}
