use super::*;
use crate::config::Config;
use crate::store::Store;
use crate::store::support::Databases;

/// A server's side of the socket; what `test` does on its own thread is the commands' side.
fn beside_a_server(config: Config, test: impl FnOnce(&Path) + Send + 'static) {
    let databases = Databases::make();
    let data = databases.folder().to_owned();
    actix_web::rt::System::new().block_on(async {
        let store = Store::open(&databases.each()[0], 1).unwrap();
        let app = App::open(config, store, &databases.folders()).await.unwrap();
        let listener = listen(&data).unwrap();
        let server = actix_web::rt::spawn(answer(listener, app));
        tokio::task::spawn_blocking(move || test(&data)).await.unwrap();
        server.abort();
    });
}

fn say(data: &Path, line: &str) -> String {
    let mut stream = UnixStream::connect(data.join(NAME)).unwrap();
    stream.write_all(line.as_bytes()).unwrap();
    let mut answer = String::new();
    BufReader::new(stream).read_line(&mut answer).unwrap();
    answer
}

#[test]
fn a_command_reaches_the_running_server_and_nobody_else_can_connect() {
    beside_a_server(Config::default(), |data| {
        assert_eq!(std::fs::metadata(data.join(NAME)).unwrap().permissions().mode() & 0o777, 0o600);
        let status = ask(data, &Request::Status).unwrap().unwrap();
        assert_eq!(status["test"], false);
    });
}

#[test]
fn only_commands_on_the_list_are_known() {
    beside_a_server(Config::default(), |data| {
        for line in ["{\"command\":\"shell\"}\n", "nonsense\n", "{}\n", "\u{0}\n"] {
            assert!(say(data, line).contains("does not know"), "{line}");
        }
        assert!(ask(data, &Request::Status).unwrap().is_some());
    });
}

#[test]
fn a_test_clock_is_set_over_the_socket_and_kept() {
    let mut config = Config::default();
    config.test.clock = true;
    beside_a_server(config, |data| {
        let at = "2031-02-03T04:05:06Z".parse().unwrap();
        let document = ask(data, &Request::Clock { at }).unwrap().unwrap();
        assert!(document["now"].as_str().unwrap().starts_with("2031-02-03T04:05"));
        let status = ask(data, &Request::Status).unwrap().unwrap();
        assert_eq!((status["test"].as_bool(), status["today"].as_str()), (Some(true), Some("2031-02-03")));
    });
    beside_a_server(Config::default(), |data| {
        let at = "2031-02-03T04:05:06Z".parse().unwrap();
        assert!(ask(data, &Request::Clock { at }).unwrap_err().to_string().contains("test clock"));
    });
}

#[test]
fn without_a_server_nobody_answers_and_a_stale_socket_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    assert!(ask(folder.path(), &Request::Status).unwrap().is_none());
    drop(std::os::unix::net::UnixListener::bind(folder.path().join(NAME)).unwrap());
    assert!(ask(folder.path(), &Request::Status).unwrap().is_none());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { listen(folder.path()).map(drop) }).unwrap();
}
