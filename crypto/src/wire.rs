//! HTTP bodies, declared once: the server, the native client and (generated) the browser use these. A request with a
//! member this version does not know is refused; an answer may have more members than this version reads.
//!
//! Bytes are base64url without padding, identifiers are lower-case hexadecimal, days count from 1970-01-01. Bodies
//! whose layout the protocol fixes travel as `application/octet-stream`: [`crate::thread::Creation`],
//! [`crate::access::MailboxRequest`], [`MailboxPage`], sealed vaults and signed rosters.

mod mailbox;

pub use mailbox::{MAILBOX_PAGE_SIZE, MailboxItem, MailboxPage, MailboxState};

use crate::codec::BASE64URL;
use crate::error::Error;
use crate::id::{Digest, OrganisationId, PersonId, ThreadId};
use crate::json;
use crate::keys::Signature;
use alloc::string::String;
use alloc::vec::Vec;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bytes as base64url text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, format = "base64url", pattern = r"^([A-Za-z0-9_-]{4})*([A-Za-z0-9_-][AQgw]|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048])?$"))]
pub struct Bytes(pub Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64URL.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <alloc::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        BASE64URL.decode(&text).map(Self).map_err(|_| D::Error::custom("expected base64url without padding"))
    }
}

impl json::Read for Bytes {
    fn read(value: &json::Value<'_>) -> Option<Self> {
        BASE64URL.decode(value.text()?).ok().map(Self)
    }
}

impl From<Signature> for Bytes {
    fn from(signature: Signature) -> Self {
        Self(signature.0.to_vec())
    }
}

impl TryFrom<&Bytes> for Signature {
    type Error = Error;

    fn try_from(bytes: &Bytes) -> Result<Self, Error> {
        bytes.0.as_slice().try_into()
    }
}

macro_rules! hex_text {
    ($($name:ident),*) => {
        $(
            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(&self.to_hex())
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let text = <alloc::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                    Self::from_hex(&text).map_err(|_| D::Error::custom("expected lower-case hexadecimal"))
                }
            }

            impl json::Read for $name {
                fn read(value: &json::Value<'_>) -> Option<Self> {
                    Self::from_hex(value.text()?).ok()
                }
            }

            #[cfg(feature = "openapi")]
            impl utoipa::PartialSchema for $name {
                fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                    let digits = alloc::format!("^[0-9a-f]{{{}}}$", Self::SIZE * 2);
                    utoipa::openapi::ObjectBuilder::new()
                        .schema_type(utoipa::openapi::schema::Type::String)
                        .pattern(Some(digits))
                        .into()
                }
            }

            #[cfg(feature = "openapi")]
            impl utoipa::ToSchema for $name {}
        )*
    };
}

hex_text!(OrganisationId, PersonId, ThreadId, Digest);

/// A name without the mark of a Rust keyword.
const fn bare(name: &str) -> &str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

macro_rules! documents {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {
        $(
            #[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
            #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
            $(#[$doc])*
            pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }

            impl json::Read for $name {
                fn read(value: &json::Value<'_>) -> Option<Self> {
                    Some(Self { $($field: value.member(bare(stringify!($field)))?,)* })
                }
            }

            // Some carry a session, an invitation, a share: none gets into a log by accident.
            impl core::fmt::Debug for $name {
                fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                    formatter.write_str(stringify!($name))
                }
            }
        )*
    };
}

documents! {
    /// What anybody may know of an organisation. The same bytes for everybody.
    PublicOrganisation {
        /// Its name in addresses.
        slug: String,
        /// Its name; nothing in it is trusted before the roster is checked.
        name: String,
        /// `nl-BE`, `nl`, `en`, `fr` or `de`.
        locale: String,
        /// Absent until the first coach has accepted.
        identity: Option<OrganisationId>,
        /// Every version of the roster, signed, oldest first.
        roster: Vec<Bytes>,
        /// The X-Wing keys that the newest version names by digest.
        keys: Vec<Bytes>,
        /// The newest "this head, this day" of a coach's desk.
        attestation: Option<Bytes>,
        /// The installation's day.
        today: u32,
        /// The day on which the legal clock starts for a report sent now.
        clock_day: u32,
        /// When what is sent now is shown, as civil time (`2026-11-28T19:00`); nothing with immediate ticks.
        next_tick: Option<String>,
        /// Zero bits of work asked for at present.
        difficulty: u8,
        /// Clock times of the ticks, or `immediate`.
        ticks: Vec<String>,
        /// The log's public key as a C2SP verifier key: pin it.
        log_key: String,
        /// Their time zone.
        time_zone: String,
        /// Whether this is a test installation, with no privacy of time.
        test: bool,
    }

    /// The closed epochs of the access log, the oldest first. The same bytes for everybody.
    EpochList {
        /// One for each checkpoint there was.
        epochs: Vec<EpochDocument>,
    }

    /// A closed epoch of the access log.
    EpochDocument {
        /// Counts from 1.
        number: u32,
        /// Entries of the log up to its end.
        size: u64,
        /// The day on which it was closed: what was done on earlier days stands in it or before it.
        day: u32,
    }

    /// A report was stored.
    Accepted {
        /// The day from which the legal clock runs, and which the coach will see.
        day: u32,
    }

    /// A challenge to sign, good for three minutes.
    ChallengeDocument {
        /// 40 bytes.
        challenge: Bytes,
        /// The installation's day.
        today: u32,
    }

    /// Asks what an invitation is for.
    #[serde(deny_unknown_fields)]
    InvitationQuery {
        /// As it was printed.
        invitation: String,
    }

    /// What an invitation is for.
    InvitationDocument {
        /// The organisation.
        slug: String,
        /// Its name for people.
        organisation: String,
        /// `coach`, `fallback`, `auditor` or `management`.
        role: String,
        /// The name given with the invitation.
        name: Option<String>,
        /// Whether whoever accepts makes roster version 1.
        first: bool,
    }

    /// Accepts an invitation.
    #[serde(deny_unknown_fields)]
    Acceptance {
        /// As it was printed.
        invitation: String,
        /// A short name, typed at unlock: `[a-z0-9-]{2,40}`.
        account: String,
        /// Public half of the login key.
        login_key: Bytes,
        /// Public half of the recovery kit's login key.
        recovery_key: Bytes,
        /// The signed public record ([`crate::roster::Pending`]).
        record: Bytes,
        /// The sealed vault.
        vault: Bytes,
        /// Roster version 1, signed; from the first coach only.
        roster: Option<Bytes>,
    }

    /// Opens a session.
    #[serde(deny_unknown_fields)]
    Login {
        /// The organisation.
        slug: String,
        /// The short name.
        account: String,
        /// Whether the recovery kit's key signed.
        kit: bool,
        /// Echoed.
        challenge: Bytes,
        /// The day that was signed.
        day: u32,
        /// Over account, origin, day and challenge.
        signature: Bytes,
        /// Whether the session comes back in the document (native client) and not as a cookie (browser).
        native: bool,
    }

    /// An open session. It can list; everything else is signed.
    Session {
        /// For the `Authorization: Bearer` header of the native client.
        session: Option<String>,
        /// Who she is.
        person: PersonId,
        /// Her sealed vault.
        vault: Bytes,
    }

    /// Who waits for signatures, and what is proposed.
    People {
        /// Records of people who accepted and are not in the roster.
        pending: Vec<Bytes>,
        /// A roster that lacks signatures.
        proposal: Option<Bytes>,
    }

    /// How far a proposed roster is.
    RosterState {
        /// Signatures under it.
        signatures: u8,
        /// Signatures needed.
        needed: u8,
    }

    /// Whether the access log can be read, and what guardians sign where it cannot.
    LogState {
        /// Whether reading is closed.
        sealed: bool,
        /// The pin that the log contradicted: a signed checkpoint.
        kept: Option<String>,
        /// The log's signed head when reading was closed.
        head: Option<String>,
        /// Guardians of the asker's organisation who have signed.
        signatures: u8,
        /// Guardians who have to.
        needed: u8,
        /// The day of the backup that was last restored.
        restored_to: Option<u32>,
    }

    /// A guardian's signature over both heads.
    #[serde(deny_unknown_fields)]
    ReconciliationStatement {
        /// As [`crate::ledger::Reconciliation::sign`] makes it.
        signature: Bytes,
    }

    /// A page of the listing.
    Batches {
        /// Closed batches, oldest first.
        batches: Vec<Batch>,
        /// Whether there are more after these.
        more: bool,
    }

    /// The headers of one tick, real ones and decoys in random order.
    Batch {
        /// Counts from 1 in each organisation.
        number: u64,
        /// The tick's day.
        day: u32,
        /// A multiple of eight.
        headers: Vec<Bytes>,
    }

    /// Batches up to this one are in the vault.
    #[serde(deny_unknown_fields)]
    Acknowledgement {
        /// The newest of them.
        number: u64,
    }

    /// Asks to be enrolled in threads.
    #[serde(deny_unknown_fields)]
    Enrolments {
        /// Echoed.
        challenge: Bytes,
        /// One for each thread, at most 200.
        enrolments: Vec<EnrolmentDocument>,
    }

    /// One enrolment ([`crate::access::Enrolment`]).
    #[serde(deny_unknown_fields)]
    EnrolmentDocument {
        /// Which thread.
        thread: ThreadId,
        /// By the thread's reader key.
        by_reader: Bytes,
        /// By her roster key.
        by_person: Bytes,
    }

    /// Where the threads' access counters stand.
    Enrolled {
        /// In the order asked; erased ones are left out.
        threads: Vec<Counter>,
        /// Threads that are no more.
        gone: Vec<ThreadId>,
        /// The day to sign.
        today: u32,
    }

    /// Where one thread's access counter stands.
    Counter {
        /// Which thread.
        thread: ThreadId,
        /// The number of the next access.
        counter: u32,
    }

    /// One access, signed by the roster key over tag, counter, purpose and day.
    #[serde(deny_unknown_fields)]
    ReleaseStatement {
        /// Which thread.
        thread: ThreadId,
        /// The number of this access.
        counter: u32,
        /// 16 bytes that only the thread's readers can compute.
        tag: Bytes,
        /// Code of the purpose.
        purpose: u8,
        /// The day.
        day: u32,
        /// Over all of this but the thread.
        signature: Bytes,
    }

    /// Asks for bodies; all of them or none.
    #[serde(deny_unknown_fields)]
    Releases {
        /// At most 200.
        releases: Vec<ReleaseStatement>,
        /// Size of the newest head she has seen, 0 for none.
        since: u64,
    }

    /// What came through the gate.
    Released {
        /// In the order asked.
        threads: Vec<ReleasedThread>,
        /// The log's signed head that contains these entries.
        head: String,
        /// Proof (RFC 6962) that it continues the head of the size she named.
        consistency: Vec<Digest>,
    }

    /// One thread, with the proof that its release stands in the log.
    ReleasedThread {
        /// Which thread.
        thread: ThreadId,
        /// Its header.
        header: Bytes,
        /// What the content key needs.
        share_slot: Bytes,
        /// What the case file's key needs.
        case_share: Bytes,
        /// The case header, once somebody has made it.
        case_header: Option<Bytes>,
        /// Card, notes and her own draft.
        records: Vec<Bytes>,
        /// The messages.
        messages: Vec<DatedMessage>,
        /// The day the legal clock started.
        day: u32,
        /// The day the first answer was released.
        answered: Option<u32>,
        /// The entry.
        entry: LogProof,
    }

    /// A sealed message and the day of its tick.
    DatedMessage {
        /// The tick's day.
        day: u32,
        /// Whether its tick has come.
        released: bool,
        /// Sealed.
        bytes: Bytes,
    }

    /// An entry of the log and its place under a head.
    LogProof {
        /// Place in the log.
        index: u64,
        /// 48 bytes.
        entry: Bytes,
        /// 384 bytes.
        body: Bytes,
        /// Hashes of the inclusion proof (RFC 6962), 32 bytes each.
        proof: Vec<Digest>,
    }

    /// Asks for the cards; one entry without a thread.
    #[serde(deny_unknown_fields)]
    CardsQuery {
        /// The day.
        day: u32,
        /// Over the day, by the roster key.
        signature: Bytes,
    }

    /// The threads she is enrolled in.
    Cards {
        /// In no order that means anything.
        threads: Vec<CardDocument>,
    }

    /// One thread in the list.
    CardDocument {
        /// Which thread.
        thread: ThreadId,
        /// Keys of thread and case, under her vault.
        key_row: Option<Bytes>,
        /// What the case file's key needs.
        case_share: Bytes,
        /// The sealed card, once there is one.
        card: Option<Bytes>,
        /// The day the legal clock started.
        day: u32,
        /// The day the first answer was released.
        answered: Option<u32>,
        /// Messages of the reporter whose tick has come.
        from_reporter: u32,
        /// Messages of staff.
        from_staff: u32,
        /// Whether the newest of them is staff's, by tick; within one tick the reporter's counts as the newest. Her own
        /// reply that waits for its tick counts, a colleague's does not.
        staff_spoke_last: bool,
    }

    /// Stores key rows: all of them or none.
    #[serde(deny_unknown_fields)]
    KeyRows {
        /// One for each thread that was just opened.
        rows: Vec<KeyRow>,
    }

    /// The keys of one thread and its case file.
    #[serde(deny_unknown_fields)]
    KeyRow {
        /// Which thread.
        thread: ThreadId,
        /// Sealed under her vault.
        row: Bytes,
    }

    /// A reply: a release with its own purpose, and the sealed message.
    #[serde(deny_unknown_fields)]
    Reply {
        /// The access.
        release: ReleaseStatement,
        /// Sealed.
        message: Bytes,
    }

    /// A reply was stored.
    Replied {
        /// The day of the tick that releases it.
        day: u32,
        /// The number of the next access.
        counter: u32,
    }

    /// How far a file is.
    FileProgress {
        /// Parts that are there, from the first one on.
        parts: u32,
    }

    /// Asks for a file of a thread: a release of its own.
    #[serde(deny_unknown_fields)]
    FileRelease {
        /// The access.
        release: ReleaseStatement,
        /// Whose file.
        author: PersonId,
        /// Its number.
        number: u32,
        /// Size of the newest head she has seen, 0 for none.
        since: u64,
    }

    /// A file came through the gate: its parts can be fetched.
    ReleasedFile {
        /// Opens the way to its parts ([`crate::access::FilePass`]).
        pass: Bytes,
        /// Bytes when sealed.
        size: u64,
        /// The entry.
        entry: LogProof,
        /// The log's signed head that contains the entry.
        head: String,
        /// Proof (RFC 6962) that it continues the head of the size she named.
        consistency: Vec<Digest>,
    }

    /// Asks for a part of a file that came through the gate.
    #[serde(deny_unknown_fields)]
    FilePart {
        /// As the release gave it.
        pass: Bytes,
        /// Counts from 0.
        part: u32,
    }

    /// Takes a message of her own back, before its tick.
    #[serde(deny_unknown_fields)]
    TakeBack {
        /// Which thread.
        thread: ThreadId,
        /// Which of her messages.
        sequence: u32,
        /// Over thread and sequence, by the roster key.
        signature: Bytes,
    }

    /// Stores case headers, each unless its thread has one.
    #[serde(deny_unknown_fields)]
    NewCases {
        /// One for each thread that was just opened.
        cases: Vec<NewCase>,
    }

    /// What became of case headers.
    CasesBegun {
        /// Threads whose case file somebody else had begun: her header was not kept.
        overtaken: Vec<ThreadId>,
    }

    /// The header of one thread's case file.
    #[serde(deny_unknown_fields)]
    NewCase {
        /// Which thread.
        thread: ThreadId,
        /// The header.
        header: Bytes,
    }

    /// Stores a record of a case file.
    #[serde(deny_unknown_fields)]
    NewRecord {
        /// Which thread.
        thread: ThreadId,
        /// The sealed record.
        record: Bytes,
    }

    /// A refusal (RFC 9457).
    ProblemDocument {
        /// `/problems/<name>`: what a program decides on.
        r#type: String,
        /// A sentence about the kind of problem.
        title: String,
        /// The HTTP status.
        status: u16,
        /// What to do about this one.
        detail: Option<String>,
        /// With a stale access counter: the right ones.
        counters: Option<Vec<Counter>>,
    }
}
