//! What can stand in the access log: closed lists with a code for the bytes and a name for documents. A code or a
//! name, once given, never changes its meaning; free codes between the subjects are for later versions.

use crate::closed::closed_list;
use crate::roster::Role;

closed_list! {
    /// What was done. The comments say what [`crate::ledger::Record::reference`] names, if anything.
    Act {
        // 1–15: the reporter's own acts, written only when an epoch closes
        /// A thread was created. Always counter 0 of its thread.
        Registered = 1 "thread.registered",
        /// The reporter erased her thread.
        ErasedByReporter = 2 "thread.erased",

        // 16–31: releases, each signed by the person who asked (`release.rs`)
        /// The bodies of one thread, with its share.
        BodyRelease = 16 "body.release",
        /// One attachment; digest of its place ([`crate::thread::FilePlace::digest`]).
        AttachmentRelease = 17 "attachment.release",
        /// The case file of one thread, with its share.
        CaseRelease = 18 "case.release",
        /// The cards of the threads she opened before, once a sitting, without a thread's tag.
        CardsListed = 19 "cards.listed",
        /// A reply was taken in; digest of the message.
        Reply = 20 "reply.sent",
        /// A case was exported; digest of the document.
        Export = 21 "export.made",
        /// Strict profile: the witness released a share.
        ShareRelease = 22 "share.release",

        // 32–47: what staff do with a thread
        /// Staff erased a thread.
        ErasedByStaff = 32 "thread.erased_by_staff",
        /// Its retention ended.
        Expired = 33 "thread.expired",
        /// Somebody else was given the thread too; digest of the wrap.
        Given = 34 "thread.given",
        /// A coach stepped aside.
        SteppedAside = 35 "thread.stepped_aside",
        /// A deputy or the fallback took it over.
        TakenOver = 36 "thread.taken_over",
        /// It was handed over; digest of the wrap.
        HandedOver = 37 "thread.handed_over",

        // 64–79: staff and their keys
        /// Somebody was invited.
        Invited = 64 "staff.invited",
        /// An invitation was accepted: a pending person.
        Accepted = 65 "staff.accepted",
        /// A new version of the roster; its digest.
        RosterChanged = 66 "roster.changed",
        /// A login key was changed.
        LoginKeyChanged = 67 "staff.login_key_changed",
        /// A second factor was added, changed or taken away.
        SecondFactorChanged = 68 "staff.second_factor_changed",
        /// Somebody logged in.
        SessionOpened = 69 "staff.session_opened",

        // 96–111: the installation
        /// An organisation was created.
        OrganisationCreated = 96 "organisation.created",
        /// Digest of the configuration from now on.
        ConfigChanged = 97 "config.changed",
        /// Digest of the program's manifest from now on.
        BinaryChanged = 98 "binary.changed",
        /// A command that writes was run; digest of its name.
        CommandRun = 99 "command.run",
        /// A backup was made.
        Backup = 100 "backup.made",
        /// A backup was restored.
        Restore = 101 "backup.restored",
        /// The release key ring has a new key.
        ReleaseKeyRotated = 102 "release_key.rotated",
        /// A key of the release key ring was destroyed.
        ReleaseKeyDestroyed = 103 "release_key.destroyed",

        // 128–143: figures for management
        /// Digest of the commitment to a period's noise.
        TrendCommitted = 128 "trend.committed",
        /// Digest of the published figures.
        TrendReleased = 129 "trend.released",
        /// A commitment was opened to a sworn auditor.
        TrendOpened = 130 "trend.opened",

        // 160–175: the log itself
        /// An epoch begins; digest of its encapsulations.
        EpochOpened = 160 "epoch.opened",
        /// An epoch ends; digest of its encapsulations. Its secret is destroyed.
        EpochClosed = 161 "epoch.closed",
        /// Nothing: fills the epoch up.
        Pad = 162 "pad",
        /// Head and pin disagreed: no reads from here on.
        Sealed = 163 "ledger.sealed",
        /// Guardians reconciled a sealed log; digest of both heads.
        Reconciled = 164 "ledger.reconciled",
        /// The keys of those who can read the log's bodies changed.
        AuditKeyChanged = 165 "audit_key.changed",
        /// Bodies of a past epoch were erased by age.
        BodiesErased = 166 "ledger.bodies_erased",
    }
}

closed_list! {
    /// What for. Named by the person herself and covered by her signature.
    Purpose {
        /// Acts that have none.
        None = 0 "none",
        /// First reading of a new thread.
        FirstReading = 1 "first_reading",
        /// Going on with a thread.
        FollowUp = 2 "follow_up",
        /// Answering.
        Reply = 3 "reply",
        /// Taking over, giving, handing over.
        Handover = 4 "handover",
        /// An authority or a court demands it.
        LegalDuty = 5 "legal_duty",
        /// A copy leaves the service.
        Export = 6 "export",
        /// Listing cards.
        Cards = 7 "cards",
        /// Erasing.
        Erasure = 8 "erasure",
    }
}

closed_list! {
    /// In which role. The codes from 1 to 4 are the roster's.
    ActorRole {
        /// The reporter, who has no name, or the program itself.
        Unnamed = 0 "unnamed",
        /// A coach, with or without the flags of a deputy or guardian.
        Coach = 1 "coach",
        /// The fallback.
        Fallback = 2 "fallback",
        /// The auditor.
        Auditor = 3 "auditor",
        /// The management.
        Management = 4 "management",
        /// Who runs the program.
        Operator = 5 "operator",
    }
}

impl Act {
    /// Whether sealed bytes leave, or a copy is made, on this act: it needs a person's signed [`crate::ledger::Release`].
    #[must_use]
    pub const fn is_release(self) -> bool {
        matches!(self.code(), 16..=31)
    }
}

impl From<Role> for ActorRole {
    fn from(role: Role) -> Self {
        match role {
            Role::Coach => Self::Coach,
            Role::Fallback => Self::Fallback,
            Role::Auditor => Self::Auditor,
            Role::Management => Self::Management,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn every_byte_is_one_act_or_refused(code: u8) {
            let known = Act::ALL.iter().any(|act| act.code() == code);
            prop_assert!(Act::from_code(code).map_or(!known, |act| act.code() == code));
            prop_assert!(Purpose::from_code(code).map_or(code > 8, |purpose| purpose.code() == code));
            prop_assert!(ActorRole::from_code(code).map_or(code > 5, |role| role.code() == code));
        }

        #[test]
        fn no_other_text_is_a_name(name in "[a-z_.]{0,24}") {
            let known = Act::ALL.iter().any(|act| act.name() == name);
            prop_assert_eq!(Act::from_name(&name).is_some(), known);
        }
    }

    #[test]
    fn codes_and_names_are_distinct_ordered_and_round_trip() {
        let names: BTreeSet<_> = Act::ALL.iter().map(|act| act.name()).collect();
        assert_eq!(names.len(), Act::ALL.len());
        assert!(Act::ALL.windows(2).all(|pair| pair[0].code() < pair[1].code()));
        for act in Act::ALL {
            assert_eq!(Act::from_name(act.name()), Some(*act));
            assert_eq!(Act::from_code(act.code()), Some(*act));
        }
        for purpose in Purpose::ALL {
            assert_eq!(Purpose::from_name(purpose.name()), Some(*purpose));
        }
        for role in ActorRole::ALL {
            assert_eq!(ActorRole::from_name(role.name()), Some(*role));
        }
    }

    #[test]
    fn the_rosters_roles_have_the_rosters_codes() {
        for role in [Role::Coach, Role::Fallback, Role::Auditor, Role::Management] {
            assert_eq!(ActorRole::from(role).code(), role.code());
        }
    }

    #[test]
    fn what_hands_out_bytes_is_a_release() {
        let releases: Vec<_> = Act::ALL.iter().filter(|act| act.is_release()).collect();
        assert_eq!(releases.len(), 7);
        assert!(Act::CardsListed.is_release() && !Act::Registered.is_release() && !Act::ErasedByStaff.is_release());
    }
}
