//! `micromoed verify-site`: whether a site sends what a release says, from outside.

use super::{Output, connect};
use crate::{Error, site};
use client::site::{Checked, Manifest, check};
use std::path::{Path, PathBuf};

/// Which site, and what it ought to send.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Address of the site: https://HOST[:PORT]
    #[arg(value_name = "URL")]
    site: String,
    /// What it ought to send, instead of what this program would: the site.txt of a release
    #[arg(long, value_name = "FILE")]
    manifest: Option<PathBuf>,
    /// The organisation whose pages are looked at; where there is just one, that one
    #[arg(long, value_name = "SLUG")]
    org: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Output, Error> {
    let expected = expected(arguments.manifest.as_deref())?;
    let checked = check(&connect(&arguments.site)?, &expected, arguments.org.as_deref())?;
    let document = serde_json::to_value(&checked).unwrap_or_default();
    Ok(Output { text: text(&checked), document, code: u8::from(!checked.problems.is_empty()) })
}

fn expected(file: Option<&Path>) -> Result<Manifest, Error> {
    match file {
        None => site::manifest().cloned().ok_or_else(|| {
            Error::Refused("this program was built without its pages: name a site.txt with --manifest".into())
        }),
        Some(file) => Manifest::parse(&std::fs::read_to_string(file)?)
            .ok_or_else(|| Error::Usage(format!("{} is no site.txt", file.display()))),
    }
}

fn text(checked: &Checked) -> String {
    let Checked { words, organisation, files, pages, problems } = checked;
    let mut lines: Vec<String> =
        problems.iter().map(|problem| format!("{}  {}  {}", problem.kind, problem.address, problem.detail)).collect();
    lines.push(match problems.len() {
        0 => format!("It sends what the release says: {files} files, {pages} pages."),
        1 => "One thing is not what the release says.".into(),
        many => format!("{many} things are not what the release says."),
    });
    lines.push(match organisation {
        Some(slug) => format!("The pages of {slug} were looked at."),
        None => "No organisation's pages were looked at: name one with --org.".into(),
    });
    lines.push(format!("Version: {words}"));
    lines.join("\n")
}
