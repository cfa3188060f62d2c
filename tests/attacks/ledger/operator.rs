//! What an operator can do who has everything the server has: the database, its files, the key that signs the log, the
//! secret of the open epoch and the release keys. He changes entries and makes all that follows from them fit again.

use crate::support::databases::{Database, unhex};
use client::entropy::generator;
use crypto::ledger::{
    Body, Checkpoint, Entry, EpochRoot, EpochSecret, Frontier, Head, LogKey, Node, SignedNote, consistency_proof,
    inclusion_proof,
};
use crypto::thread::Safekeeping;
use crypto::wire::{Bytes, Released};
use crypto::{Digest, OrganisationId, Secret, SigningKey, ThreadId};
use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

/// What stands at one place of the log.
pub(super) type Row = (Entry, Body);

#[derive(Clone)]
pub(super) struct Operator(pub(super) Arc<Database>);

/// A log as it follows from its entries.
struct Tree {
    /// After each entry.
    heads: Vec<Head>,
    edge: Frontier,
    nodes: BTreeMap<(u8, u64), Digest>,
}

impl Tree {
    fn of(entries: &[Entry]) -> Self {
        let mut tree = Self { heads: Vec::new(), edge: Frontier::new(), nodes: BTreeMap::new() };
        for entry in entries {
            let complete = tree.edge.push(entry.leaf());
            tree.nodes.extend(complete.iter().map(|Node { level, index, hash }| ((*level, *index), *hash)));
            tree.heads.push(tree.edge.head());
        }
        tree
    }

    fn node(&self, level: u8, index: u64) -> Result<Digest, crypto::Error> {
        Ok(self.nodes[&(level, index)])
    }
}

impl Operator {
    pub(super) fn execute(&self, statements: &str) {
        self.0.execute(statements);
    }

    /// The log only grows, says the database; not to whoever owns it.
    pub(super) fn drop_the_rules(&self) {
        self.execute(match self.0.url() {
            None => "DROP TRIGGER ledger_entry_update; DROP TRIGGER ledger_entry_delete;",
            Some(_) => "ALTER TABLE ledger_entry DISABLE TRIGGER ALL;",
        });
    }

    fn rows(&self, column: &str, table: &str) -> Vec<Vec<u8>> {
        let query = format!("SELECT {} AS line FROM {table} ORDER BY position", self.0.hex(column));
        self.0.lines(&query).iter().map(|line| unhex(line)).collect()
    }

    pub(super) fn entries(&self) -> Vec<Entry> {
        self.rows("entry", "ledger_entry").iter().map(|entry| Entry::parse(entry).unwrap()).collect()
    }

    /// What stands there.
    pub(super) fn row(&self, position: u64) -> Row {
        (self.entries()[usize::try_from(position).unwrap()], self.body(position))
    }

    pub(super) fn body(&self, position: u64) -> Body {
        let query = format!("SELECT {} AS line FROM ledger_entry WHERE position = {position}", self.0.hex("body"));
        Body::try_from(unhex(&self.0.lines(&query)[0]).as_slice()).unwrap()
    }

    /// Another entry in a place, with its body.
    pub(super) fn put(&self, position: u64, (entry, body): Row) {
        let (entry, body) = (self.0.literal(&entry.to_bytes()), self.0.literal(body.as_bytes()));
        self.execute(&format!("UPDATE ledger_entry SET entry = {entry}, body = {body} WHERE position = {position};"));
    }

    fn secret(&self, file: &str) -> Secret<32> {
        let bytes = fs::read(self.0.folder().join("data").join(file)).unwrap();
        bytes[1..].try_into().unwrap()
    }

    fn log(&self) -> LogKey {
        LogKey::new(SigningKey::from_seed(self.secret("keys/log.secret"))).unwrap()
    }

    /// What the bodies of the open epoch are sealed with.
    pub(super) fn epoch(&self, organisation: OrganisationId) -> EpochSecret {
        let open = "SELECT CAST(number AS TEXT) AS line FROM ledger_epoch WHERE state = 'open'";
        let number: u32 = self.0.lines(open)[0].parse().unwrap();
        EpochRoot::new(number, self.secret(&format!("release-keys/epoch-{number}.secret"))).of(organisation)
    }

    /// Makes nodes, head, checkpoints and pin those of the entries that stand there now, and signs them.
    pub(super) fn sign_anew(&self) {
        let (tree, log) = (Tree::of(&self.entries()), self.log());
        let sign = |head| log.sign(head).unwrap().to_text();
        let stored: Vec<String> = self.0.lines(&format!(
            "SELECT CAST(level AS TEXT) || ' ' || CAST(position AS TEXT) || ' ' || {} AS line FROM ledger_node",
            self.0.hex("hash")
        ));
        let mut statements = String::new();
        for line in stored {
            let [level, position, hash] = line.split(' ').collect::<Vec<_>>().try_into().unwrap();
            let new = tree.nodes[&(level.parse().unwrap(), position.parse().unwrap())];
            if new.to_hex() != hash {
                let new = self.0.literal(new.as_ref());
                statements +=
                    &format!("UPDATE ledger_node SET hash = {new} WHERE level = {level} AND position = {position};");
            }
        }
        for size in self.0.lines("SELECT CAST(size AS TEXT) AS line FROM ledger_checkpoint") {
            let note = sign(tree.heads[size.parse::<usize>().unwrap() - 1]);
            statements += &format!(
                "DELETE FROM ledger_cosignature WHERE size = {size} AND NOT EXISTS
                    (SELECT 1 FROM ledger_checkpoint c WHERE c.size = {size} AND c.note = '{note}');
                 UPDATE ledger_checkpoint SET note = '{note}' WHERE size = {size};"
            );
        }
        let (edge, note) = (self.0.literal(&tree.edge.to_bytes()), sign(tree.edge.head()));
        self.execute(&format!("{statements} UPDATE ledger_head SET frontier = {edge}, note = '{note}';"));
        let pin = self.0.folder().join("data/pin");
        let pinned = Checkpoint::parse(SignedNote::parse(&fs::read_to_string(&pin).unwrap()).unwrap().text()).unwrap();
        let size = usize::try_from(pinned.head.size).unwrap();
        fs::write(pin, sign(tree.heads[size - 1])).unwrap();
    }

    /// Cuts the log off behind a checkpoint, whose signed note is the head again. That takes no key.
    pub(super) fn cut_off(&self, size: u64) {
        let kept: Vec<Entry> = self.entries()[..usize::try_from(size).unwrap()].to_vec();
        let (edge, empty) = (self.0.literal(&Tree::of(&kept).edge.to_bytes()), self.0.literal(&[]));
        let epoch = format!("(SELECT epoch FROM ledger_checkpoint WHERE size = {size})");
        self.execute(&format!(
            "DELETE FROM ledger_entry WHERE position >= {size};
             DELETE FROM ledger_node WHERE (position + 1) * (1 << level) > {size};
             DELETE FROM ledger_cosignature WHERE size > {size};
             DELETE FROM ledger_checkpoint WHERE size > {size};
             DELETE FROM ledger_epoch WHERE number > {epoch} + 1;
             UPDATE ledger_epoch SET state = 'open', encapsulations = {empty} WHERE number = {epoch} + 1;
             UPDATE ledger_head SET size = {size}, frontier = {edge}, epoch = {epoch} + 1,
                note = (SELECT note FROM ledger_checkpoint WHERE size = {size});"
        ));
    }

    /// What the server keeps of a thread, changed and sealed again under the same release key.
    pub(super) fn change_what_is_kept(
        &self,
        (organisation, thread): (OrganisationId, ThreadId),
        change: impl FnOnce(&mut Safekeeping),
    ) {
        let row = format!("FROM thread WHERE id = {}", self.0.literal(thread.as_ref()));
        let ring_key: i64 = self.0.lines(&format!("SELECT CAST(ring_key AS TEXT) AS line {row}"))[0].parse().unwrap();
        let sealed = unhex(&self.0.lines(&format!("SELECT {} AS line {row}", self.0.hex("secrets")))[0]);
        let file = fs::read(self.0.folder().join(format!("data/release-keys/{ring_key:016x}.key"))).unwrap();
        let (key, id) = (Secret::try_from(&file[13..]).unwrap(), ring_key.unsigned_abs());
        let opened = crypto::ring::open(&key, id, organisation, thread, &sealed).unwrap();
        let mut kept = Safekeeping::parse(&opened).unwrap();
        change(&mut kept);
        let rng = &mut generator().unwrap();
        let sealed = crypto::ring::seal(&key, id, organisation, thread, &kept.to_bytes(), rng);
        self.execute(&format!(
            "UPDATE thread SET secrets = {} WHERE id = {}",
            self.0.literal(&sealed),
            self.0.literal(thread.as_ref())
        ));
    }

    /// An answer to a release in which another entry stands, under a head that is signed over it and proofs that hold.
    pub(super) fn lie(&self, released: &mut Released, since: u64, forge: &dyn Fn(&Self, u64, Row) -> Row) {
        let proof = &mut released.threads[0].entry;
        let was = (Entry::parse(&proof.entry.0).unwrap(), Body::try_from(proof.body.0.as_slice()).unwrap());
        let (entry, body) = forge(self, proof.index, was);
        let mut entries = self.entries();
        entries[usize::try_from(proof.index).unwrap()] = entry;
        let tree = Tree::of(&entries);
        let size = tree.edge.size();
        proof.entry = Bytes(entry.to_bytes().to_vec());
        proof.body = Bytes(body.as_bytes().to_vec());
        proof.proof = inclusion_proof(proof.index, size, |level, index| tree.node(level, index)).unwrap();
        released.consistency = consistency_proof(since, size, |level, index| tree.node(level, index)).unwrap();
        released.head = self.log().sign(tree.edge.head()).unwrap().to_text();
    }
}
