//! The organisation a reporter writes to.

use crate::failure::Failure;
use crate::fields::Fields;
use crate::sitting::{Journey, Sitting, document};
use client::organisation::{self, Address};
use std::rc::Rc;

pub(crate) fn look(sitting: &Sitting, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let slug = fields.text()?;
    let (server, kept) = (sitting.server(), sitting.organisation.clone());
    #[cfg(any(feature = "report", feature = "mailbox"))]
    let today = sitting.today;
    Ok(Box::pin(async move {
        let found = Rc::new(organisation::fetch(&server, &Address { slug, fingerprint: None }).await?);
        *kept.borrow_mut() = Some(found.clone());
        // A page begins with one of two modules; the others say no more than which one they found.
        #[cfg(any(feature = "report", feature = "mailbox"))]
        return document(&found.view(today));
        #[cfg(not(any(feature = "report", feature = "mailbox")))]
        document(&found.named())
    }))
}
