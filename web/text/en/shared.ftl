skip-link = Skip to the content
busy = Working…
error-prefix = Error: { $title }
languages = Language
summary-title = Please look at this
counter-left = About { $n } characters left
counter-over = This is too long for one go. Send this part; the rest can follow later.

status-new = Arrived
status-acked = Read
status-dialogue = In conversation
status-clarified = Understood
status-action = Being worked on
status-feedback = Feedback given
status-aftercare = Aftercare
status-closed = Closed
status-erased = Erased
status-unknown = Unknown
