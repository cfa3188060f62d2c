//! The documents that released bytes leave in.

use super::{Released, ReleasedCard, ReleasedCards, ReleasedFile, ReleasedPart, ReleasedThread};
use crate::store::files::Part;
use crate::store::ledger::Appended;
use crate::store::messages::Stored;
use crypto::access::FilePass;
use crypto::{Digest, Secret, wire};

impl Released {
    /// Consumes what was released into the answer.
    #[must_use]
    pub fn into_document(self) -> wire::Released {
        wire::Released {
            threads: self.threads.into_iter().map(ReleasedThread::into_document).collect(),
            head: self.head,
            consistency: self.consistency,
        }
    }
}

impl ReleasedThread {
    fn into_document(self) -> wire::ReleasedThread {
        let bytes = |bytes: Vec<Vec<u8>>| bytes.into_iter().map(wire::Bytes).collect();
        wire::ReleasedThread {
            thread: self.living.id,
            share_slot: wire::Bytes(self.living.safekeeping.share_slot.to_bytes()),
            case_share: wire::Bytes(self.living.safekeeping.case_share.expose().to_vec()),
            header: wire::Bytes(self.living.header),
            case_header: self.case_header.map(wire::Bytes),
            records: bytes(self.records),
            messages: self.messages.into_iter().map(dated).collect(),
            day: self.living.clock_day.0,
            answered: self.living.answered.map(|day| day.0),
            entry: proof(&self.appended, self.proof),
        }
    }
}

fn proof(appended: &Appended, proof: Vec<Digest>) -> wire::LogProof {
    wire::LogProof {
        index: appended.index,
        entry: wire::Bytes(appended.entry.to_bytes().to_vec()),
        body: wire::Bytes(appended.body.as_bytes().to_vec()),
        proof,
    }
}

impl ReleasedFile {
    /// Consumes what was released into the answer, with a pass of this minute under the server's key.
    #[must_use]
    pub fn into_document(self, key: &Secret<32>, minute: u32) -> wire::ReleasedFile {
        wire::ReleasedFile {
            pass: wire::Bytes(FilePass::make(key, self.place, self.person, minute).to_bytes()),
            size: self.bytes,
            entry: proof(&self.appended, self.proof),
            head: self.head,
            consistency: self.consistency,
        }
    }
}

impl ReleasedPart {
    /// Consumes it into what is answered: its bytes, or where they lie.
    #[must_use]
    pub fn into_part(self) -> Part {
        self.0
    }
}

fn dated(stored: Stored) -> wire::DatedMessage {
    wire::DatedMessage { day: stored.day.0, released: stored.released, bytes: wire::Bytes(stored.bytes) }
}

impl ReleasedCards {
    /// Consumes what was released into the answer.
    #[must_use]
    pub fn into_document(self) -> wire::Cards {
        wire::Cards { threads: self.0.into_iter().map(ReleasedCard::into_document).collect() }
    }
}

impl ReleasedCard {
    fn into_document(self) -> wire::CardDocument {
        wire::CardDocument {
            thread: self.thread,
            key_row: self.key_row.map(wire::Bytes),
            case_share: wire::Bytes(self.case_share.expose().to_vec()),
            card: self.card.map(wire::Bytes),
            day: self.clock_day.0,
            answered: self.answered.map(|day| day.0),
            from_reporter: self.from_reporter,
            from_staff: self.from_staff,
            staff_spoke_last: self.staff_spoke_last,
        }
    }
}
