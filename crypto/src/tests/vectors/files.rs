//! Sealed files: keys, sizes, parts.

use super::hex;
use crate::access::{FileAct, FileBegin, FileFetch, FilePass, FilePut, StaffFile};
use crate::tests::samples::{ORGANISATION, Staff, reporter};
use crate::thread::{Attachment, FilePlace, OpenFile, SealedFile, derive_file_key, parts, sealed_size};
use crate::{PersonId, Secret, primitives};
use serde_json::{Value, json};

/// As long as `length`, and no two bytes of a kind near each other.
fn file(length: usize) -> Vec<u8> {
    (0..length).map(|byte| u8::try_from((byte / 251 + byte * 7) % 256).unwrap()).collect()
}

pub(super) fn attachment() -> Value {
    let (keys, coach) = (reporter(9), Staff::new(1));
    let sizes = [0, 1, 262_080, 262_081, 300_000, 1_000_000, 26_214_400].map(|size| {
        let sealed = sealed_size(size).unwrap();
        json!([size, sealed, parts(sealed)])
    });
    let files = [(PersonId::REPORTER, &keys.mailbox, 1, 11), (coach.id, &coach.sign, 2, 700_000)];
    let files = files.map(|(author, key, number, length)| {
        let place = FilePlace { organisation: ORGANISATION, thread: keys.thread(), author, number };
        let file = file(length);
        let key = derive_file_key(&place, key, &file);
        let sealing = SealedFile::new(&place, &key, &file).unwrap();
        let sealed: Vec<_> = (0..sealing.parts()).map(|part| sealing.part(part)).collect();
        let named = Attachment {
            number,
            key: key.clone(),
            size: u64::try_from(length).unwrap(),
            digest: sealing.digest(),
            media_type: "image/jpeg".into(),
            name: "photo-1.jpg".into(),
        };
        let mut opening = OpenFile::new(&place, &named).unwrap();
        sealed.iter().for_each(|part| opening.push(part).unwrap());
        assert_eq!(*opening.finish().unwrap(), file);
        json!({
            "author": hex(author),
            "number": number,
            "size": length,
            "file_sha256": hex(primitives::sha256(&file)),
            "key": hex(key.expose()),
            "place_digest": hex(place.digest()),
            "sealed_sha256": hex(named.digest),
            "parts": sealed.iter().map(|part| json!({
                "size": part.len(),
                "sha256": hex(primitives::sha256(part)),
                "beginning": hex(&part[..32]),
                "end": hex(&part[part.len() - 32..]),
            })).collect::<Vec<_>>(),
        })
    });
    let place = FilePlace { organisation: ORGANISATION, thread: keys.thread(), author: PersonId::REPORTER, number: 1 };
    let server = Secret::new([6; 32]);
    let begin = FileBegin { number: 1, size: 262_144 };
    let staff = StaffFile::make(FileAct::Begin, ORGANISATION, keys.thread(), &coach.sign, begin.to_bytes());
    json!({
        "organisation": hex(ORGANISATION),
        "thread": hex(keys.thread()),
        "mailbox_seed": hex(keys.mailbox.seed().expose()),
        "coach": { "person": hex(coach.id), "sign_seed": hex(coach.sign.seed().expose()) },
        "byte_of_a_file": "(i / 251 + 7 * i) mod 256",
        "sizes": sizes,
        "files": files,
        "begin": hex(begin.to_bytes()),
        "put": hex(FilePut { number: 1, part: 2, bytes: b"a part" }.to_bytes()),
        "fetch": hex(FileFetch { author: coach.id, number: 2, part: 1 }.to_bytes()),
        "request_of_staff": hex(staff.to_bytes()),
        "pass": {
            "key": hex(server.expose()),
            "minute": 29_000_000,
            "bytes": hex(FilePass::make(&server, place, coach.id, 29_000_000).to_bytes()),
        },
    })
}
