//! The settings of the shelf.

use crate::Error;
use serde::Deserialize;

/// A store with the protocol of S3, for parts of files that have been shown. No endpoint: they stay in the database.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Shelf {
    /// Its address, `https://…`; one of this machine may be `http://…`.
    pub endpoint: String,
    /// The bucket, which is there already.
    pub bucket: String,
    /// The region that its signatures name.
    pub region: String,
    /// What names of objects begin with.
    pub prefix: String,
}

impl Default for Shelf {
    fn default() -> Self {
        Self { endpoint: String::new(), bucket: String::new(), region: "us-east-1".into(), prefix: "micromoed".into() }
    }
}

impl Shelf {
    /// Whether there is one.
    ///
    /// # Errors
    /// [`Error::Usage`] naming the key that cannot be used.
    pub fn is_configured(&self) -> Result<bool, Error> {
        if self.endpoint.is_empty() && self.bucket.is_empty() {
            return Ok(false);
        }
        let uri: Option<ureq::http::Uri> = self.endpoint.parse().ok();
        let plain =
            uri.as_ref().filter(|uri| uri.path() == "/" && uri.query().is_none() && !self.endpoint.contains('@'));
        let is_here = |host: &str| matches!(host, "127.0.0.1" | "[::1]" | "localhost");
        match plain.and_then(|uri| Some((uri.scheme_str()?, uri.host()?))) {
            Some(("https", _)) => {}
            Some(("http", host)) if is_here(host) => {}
            _ => {
                let why = "expected https://… without a path; http://… for this machine alone";
                return Err(Error::Usage(format!("shelf.endpoint: {why}")));
            }
        }
        let named = |name: &str| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
        };
        for (key, value) in [("bucket", &self.bucket), ("region", &self.region), ("prefix", &self.prefix)] {
            if !named(value) {
                return Err(Error::Usage(format!("shelf.{key}: expected letters, digits, dots and hyphens")));
            }
        }
        Ok(true)
    }
}
