//! One walk through the log, from the first entry to the last.

use super::epochs::{Bodies, Epochs};
use super::{Kind, Outside, Report};
use crate::Error;
use crate::store::Db;
use crate::store::ledger::LOWEST_STORED;
use crate::store::ledger::rows::{self, Checkpoint, Row};
use crypto::Digest;
use crypto::ledger::{EPOCH_UNIT, Entry, Frontier, Head, Node, NoteKey, SignedNote, cosignature_time};
use std::collections::BTreeMap;
use std::ops::Range;

/// Entries of a page.
const PAGE: u64 = 4096;

pub(super) struct Walk<'a> {
    outside: &'a Outside,
    pin: Option<Head>,
    size: u64,
    /// The tree so far; nothing from the first missing entry on.
    frontier: Option<Frontier>,
    epoch: u32,
    bodies: Bodies,
    checkpoints: u64,
    cut_off: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(outside: &'a Outside, pin: Option<Head>, size: u64) -> Self {
        let frontier = Some(Frontier::new());
        Self { outside, pin, size, frontier, epoch: 1, bodies: Bodies::default(), checkpoints: 0, cut_off: false }
    }

    pub(super) fn run(mut self, db: &mut Db, report: &mut Report) -> Result<Self, Error> {
        let mut start = 0;
        while start < self.size {
            let page = start..self.size.min(start.saturating_add(PAGE));
            let rows = rows::whole(db, &page)?;
            if rows.is_empty() {
                report.add(Kind::Missing, format!("entries {start} to {} are missing", self.size), start);
                self.frontier = None;
                self.cut_off = true;
                return Ok(self);
            }
            let checkpoints = rows::checkpoints(db, &(page.start.saturating_add(1)..page.end.saturating_add(1)))?;
            for checkpoint in &checkpoints {
                check_cosignatures(db, checkpoint, report)?;
            }
            let nodes = self.page(&page, rows, checkpoints, report);
            compare_nodes(db, &nodes, report)?;
            start = page.end;
        }
        self.bodies.end(self.epoch, true, report);
        Ok(self)
    }

    /// Whether so much is missing that the walk did not reach the end.
    pub(super) const fn is_cut_off(&self) -> bool {
        self.cut_off
    }

    pub(super) const fn frontier(&self) -> Option<&Frontier> {
        self.frontier.as_ref()
    }

    pub(super) const fn checkpoints(&self) -> u64 {
        self.checkpoints
    }

    pub(super) const fn epochs(&self) -> Epochs {
        Epochs { open: self.epoch, erased: self.bodies.erased() }
    }

    /// Goes through a page; answers the subtrees that became complete and are stored.
    fn page(
        &mut self,
        page: &Range<u64>,
        rows: Vec<Row>,
        checkpoints: Vec<Checkpoint>,
        report: &mut Report,
    ) -> Vec<Node> {
        let mut rows = rows.into_iter().peekable();
        let mut checkpoints = checkpoints.into_iter().peekable();
        let mut nodes = Vec::new();
        for position in page.clone() {
            if let Some(row) = rows.next_if(|row| row.position == position) {
                let entry = self.entry(&row, &mut nodes, report);
                self.body(&row, entry.as_ref(), report);
            } else {
                report.add(Kind::Missing, "the entry is missing", position);
                self.frontier = None;
            }
            let size = position.saturating_add(1);
            if let Some(pin) = self.pin
                && pin.size == size
                && self.frontier.as_ref().is_some_and(|frontier| frontier.head() != pin)
            {
                report.add(Kind::Sealed, "the log contradicts its pin", position);
            }
            if let Some(checkpoint) = checkpoints.next_if(|checkpoint| checkpoint.size == size) {
                self.checkpoint(&checkpoint, report);
            }
        }
        nodes
    }

    fn entry(&mut self, row: &Row, nodes: &mut Vec<Node>, report: &mut Report) -> Option<Entry> {
        let Ok(entry) = Entry::parse(&row.entry) else {
            report.add(Kind::Schema, "the entry has another form", row.position);
            self.frontier = None;
            return None;
        };
        if let Some(frontier) = &mut self.frontier {
            nodes.extend(frontier.push(entry.leaf()).into_iter().filter(|node| node.level >= LOWEST_STORED));
        }
        Some(entry)
    }

    fn body(&mut self, row: &Row, entry: Option<&Entry>, report: &mut Report) {
        let &Row { position, epoch, ref body, .. } = row;
        if self.epoch.checked_add(1) == Some(epoch) {
            report.add(Kind::Missing, format!("the checkpoint that closed epoch {} is missing", self.epoch), position);
            self.next_epoch(report);
        } else if epoch != self.epoch {
            let detail = format!("the entry is filed under epoch {epoch} in the middle of {}", self.epoch);
            report.add(Kind::Inconsistent, detail, position);
        }
        self.bodies.see(position, body.is_empty());
        let named = crypto::ledger::Body::try_from(body.as_slice());
        let fits = |entry: &Entry| named.is_ok_and(|body| entry.names(&body));
        if !body.is_empty() && !entry.is_none_or(fits) {
            report.add(Kind::Inconsistent, "the body is not the one that the entry names", position);
        }
    }

    fn checkpoint(&mut self, checkpoint: &Checkpoint, report: &mut Report) {
        let last = checkpoint.size.saturating_sub(1);
        self.checkpoints = self.checkpoints.saturating_add(1);
        match self.outside.open(&checkpoint.note) {
            Err(error) => {
                let detail = format!("the checkpoint of epoch {} does not hold: {error}", checkpoint.epoch);
                report.add(Kind::Signature, detail, last);
            }
            Ok(head) if head.size != checkpoint.size => {
                let detail = format!("the checkpoint of epoch {} says {} entries", checkpoint.epoch, head.size);
                report.add(Kind::Inconsistent, detail, last);
            }
            Ok(head) if self.frontier.as_ref().is_some_and(|frontier| frontier.head() != head) => {
                let detail = format!("the checkpoint of epoch {} has another root than the entries", checkpoint.epoch);
                report.add(Kind::Inconsistent, detail, last);
            }
            Ok(_) => {}
        }
        if checkpoint.epoch != self.epoch {
            let detail = format!("epoch {} ends where {} should", checkpoint.epoch, self.epoch);
            report.add(Kind::Schema, detail, last);
        }
        if checkpoint.size.checked_rem(EPOCH_UNIT) != Some(0) {
            let detail = format!("epoch {} was not filled up to a multiple of {EPOCH_UNIT}", checkpoint.epoch);
            report.add(Kind::Schema, detail, last);
        }
        self.next_epoch(report);
    }

    fn next_epoch(&mut self, report: &mut Report) {
        self.bodies.end(self.epoch, false, report);
        self.epoch = self.epoch.saturating_add(1);
    }
}

/// What stands there in a witness's name is hers. Which witnesses there must be, a policy says and not this log.
fn check_cosignatures(db: &mut Db, checkpoint: &Checkpoint, report: &mut Report) -> Result<(), Error> {
    for (key, line) in rows::cosignatures(db, checkpoint.size)? {
        let note = [checkpoint.note.as_str(), &line].concat();
        let holds = NoteKey::parse(&key).and_then(|key| cosignature_time(&SignedNote::parse(&note)?, &key));
        if !matches!(holds, Ok(Some(_))) {
            let detail = format!("a witness's line under the checkpoint of epoch {} does not hold", checkpoint.epoch);
            report.add(Kind::Signature, detail, checkpoint.size.saturating_sub(1));
        }
    }
    Ok(())
}

/// Compares what was computed with what is stored, level by level. Each level of a page is one row of neighbours.
fn compare_nodes(db: &mut Db, computed: &[Node], report: &mut Report) -> Result<(), Error> {
    let mut levels: BTreeMap<u8, Vec<(u64, Digest)>> = BTreeMap::new();
    for node in computed {
        levels.entry(node.level).or_default().push((node.index, node.hash));
    }
    for (level, row) in levels {
        let (Some((first, _)), Some((last, _))) = (row.first(), row.last()) else { continue };
        let mut stored = rows::nodes(db, level, *first, *last)?.into_iter().peekable();
        for (index, hash) in row {
            let position = index << level;
            match stored.next_if(|(at, _)| *at == index) {
                None => report.add(Kind::Missing, format!("the node {level}/{index} is missing"), position),
                Some((_, bytes)) if bytes != hash.as_ref() => {
                    let detail = format!("the node {level}/{index} is another than that of the entries");
                    report.add(Kind::Inconsistent, detail, position);
                }
                Some(_) => {}
            }
        }
    }
    Ok(())
}
