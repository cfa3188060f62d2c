# What an auditor reads: the log of openings, and whether it holds.

## The verdict
audit-unread = Not checked yet
audit-holds = The log holds
audit-wrong = The log does not hold
audit-fetching = Fetching the log…
audit-counting = { $done } of { $total } lines worked out again
audit-counting-why = This browser works out the whole log by itself. Until that is done, this page does not say that it holds.
audit-holds-lead = On { $day } this browser fetched the whole log, { $size } lines, and worked out each line again. They follow from one another and fit the log’s signature.
audit-health = State of the log
audit-fact-complete = Complete up to
audit-complete = everything before { $day }
audit-complete-none = no day has been closed yet
audit-fact-size = Size
audit-size = { $size } lines
audit-fact-root = Check number (root)
audit-copy = Copy all of it
audit-copied = Copied
audit-fact-witness = Witness from outside
audit-witness = { $days ->
    [0] { $name } signed on { $day }, today
    [one] { $name } signed on { $day }, 1 day ago
   *[other] { $name } signed on { $day }, { $days } days ago
  }
audit-witness-old = That is long ago. Ask whether the witness still runs.
audit-witness-none = Nobody
audit-witness-none-why = Outside the server nobody remembers this log. Whoever runs the server could then write it anew from the beginning without it showing here.
audit-witness-how = How to become a witness yourselves is in docs/works-councils.md.
audit-fact-readable = Readable with your key
audit-readable = from { $day }
audit-readable-none = not one line. Your key opens what happens after your approval, as soon as that day is closed.
audit-readable-months = You chose lines from { $day }. What is older was worked out too, but is not opened now.
audit-fact-rest = Lines that are not shown here
audit-rest-padding = { $count } of padding, so that nobody outside can count how much happens
audit-rest-sealed = { $count } of other organisations, or from before your time
audit-rest-erased = { $count } erased because they are too old
audit-exact = This page counts exactly. Those figures stay with you: management sees them nowhere, and it should stay so. Not a word of a report is ever here.
audit-span = Lines of
audit-span-months = the last 3 months
audit-span-all = all time
audit-again = Work it out again

## What is wrong
audit-wrong-title = { $count ->
    [one] 1 thing is not right
   *[other] { $count } things are not right
  }
audit-wrong-gap = Number { $number } is missing from { $where }. Something happened that is not in the log.
audit-wrong-twice = Number { $number } is in { $where } twice. Two acts got the same number.
audit-wrong-changed = What line { $entry } says was changed afterwards.
audit-wrong-unsigned = Line { $entry } names { $name }, but { $name } did not sign it. It may have been somebody else.
audit-wrong-resealed = Line { $entry } closed a day. The keys of that day were exchanged afterwards, so you may not see everything.
audit-wrong-dated = Line { $entry } carries a day that does not fit its place in the log. The server’s clock may have been set back.
audit-wrong-forked = This is not the log that a witness from outside signed. So there are two versions of it.
audit-wrong-rest = The rest was worked out too; we found nothing in it.
audit-broken-title = What the server gave is not the log that was signed
audit-broken = The lines do not fit the signature. That is why we show none of them. It may be a mistake, or it may be on purpose; from here nobody can tell.
audit-do-title = What now
audit-do-keep = Save the files under “To keep and to show” below now. Later they show what was here today.
audit-do-again = Check it on another device, with the program: “micromoed audit verify”. If that ends with code 11, it does not hold there either.
audit-do-call = Tell a guardian and whoever runs the server, preferably together, and say which line it is. Ask that nobody opens anything until it is explained.

## Conversations
audit-thread = conversation { $thread }
audit-thread-opening = conversation { $thread } · opening { $number }
audit-thread-number = conversation { $thread } · number { $number }
audit-thread-some = a conversation
audit-threads-title = Conversation by conversation
audit-threads-lead = In its conversation, every opening and every reply gets the next number. If a number is missing, something was left out.
audit-threads-names = Which conversation it is, nobody can see here. The names “conversation 1, 2, 3” hold for this overview only, and each year a conversation gets a new pseudonym.
audit-threads-none = No conversation comes up in these lines.
audit-threads-more = Show all { $count } conversations
audit-col-thread = Conversation
audit-col-openings = Openings
audit-col-by = Opened by
audit-col-first = First day
audit-col-last = Last day
audit-col-numbers = Numbers
audit-numbers-whole = { $from } to { $to }, without a gap
audit-numbers-none = none yet
audit-numbers-missing = missing: { $numbers }
audit-numbers-twice = twice: { $numbers }

## Lines
audit-lines-title = What happened
audit-filter-kind = What
audit-filter-all = everything
audit-filter-person = Who
audit-filter-anybody = everybody
audit-kind-opened = opened or copied
audit-kind-answered = answered
audit-kind-thread = arrived, erased, passed on
audit-kind-people = people and keys
audit-kind-server = the server
audit-kind-figures = figures for management
audit-kind-log = the log itself
audit-lines-found = { $count ->
    [one] 1 line
   *[other] { $count } lines
  }
audit-lines-empty = Nothing that your key opens is here yet. A day appears once it is closed; mostly that is at night.
audit-lines-none = No line fits this choice.
audit-lines-more = Show older lines too ({ $left })
audit-who-operator = Whoever runs the server
audit-who-program = The program

audit-act-thread-registered = A report came in
audit-act-thread-erased = The reporter erased a conversation
audit-act-body-release = { $name } opened a conversation
audit-act-attachment-release = { $name } opened a file
audit-act-case-release = { $name } opened a case file
audit-act-cards-listed = { $name } fetched the list of what had been opened before
audit-act-reply-sent = { $name } wrote back to a reporter
audit-act-export-made = { $name } made a copy of a conversation
audit-act-share-release = { $name } released a share of a key
audit-act-thread-erased-by-staff = { $name } erased a conversation
audit-act-thread-expired = A conversation was erased because its time was over
audit-act-thread-given = { $name } gave a conversation to somebody else too
audit-act-thread-stepped-aside = { $name } stepped out of a conversation
audit-act-thread-taken-over = { $name } took over a conversation
audit-act-thread-handed-over = { $name } handed over a conversation
audit-act-staff-invited = { $name } invited somebody
audit-act-staff-accepted = Somebody accepted an invitation
audit-act-roster-changed = The list of who is in office changed
audit-act-staff-login-key-changed = { $name } changed a key to come in with
audit-act-staff-second-factor-changed = { $name } changed the second step of unlocking
audit-act-staff-session-opened = { $name } unlocked a desk
audit-act-organisation-created = The organisation was created
audit-act-config-changed = { $name } changed the server’s settings
audit-act-binary-changed = From here on another version of the program runs
audit-act-command-run = { $name } gave the server a command
audit-act-backup-made = { $name } made a backup
audit-act-backup-restored = { $name } restored a backup
audit-act-release-key-rotated = A new key to release openings came into use
audit-act-release-key-destroyed = An old key was destroyed. What was locked with it, nobody can open any more
audit-act-trend-committed = The noise for new figures was fixed
audit-act-trend-released = Figures for management were published
audit-act-trend-opened = The noise of figures was shown to a sworn auditor
audit-act-epoch-opened = A new day of the log began
audit-act-epoch-closed = A day of the log was closed
audit-act-ledger-sealed = The log was locked: something did not agree with what the server remembered. Reading is closed then
audit-act-ledger-reconciled = Guardians opened the log again after it was locked
audit-act-audit-key-changed = Who can read these lines changed
audit-act-ledger-bodies-erased = The content of old lines was erased
audit-act-other = { $name } did something this page has no word for yet ({ $act })

audit-for-first-reading = to read it for the first time
audit-for-follow-up = to go on with it
audit-for-reply = to answer
audit-for-handover = to pass it on
audit-for-legal-duty = because a court or the authorities ask for it
audit-for-export = to keep a copy
audit-for-cards = to show the list
audit-for-erasure = to erase it

## Files and paper
audit-keep-title = To keep and to show
audit-keep-lead = This is made on this device and goes nowhere. Keep it with the works council or data protection, not with management.
audit-keep-print = Print a statement
audit-keep-print-why = One sheet: what you checked, when, and whether it held. To sign and to show.
audit-keep-checkpoint = Save the checkpoint
audit-keep-checkpoint-why = Today’s signature of the log, without names of people. With “micromoed audit verify --since” you can see later whether the log still follows from it.
audit-keep-csv = Save the lines as a table
audit-keep-csv-why = CSV, for a spreadsheet. With names and figures.
audit-keep-json = Save everything as JSON
audit-keep-json-why = For who wants to check it with a program. With names and figures.
audit-statement-title = Statement about the log of openings
audit-statement-what = On { $day } I fetched the whole public log of this service and had my browser work it out again, from the first line to the last.
audit-statement-organisation = Organisation
audit-statement-server = Address
audit-statement-witness = { $name } signed on { $day }
audit-statement-lines = Lines opened
audit-statement-result = Result
audit-statement-none = The log holds. I found no problem.
audit-statement-more = And { $count } more: see the file.
audit-statement-limit = This statement is about the log: whether something was taken out of it or changed in it. It does not say what somebody did with what they read. I read not one word of a report.
audit-statement-name = Name and position
audit-statement-date = Place and date
audit-statement-sign = Signature

## Somebody else
audit-door-title = This page is for those who check the log
audit-door-lead = Here somebody from the works council or data protection works out who opened what. Only an auditor’s key opens those lines.
audit-door-role = Your role here is { $role }. Nothing went wrong.
audit-door-desk = To my desk
audit-door-again = You unlock again there. If you want to check the log yourself, somebody has to invite you as an auditor.
