//! Files on this device: read whole before anything is sent, written only when all of them has come.

use super::Io;
use crate::Error;
use crate::files::{Fetched, NewFile};
use crate::strip::{StrippedView, strip};
use crypto::thread::LARGEST_FILE;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use zeroize::Zeroizing;

/// Files that go with a message.
#[derive(Clone, Debug, clap::Args)]
pub struct FilesArgs {
    /// A file to send with it, up to ten times: without its name, and without what tells who made it, where and when
    #[arg(long, value_name = "FILE")]
    attach: Vec<PathBuf>,
    /// Send files as they are, where that is what they have to prove: whoever reads them can see who made them, where and when
    #[arg(long, requires = "attach")]
    keep_metadata: bool,
}

/// File A of message M: `M.A`, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointer {
    pub(super) message: usize,
    pub(super) file: usize,
}

impl FromStr for Pointer {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |text: &str| text.parse::<usize>().ok().filter(|number| *number > 0);
        let parts = text.split_once('.').and_then(|(message, file)| Some((number(message)?, number(file)?)));
        let (message, file) = parts.ok_or("expected M.A: file A of message M, for instance 2.1")?;
        Ok(Self { message, file })
    }
}

/// Reads files to send, and says of each what went of it and what stays.
pub(super) fn to_send(args: &FilesArgs, io: &mut Io<'_>) -> Result<Vec<NewFile>, Error> {
    let files = read(&args.attach)?;
    if args.keep_metadata {
        io.warn("the files go as they are: they can hold who made them, where, when and with what");
        return Ok(files);
    }
    let fit = |(file, path): (NewFile, &PathBuf)| {
        let (file, view) = strip(&file.bytes, &file.ending);
        io.warn(&format!("{}: {}", path.display(), said(&view)));
        file
    };
    Ok(files.into_iter().zip(&args.attach).map(fit).collect())
}

/// Reads files, and checks that a message takes them.
fn read(paths: &[PathBuf]) -> Result<Vec<NewFile>, Error> {
    let files = paths.iter().map(|path| read_one(path)).collect::<Result<Vec<_>, _>>()?;
    crate::files::check(&files)?;
    Ok(files)
}

fn read_one(path: &Path) -> Result<NewFile, Error> {
    let unreadable = |error: io::Error| Error::Usage(format!("{} cannot be read: {error}", path.display()));
    let mut bytes = Zeroizing::new(Vec::new());
    let file = File::open(path).map_err(unreadable)?;
    // One more than it may have tells that it is too large.
    file.take(LARGEST_FILE.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_owned();
    Ok(NewFile { bytes, ending })
}

/// What went of a file and what stays, in a sentence.
fn said(view: &StrippedView) -> String {
    let gone: Vec<&str> = view.gone.iter().map(|gone| words(gone)).collect();
    let gone = if gone.is_empty() { "nothing was found in it".into() } else { format!("gone: {}", gone.join(", ")) };
    match view.assurance {
        "removed" => format!("{gone}. What the picture shows stays, and can tell enough."),
        "best_effort" => format!("{gone}. More may be left, and what it shows or says stays: a picture of the screen tells less."),
        _ => "nothing could be taken out of it. Whoever reads it may see who made it, where and when: a picture of the screen \
             tells less."
            .into(),
    }
}

fn words(gone: &str) -> &str {
    match gone {
        "thumbnail" => "small picture",
        "comment" => "titles and comments",
        "colours" => "colour profile (colours may look a little different)",
        "appended" => "what hung behind it",
        "other" => "other data",
        named => named,
    }
}

/// Refuses a place where something is already, before anything is fetched.
pub(super) fn require_free(path: &Path) -> Result<(), Error> {
    if path.symlink_metadata().is_ok() { Err(taken(path)) } else { Ok(()) }
}

/// Writes a file that was fetched: beside its place first, so that there is all of it or nothing, readable for its owner
/// alone, and over nothing.
pub(super) fn write(path: &Path, fetched: &Fetched) -> Result<(), Error> {
    let failed = |error: io::Error| Error::Device(format!("{} cannot be written: {error}", path.display()));
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let opened = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside);
    let mut part = opened.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => taken(&beside),
        _ => failed(error),
    })?;
    let written = part
        .write_all(&fetched.bytes)
        .and_then(|()| part.sync_all())
        .map_err(failed)
        .and_then(|()| require_free(path))
        .and_then(|()| fs::rename(&beside, path).map_err(failed));
    if written.is_err() {
        drop(fs::remove_file(&beside));
    }
    written
}

fn taken(path: &Path) -> Error {
    Error::Refused(format!("{} is there already: nothing is written over it", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_pointer_is_two_numbers_from_one() {
        assert_eq!("2.10".parse(), Ok(Pointer { message: 2, file: 10 }));
        for wrong in ["", "2", "2.", ".1", "0.1", "1.0", "1.1.1", "a.b", "-1.1"] {
            assert!(wrong.parse::<Pointer>().unwrap_err().contains("M.A"), "{wrong}");
        }
    }

    #[test]
    fn files_are_read_whole_and_without_their_names() {
        let folder = tempfile::tempdir().unwrap();
        let paths = ["Jan 2026.PDF", "none"].map(|name| folder.path().join(name));
        fs::write(&paths[0], b"text").unwrap();
        fs::write(&paths[1], b"more").unwrap();
        let files = read(&paths).unwrap();
        assert_eq!((files[0].bytes.as_slice(), files[0].ending.as_str()), (b"text".as_slice(), "PDF"));
        assert_eq!(files[1].ending, "");
        assert_eq!(read(&[folder.path().join("nowhere")]).err().unwrap().exit_code(), 2);
    }

    #[test]
    fn what_went_and_what_may_be_left_is_said_in_words() {
        let view = |assurance, gone| StrippedView { kind: "", gone, assurance, ending: "" };
        let said = |assurance, gone| said(&view(assurance, gone));
        assert!(said("removed", vec!["place", "thumbnail"]).starts_with("gone: place, small picture. What"));
        assert!(said("removed", vec![]).starts_with("nothing was found in it. What"));
        assert!(said("best_effort", vec!["author"]).contains("gone: author. More may be left"));
        assert!(said("untouched", vec![]).starts_with("nothing could be taken out"));
    }

    #[test]
    fn a_fetched_file_goes_over_nothing_and_is_its_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.pdf");
        let fetched =
            Fetched { name: "file-1".into(), media_type: String::new(), bytes: Zeroizing::new(b"bytes".to_vec()) };
        let names = || fs::read_dir(folder.path()).unwrap().count();
        write(&path, &fetched).unwrap();
        assert_eq!((fs::read(&path).unwrap(), names()), (b"bytes".to_vec(), 1));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(require_free(&path).is_err());
        let again = Fetched { bytes: Zeroizing::new(b"other".to_vec()), ..fetched };
        assert!(matches!(write(&path, &again), Err(Error::Refused(_))));
        assert_eq!((fs::read(&path).unwrap(), names()), (b"bytes".to_vec(), 1));
        // What another one is writing beside it is not taken away.
        let (next, part) = (folder.path().join("next"), folder.path().join("next.part"));
        fs::write(&part, b"half").unwrap();
        assert!(matches!(write(&next, &again), Err(Error::Refused(_))));
        assert_eq!((fs::read(&part).unwrap(), next.exists()), (b"half".to_vec(), false));
    }
}
