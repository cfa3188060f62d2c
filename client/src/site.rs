//! A site checked from outside: whether it sends what a release says, page by page and file by file.
//!
//! Whoever serves pages can send others to one visitor. This finds what is sent to whoever asks here and now, and asks
//! as a browser does; it cannot see what somebody else was sent.

mod head;
mod manifest;
mod page;

pub use head::{HTML, PLAIN, POLICY, kind};
pub use manifest::{File, Manifest};
pub use page::{PLACES, fill};

use crate::http::native::Seen;
use crate::{Error, Server};
use crypto::Digest;
use serde::Serialize;
use std::io::Read;

/// The languages of the pages, as they stand in addresses.
pub const LANGUAGES: [&str; 5] = ["nl-be", "nl", "fr", "en", "de"];
/// Pages that belong to no organisation and have an address.
const ROOMS: [&str; 2] = ["desk", "audit"];
/// Pages of an organisation, and what stands for them in its addresses.
const PAGES: [(&str, &str); 4] = [("landing", ""), ("who", "/who"), ("report", "/report"), ("mailbox", "/mailbox")];
/// No organisation can be called so: the answer is the page that says that nothing is there.
const NOWHERE: &str = "/-";
/// Where the manifest stands.
const MANIFEST: &str = "/site.txt";

/// What was found.
#[derive(Debug, Serialize)]
pub struct Checked {
    /// The words of the version that was expected.
    pub words: String,
    /// The organisation whose pages were looked at.
    pub organisation: Option<String>,
    /// Files that were fetched, each as it is and compressed.
    pub files: usize,
    /// Pages that were fetched, their places filled.
    pub pages: usize,
    /// Where the site is something else.
    pub problems: Vec<Problem>,
}

/// One difference.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The address.
    pub address: String,
    /// `missing`, `content` or `head`.
    pub kind: &'static str,
    /// In words.
    pub detail: String,
}

/// Fetches everything that the manifest names, and the pages as visitors get them, of this organisation or of the only
/// one that there is.
///
/// # Errors
/// What the connection answers.
pub fn check(server: &Server, manifest: &Manifest, organisation: Option<&str>) -> Result<Checked, Error> {
    let mut check = Check { server, manifest, problems: Vec::new() };
    check.manifest()?;
    let mut templates = Vec::new();
    for file in manifest.files() {
        let bytes = check.file(file)?;
        if let Some(name) = file.address.strip_prefix("/site/") {
            templates.push((name, bytes));
        }
    }
    let organisation = match organisation {
        Some(slug) => Some(slug.to_owned()),
        None => only(server)?,
    };
    let mut pages = 0;
    for (name, template) in templates {
        // A template that is not as it should be was reported above; it says nothing of its page.
        let Some(template) = template.and_then(|bytes| String::from_utf8(bytes).ok()) else { continue };
        let Some((language, page)) = name.strip_suffix(".html").and_then(|name| name.split_once('/')) else { continue };
        let rest = PAGES.iter().find(|(known, _)| *known == page).map(|(_, rest)| rest);
        // With the language in the address, and as links and posters have it.
        let (slug, addresses, status) = match (rest, &organisation) {
            (Some(rest), Some(slug)) => {
                (slug.as_str(), vec![format!("/{slug}/{language}{rest}"), format!("/{slug}{rest}")], 200)
            }
            (None, _) if ROOMS.contains(&page) => ("", vec![format!("/{page}/{language}"), format!("/{page}")], 200),
            (None, _) if page == "notfound" => ("", vec![NOWHERE.to_owned()], 404),
            _ => continue,
        };
        for address in addresses {
            pages += 1;
            check.page(&address, language, status, slug, &template)?;
        }
    }
    let Check { problems, .. } = check;
    Ok(Checked { words: manifest.words(), organisation, files: manifest.files().len(), pages, problems })
}

/// The organisation to which the first address leads, where there is just one.
fn only(server: &Server) -> Result<Option<String>, Error> {
    let seen = server.see("/", &[])?;
    let to = seen.head.iter().find(|(name, _)| name == "location").map(|(_, to)| to.trim_start_matches('/').to_owned());
    Ok(to.filter(|to| (300..400).contains(&seen.status) && !to.contains(['/', ':', '?', '#'])))
}

struct Check<'a> {
    server: &'a Server,
    manifest: &'a Manifest,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn find(&mut self, address: &str, kind: &'static str, detail: impl Into<String>) {
        // Some of it is the server's own text, and nothing of that may be obeyed by a terminal.
        let detail = detail.into().chars().filter(|letter| !letter.is_control()).collect();
        self.problems.push(Problem { address: address.into(), kind, detail });
    }

    /// An answer with the right status; its head is looked at.
    fn see(&mut self, address: &str, ask: &[(&str, &str)], status: u16, kind: &str) -> Result<Option<Seen>, Error> {
        let seen = self.server.see(address, ask)?;
        if seen.status != status {
            self.find(address, "missing", format!("the answer has the status {}", seen.status));
            return Ok(None);
        }
        for detail in head::faults(&seen.head, kind, is_code(address)) {
            self.find(address, "head", detail);
        }
        Ok(Some(seen))
    }

    fn manifest(&mut self) -> Result<(), Error> {
        let Some(seen) = self.see(MANIFEST, &[], 200, PLAIN)? else { return Ok(()) };
        if seen.body == self.manifest.text().as_bytes() {
            return Ok(());
        }
        let detail = match String::from_utf8(seen.body).ok().and_then(|text| Manifest::parse(&text)) {
            Some(other) => format!("it is another version: {}", other.words()),
            None => "it is no manifest".into(),
        };
        self.find(MANIFEST, "content", detail);
        Ok(())
    }

    /// As it is, and as a browser gets it; answers its bytes where they are right.
    fn file(&mut self, file: &File) -> Result<Option<Vec<u8>>, Error> {
        let kind = kind(&file.address).unwrap_or(PLAIN);
        let mut right = None;
        for ask in [&[][..], &[("accept-encoding", "br")]] {
            let Some(seen) = self.see(&file.address, ask, 200, kind)? else { return Ok(None) };
            match plain(seen, file.size) {
                Some(bytes) if Digest::plain(&bytes) == file.digest => right = Some(bytes),
                Some(bytes) => {
                    let detail = format!("{} bytes with the hash {}", bytes.len(), Digest::plain(&bytes).to_hex());
                    self.find(&file.address, "content", detail);
                    return Ok(None);
                }
                None => {
                    self.find(&file.address, "content", "it is compressed in a way that cannot be read");
                    return Ok(None);
                }
            }
        }
        Ok(right)
    }

    /// As a visitor gets it who asks in this language.
    fn page(&mut self, address: &str, language: &str, status: u16, slug: &str, template: &str) -> Result<(), Error> {
        let ask = [("accept-language", language), ("accept-encoding", "br")];
        let Some(seen) = self.see(address, &ask, status, HTML)? else { return Ok(()) };
        let served = plain(seen, page::MOST).and_then(|bytes| String::from_utf8(bytes).ok());
        let fault = match served {
            Some(served) => page::fault(template, &served, slug, &self.manifest.words()),
            None => Some("it is compressed in a way that cannot be read".into()),
        };
        if let Some(detail) = fault {
            self.find(address, "content", format!("in {language}: {detail}"));
        }
        Ok(())
    }
}

/// Templates are read by people and by this check; everything else runs in a browser, or a browser loads it.
fn is_code(address: &str) -> bool {
    address != MANIFEST && !address.starts_with("/site/")
}

/// The bytes behind their coding; nothing where they cannot be read. What is longer than it should be stays too long.
fn plain(seen: Seen, size: usize) -> Option<Vec<u8>> {
    let mut codings = seen.head.iter().filter(|(name, _)| name == "content-encoding").map(|(_, value)| value.as_str());
    match (codings.next(), codings.next()) {
        (None, _) => Some(seen.body),
        (Some("br"), None) => {
            let most = u64::try_from(size).ok()?.saturating_add(1);
            let mut bytes = Vec::new();
            let reader = brotli_decompressor::Decompressor::new(seen.body.as_slice(), 4_096);
            reader.take(most).read_to_end(&mut bytes).ok()?;
            Some(bytes)
        }
        _ => None,
    }
}
