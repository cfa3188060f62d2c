//! Which room may name what.

use super::source::{Source, files, strip};
use super::{assert_none, planted};

/// Names that code may not mention in some places. A name ending in `*` is a beginning.
struct Border {
    inside: &'static [&'static str],
    except: &'static [&'static str],
    names: &'static [&'static str],
    because: &'static str,
}

const BORDERS: [Border; 10] = [
    Border {
        inside: &["crypto/src/", "client/src/", "client/wasm/src/", "api/src/domain"],
        except: &[],
        names: &["actix*", "diesel*"],
        because: "the protocol, the client and the rules know neither an HTTP server nor a database",
    },
    Border {
        inside: &["api/src/"],
        except: &["api/src/store"],
        names: &["diesel*"],
        because: "rows and queries never leave the store",
    },
    Border {
        inside: &["api/src/store", "api/src/jobs"],
        except: &[],
        names: &["actix*", "crate::routes"],
        because: "the store and the jobs do not know who asks",
    },
    Border {
        inside: &["api/src/domain"],
        except: &[],
        names: &["crate::routes", "crate::store", "crate::jobs", "crate::mail"],
        because: "the rules know nothing but the protocol",
    },
    Border {
        inside: &["crypto/src/"],
        except: &["crypto/src/primitives.rs"],
        names: &[
            "argon2::",
            "chacha20::",
            "chacha20poly1305::",
            "curve25519_dalek::",
            "ed25519_dalek::",
            "hkdf::",
            "hpke::",
            "ml_kem::",
            "sha2::",
            "x25519_dalek::",
        ],
        because: "one file names the libraries; the rest speaks in verbs",
    },
    Border {
        inside: &["crypto/src/"],
        except: &[],
        names: &["std::env", "std::fs", "std::io", "std::net", "std::process", "std::thread", "std::time"],
        because: "the protocol has no input and no output",
    },
    Border {
        inside: &["crypto/src/", "client/src/", "client/wasm/src/", "api/src/"],
        except: &["api/src/clock", "client/src/clock"],
        names: &["SystemTime::now", "Instant::now", "Timestamp::now", "Zoned::now", "Utc::now", "Local::now"],
        because: "time is an argument; the clock is read in one place",
    },
    Border {
        inside: &["crypto/src/", "client/src/", "client/wasm/src/", "api/src/"],
        except: &["api/src/entropy", "client/src/entropy"],
        names: &["getrandom*", "OsRng", "SysRng", "ThreadRng", "thread_rng", "rand::", "from_os_rng", "from_entropy"],
        because: "randomness is an argument; the system's is read in one place",
    },
    Border {
        inside: &["api/src/"],
        except: &[],
        names: &["peer_addr", "connection_info", "realip_remote_addr", "FORWARDED", "X_FORWARDED_FOR"],
        because: "no address of anybody is ever read",
    },
    Border {
        inside: &["api/src/"],
        except: &[],
        names: &["Logger", "USER_AGENT", "REFERER"],
        because: "what a browser says of itself is neither read nor logged",
    },
];

impl Border {
    fn holds_for(&self, path: &str) -> bool {
        self.inside.iter().any(|room| path.starts_with(room)) && !self.except.iter().any(|room| path.starts_with(room))
    }

    /// Every line of the sources that crosses this border.
    fn crossings(&self, sources: &[Source]) -> Vec<String> {
        let mut crossings = Vec::new();
        for source in sources.iter().filter(|source| self.holds_for(&source.path)) {
            for (index, line) in strip(source.production(), false).lines().enumerate() {
                let crossed = self.names.iter().filter(|name| mentions(line, name));
                crossings.extend(crossed.map(|name| {
                    format!("{}:{} names {}: {}", source.path, index + 1, name.trim_end_matches('*'), self.because)
                }));
            }
        }
        crossings
    }
}

/// Whether the line holds the name as a whole word, or a word that begins so where the name ends in `*`.
fn mentions(line: &str, name: &str) -> bool {
    let in_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let beginning = name.trim_end_matches('*');
    let open_end = beginning.len() < name.len() || name.ends_with(':');
    line.match_indices(beginning).any(|(place, _)| {
        let (before, from) = line.split_at(place);
        let after = from.strip_prefix(beginning).unwrap_or_default();
        !before.ends_with(in_word) && (open_end || !after.starts_with(in_word))
    })
}

#[test]
fn no_room_names_what_it_may_not_know() {
    let sources = files(&[".rs"]);
    assert!(sources.len() > 10, "the sources are not where this test looks");
    let crossings: Vec<String> = BORDERS.iter().flat_map(|border| border.crossings(&sources)).collect();
    assert_none(&crossings);
}

#[test]
fn every_forbidden_name_is_found_in_every_place_where_it_is_planted() {
    for border in &BORDERS {
        for (room, name) in border.inside.iter().flat_map(|room| border.names.iter().map(move |name| (room, name))) {
            let path = format!("{}/planted.rs", room.trim_end_matches('/'));
            let line = format!("    let it = {}();\n", name.trim_end_matches('*'));
            assert_eq!(border.crossings(&[planted(&path, &line)]).len(), 1, "{path}: {line}");
        }
    }
}

#[test]
fn a_name_in_a_comment_a_string_or_a_unit_test_crosses_nothing() {
    let found = |text: &str| {
        BORDERS.iter().flat_map(|border| border.crossings(&[planted("api/src/domain/a.rs", text)])).count()
    };
    let innocent = "// diesel lives elsewhere\nlet a = \"diesel::\";\nlet biodiesel = 1;\n";
    let unit_tests = "\n#[cfg(test)]\nmod tests {\n    use diesel::X;\n}\n";
    assert_eq!(found(&format!("{innocent}{unit_tests}")), 0);
    let hidden_behind_a_helper = "\n#[cfg(test)]\nmod support;\n\nuse crate::routes::X;\n";
    assert_eq!(found(hidden_behind_a_helper), 1);
}
