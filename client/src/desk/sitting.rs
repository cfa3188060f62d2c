//! What stays in memory of the cases opened in this sitting. Opening one costs an entry in the log, and to keep what is
//! typed in it, to send a file or to take a reply back does not.

use super::case::Case;
use crypto::case::CaseContentKey;
use crypto::{PersonId, ThreadId};
use zeroize::Zeroizing;

/// The cases of this sitting.
#[derive(Default)]
pub(super) struct Sitting(Vec<Open>);

/// One of them.
pub(super) struct Open {
    thread: ThreadId,
    pub(super) file: CaseContentKey,
    /// Version and text of the newest draft.
    draft: Option<(u32, Zeroizing<String>)>,
    /// Her own messages by their sequences, with the numbers of the files that each names.
    own: Vec<(u32, Vec<u32>)>,
}

impl Open {
    /// What stands in the draft.
    pub(super) fn text(&self) -> &str {
        self.draft.as_ref().map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    /// The version of the next draft.
    pub(super) fn next_draft(&self) -> u32 {
        self.draft.as_ref().map_or(0, |(version, _)| version.saturating_add(1))
    }

    /// The number of her next file.
    pub(super) fn next_file(&self) -> u32 {
        self.own.iter().flat_map(|(_, files)| files).max().map_or(1, |newest| newest.saturating_add(1))
    }

    /// Numbers of the files that one of her messages names, if it is known here.
    pub(super) fn files_of(&self, sequence: u32) -> Option<Vec<u32>> {
        self.own.iter().find(|(own, _)| *own == sequence).map(|(_, files)| files.clone())
    }
}

impl Sitting {
    /// A case of which `me` sees this now.
    pub(super) fn opened(&mut self, case: &Case, me: PersonId) {
        let thread = case.key.thread();
        self.forget(thread);
        let draft = case.draft.clone().map(|(version, text)| (version, Zeroizing::new(text)));
        self.0.push(Open { thread, file: case.file.clone(), draft, own: case.conversation.files_by(me).collect() });
    }

    pub(super) fn forget(&mut self, thread: ThreadId) {
        self.0.retain(|open| open.thread != thread);
    }

    pub(super) fn find(&self, thread: ThreadId) -> Option<&Open> {
        self.0.iter().find(|open| open.thread == thread)
    }

    pub(super) fn drafted(&mut self, thread: ThreadId, version: u32, text: Zeroizing<String>) {
        if let Some(open) = self.find_mut(thread) {
            open.draft = Some((version, text));
        }
    }

    pub(super) fn replied(&mut self, thread: ThreadId, sequence: u32, files: Vec<u32>) {
        if let Some(open) = self.find_mut(thread) {
            open.own.push((sequence, files));
        }
    }

    pub(super) fn taken_back(&mut self, thread: ThreadId, sequence: u32) {
        if let Some(open) = self.find_mut(thread) {
            open.own.retain(|(own, _)| *own != sequence);
        }
    }

    fn find_mut(&mut self, thread: ThreadId) -> Option<&mut Open> {
        self.0.iter_mut().find(|open| open.thread == thread)
    }
}
