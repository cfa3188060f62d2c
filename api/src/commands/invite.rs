//! `micromoed invite`: a one-time invitation. The server keeps its digest only, and only for a month.

use super::request::Request;
use super::{Output, Place, org};
use crate::Error;
use crate::app::App;
use crate::domain::names;
use crate::store::organisations;
use crypto::ledger::Act;
use crypto::roster::Role;
use crypto::staff::Invitation;
use crypto::{Digest, OrganisationId};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Days for which an invitation holds.
pub(super) const DAYS: u32 = 30;
const ROLES: [&str; 4] = [Role::Coach.name(), Role::Fallback.name(), Role::Management.name(), Role::Auditor.name()];

/// Who is invited.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    invite: Invite,
}

/// A new invitation.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invite {
    /// The organisation's name in addresses
    #[arg(value_name = "SLUG")]
    pub slug: String,
    /// As what
    #[arg(long, value_parser = ROLES)]
    pub role: String,
    /// The name it is made out to; she may choose another one
    #[arg(long)]
    pub name: Option<String>,
}

pub(super) fn run(place: &Place, Arguments { invite }: Arguments) -> Result<Output, Error> {
    invite.check().map_err(|error| Error::Usage(error.to_string()))?;
    let head = match &invite.name {
        Some(name) => format!("This invitation makes {name} {}", invite.role),
        None => format!("This invitation is for a person as {}", invite.role),
    };
    let slug = invite.slug.clone();
    Ok(output(&head, &slug, place.ask(Request::Invite(invite))?))
}

/// Makes the invitation.
///
/// # Errors
/// [`Error::Malformed`] for names; [`Error::Refused`] without such an organisation, or without its first coach.
pub(super) async fn execute(app: &App, invite: Invite) -> Result<Value, Error> {
    let role = invite.check()?;
    let until = app.today().plus(DAYS);
    let invitation = app
        .logged(move |db, means, rng| {
            let organisation = organisations::find(db, &invite.slug)?
                .ok_or_else(|| Error::Refused(format!("there is no organisation {}", invite.slug)))?;
            if organisation.identity.is_none() && role != Role::Coach {
                return Err(Error::Refused(
                    "the first coach has to accept her invitation before anybody else is invited".into(),
                ));
            }
            let invitation = Invitation::make(rng);
            organisations::invite(db, organisation.key, invitation.digest(), role, invite.name.as_deref(), until)?;
            let identity = organisation.identity.unwrap_or(OrganisationId::NONE);
            org::enter(db, means, identity, Act::Invited, Digest::NONE, rng)?;
            Ok(invitation)
        })
        .await?;
    Ok(document(app, &invitation))
}

/// The one place where the invitation is told. In an address it stands after `#`, which no browser sends anywhere.
pub(super) fn document(app: &App, invitation: &Invitation) -> Value {
    let listen = format!("http://{}", app.config.http.listen);
    let origin = app.config.http.origins.first().unwrap_or(&listen);
    let text = invitation.to_text();
    json!({ "invitation": text.as_str(), "url": format!("{origin}/desk#invite={}", text.as_str()) })
}

/// For people, from the document.
pub(super) fn output(head: &str, slug: &str, document: Value) -> Output {
    let field = |name| document.get(name).and_then(Value::as_str).unwrap_or_default();
    let (invitation, url) = (field("invitation"), field("url"));
    let server = url.split_once("/desk#").map_or(url, |(server, _)| server);
    let text = format!(
        "{head}, once, within {DAYS} days. It is shown only now:\n\n  {invitation}\n\nHand it over in person. She \
         accepts it on her own device, in a browser:\n\n  {url}\n\nor with the native \
         client:\n\n  micromoed desk --server {server} --org {slug} --state DIR accept -"
    );
    Output { text, document, code: 0 }
}

impl Invite {
    fn check(&self) -> Result<Role, Error> {
        names::check_slug(&self.slug)?;
        self.name.as_deref().map_or(Ok(()), names::check_name)?;
        Role::from_name(&self.role).ok_or(Error::Malformed("there is no such role"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::request::execute;
    use crate::config::Config;
    use crate::domain::questions::Question;
    use crate::store::support::Databases;
    use crate::store::{Store, ledger};

    fn on_each(test: impl AsyncFn(App)) {
        let databases = Databases::make();
        for (place, address) in databases.each().iter().enumerate() {
            actix_web::rt::System::new().block_on(async {
                let data = databases.folder().join(format!("data-{place}"));
                let folders = crate::secrets::Folders { release_keys: data.join("ring"), data };
                let app = App::open(Config::default(), Store::open(address, 1).unwrap(), &folders).await.unwrap();
                test(app).await;
            });
        }
    }

    fn create(slug: &str) -> Request {
        Request::OrganisationCreate(org::Create { slug: slug.into(), name: "Zonnehuis".into(), locale: "nl-BE".into() })
    }

    fn invite(role: &str) -> Request {
        Request::Invite(Invite { slug: "zonnehuis".into(), role: role.into(), name: Some("Bram".into()) })
    }

    async fn size(app: &App) -> u64 {
        app.store.read(|db| Ok(ledger::find_head(db)?.unwrap().size)).await.unwrap()
    }

    #[test]
    fn an_organisation_is_made_once_and_only_the_digest_of_its_invitation_is_kept() {
        on_each(async |app| {
            let before = size(&app).await;
            let document = execute(&app, create("zonnehuis")).await.unwrap();
            let told = document["invitation"].as_str().unwrap();
            assert_eq!(document["url"], format!("http://127.0.0.1:8080/desk#invite={told}"));
            let invitation = Invitation::parse(document["invitation"].as_str().unwrap()).unwrap();
            let (digest, today) = (invitation.digest(), app.today());
            let find = async |day| {
                let find = move |db: &mut _| organisations::find_invitation(db, digest, day);
                app.store.read(find).await.unwrap()
            };
            let found = find(today.plus(DAYS)).await.unwrap();
            assert_eq!((found.organisation.slug.as_str(), found.role, found.name), ("zonnehuis", Role::Coach, None));
            assert!(find(today.plus(DAYS + 1)).await.is_none());
            let refused = execute(&app, create("zonnehuis")).await.unwrap_err().to_string();
            assert_eq!(refused, "there is an organisation zonnehuis already");
            assert_eq!(size(&app).await, before + 1);
        });
    }

    #[test]
    fn nobody_is_invited_before_the_first_coach_but_another_first_coach() {
        on_each(async |app| {
            execute(&app, create("zonnehuis")).await.unwrap();
            for role in ["fallback", "auditor", "management"] {
                let refused = execute(&app, invite(role)).await.unwrap_err();
                assert!(refused.to_string().starts_with("the first coach has to accept"), "{refused}");
            }
            let again = execute(&app, invite("coach")).await.unwrap();
            let digest = Invitation::parse(again["invitation"].as_str().unwrap()).unwrap().digest();
            let today = app.today();
            let find = move |db: &mut _| organisations::find_invitation(db, digest, today);
            assert!(app.store.read(find).await.unwrap().is_some());
            let identify = |db: &mut _| {
                let organisation = organisations::find(db, "zonnehuis")?.unwrap();
                organisations::identify(db, organisation.key, OrganisationId([7; 16]))
            };
            app.store.write(identify).await.unwrap();
            assert!(app.store.read(find).await.unwrap().is_none(), "an invitation for a first coach is dead by now");
            for role in ["coach", "fallback", "auditor", "management"] {
                execute(&app, invite(role)).await.unwrap();
            }
        });
    }

    #[test]
    fn what_is_asked_is_set_shown_and_entered() {
        on_each(async |app| {
            execute(&app, create("zonnehuis")).await.unwrap();
            let asks = async |ask: &[Question], none| {
                let ask = ask.to_vec();
                let request = Request::OrganisationQuestions(org::Questions { slug: "zonnehuis".into(), ask, none });
                execute(&app, request).await.unwrap().to_string()
            };
            let before = size(&app).await;
            assert_eq!(asks(&[], false).await, r#"["urgency","effect","wants","topics"]"#);
            assert_eq!(size(&app).await, before, "who looks changes nothing");
            assert_eq!(asks(&[Question::Topics, Question::Urgency], false).await, r#"["urgency","topics"]"#);
            assert_eq!(asks(&[], false).await, r#"["urgency","topics"]"#);
            assert_eq!(asks(&[], true).await, "[]");
            assert_eq!(size(&app).await, before + 2);
            let nowhere = org::Questions { slug: "maan".into(), ask: Vec::new(), none: true };
            let refused = execute(&app, Request::OrganisationQuestions(nowhere)).await.unwrap_err().to_string();
            assert_eq!(refused, "there is no organisation maan");
        });
    }

    #[test]
    fn names_that_make_no_sense_are_refused() {
        on_each(async |app| {
            for slug in ["desk", "Zon", "z", "../x"] {
                assert!(matches!(execute(&app, create(slug)).await, Err(Error::Malformed(_))), "{slug}");
            }
            assert!(matches!(execute(&app, invite("guest")).await, Err(Error::Malformed(_))));
            let nowhere = execute(&app, invite("coach")).await.unwrap_err().to_string();
            assert_eq!(nowhere, "there is no organisation zonnehuis");
        });
    }
}
