//! A store with the protocol of S3, over a folder: what a service puts there lies there as files. A relay stands before
//! it, at an address that stays; what it is asked is written down.

use super::relay::Relay;
use super::service::Service;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::net::{SocketAddr, TcpListener};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::thread;
use tempfile::TempDir;
use tokio::sync::oneshot;

const BUCKET: &str = "files";
const PREFIX: &str = "micromoed";
const ID: &str = "canaryofthekeysid";
/// What opens the store, and stands in one file alone.
pub(crate) const SECRET: &str = "canaryofthekeyssecretinfortyletters12345";

/// Ends with this.
pub(crate) struct Shelf {
    folder: TempDir,
    address: SocketAddr,
    pub(crate) relay: Relay,
    end: Option<oneshot::Sender<()>>,
}

impl Shelf {
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(BUCKET)).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (address, relay) = (listener.local_addr().unwrap(), Relay::start());
        let (end, ended) = oneshot::channel();
        let root = folder.path().to_owned();
        thread::spawn(move || serve(listener, &root, ended));
        let shelf = Self { folder, address, relay, end: Some(end) };
        shelf.come_back();
        shelf
    }

    /// It cannot be reached.
    pub(crate) fn go_away(&self) {
        // Nobody listens there.
        self.relay.lead_to("127.0.0.1:1");
    }

    /// It can be reached again.
    pub(crate) fn come_back(&self) {
        self.relay.lead_to(&self.address.to_string());
    }

    /// From its next start on this service has its files here.
    pub(crate) fn serves(&self, service: &mut Service) {
        put_key(&service.folder, SECRET);
        for (name, value) in self.settings() {
            service.set(name, &value);
        }
    }

    /// As the program is told.
    pub(crate) fn settings(&self) -> [(&'static str, String); 2] {
        [("MICROMOED_SHELF__ENDPOINT", self.relay.origin()), ("MICROMOED_SHELF__BUCKET", BUCKET.into())]
    }

    /// What lies there, by name.
    pub(crate) fn objects(&self) -> BTreeMap<String, Vec<u8>> {
        let Ok(entries) = fs::read_dir(self.objects_folder()) else { return BTreeMap::new() };
        let paths = entries.map(|entry| entry.unwrap().path());
        let named = paths.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap()));
        named.collect()
    }

    /// Something else lies there in place of an object.
    pub(crate) fn replace(&self, name: &str, bytes: &[u8]) {
        fs::write(self.objects_folder().join(name), bytes).unwrap();
    }

    /// The bucket has another name than the program was told, or its own again.
    pub(crate) fn hide_bucket(&self, hidden: bool) {
        let [own, other] = [BUCKET, "hidden"].map(|name| self.folder.path().join(name));
        let (from, to) = if hidden { (own, other) } else { (other, own) };
        fs::rename(from, to).unwrap();
    }

    pub(crate) fn lose(&self, name: &str) {
        fs::remove_file(self.objects_folder().join(name)).unwrap();
    }

    /// Everything it has, its own notes included.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn objects_folder(&self) -> PathBuf {
        self.folder.path().join(BUCKET).join(PREFIX)
    }
}

impl Drop for Shelf {
    fn drop(&mut self) {
        self.relay.stop();
        drop(self.end.take());
    }
}

/// Puts the key where the program looks for it.
pub(crate) fn put_key(data: &Path, secret: &str) {
    let path = data.join("shelf.key");
    drop(fs::remove_file(&path));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).unwrap();
    writeln!(file, "{ID}\n{secret}").unwrap();
}

fn serve(listener: TcpListener, folder: &Path, ended: oneshot::Receiver<()>) {
    let mut builder = S3ServiceBuilder::new(FileSystem::new(folder).unwrap());
    builder.set_auth(SimpleAuth::from_single(ID, SECRET));
    let service = builder.build();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    listener.set_nonblocking(true).unwrap();
    runtime.spawn(async move {
        let listener = tokio::net::TcpListener::from_std(listener).unwrap();
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let service = service.clone();
            tokio::spawn(async move {
                drop(Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(stream), service).await);
            });
        }
    });
    drop(runtime.block_on(ended));
}
