//! Making a report.

use crate::failure::Failure;
use crate::fields::Fields;
use crate::sitting::{Journey, Sitting, document};
use client::organisation::Address;
use client::report::Sealed;

pub(crate) fn send(sitting: &mut Sitting, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let (attempt, text, with_fallback) = (fields.text()?, fields.text()?, fields.flag()?);
    let organisation = sitting.organisation()?;
    let excluded = fields.rest(|fields| Ok(organisation.reader_with_id(&fields.text()?)?))?;
    let (server, kept) = (sitting.server(), sitting.sealed.clone());
    let mut rng = sitting.generator();
    Ok(Box::pin(async move {
        let waiting = kept.borrow_mut().take().filter(|(known, _)| *known == attempt).map(|(_, sealed)| sealed);
        let mut sealed = match waiting {
            Some(sealed) => sealed,
            None => Sealed::new(&organisation, &text, &excluded, with_fallback, &mut rng)?,
        };
        let address = Address { slug: organisation.public.slug.clone(), fingerprint: None };
        let sent = sealed.hand_in(&server, &address, &organisation).await;
        if sent.is_err() {
            *kept.borrow_mut() = Some((attempt, sealed));
        }
        document(&sent?)
    }))
}
