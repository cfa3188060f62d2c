### The coach's desk. One noun per secret: passphrase sentence is "unlock words", the kit is "recovery sheet".

## The frame
desk-title = Desk
desk-of = { $name }’s desk
desk-skip = To the conversations
desk-search = Search
desk-palette = All you can do
desk-hide = Hide everything
desk-hide-short = Hide
desk-lock = Lock
desk-menu = More
desk-back = Back
desk-close = Close
desk-change = Change
desk-cancel = Rather not
desk-again = Try again
desk-print = Print
desk-save = Save
desk-undo = Undo
desk-nav = Conversations and desk
desk-test = Test installation: no real conversations belong here.
desk-hidden = Hidden. { $key } to come back
desk-hidden-title = Blank page
desk-hidden-back = Show everything again
desk-locked-title = Locked
desk-offline = No connection. You can read what is open and write; sending and opening wait.
desk-wait = One moment…
desk-wait-long = This takes longer than usual. You can wait or come back later; nothing gets lost.

## Lock
desk-idle = { $minutes ->
    [one] You have been quiet. Your desk locks in 1 minute.
   *[other] You have been quiet. Your desk locks in { $minutes } minutes.
  }
desk-idle-drafts = What you are writing to a reporter is kept as a draft.
desk-idle-notes = { $notes ->
    [one] A note you have not saved is lost then.
   *[other] { $notes } notes you have not saved are lost then.
  }
desk-idle-stay = I am still here
desk-lock-drafts-title = { $drafts ->
    [one] 1 thing is not saved yet
   *[other] { $drafts } things are not saved yet
  }
desk-lock-drafts = Drafts of replies lie sealed on the server. A note you do not save, files you chose, and what the server cannot take now, is lost when the desk locks.
desk-lock-drafts-stay = I’ll stay a little
desk-lock-drafts-go = Lock and erase it

## Unlock
desk-unlock-title = Unlock your desk
desk-unlock-lead = Your unlock words never leave this device. After { $minutes } quiet minutes your desk locks again.
desk-unlock-slug = Organisation
desk-unlock-slug-hint = The short word in the address of your page.
desk-unlock-account = Short name
desk-unlock-account-hint = You chose it when you accepted the invitation, for example “ilse”.
desk-unlock-words = Unlock words
desk-unlock-words-hint = Six words, with spaces or hyphens between them.
desk-unlock-kit = Recovery sheet
desk-unlock-kit-hint = The seven groups on your sheet. Small letters are fine.
desk-unlock-show = Show what I type
desk-unlock-go = Unlock
desk-unlocking = Unlocking… a second or two
desk-unlock-use-kit = Use the recovery sheet
desk-unlock-use-words = Use the unlock words
desk-unlock-unknown = “{ $word }” is not in the list. Did you mean “{ $nearest }”?
desk-unlock-take = Take “{ $nearest }”
desk-unlock-other = Neither works? Ask another coach to have you invited again. Your old conversations stay with whoever can open them.
desk-unlock-other-title = Ask another coach
desk-unlock-invited = I have an invitation
desk-unlock-after-idle = Your desk locked because it had been quiet.
desk-unlock-after-ended = You were signed out elsewhere. That is why your desk locked.
desk-unlock-after-lock = Your desk is locked. Nothing is left on this device.
desk-unlock-held-back = A reply that was still waiting was not sent. It is a draft in its conversation now.
desk-unlock-required-slug = Fill in the organisation.
desk-unlock-required-account = Fill in your short name.
desk-unlock-required-words = Type your unlock words.
desk-unlock-required-kit = Type the groups on your recovery sheet.
desk-unlock-count = { $words ->
    [one] You typed 1 word. There should be six.
   *[other] You typed { $words } words. There should be six.
  }
desk-unlock-wrong-words = These six words do not open this desk. Nothing is lost. Check their order, and whether the short name is right.
desk-unlock-wrong-kit = This recovery sheet does not open this desk. Nothing is lost. Check that the sheet belongs to this organisation and this short name.
desk-unlock-typing-kit = There is a typing error in the recovery sheet. Look at B/8, S/5, Z/2 and G/6 first. Nothing has been sent yet.
desk-unlock-no-organisation = We know no organisation “{ $slug }”. Nothing has been sent yet. Check the address on your poster.
desk-unlock-pending-title = A little longer, { $account }
desk-unlock-pending = Your desk is open, but a guardian still has to approve you. Call one of them and read your seven words aloud.
desk-unlock-pending-words = Your seven words
desk-unlock-pending-who = Who can approve
desk-unlock-pending-look = Lock, and come back later
desk-unlock-pending-lost = Your seven words are on your recovery sheet.

## Errors: what happened, what is safe, what now
desk-error-unacknowledged = The server does not answer. What you wrote is still here. Try again soon; it cannot count twice.
desk-error-busy = The server is too busy right now. Nothing is lost. Try again in a minute.
desk-error-too-many = This is more often than we allow in a short time. Nothing is lost. Wait a few minutes.
desk-error-forbidden = Your account may not do this. Nothing has changed. Ask a guardian of your organisation.
desk-error-not-found = This does not exist on this server. Nothing has changed. Check that you are at the right address.
desk-error-stale = Somebody else was just before you. Your text is still here. Open the conversation again and compare.
desk-error-too-late = Too late: the reporter can read this already. Nothing has changed. Write a correction if you need one.
desk-error-sealed = Reading is closed until the access log has been checked. New conversations still come in. Tell whoever runs the server.
desk-error-stopped = You stopped it. What was sent already need not be sent again.
desk-error-no-room = The server has no room for these files now. Send them later, or send fewer.
desk-error-problem = The server refused this. Nothing has changed. Try again, or give the code below to whoever runs the server.
desk-error-distrust = What the server gave does not agree with what was certain before. We show nothing until it does. Tell a guardian and whoever runs the server.
desk-error-erased = This conversation has been erased. Nothing of it is left on the server. You need not do anything.
desk-error-no-recipient = There is nobody who may read this. Nothing has been sent. Ask a guardian who is in office.
desk-error-too-long = This is too long. Nothing has been sent and your text is still here. Shorten it, or make two of it.
desk-error-refused = This cannot be done here. Nothing has changed. The reason stands below.
desk-error-usage = Something you typed cannot be used. Nothing has changed. The reason stands below.
desk-error-typing = There is a typing error in what you typed. Nothing has been sent yet. Look at it once more.
desk-error-newer = This conversation was written with a newer version. Nothing is lost. Reload this page.
desk-error-module = The lock could not be loaded. Nothing has been sent. Reload this page, or use another browser.
desk-error-uncompiled = The desk needs WebAssembly, and this browser does not allow it: often that is an extra-safe mode. Nothing has been sent. Turn the mode off for this address, or use another browser.
desk-error-fault = This is our fault. What is on the server is safe. Reload this page and try again.
desk-error-code = Code: { $code }

## Accept an invitation
desk-accept-title = Accept your invitation
desk-accept-paste = Invitation
desk-accept-paste-hint = Paste the whole invitation. You find it in the letter or message you got.
desk-accept-look = Check it
desk-accept-required = Paste your invitation here.
desk-accept-typing = This invitation is incomplete or has a typing error. Nothing has been sent yet. Paste it again as a whole.
desk-accept-gone = We do not know this invitation, or it has been used. Nothing has changed. Ask whoever gave it to you for a new one.
desk-accept-step = Step { $step } of 4
desk-accept-who-title = Who you will be here
desk-accept-who-organisation = Organisation
desk-accept-who-role = Your role
desk-accept-who-first = You are the first. The list of who is in office begins with you.
desk-accept-who-by = Who invited you
desk-accept-who-by-first = Whoever runs the server made this invitation.
desk-accept-who-by-other = Somebody of this organisation. The server does not keep who. If in doubt, call first.
desk-accept-who-next = After this a guardian approves you. You will read your seven words aloud.
desk-accept-name = Your name, as reporters see it
desk-accept-account = Your short name, to unlock with
desk-accept-account-hint = Small letters, digits and hyphens. Leave it empty and we make it from your name.
desk-accept-name-required = Fill in your name.
desk-accept-account-form = Use 2 to 40 small letters, digits or hyphens.
desk-accept-who-go = Make my keys
desk-accept-making = Making keys on this device… a second or two
desk-accept-nothing-yet = Nothing exists on the server yet. If you close this page, your invitation stays valid.
desk-accept-words-title = Your unlock words
desk-accept-words-lead = These six words open your desk. Write them on paper, in this order. Nobody can make them again, not even we.
desk-accept-words-other = Other words
desk-accept-words-other-hint = You then get a new recovery sheet too.
desk-accept-words-go = I have written them down
desk-accept-kit-title = Your recovery sheet
desk-accept-kit-lead = For the day you lose your unlock words. Keep this sheet in another place than the words, locked away.
desk-accept-kit-go = The sheet is safe
desk-accept-kit-saved = Saved. It now lies on this device too: move it to a safe place.
desk-accept-kit-save = Save as a file
desk-accept-kit-file = recovery-sheet.txt
desk-accept-check-title = A quick check
desk-accept-check-lead = Copy from your paper. Then we both know it is right. Only after that does your account exist.
desk-accept-check-word = Word { $number } of your unlock words
desk-accept-check-group = Group { $number } of your recovery sheet
desk-accept-check-wrong-word = This is not word { $number }. Look at your paper; the rest can stay.
desk-accept-check-wrong-group = This is not group { $number }. Look at your sheet; the rest can stay.
desk-accept-check-go = Make my account
desk-accept-check-sending = Your account is being made…
desk-accept-taken = The short name “{ $account }” is taken, or the invitation has been used meanwhile. Nothing has been made. Go back and choose another short name.
desk-accept-done-title = Welcome, { $name }
desk-accept-done-account = Your short name is { $account }. You type it to unlock.
desk-accept-done-pending = One more step: a guardian must approve you. Call, and read these seven words aloud. Do not send them: it is your voice that counts.
desk-accept-done-first = These are the words of { $slug }. They belong on the poster: whoever writes can check by them that this is the real page.
desk-accept-done-poster = Print the poster
desk-accept-done-unlock = Open my desk
desk-accept-mine = Your seven words

## Roles
desk-role-coach = coach
desk-role-fallback = confidant outside the line
desk-role-auditor = auditor
desk-role-management = management
desk-guardian = guardian
desk-deputy = deputy

## Views and list
desk-view-today = Today
desk-view-me = Waiting for me
desk-view-reporter = Waiting for reporter
desk-view-aftercare = Aftercare
desk-view-closed = Closed
desk-view-all = All
desk-view-count = { $count ->
    [one] conversation
   *[other] conversations
  }
desk-list = Conversations: { $view }
desk-list-loading = Your conversations are being fetched and opened on this device…
desk-list-progress = { $done } of { $total } opened on this device
desk-list-last = last
desk-list-first = first
desk-row-new = New conversation
desk-row-new-line = The text opens only when you ask for it.
desk-row-damaged = The card cannot be read
desk-row-damaged-line = The conversation itself may be whole. Open it to see.
desk-row-erased = Erased
desk-row-erased-line = Erased at the reporter’s wish, or because its time was up.
desk-row-plain = No theme yet
desk-row-no-line = No line yet. Open the conversation and write one with { $key }.
desk-row-no-line-plain = No line yet. Open the conversation and write one.
desk-row-marked = marked
desk-marking = Select
desk-marking-done = Done
desk-marking-lead = Tap the conversations you want to mark.
desk-marked = { $count ->
    [one] 1 conversation marked.
   *[other] { $count } conversations marked.
  }
desk-marked-unread = { $count ->
    [one] You have not read 1 of them this time. Open it first.
   *[other] You have not read { $count } of them this time. Open them first.
  }
desk-unmark = Unmark all
desk-chip-answer = answer { $day }
desk-chip-answer-today = answer today
desk-chip-answer-late = answer overdue
desk-chip-feedback = feedback { $day }
desk-chip-feedback-today = feedback today
desk-chip-feedback-late = feedback overdue
desk-new = { $count ->
    [one] 1 new conversation. Its text opens only when you open it; every opening stands in the log.
   *[other] { $count } new. Their text opens only when you open it; every opening stands in the log.
  }
desk-open-all = { $count ->
    [one] Open the new one
   *[other] Open all new ones
  }
desk-open-all-title = { $count ->
    [one] Open 1 (1 line in the log)
   *[other] Open { $count } ({ $count } lines in the log)
  }
desk-open-all-note = The reporter can see that you opened it, and on which day.
desk-opening = { $done } of { $total } opened
desk-open-stop = Stop after this one
desk-open-stopping = Stops after these…
desk-open-done = { $count ->
    [one] 1 conversation opened
   *[other] { $count } conversations opened
  }
desk-refresh-short = Refresh
desk-empty = Nothing is waiting for you. Take a breath.
desk-empty-next = Next: { $day }, { $what ->
    [answer] an answer
   *[feedback] feedback
  }.
desk-empty-view = Nothing here.
desk-searching = Search in cards and opened conversations
desk-search-clear = Clear
desk-search-clear-name = Clear the search
desk-search-found = { $count ->
    [0] Not found in opened conversations.
    [one] 1 found
   *[other] { $count } found
  }
desk-search-unopened = { $count ->
    [one] 1 is still new; we do not search in it.
   *[other] { $count } are still new; we do not search in them.
  }

## First day
desk-first-title = Your first day
desk-first-lead = Three things of two minutes each. They tick themselves.
desk-first-poster = Print the poster
desk-first-poster-why = With the words of your organisation on it.
desk-first-poster-do = Show the poster
desk-first-trial = Send yourself a trial report
desk-first-trial-why = From your phone; answer it, and then erase it together.
desk-first-trial-do = See if it is there
desk-first-second = Have a second person approved
desk-first-second-why = So that somebody is there when you are away.
desk-first-second-do = To the people
desk-first-away = Hide this card
desk-done = done
desk-not-done = to do

## Case
desk-case-none = Choose a conversation on the left.
desk-case-none-hint = { $open } opens the one that is marked.
desk-case-untitled = Conversation of { $day }
desk-case-opening = Opening…
desk-case-logged = Opening stands in the log. The reporter sees the day, not the hour.
desk-case-failed = This conversation did not open
desk-thread = Conversation
desk-reporter = Reporter
desk-you = you
desk-letter-signed = signature holds
desk-letter-held = The reporter cannot read this yet. Readable from { $when }.
desk-take-back = Take back
desk-taken-back = Taken back. The reporter has not read this. Your text is in the box again.
desk-taken-back-files = The files came back with it. Choose them again if you still want to send them.
desk-letter-plain = Addresses in a text cannot be pressed, on purpose.
desk-letter-status = { $author } set the status to “{ $status }”.
desk-letter-give = { $from } handed this conversation to { $to }.
desk-letter-continued = This conversation continues an earlier one.
desk-letter-lift = The reporter lets { $name } read along after all.
desk-letter-withdraw = The reporter withdraws this. What you read may not be used further without her yes.
desk-letter-talk = About a talk in private.
desk-letter-check-in = Answer to the question whether it is better now.
desk-letter-files = Files.
desk-file-fetch = Fetch
desk-file-logged = Each file you fetch becomes a line in the log. The reporter sees that.
desk-file-fetching = Being fetched: { $percent }%
desk-file-stop = Stop
desk-file-save = Save
desk-file-picture = Photo: { $name }
desk-file-warning = Fetched, and whole. We do not open it here: a document may reach out to the internet as it opens, and so show who read it. Open it without a network. What you save lies on this device.
desk-file-damaged = This file is damaged, or is not what the reporter sent. Nothing of it was shown.
desk-file-kind-image = photo
desk-file-kind-pdf = pdf
desk-file-kind-audio = sound
desk-file-kind-video = film
desk-file-kind-other = file
desk-damage-unreadable = One message cannot be read. The rest of the conversation holds.
desk-damage-newer = One message was written with a newer version. Reload this page to read it.
desk-damage-gap = A message is missing here. What stands before and after it is real.
desk-damage-fork = Two messages stand in the same place here. Trust neither before you have asked.
desk-damage-unseen = Whoever wrote this had not seen an earlier message yet. Read them together.
desk-damage-save = Save technical report
desk-damage-file = report.txt
desk-erased-title = This conversation has been erased
desk-erased = At the reporter’s wish, or because its time was up. Nothing of it is left on the server or on this device.
desk-case-another-roster = The device of whoever wrote this was given another list of who is in office than you. Somebody may be showing her something else. Ask the other guardians, in person.
desk-records-damaged = { $count ->
    [one] 1 note or card of this conversation cannot be read. The rest holds.
   *[other] { $count } notes or cards of this conversation cannot be read. The rest holds.
  }

## Reply
desk-reply = Answer to the reporter
desk-reply-line = Goes to: the reporter · signed: { $name } · readable from { $when }
desk-reply-now = now
desk-reply-at = { $time }
desk-reply-today = { $time } today
desk-reply-on = { $day }, { $time }
desk-reply-send = Send to the reporter
desk-reply-files = Send files along
desk-reply-files-where = The reporter fetches them herself, perhaps on a device that others use.
desk-reply-files-over = One reply takes 10 at most. Send the others with the next one.
desk-reply-template = Template
desk-reply-template-none = Choose a template…
desk-reply-hole = There is still “[…]” in your text. Fill that in first.
desk-reply-empty = Write something first.
desk-reply-link = The reporter cannot press this, on purpose.
desk-reply-room = { $percent } % of { $most } kB used
desk-reply-over = Too long for one message. Make two of it.
desk-reply-pasted = This looks like a note. The reporter will read it. Is that right?
desk-reply-pasted-yes = Yes, that is fine
desk-reply-pasted-no = Take it out again
desk-reply-held = Your answer leaves in a moment. { $seconds ->
    [one] 1 second left.
   *[other] { $seconds } seconds left.
  }
desk-reply-sending = Being locked and sent…
desk-reply-sent = Sent, readable from { $when }. Until then you can take it back.
desk-reply-sent-now = Sent. The reporter can read it now.
desk-draft-kept = Draft saved
desk-draft-failed = This draft is not saved yet.
desk-reply-failed = Your answer did not leave. The text is in the box again.
desk-template-thanks = Thanks, and read
desk-template-thanks-text = Hello, thank you for writing this. I have read it carefully. If I understand well, it is about […]. Is that right? I won’t do anything without you knowing. What would be a first small step forward for you?
desk-template-heavy = A heavy story
desk-template-heavy-text = What you describe is a lot, and it is not your fault that it affects you. Are you safe right now? Tell it at your own pace, or not at all. Besides me you can also turn to […].
desk-template-recognisable = Too recognisable
desk-template-recognisable-text = Your text contains something colleagues could recognise you by: […]. I won’t use that. Is it all right if I only use the theme: “[…]”?
desk-template-other-way = Another way
desk-template-other-way-text = This goes beyond what I may handle. There is a legal route that protects you better: […]. I’ll explain how it works; you decide. I pass nothing on without your yes.
desk-template-about-coach = About the coach
desk-template-about-coach-text = This report is about the coach. The coach cannot read it. I am […] and I will answer you.
desk-template-feedback = Feedback
desk-template-feedback-text = This is what happened: […]. This did not work: […]. I’ll keep following this until […]. Do you notice a difference? One word is enough.
desk-template-silence = No reaction after 14 days
desk-template-silence-text = The door stays open. You don’t have to do anything. I’ll keep looking here until […].

## Notes
desk-notes = Notes among coaches
desk-notes-never = The reporter can never open this.
desk-note = Note for coaches, the reporter can never open this
desk-note-save = Save note
desk-note-saving = Being locked and saved…
desk-note-saved = Note saved
desk-note-none = No notes yet.

## Triage
desk-triage = Labels
desk-triage-open = Labels and dates
desk-label-status = Status
desk-label-category = Theme
desk-label-severity = Severity
desk-label-urgency = How soon
desk-label-flags = Look out
desk-label-keeper = Who follows it
desk-label-line = One line
desk-label-themes = Keywords
desk-label-unit = Department
desk-label-none = not filled in
desk-label-clear = Take away
desk-label-find = Type to search
desk-label-nothing = Nothing found
desk-label-hint-line = In your own words, without names. Only coaches see this.
desk-label-hint-themes = Separated by commas.
desk-label-told = Reporter reads: “{ $told }”
desk-label-told-lead = The reporter reads this too, from { $when }.
desk-triaged = { $label }: { $value }
desk-triaged-status = From { $when } the reporter reads: “{ $told }”. { $seconds ->
    [one] 1 second left.
   *[other] { $seconds } seconds left.
  }
desk-triaged-junk = { $count ->
    [one] 1 conversation marked as junk
   *[other] { $count } conversations marked as junk
  }
desk-undone = Undone
desk-clock-answer = First answer
desk-clock-answer-by = by { $day }
desk-clock-answered = given on { $day }
desk-clock-late = overdue: { $day }
desk-clock-feedback = Feedback
desk-readers = Who can read
desk-excluded = Who must not read
desk-close-case = Close

desk-category-bullying = Bullying or exclusion
desk-category-sexual = Unwanted sexual behaviour
desk-category-aggression = Aggression, shouting, threats
desk-category-third_party = Aggression by customers
desk-category-discrimination = Discrimination or racism
desk-category-favouritism = Favouritism, unequal treatment
desk-category-cliques = Cliques and gossip
desk-category-conflict = Lingering conflict
desk-category-leadership = Leadership style
desk-category-micromgmt = Too much control, too little trust
desk-category-recognition = Lack of recognition
desk-category-growth = Unclear growth path
desk-category-evaluation = Appraisal or pay
desk-category-workload = Workload and pace
desk-category-roster = Hours, rota, availability
desk-category-clarity = Unclear or conflicting tasks
desk-category-communication = Communication and information
desk-category-change = Change or uncertainty
desk-category-environment = Workplace, noise, equipment
desk-category-safety = Unsafe situation
desk-category-wellbeing = I or a colleague am not well
desk-category-privacy = Privacy or monitoring
desk-category-integrity = Fraud, integrity, rules
desk-category-retaliation = Retaliation after reporting
desk-category-idea = Idea or improvement
desk-category-positive = Something that works well
desk-category-other = Something else
desk-severity-S1 = S1 annoyance
desk-severity-S2 = S2 recurring, touches how people work together
desk-severity-S3 = S3 harms health or safety
desk-severity-S4 = S4 punishable or acute
desk-short-S1 = S1 annoyance
desk-short-S2 = S2 recurring
desk-short-S3 = S3 harmful
desk-short-S4 = S4 acute
desk-urgency-U0 = Can wait
desk-urgency-U1 = Preferably within the week
desk-urgency-U2 = As soon as possible
desk-urgency-U3 = There is danger now
desk-status-new = New
desk-status-acked = Acknowledged
desk-status-dialogue = In conversation
desk-status-clarified = Assessed
desk-status-action = In action
desk-status-feedback = Feedback given
desk-status-aftercare = Aftercare
desk-status-closed = Closed
desk-status-erased = Erased
desk-told-new = Arrived
desk-told-acked = Read
desk-told-dialogue = In conversation
desk-told-clarified = Understood
desk-told-action = Being worked on
desk-told-feedback = Feedback given
desk-told-aftercare = Aftercare
desk-told-closed = Finished
desk-told-erased = Erased
desk-flag-detriment-risk = Risk of detriment
desk-flag-multiple-voices = Several voices
desk-flag-about-the-coach = About the coach
desk-flag-junk = Junk

## People
desk-people = People
desk-people-in-office = In office
desk-people-pending = Waiting for approval
desk-people-none = Nobody is waiting for approval.
desk-people-words = Words of { $name }
desk-people-no-words = The key of { $name } is not served now.
desk-people-approve = Compare the words
desk-people-guardians-only = Only a guardian can approve. Ask { $names }.
desk-people-proposal = { $signatures } of { $needed } signatures under the new list with { $names }.
desk-people-removal = { $name } leaves the list of guardians on { $day }, by one signature. You did not know? Ask before that day.
desk-people-quiet = Since { $day } no desk has confirmed the list of who is in office. Unlocking and fetching the list does so by itself.
desk-people-invite = Whoever runs the server invites people.
desk-code-title = Who may write
desk-code-open = Everybody can write: no code is asked for.
desk-code-since = Whoever writes needs the code on the poster. This one counts since { $day }.
desk-code-former = The code before it counts on: nobody who is just writing is turned away. Make another, and it ends.
desk-code-make = Make a code
desk-code-renew = Make a new code
desk-code-remove = Ask for no code any more
desk-code-made = This is the code. You see it only now: print the poster or copy it by hand.
desk-code-print = Print the poster
desk-code-counts = It counts from now on.
desk-code-second = It counts once another guardian has signed. Give her these words.
desk-code-proposal = Another guardian made a code. Type the words you were given, and sign too.
desk-code-proposal-mine = Your code waits for another guardian.
desk-code-proposal-remove = It is proposed to ask for no code any more.
desk-code-signatures = { $signatures } of { $needed } signatures.
desk-code-words = Words of the code
desk-code-wrong = These are not the words your colleague made. Check each word.
desk-code-agree = Sign too
desk-code-why = A code keeps outsiders away. It is the same for everybody, so it does not tell who writes. Give nobody a code of her own: the device of whoever writes refuses it.
desk-roster-changed = Who reads or signs here has changed since your last time.
desk-roster-added = New: { $name }, { $role }
desk-roster-removed = Gone: { $name }, { $role }
desk-roster-ask = You did not know? Ask a guardian in person before you open anything.
desk-approve-title = Is this { $name }?
desk-approve-role = Wants to begin as { $role }
desk-approve-call = Call { $name }. Have all seven words read aloud to you, in this order.
desk-approve-heard = I heard all seven
desk-approve-pick = Which word stood in place { $number }?
desk-approve-pick-lead = Two more words, to be sure it was not done by habit.
desk-approve-pick-wrong = That is not the word in place { $number }. Call again and listen to all seven once more.
desk-approve-guardian = This person becomes a guardian too
desk-approve-guardian-hint = A guardian has a say in who comes in.
desk-approve-no = They do not match
desk-approve-yes = They match
desk-approve-sending = Your signature is being set…
desk-approve-done = Approved by { $by } on { $day }, by telephone.
desk-approve-signatures = { $signatures } of { $needed } signatures. The other guardians still have to sign.
desk-approve-refused-title = Nothing was approved
desk-approve-refused = The words of { $name } do not match. Nothing has changed.
desk-approve-refused-old = It may be an old invitation: have { $name } ask for a new one.
desk-approve-refused-wrong = It may be the wrong person: check whom you called.
desk-approve-refused-third = If it is neither, somebody pretended to be { $name }. Tell the other guardians and whoever runs the server.

## Keys, palette
desk-help-title = Keys
desk-help-lead = Everything can be done with mouse or finger too.
desk-help-mode = Shortcuts
desk-help-mode-plain = on
desk-help-mode-ctrl = with Ctrl
desk-help-mode-off = off
desk-help-group-move = Moving
desk-help-group-case = In a conversation
desk-help-group-label = Labels
desk-help-group-go = Go to
desk-help-group-desk = Desk
desk-palette-find = What do you want to do?
desk-palette-none = Nothing that can be done now is called that.
desk-do-next = Next row
desk-do-previous = Previous row
desk-do-first = First row
desk-do-last = Last row
desk-do-open = Open conversation
desk-do-next-for-me = Next that waits for me
desk-do-back-to-previous = Previous conversation
desk-do-leave = Back to the list
desk-do-mark = Mark
desk-do-mark-next = Mark and go on down
desk-do-mark-previous = Mark and go on up
desk-do-junk = Mark as junk
desk-do-open-all = Open all new ones
desk-do-refresh = See if there is anything new
desk-do-reply = Answer
desk-do-send = Send or save the box you type in
desk-do-note = Write a note
desk-do-category = Theme
desk-do-severity = Severity
desk-do-urgency = How soon
desk-do-status = Status
desk-do-flags = Look out
desk-do-keeper = Who follows it
desk-do-line = One line
desk-do-themes = Keywords
desk-do-unit = Department
desk-do-close-case = Close conversation
desk-do-print-case = Print conversation
desk-do-undo = Undo
desk-do-go-today = Today
desk-do-go-me = Waiting for me
desk-do-go-reporter = Waiting for reporter
desk-do-go-aftercare = Aftercare
desk-do-go-closed = Closed
desk-do-go-all = All
desk-do-go-people = People
desk-do-search = Search
desk-do-palette = All you can do
desk-do-help = Keys
desk-do-hide = Hide everything
desk-do-lock = Lock
desk-do-poster = Poster
desk-do-first-day = Your first day

## Print
desk-print-title = Sheet
desk-print-kit-title = Recovery sheet
desk-print-kit-organisation = Organisation
desk-print-kit-name = Name
desk-print-kit-account = Short name
desk-print-kit-organisation-words = Words of the organisation
desk-print-kit-own-words = Words of { $name }
desk-print-kit-how = How to use this sheet
desk-print-kit-step1 = Go to your desk and choose “Use the recovery sheet”.
desk-print-kit-step2 = Type your short name and the seven groups above.
desk-print-kit-step3 = Then ask a guardian for a new invitation and make a new sheet.
desk-print-kit-where = Where is this sheet kept?
desk-poster-title = Something not right at work?
desk-poster-lead = You can say it here. No name, no account.
desk-poster-small = Small things count.
desk-poster-who = Only those you choose can read what you write: { $names }.
desk-poster-device = Better use your own phone, not the network of work.
desk-poster-code = The code, the same for everybody:
desk-poster-words = Words of { $name }. If you see them on the page too, it is the real one.
desk-poster-screen = Poster
desk-poster-where = Hang it where people are alone for a moment.
desk-print-case-title = Print this conversation
desk-print-case-lead = Paper has no lock. Write down who gets this sheet.
desk-print-case-notes = The notes among coaches too
desk-print-case-mask = Make names unreadable
desk-print-case-mask-hint = Names, one per line or with commas. They become ███.
desk-print-case-warning = Contains personal data
desk-print-case-by = Printed by { $name } on { $day }

## The log, where its own words have not come yet
audit-title = Log
audit-of = log, for { $name }
audit-unlock-title = Unlock the log
audit-unlock-lead = This is where somebody from the works council or data protection checks who opened what. Not a word of a report is ever here.
