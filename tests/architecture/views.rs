//! What the pages believe a journey answers is what it answers: `web/src/crypto/views.ts` beside the structures of
//! `client`, field by field.

use std::collections::BTreeSet;

use super::assert_none;
use super::source::file;

/// An interface of the pages, and the structures whose fields it has.
const PAIRS: [(&str, &[(&str, &str)]); 26] = [
    ("PersonView", &[("client/src/organisation.rs", "PersonView")]),
    ("OrganisationView", &[("client/src/organisation.rs", "View")]),
    ("SentView", &[("client/src/report.rs", "Sent")]),
    ("MessageView", &[("client/src/conversation.rs", "MessageView")]),
    ("MailboxView", &[("client/src/mailbox.rs", "View")]),
    ("SaidView", &[("client/src/mailbox.rs", "Said")]),
    ("ErasedView", &[("client/src/mailbox.rs", "Erased")]),
    ("ReceiptView", &[("client/src/receipt.rs", "View")]),
    ("ProofView", &[("client/src/receipt.rs", "ProofView")]),
    ("AccessView", &[("client/src/receipt.rs", "AccessView")]),
    ("ProblemView", &[("client/src/receipt.rs", "ProblemView")]),
    ("StrippedView", &[("client/src/strip.rs", "StrippedView")]),
    ("NewcomerView", &[("client/src/desk/accept.rs", "Accepted")]),
    ("ThreadView", &[("client/src/desk/inbox.rs", "ThreadView")]),
    ("InboxView", &[("client/src/desk/inbox.rs", "Inbox")]),
    ("CaseView", &[("client/src/desk/case.rs", "CaseView"), ("client/src/desk/case.rs", "CardView")]),
    ("ShowView", &[("client/src/desk/case.rs", "Show")]),
    ("RepliedView", &[("client/src/desk/write.rs", "Replied")]),
    ("NotedView", &[("client/src/desk/write.rs", "Noted")]),
    ("PeopleView", &[("client/src/desk/people.rs", "People")]),
    ("ApprovalView", &[("client/src/desk/people.rs", "Approval")]),
    ("GateCodeView", &[("client/src/desk/gate_code.rs", "GateCodeView")]),
    ("NewGateCodeView", &[("client/src/desk/gate_code.rs", "NewGateCode")]),
    ("LogView", &[("client/src/desk/log.rs", "LogView")]),
    ("LineView", &[("client/src/desk/log.rs", "LineView")]),
    ("UnlockedView", &[("client/wasm/src/unlocked.rs", "Unlocked")]),
];

/// Fields of a Rust structure: `name: Type,` lines at the first level of its braces. A flattened one has no name.
fn fields_of_struct(text: &str, name: &str) -> BTreeSet<String> {
    let body = text.split(&format!("struct {name} {{\n")).nth(1).and_then(|rest| rest.split("\n}").next());
    let lines: Vec<&str> = body.unwrap_or_default().lines().map(str::trim).collect();
    let mut fields = BTreeSet::new();
    for (place, line) in lines.iter().enumerate() {
        let flattened = place > 0 && lines[place - 1] == "#[serde(flatten)]";
        let field = line.trim_start_matches("pub ").split_once(": ").map(|(field, _)| field);
        let field = field.filter(|field| field.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'));
        fields.extend(field.filter(|_| !flattened).map(str::to_owned));
    }
    fields
}

/// Fields of a TypeScript interface at the first level of its braces.
fn fields_of_interface(text: &str, name: &str) -> BTreeSet<String> {
    let rest = text.split(&format!("interface {name} {{")).nth(1).unwrap_or_default();
    let (mut depth, mut body) = (1_usize, String::new());
    for letter in rest.chars() {
        depth = match letter {
            '{' => depth + 1,
            '}' => depth - 1,
            _ => depth,
        };
        if depth == 0 {
            break;
        }
        if depth == 1 {
            body.push(letter);
        }
    }
    let pieces = body.split([';', '\n']).map(str::trim).filter(|piece| !piece.starts_with(['/', '*', '|']));
    let names = pieces.filter_map(|piece| piece.split_once(':')).map(|(field, _)| field.trim_end_matches('?'));
    names
        .filter(|name| name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'))
        .map(str::to_owned)
        .collect()
}

fn differences(views: &str, interface: &str, rust: &BTreeSet<String>) -> Vec<String> {
    let pages = fields_of_interface(views, interface);
    let differing = rust.symmetric_difference(&pages);
    differing.map(|field| format!("{interface}.{field} is known to one side only")).collect()
}

#[test]
fn pages_and_journeys_know_the_same_fields() {
    let views = file("web/src/crypto/views.ts").text;
    for (interface, structures) in PAIRS {
        let rust: BTreeSet<String> =
            structures.iter().flat_map(|(path, name)| fields_of_struct(&file(path).text, name)).collect();
        assert!(!rust.is_empty(), "{interface}: its structure is not where this test looks");
        // What only the command line says: the thread's id of a report.
        let rust = rust.into_iter().filter(|field| !(interface == "SentView" && field == "id")).collect();
        assert_none(&differences(&views, interface, &rust));
    }
}

#[test]
fn a_field_that_one_side_lacks_is_found() {
    let rust =
        fields_of_struct("pub struct A {\n    /// Which: this.\n    pub one: u8,\n    pub two: Option<X>,\n}\n", "A");
    assert_eq!(rust, BTreeSet::from(["one".to_owned(), "two".to_owned()]));
    let same = "export interface A {\n  /** a: b */\n  one: number;\n  two?:\n    | 'x' | 'y';\n}";
    assert_none(&differences(same, "A", &rust));
    assert_eq!(differences("interface A { one: { two: string }[]; three: string }", "A", &rust).len(), 2);
}
