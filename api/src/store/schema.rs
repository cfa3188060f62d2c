//! The tables as diesel sees them, written by hand: SQLite's `INTEGER` holds what is `Integer`, `BigInt` or `Bool` here.

diesel::table! {
    /// Where diesel notes what was applied.
    __diesel_schema_migrations (version) {
        version -> Text,
    }
}

diesel::table! {
    installation (name) {
        name -> Text,
        value -> Binary,
    }
}

diesel::table! {
    organisation (id) {
        id -> Binary,
        slug -> Text,
        identity -> Nullable<Binary>,
        name -> Text,
        locale -> Text,
        questions -> Text,
    }
}

diesel::table! {
    invitation (hash) {
        hash -> Binary,
        organisation -> Binary,
        role -> Text,
        name -> Nullable<Text>,
        until_day -> Integer,
    }
}

diesel::table! {
    person (id) {
        id -> Binary,
        organisation -> Binary,
        account -> Text,
        name -> Text,
        role -> Text,
        state -> Text,
        record -> Binary,
        login_key -> Binary,
        recovery_key -> Binary,
        batch_seen -> BigInt,
    }
}

diesel::table! {
    vault (person) {
        person -> Binary,
        version -> BigInt,
        bytes -> Binary,
    }
}

diesel::table! {
    session (token_hash) {
        token_hash -> Binary,
        person -> Binary,
        created -> BigInt,
        used -> BigInt,
    }
}

diesel::table! {
    roster (organisation, number) {
        organisation -> Binary,
        number -> Integer,
        bytes -> Binary,
    }
}

diesel::table! {
    roster_proposal (organisation) {
        organisation -> Binary,
        bytes -> Binary,
    }
}

diesel::table! {
    roster_attestation (organisation) {
        organisation -> Binary,
        day -> Integer,
        bytes -> Binary,
    }
}

diesel::table! {
    batch (organisation, number) {
        organisation -> Binary,
        number -> BigInt,
        day -> Integer,
        slots -> Integer,
        roster -> Integer,
    }
}

diesel::table! {
    thread (id) {
        id -> Binary,
        organisation -> Binary,
        header -> Binary,
        batch -> BigInt,
        slot -> Integer,
        day -> Integer,
        clock_day -> Integer,
        answered_day -> Nullable<Integer>,
        ring_key -> BigInt,
        secrets -> Binary,
        staff_spoke_last -> Integer,
    }
}

diesel::table! {
    message (thread, author, sequence) {
        thread -> Binary,
        author -> Binary,
        sequence -> BigInt,
        day -> Integer,
        bytes -> Binary,
    }
}

diesel::table! {
    staged_thread (id) {
        id -> Binary,
        organisation -> Binary,
        tick -> BigInt,
        header -> Binary,
        ring_key -> BigInt,
        secrets -> Binary,
    }
}

diesel::table! {
    staged_message (thread, author, sequence) {
        thread -> Binary,
        author -> Binary,
        sequence -> BigInt,
        tick -> BigInt,
        bytes -> Binary,
    }
}

diesel::table! {
    staged_file (thread, author, number) {
        thread -> Binary,
        author -> Binary,
        number -> Integer,
        organisation -> Binary,
        size -> BigInt,
        missing -> Integer,
        tick -> BigInt,
    }
}

diesel::table! {
    staged_part (thread, author, number, part) {
        thread -> Binary,
        author -> Binary,
        number -> Integer,
        part -> Integer,
        bytes -> Binary,
    }
}

diesel::table! {
    file (thread, author, number) {
        thread -> Binary,
        author -> Binary,
        number -> Integer,
        organisation -> Binary,
        size -> BigInt,
    }
}

diesel::table! {
    file_part (thread, author, number, part) {
        thread -> Binary,
        author -> Binary,
        number -> Integer,
        part -> Integer,
        bytes -> Binary,
    }
}

diesel::table! {
    /// Parts that lie on the shelf, or are on their way there.
    shelved_part (thread, author, number, part) {
        thread -> Binary,
        author -> Binary,
        number -> Integer,
        part -> Integer,
        secret -> Binary,
        object -> Binary,
    }
}

diesel::table! {
    /// Objects on the shelf whose rows are gone.
    discarded_object (object) {
        object -> Binary,
    }
}

diesel::table! {
    enrolment (thread, person) {
        thread -> Binary,
        person -> Binary,
        key_row -> Nullable<Binary>,
    }
}

diesel::table! {
    barred (thread, person) {
        thread -> Binary,
        person -> Binary,
    }
}

diesel::table! {
    case_file (thread) {
        thread -> Binary,
        header -> Binary,
    }
}

diesel::table! {
    case_record (thread, kind, author, sequence) {
        thread -> Binary,
        kind -> Integer,
        author -> Binary,
        sequence -> BigInt,
        bytes -> Binary,
    }
}

diesel::table! {
    tombstone (hash) {
        hash -> Binary,
        until_day -> Integer,
    }
}

diesel::table! {
    pending_entry (id) {
        id -> Binary,
        organisation -> Binary,
        ring_key -> BigInt,
        sealed -> Binary,
    }
}

diesel::table! {
    lease (name) {
        name -> Text,
        holder -> Binary,
        fence -> BigInt,
        until -> BigInt,
    }
}

diesel::table! {
    ledger_entry (position) {
        position -> BigInt,
        epoch -> Integer,
        entry -> Binary,
        body -> Binary,
    }
}

diesel::table! {
    ledger_node (level, position) {
        level -> Integer,
        position -> BigInt,
        hash -> Binary,
    }
}

diesel::table! {
    ledger_head (one) {
        one -> Integer,
        size -> BigInt,
        frontier -> Binary,
        note -> Text,
        mode -> Text,
        epoch -> Integer,
    }
}

diesel::table! {
    ledger_checkpoint (size) {
        size -> BigInt,
        epoch -> Integer,
        note -> Text,
    }
}

diesel::table! {
    ledger_cosignature (size, witness) {
        size -> BigInt,
        witness -> Text,
        line -> Text,
    }
}

diesel::table! {
    ledger_epoch (number) {
        number -> Integer,
        day -> Integer,
        state -> Text,
        encapsulations -> Binary,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    installation,
    organisation,
    invitation,
    person,
    vault,
    session,
    roster,
    roster_proposal,
    roster_attestation,
    batch,
    thread,
    message,
    staged_thread,
    staged_message,
    staged_file,
    staged_part,
    file,
    file_part,
    shelved_part,
    discarded_object,
    enrolment,
    barred,
    case_file,
    case_record,
    tombstone,
    lease,
    ledger_entry,
    ledger_node,
    ledger_head,
    ledger_checkpoint,
    ledger_cosignature,
    ledger_epoch,
);

diesel::joinable!(thread -> organisation (organisation));
diesel::joinable!(staged_thread -> organisation (organisation));
diesel::joinable!(message -> thread (thread));
diesel::joinable!(enrolment -> thread (thread));
diesel::joinable!(case_file -> thread (thread));
diesel::joinable!(session -> person (person));
diesel::joinable!(vault -> person (person));
