//! Making a report.

use crate::failure::Failure;
use crate::fields::Fields;
use crate::sitting::{Journey, Sitting, at_once, document};
use client::organisation::Address;
use client::report::{Begun, Sealed};

/// Between two of these something else may be asked: without compiled code they take some 40 ms.
const ATTEMPTS: u64 = 256;

/// A stretch of the work for the next report.
pub(crate) fn work(sitting: &mut Sitting) -> Result<Journey, Failure> {
    let (organisation, kept) = (sitting.organisation()?, sitting.begun.clone());
    let mut begun = Begun::resume(kept.take(), &organisation, &mut sitting.generator());
    let done = begun.work(&organisation, ATTEMPTS);
    *kept.borrow_mut() = Some(begun);
    Ok(at_once(document(&done)))
}

/// Whether this is the code that everybody has: asked before it is used.
pub(crate) fn gate(sitting: &Sitting, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    match sitting.organisation()?.gate_key(&fields.text()?) {
        Ok(_) => Ok(at_once(document(&true))),
        Err(crypto::Error::Gate) => Ok(at_once(document(&false))),
        Err(error) => Err(error.into()),
    }
}

pub(crate) fn send(sitting: &mut Sitting, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let (attempt, text, with_fallback) = (fields.text()?, fields.text()?, fields.flag()?);
    let (organisation, code) = (sitting.organisation()?, fields.text()?);
    let gate = organisation.gate_key(&code)?;
    let excluded = fields.rest(|fields| Ok(organisation.reader_with_id(&fields.text()?)?))?;
    let (server, kept, begun) = (sitting.server(), sitting.sealed.clone(), sitting.begun.clone());
    let mut rng = sitting.generator();
    Ok(Box::pin(async move {
        let waiting = kept.borrow_mut().take().filter(|(known, _)| *known == attempt).map(|(_, sealed)| sealed);
        let mut sealed = match waiting {
            Some(sealed) => sealed,
            None => {
                let begun = Begun::resume(begun.take(), &organisation, &mut rng);
                let to = (excluded.as_slice(), with_fallback);
                Sealed::new(&server, &organisation, begun, &text, to, gate.as_ref(), &mut rng).await?
            }
        };
        let address = Address { slug: organisation.public.slug.clone(), fingerprint: None };
        let sent = sealed.hand_in(&server, &address, &organisation).await;
        if sent.is_err() {
            *kept.borrow_mut() = Some((attempt, sealed));
        }
        document(&sent?)
    }))
}
