//! Formats of bytes. Each is read in one way only: what is read is written back byte for byte.

use super::Read;
use crypto::access::{FileBegin, FileFetch, FilePass, FilePut, MailboxRequest, StaffFile};
use crypto::case::{Card, CaseHeader, RecordName};
use crypto::ledger::{
    Body, Encapsulations, Entry, Frontier, Ratchet, Record, Step, read_bodies, read_published, read_volume,
};
use crypto::ledger::{write_bundle, write_published};
use crypto::roster::{Chain, Pending, SignedRoster};
use crypto::strip::{Assurance, Kind, strip};
use crypto::thread::{Creation, Envelope, Header, Message, Safekeeping, ShareSlot, Wrap};
use crypto::vault::{SealedVault, Vault};
use crypto::wire::{MAILBOX_PAGE_SIZE, MailboxPage};
use crypto::{Error, OrganisationId};

/// Of the vectors' roster, for what is signed for one organisation.
const ORGANISATION: OrganisationId = OrganisationId(0x349c_88f0_7de2_358a_1b09_3d89_c860_80b6_u128.to_be_bytes());

pub(super) const PARSERS: &[(&str, Read)] = &[
    ("card", |input| same(input, Card::parse, |card| card.to_bytes().to_vec())),
    ("case-header", |input| same(input, CaseHeader::parse, CaseHeader::to_bytes)),
    ("case-record", |input| RecordName::parse(input).is_ok()),
    ("creation", |input| same(input, Creation::parse, Creation::to_bytes)),
    ("file-begin", |input| same(input, FileBegin::parse, FileBegin::to_bytes)),
    ("file-fetch", |input| same(input, FileFetch::parse, FileFetch::to_bytes)),
    ("file-of-staff", |input| same(input, StaffFile::parse, StaffFile::to_bytes)),
    ("file-part", |input| same(input, FilePut::parse, FilePut::to_bytes)),
    ("file-pass", |input| same(input, |input| FilePass::parse(ORGANISATION, input), FilePass::to_bytes)),
    ("header", |input| same(input, Header::parse, Header::to_bytes)),
    ("ledger-body", |input| same(input, Body::try_from, |body| body.as_bytes().to_vec())),
    ("ledger-bodies", |input| {
        same(input, read_bodies, |bodies| {
            write_bundle(bodies.iter().map(|body| body.as_ref().map_or(&[][..], |body| body.as_bytes())))
        })
    }),
    ("ledger-encapsulations", |input| same(input, Encapsulations::parse, Encapsulations::to_bytes)),
    ("ledger-entry", |input| same(input, Entry::parse, |entry| entry.to_bytes().to_vec())),
    ("ledger-epoch", |input| same(input, read_published, |epoch| write_published(epoch))),
    ("ledger-frontier", |input| same(input, Frontier::parse, Frontier::to_bytes)),
    ("ledger-ratchet", |input| same(input, Ratchet::parse, |ratchet| ratchet.to_bytes().expose().to_vec())),
    ("ledger-record", Record::reads),
    ("ledger-step", |input| same(input, Step::parse, |step| step.to_bytes().expose().to_vec())),
    ("ledger-volume", |input| {
        same(input, read_volume, |entries| entries.iter().flat_map(|entry| entry.to_bytes()).collect())
    }),
    ("mailbox-page", mailbox_page),
    ("mailbox-request", |input| same(input, MailboxRequest::parse, MailboxRequest::to_bytes)),
    ("message", |input| Envelope::parse(input).is_ok()),
    ("message-body", Message::reads),
    ("pending", |input| same(input, |input| Pending::parse(ORGANISATION, input), Pending::to_bytes)),
    ("roster", |input| same(input, SignedRoster::parse, SignedRoster::to_bytes)),
    ("roster-chain", |input| Chain::parse([input]).is_ok()),
    ("safekeeping", |input| same(input, Safekeeping::parse, |kept| kept.to_bytes().to_vec())),
    ("share", |input| same(input, ShareSlot::parse, ShareSlot::to_bytes)),
    ("strip-gif", |input| stripped(Kind::Gif, input)),
    ("strip-heic", |input| stripped(Kind::Heic, input)),
    ("strip-jpeg", |input| stripped(Kind::Jpeg, input)),
    ("strip-office", |input| stripped(Kind::Office, input)),
    ("strip-pdf", |input| stripped(Kind::Pdf, input)),
    ("strip-png", |input| stripped(Kind::Png, input)),
    ("strip-webp", |input| stripped(Kind::Webp, input)),
    ("vault", Vault::reads),
    ("vault-sealed", |input| same(input, SealedVault::parse, SealedVault::to_bytes)),
    ("wrap", |input| same(input, Wrap::parse, Wrap::to_bytes)),
];

fn same<'a, T>(
    input: &'a [u8],
    read: impl FnOnce(&'a [u8]) -> Result<T, Error>,
    write: impl FnOnce(&T) -> Vec<u8>,
) -> bool {
    let Ok(value) = read(input) else { return false };
    assert!(write(&value) == input, "it is read as something else");
    true
}

/// What was taken out of a file leaves nothing that would have to go, and the file is not larger.
fn stripped(kind: Kind, input: &[u8]) -> bool {
    if Kind::of(input) != kind {
        return false;
    }
    let once = strip(input);
    let twice = strip(&once.bytes);
    assert!(*twice.bytes == *once.bytes && once.bytes.len() <= input.len(), "it is not stripped once and for all");
    match once.assurance {
        Assurance::Untouched => assert!(*once.bytes == *input && once.gone.is_empty(), "it was touched"),
        _ => assert!(twice.gone.is_empty(), "something was left"),
    }
    once.assurance != Assurance::Untouched
}

/// A page is filled up to one size; the filling is passed over.
fn mailbox_page(input: &[u8]) -> bool {
    let mut page = input.to_vec();
    page.resize(MAILBOX_PAGE_SIZE, 0);
    MailboxPage::parse(&page).is_ok()
}
