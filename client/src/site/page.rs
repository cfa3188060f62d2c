//! Pages and their places: what a server writes into a page, and whether that is all it wrote.

/// Places that the server fills; each stands in an attribute of the root, too.
pub const PLACES: [&str; 9] =
    ["org", "slug", "coach", "readers", "answer-by", "answer-by-text", "questions", "total", "version"];
/// What may hold, so that an element of the page is shown.
const WHEN: [&str; 4] = ["quiet", "test", "closed", "gate"];
/// No page is longer.
pub(super) const MOST: usize = 256 * 1024;
/// Letters shown around a difference.
const SHOWN: usize = 60;

/// A page with its places filled: `values` as HTML has them, `when` for what holds.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)], when: &[&str]) -> String {
    let mut page = template.to_owned();
    for when in when {
        page = page.replace(&format!("data-when=\"{when}\" hidden"), &format!("data-when=\"{when}\""));
    }
    for (place, value) in values {
        // What a person wrote may hold a place itself: it is filled in last or not at all.
        page = page.replace(&format!("⟦{place}⟧"), &value.replace(['⟦', '⟧'], ""));
    }
    page
}

/// Where a page is something else than its template, filled. Names, day and what holds are believed: they are the
/// organisation's, and the journeys check them. Slug and words are not.
pub(super) fn fault(template: &str, served: &str, slug: &str, words: &str) -> Option<String> {
    let values = PLACES.map(|place| {
        let value = match place {
            "slug" => slug,
            "version" => words,
            place => value_of(served, place),
        };
        (place, value)
    });
    if values.iter().any(|(_, value)| value.contains(['<', '>'])) {
        return Some("a name holds a piece of HTML".into());
    }
    let when: Vec<&str> = WHEN.into_iter().filter(|when| holds(served, when)).collect();
    difference(&fill(template, &values, &when), served)
}

/// What stands in the attribute of the root.
fn value_of<'a>(served: &'a str, place: &str) -> &'a str {
    let behind = served.split_once(&format!(" data-{place}=\"")).map(|(_, behind)| behind);
    behind.and_then(|behind| behind.split_once('"')).map_or("", |(value, _)| value)
}

fn holds(served: &str, when: &str) -> bool {
    let shown = format!("data-when=\"{when}\"");
    served.contains(&shown) && !served.contains(&format!("{shown} hidden"))
}

fn difference(expected: &str, served: &str) -> Option<String> {
    if expected == served {
        return None;
    }
    let same = expected.chars().zip(served.chars()).take_while(|(one, other)| one == other).count();
    let shown = |text: &str| text.chars().skip(same).take(SHOWN).collect::<String>();
    Some(format!("after {same} letters it goes on «{}» and not «{}»", shown(served), shown(expected)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "copper lantern";
    const TEMPLATE: &str = "<div id=\"app\" data-org=\"⟦org⟧\" data-slug=\"⟦slug⟧\" data-version=\"⟦version⟧\">\
        <p data-when=\"test\" hidden>a test</p><p data-when=\"quiet\" hidden>quiet</p><a href=\"/⟦slug⟧/en\">⟦org⟧</a> ⟦version⟧</div>";

    fn served(org: &str) -> String {
        fill(TEMPLATE, &[("org", org), ("slug", "noord"), ("version", WORDS)], &["test"])
    }

    fn fault_in(page: &str) -> Option<String> {
        fault(TEMPLATE, page, "noord", WORDS)
    }

    #[test]
    fn a_filled_page_is_its_template_whatever_the_organisation_is_called() {
        for org in ["Noord", "", "Noord &amp; Zuid, «De ⟦slug⟧»"] {
            assert_eq!(fault_in(&served(org)), None, "{org}");
        }
    }

    #[test]
    fn what_else_stands_in_a_page_is_found() {
        let page = served("Noord");
        for (from, to) in [
            ("</div>", "<script src=\"/assets/x.js\"></script></div>"),
            ("a test", "a tesT"),
            ("href=\"/noord/en\"", "href=\"//elsewhere.example/en\""),
            ("data-slug=\"noord\"", "data-slug=\"/elsewhere.example\""),
            ("noord", "/elsewhere.example"),
            (">Noord<", ">Zuid<"),
            ("data-org=\"Noord\"", "data-org=\"Zuid\""),
            ("Noord", "<b>Noord</b>"),
            ("copper", "yonder"),
            ("data-when=\"quiet\" hidden", "data-when=\"quiet\" hidden data-when=\"quiet\""),
        ] {
            let other = page.replace(from, to);
            assert_ne!(other, page, "{from}");
            assert!(fault_in(&other).is_some(), "{from} → {to}");
        }
        assert!(fault_in(page.trim_end_matches('>')).is_some());
    }
}
