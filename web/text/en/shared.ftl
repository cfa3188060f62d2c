skip-link = Skip to the content
busy = Working…
error-prefix = Error: { $title }
languages = Language
summary-title = Something is missing
counter-left = About { $n } characters left
counter-over = This is too long for one go. Send this part; the rest can follow later.
