### Words of the reporter's pages in English.

## Around every page

bar-name = { $org } · speak-up point
back = Back
exit = Leave now
exit-name = Leave now: away from this page at once
exit-blank = One moment
exit-presses =
    { $n ->
        [one] Press Shift once more to leave
       *[other] Press Shift { $n } more times to leave
    }
exit-explained = Leaving this page quickly
exit-ways = Press “Leave now”, use the first link on the page, or press Shift three times in a row. What you typed is gone then, and you see a page about the weather.
exit-limit = To be honest: that you were here stays in your browser's history. What you wrote does not. In a private window the visit is not kept either.
crisis-lead = Struggling right now? You don't have to wait for us.
crisis-danger = Danger: { $phone }
crisis-line = { $name }: { $phone }
test-installation = This is a trial set-up. Write nothing real here.
try-again = Try again
role-coach = coach
role-fallback = confidant from outside

## Landing

land-title = Something not right at work? You can say it here, safely.
land-lead = No account, no name, no e‑mail. What you write is locked for { $readers }. Your employer cannot open it.
land-coach = { $coach } is the coach here, and takes no side.
land-code = You need the code on the poster: five words, the same for everybody.
land-report = Tell us what's going on
land-mailbox = I already have a key
land-small = Small things count.
land-unsure = You don't have to be sure.
land-answer = Write today and you will read an answer here by { $day } at the latest.
land-device = { $own }, not the network at work. On a device of the firm, somebody may see what you type.
land-device-own = Better use your own phone
land-compare = In doubt, compare with the poster: { $words }.
land-removal = From { $day } on, { $name } is no longer among those who guard the list of coaches. In doubt, ask the coach in person.
land-facts = Good to know before you begin
fact-who = Who sees what?
fact-who-text = Your employer never sees your text. General figures, yes: blurred a little on purpose, and never about a group of fewer than 30 people.
fact-kept = We keep no IP address, nothing about your device and no time of day. Only the date.
fact-limit = What you write can give you away. We look at that together, on this device, before you send anything.
fact-break = The coach keeps it confidential, unless somebody is in serious danger or a judge orders otherwise.
land-then = What happens then
then-now = Now
then-now-text = Your text is locked on this device. You get a key to come back with.
then-answer-text = By that day you read an answer, in a mailbox of your own.
then-feedback = Within 3 months
then-feedback-text = You hear what came of it.
land-else = Rather another way?
quiet-title = Nobody has looked here for a while
quiet-text = We have seen no coach at work for more than a month. You can write, but an answer may not come. Better speak to somebody you trust.
quiet-yes = I know, and want to send it anyway
closed-title = This point is closed
closed-text = Nothing can be sent here now. If you have a key, you can still open your conversation.
routes-lead = You do not depend on this page. You can also turn to:
routes-confidant = the confidential counsellor of your firm, who is bound to secrecy
routes-adviser = the prevention adviser for psychosocial matters or the external service: only there can you make a formal request
routes-channel = the legal reporting channel, for fraud or other breaches of law
routes-union = your union or your doctor
routes-not-formal = What you write here is not a formal request, and does not replace one. The coach can explain how such a request works; you decide.
distrust-title = Stop here for a moment. This page is not right.
distrust-text = What the server shows does not match the link you were given, or what it said before. That can be a mistake, or somebody looking over your shoulder.
distrust-now = Type nothing here. Speak to the coach or a confidential counsellor in person, and ask for the right link or the poster.

## Who sees what

who-title = Who sees what?
who-lead = Never means never. Not because we promise it, but because no key for it exists.
who-server = Whoever runs the server
who-management = Management
who-reporter = You
who-coach = { $name } and other coaches
who-fallback = The confidant from outside
who-auditor = Whoever checks (such as the works council)
who-thief = Whoever steals the data
who-see-text = Text and conversation
who-see-labels = Topic, status, dates
who-see-notes = Notes among coaches
who-see-figures = Figures
who-see-log = Log of openings
who-server-text = Never readable. But the day, a rough size, how many conversations there are and which coach is at work.
who-server-labels = sealed
who-server-notes = sealed
who-server-figures = what is published
who-server-log = lines without content
who-management-text = never
who-management-labels = never
who-management-notes = never
who-management-figures = what is published
who-management-log = never
who-reporter-text = your own conversation, with your key
who-reporter-labels = of your own conversation
who-reporter-notes = never
who-reporter-figures = the same as management
who-reporter-log = who opened yours, and on which day
who-coach-text = of reports that were locked for them
who-coach-labels = yes
who-coach-notes = of their own conversations
who-coach-figures = they make them
who-coach-log = their own openings
who-fallback-text = only of reports where you ask for it, or where you exclude a coach
who-fallback-labels = of those reports
who-fallback-notes = of those reports
who-fallback-figures = none
who-fallback-log = their own openings
who-auditor-text = never
who-auditor-labels = never
who-auditor-notes = never
who-auditor-figures = checks them
who-auditor-log = all of it, and can verify it
who-thief-text = Unreadable. But how many conversations there are, and which coaches opened them. Not who wrote, and not what.
who-thief-labels = sealed
who-thief-notes = sealed
who-thief-figures = what is published
who-thief-log = lines without content
who-given = If a coach gives your conversation to somebody else later, you read that in your mailbox.
who-figures = The figures are blurred a little on purpose, and are never about a group of fewer than 30 people.

## The report: questions

question-of = Question { $n } of { $total }
on = Continue
to-check = Back to the overview
skip = Skip
skip-clear = Clear and skip
optional = You may leave this open.
optional-many = You may leave this open. More than one is fine.
story-title = What could be different, in your view?
story-hint = Write the way you talk. Names aren't needed.
story-missing = Write a few words about what's going on. One sentence is enough.
story-readers = This will be read by: { $readers }.
story-code = We will ask for the code on the poster in a moment.
code-tab = Code
code-title = Which code is on the poster?
code-hint = Five words, the same for everybody. You find them on the poster at work. They tell us that you work here, and not who you are.
code-typing = Type the five words as they stand on the poster.
code-other = This is not the code that everybody has. Do not use it: it could give away who you are. First compare each word with the poster.
code-away = We cannot check the code just now. Nothing was sent, and what you typed is still here. Try again.
code-changed = The code has changed meanwhile. What you wrote is still here. Look at what the poster says now.
code-none = I have no code
code-none-text = Ask where the poster hangs, or walk past it. Everybody has the same code, so it does not tell who uses it. You can also take another road.
story-straight = Straight to the overview
story-nowhere = You can stop at any moment. Nothing is kept until you send. After 20 quiet minutes we clear the screen; we ask first.
urgency-title = How soon should someone read this?
urgency-u0 = It can wait
urgency-u1 = Within a week, if possible
urgency-u2 = As soon as possible
urgency-u3 = There is danger now
danger-first = We do not read this at once. Call now.
danger-hour = The coach can only open this { $when }. You can still send your report afterwards.
danger-later = The coach does not read at every moment. You can still send your report afterwards.
wants-title = What would help you?
want-vent = Just getting it off my chest
want-advice = Advice
want-talk = A talk
want-change = For something to change
wants-talk-note = You can talk without giving your name: you arrange it in your mailbox.
topics-title = What is it mostly about?
topics-hint = Choose three at most. Not sure? Then skip this.
topics-full = Three chosen. For another one, first untick one.
topics-integrity = For fraud or other breaches of law there is a legal reporting channel that protects you better. You can write here too: the coach explains how it works and passes nothing on without your yes.
topic-bullying = Bullying or exclusion
topic-sexual = Unwanted sexual behaviour
topic-aggression = Aggression, shouting, threats
topic-third_party = Aggression by customers
topic-discrimination = Discrimination or racism
topic-favouritism = Favouritism, unequal treatment
topic-cliques = Cliques and gossip
topic-conflict = Lingering conflict
topic-leadership = Leadership style
topic-micromgmt = Too much control, too little trust
topic-recognition = Lack of recognition
topic-growth = Unclear growth path
topic-evaluation = Appraisal or pay
topic-workload = Workload and pace
topic-roster = Hours, rota, availability
topic-clarity = Unclear or conflicting tasks
topic-communication = Communication and information
topic-change = Change or uncertainty
topic-environment = Workplace, noise, equipment
topic-safety = Unsafe situation
topic-wellbeing = I or a colleague am not well
topic-privacy = Privacy or monitoring of staff
topic-integrity = Fraud, integrity, rules
topic-retaliation = Trouble after an earlier report
topic-idea = Idea or improvement
topic-positive = Something that works well
topic-unsure = Something else, or I'm not sure
readers-title = Who must not read this?
readers-hint = Tick who gets no key. Ticking nobody is fine.
readers-now = Now this is read by: { $readers }.
readers-none = Now nobody reads this.
readers-nobody = Nobody is left to read this. Let at least one person in.
readers-fallback = Also let { $name } read, the confidant from outside
readers-no-fallback = No confidant from outside has been named yet.
unchecked-yet = We are still checking the names. That takes a few seconds.
unchecked-away = We cannot check the names now: there is no connection to the server. Your text is still here. Try again, or skip this question.
compose-urgency = How soon
compose-wants = What would help
compose-topics = Topic

## Photos and files

files-title = Do you want to add photos or files?
files-hint = You may leave this open. A photo of a schedule, for instance, or of your screen.
files-over = More than 10 do not go at once. Send the others later, in your mailbox.
files-look = Take a good look yourself: is there a face, a name or a reflection in it?
files-away = This part of the page did not come. Your text is still here. Go on without: you can add files later, in your mailbox.
row-files = Photos and files
files-count =
    { $n ->
        [one] 1 file
       *[other] { $n } files
    }
files-after = Your text leaves first, then the files.
pass-title = Your files are going along now
pass-open = Your text is there already. Leave this page open until the files are there too.
pass-arrived = arrived
pass-stopped = stopped
pass-without = Go on without
pass-broken-title = The connection broke
pass-broken = Your text is there already, and what was sent of the files stays. Do not close or reload this page.
pass-on = Send the rest
pass-failed-title =
    { $n ->
        [one] One file did not arrive
       *[other] { $n } files did not arrive
    }
pass-failed = Your text did. Try again here, or later with your key, in your mailbox.
pass-done-title = Your files have arrived
pass-full = The server has no room for this now. Send it later, or give it in a talk.
pass-heavy = This is too heavy for this device. A smaller file may work.
pass-fault = This did not work.

## The report: what could give her away

marks-tab = Have a look
marks-title =
    { $n ->
        [one] One piece could give you away
       *[other] { $n } pieces could give you away
    }
marks-title-none = We found nothing that stands out
marks-lead = Look at it as a colleague would: is there anything only you could know? You choose what stays.
marks-lead-none = That does not mean nobody will recognise you. Think of what only you could know.
marks-offer = { $words } → { $other }
marks-replace = Replace
marks-leave = Leave it
marks-undo = Put “{ $words }” back
marks-left =
    { $n ->
        [one] 1 piece left.
       *[other] { $n } pieces left.
    }
marks-none-left = All looked at.
marks-here-only = This look happens on this device. Nothing leaves it.
kind-name = name
kind-day = day
kind-time = time
kind-job = job
kind-number = number of people
kind-only = only you
kind-quote = exact words
other-name = a colleague
other-day = recently
other-time = at some point
other-job = someone on the team
other-number = a few people
other-only = someone
other-quote = something hurtful

## The report: check and send

check-tab = Overview
check-title = Have a look first. Nothing has been sent yet.
row-text = What is going on
row-text-open = Show your text ({ $n } characters)
row-urgency = How soon
row-wants = What would help
row-topics = Topic
row-may = May read this
row-never = May never read this
row-never-management = Management. Never.
row-none = left open
change = Change
check-exact = Show exactly what will be locked
check-line = It is locked on this device. Only then does anything leave.
check-wait = You can send as soon as the names are checked.
check-drop = On second thoughts: erase it all
send = Encrypt and send
sealing-title = Your text is being locked
sealing-sealed = Locked on this device
sealing-sent = Sent
sealing-stored = Kept on the server
sealing-yes = done
sealing-not-yet = not yet
sealing-protected = Your browser is in an extra-safe mode. This takes a few seconds; it stays just as safe.
sealing-slow = This takes longer than usual. If your browser is in an extra-safe mode, that is normal; it stays just as safe. Keep this page open.
sealing-long = The server is slow to answer. Keep this page open: your text is only here.
fail-title = Sending failed
fail-title-unsure = We are not sure it arrived
fail-safe = Your text is still here and nowhere else.
fail-unsure = Press “Encrypt and send” again in a while: trying again can never count twice. Do not close or reload this page.
fail-problem = The server did not take it now. Wait a minute and try again, or copy your text to paper.
fail-nobody = Nobody is left to read this. Change who may read it and try again.
fail-long = Your text is too long for one go. Send a part; the rest can follow later.
fail-newer = This page is older than the server. Copy your text, open the link again and paste it there.
fail-module = Your browser cannot lock your text, and we do not send it open. Copy it and try another browser, or choose another way.
fail-distrust = What the server shows is not right. Send nothing more here. Speak to the coach or a confidential counsellor in person.
fail-fault = Something went wrong on our side. That is not your doing. Try again, or copy your text to paper.
fail-copy = Copy my text
fail-copy-not = Your browser does not allow copying. Select the text and copy it yourself, or write it down.

## The receipt

receipt-tab = Keep this
receipt-title = Thank you. Your report has arrived.
receipt-say = Arrived. Now keep your key.
receipt-arrived = It lies locked on the server. It can only be opened by { $readers }.
receipt-arrived-hour = It lies locked on the server. It can be opened { $when }, and only by { $readers }.
receipt-sealed = Locked in { $seconds } seconds, sent, kept.
receipt-key-title = This is your key
receipt-key = It is { $only } to this conversation. We cannot make it again.
receipt-key-only = the only way back
key-spelled = Your key, sign by sign
copy = Copy
copied = Copied
copied-where = Your key is now also on the clipboard of this device.
copy-by-hand = Your browser does not allow copying. The groups are selected: copy them yourself or write them down.
clipboard-wipe = Clear clipboard
clipboard-wiped = The clipboard is empty.
save = Save
saved = Saved
saved-where = It is called notitie.txt and now lies on this device. Whoever uses the device can find it.
print = Print
print-title = My note
key-check-title = A quick check?
key-check-lead = We cover your key and ask for one group. Then you know whether you kept it well.
key-check-cover = Cover it and ask
key-check-ask = Which group is fourth?
key-check-look = Check
key-check-show = Show it again
key-check-right = Right. You have your key.
key-check-other = This group is not in your key. Look once more, or show it again.
key-check-place = That is the { $place } group.
ordinal-1 = first
ordinal-2 = second
ordinal-3 = third
ordinal-4 = fourth
ordinal-5 = fifth
ordinal-6 = sixth
ordinal-7 = seventh
receipt-then = Your next steps
receipt-look = From then on, look with your key whether something is there.
receipt-answer = By then you read an answer.
receipt-feedback = By then you hear what came of it.
receipt-hours = New answers appear at { $hours }.
receipt-no-mail = We can't notify you: we don't know who you are. Make a note of the day for yourself.
receipt-calendar = Put it in your calendar
receipt-calendar-what = It only says “Look this up”, without an address.
calendar-title = Look this up
done = I have kept it
done-ask = Do you have your key somewhere? Without it you cannot read the answer later, and we cannot make it again.
done-anyway = Yes, go on
hour = { $hour }
hour-today = today at { $hour }
hour-tomorrow = tomorrow at { $hour }

## The mailbox

door-tab = Open
door-title = Your key
door-hint = 7 groups of 4. Hyphens and capitals aren't needed, pasting is fine.
door-show = Show
door-hide = Hide
door-open = Open my mailbox
door-lost = I no longer have my key
door-lost-text = Then this conversation can no longer be opened, not by you and not by us. That is the price of nobody being found. Do write again; say that it continues an earlier one.
door-missing = Type or paste your key. It has 28 characters.
door-length = Your key is not complete yet: { $n } of 28 characters. See which group is missing.
door-typing = There is a typing error in it, or the key belongs to another place. Look at B and 8, S and 5, Z and 2, G and 6. Your report is not lost.
door-unknown = This key is right, but this server has nothing under it. Perhaps it belongs to another place. Look at which link or poster you used.
door-restored = This service was put back to { $day }. If you wrote later, please send it again: what came after that day is no longer here.
door-erased = This conversation was erased, because you asked for it or because its time was up. There is nothing left to read. You can always write again.
door-away = We got no answer from the server. Your key is still here and went nowhere. Try again in a minute.
door-module = Your browser cannot open the mailbox. Your conversation is not lost. Try another or newer browser.
door-fault = Something went wrong on our side. Your conversation is not lost. Try again in a minute.
thread-tab = Mailbox
thread-title = Your mailbox
thread-key-still = Your key is shown here once more. Later it will not be.
thread-before = Until now
thread-fresh = New since your last message
thread-no-links = Addresses in messages cannot be clicked, on purpose.
thread-write = Write back
thread-talk = Ask for a talk
thread-closed = This conversation is closed. You can respond as long as it stands here.
thread-stop = Stopping
thread-withdraw = Withdraw my report
thread-erase = Erase my report
thread-shut = Shut the mailbox

## Who opened it

behind-away = This part of the page did not come. See whether you have a connection. Nothing is lost.
log-title = Who opened your report?
log-lead = Every opening goes into a log that nobody can change unnoticed, not even whoever runs the server. This device fetches the whole log and works it out again. So nobody sees which lines are about you.
log-loading = Working out the log again…
log-empty = Nothing about your report is in the log yet. What happens today appears tomorrow.
log-registered = Your report came in
log-opened = Opened by { $name }
log-answered = { $name } wrote back to you
log-file = { $name } opened a file of this conversation
log-copied = { $name } made a copy of your conversation
log-given = { $name } gave your conversation to somebody else too
log-over = { $name } took over your conversation
log-aside = { $name } stepped out of your conversation
log-erased = You erased your report
log-gone = Your conversation was erased
log-long-ago = A line more than three years old. Who and when have been erased since.
log-other = { $name } did something this page has no word for yet ({ $act })
log-for-first = to read it for the first time
log-for-follow = to go on with it
log-for-handover = to pass it on
log-for-duty = because a court or the authorities ask for it
log-holds = The whole log, { $count } lines, was worked out again on this device. It holds.
log-holds-short = Worked out again. It holds.
log-witness = { $name } checked on { $day } that the log had not been changed, and signed for it.
log-complete = Everything before { $day } is in it. What was opened after that, you see a day later.
log-first = The log appears once a day. The first time is tonight.
log-limit = You see every opening through this service here. What somebody does with what they have read, the log does not see.
log-protected = Your browser is in an extra-safe mode, and in that mode it cannot work out the log again. Turn the mode off for this address, or look with another browser. Your mailbox does work.
log-keep = Keep something to show later
log-keep-what = For each opening you can keep a file. Whoever checks the log can use it later to see that the opening really was in it, even without this service. With your key you can make it again at any time.
log-keep-do = Save a file for each opening
log-wrong-title = Something is not right here
log-wrong-gap = Opening { $number } is missing from the log.
log-wrong-twice = Opening { $number } is in it twice.
log-wrong-unsigned = Opening { $number } names { $name }, but { $name } did not sign it.
log-wrong-changed = What was written about opening { $number } was changed afterwards.
log-wrong-unreadable = What is written about opening { $number } does not open with your key.
log-wrong-unopened = { $name } wrote to you, but no opening by { $name } is in the log.
log-wrong-dated = The day given for opening { $number } does not fit its place in the log.
log-wrong-unregistered = That your report came in is not in the log.
log-wrong-forked = The log is no longer what a witness from outside signed.
log-wrong-broken = The log we were given is not the log that was signed. Try again later. If it stays like this, tell somebody who checks the log, such as the works council.
log-wrong-do = Nothing about your conversation changes by this. Show this to somebody who checks the log, such as the works council, if you trust them.
log-save = Save what is here in a file
log-save-warning = Such a file shows that you wrote. Do not keep it on a device of your employer.
clock-none-title = No answer yet
clock-none = That is normal. An answer comes by { $day } at the latest.
clock-none-hour = That is normal: new messages open { $when }. An answer comes by { $day } at the latest.
clock-wait = It cannot wait? Below you see whom you can call now.
clock-late-title = The coach is late. That is not your doing.
clock-late = You should have had an answer by { $day }.
clock-late-feedback = You should have heard what came of it by { $day }.
clock-late-now = Do write here again, or go to the confidential counsellor of your firm or the external service. You don't have to wait.
clock-feedback = By { $day } at the latest you read what came of it.
letter-you = You
letter-signed = signature holds
letter-waiting = the coach cannot read it yet
letter-open = Show your message
file-fetch = Fetch
file-came = The file is here
file-picture = Photo: { $name }
file-only-here = You see it only here. It is not on this device until you save it.
file-not-opened = It is here, and it is whole. We do not open it here: a document can go to the internet when it is opened. Save it, and open it without a network.
file-fetching = The file is being fetched
file-saved-where = It is on this device now. Whoever uses the device can find it.
file-fetch-broken = This file is damaged. Nothing of it was saved.
file-fetch-away = Fetching it did not work. Try again.
letter-take-back = Take it back
letter-take-back-until = Possible until the coach can read it.
letter-damaged = One message cannot be read. The rest holds.
letter-gap = A message is missing here. What is shown holds.
letter-newer = This message needs a newer page. Close this page and open the link again.
line-status = { $name } set this to { $status }
line-give = { $from } gave this conversation to { $to }
line-continued = The conversation goes on here
line-lift = You let { $name } read after all
line-withdraw = You withdrew your report
line-check-in = The coach asks how things are now
done-said = Sent. Your message stands below.
done-taken = Taken back. Nobody could read it.
done-withdrawn = Withdrawn. The coach reads that, and does nothing more without you.
deed-late = That is no longer possible: the coach can read it already. Your message is still there. Do write what you want to put right.
deed-away = We are not sure it arrived. What you typed is still here. Try again: it can never count twice.
deed-fault = That did not work. Nothing is lost: what you typed is still here. Try again in a minute.
write-tab = Write
write-title = What else would you like to say?
write-missing = Write a few words. One sentence is enough.
write-until = The coach can open this { $when }. Until then you can take it back.
write-at-once = The coach can open this at once.
write-not = Back, do nothing
talk-title = How would you like to talk?
talk-hint = You don't have to say your name. The coach suggests times here.
talk-call = A call, without showing my number
talk-walk = A walk
talk-room = A room away from work
talk-open = I don't mind
talk-words = Anything to add? (you may leave this open)
talk-ask = Encrypt and ask
talk-message = I would like a talk.
withdraw-title = Withdraw your report?
withdraw-what = The coach reads that you withdraw it, and does nothing more with your report.
withdraw-stays = The conversation stays here. You can still write again later. If you want everything gone, choose to erase it.
withdraw-do = Yes, withdraw
erase-title = Erase your report?
erase-goes = What goes
erase-goes-text = The whole conversation on the server: your messages and the coach's. Your key then opens nothing any more.
erase-stays = What stays
erase-stays-text = What the coach already read, noted or printed. And, for a while, an unreadable piece in a backup, until that copy expires.
erase-copy = First keep a copy on this device
erase-on = Go on
erase-sure-title = Certain? This cannot be undone.
erase-sure-text = We cannot bring an erased conversation back, not even when you ask us to.
erase-do = Yes, erase now
erased-title = Erased. This key opens nothing any more.
erased-text = Throw away your note with the key, too. You can always write again.
erased-home = To the beginning

## Silence, and pages that stop

idle-title = Are you still there?
idle-text = You've been quiet. In 2 minutes we clear the screen, so that nobody reads along.
idle-here = I'm still here
cleared-title = Screen cleared
cleared-text = What you typed is gone from this device. What you sent before is still there. Do begin again.
noscript-title = Why there is no ordinary form here
noscript-why = Your text is locked on your own device, and a script does that. Without scripts your text would travel openly. We don't do that.
noscript-on = Allow scripts for this address, or open the link in another browser.
unready = This page does not work as it should. What you typed is only here. Write it down or copy it, then reload the page.
notfound-title = This page is not here
notfound-text = Nothing is lost. Check the link: the poster has it in full.
notfound-now = Speak to the coach if the link does not work.
broken-title = We can't manage just now
broken-text = Something went wrong on our side. That is not your doing. What you sent before is still there.
broken-now = Wait a minute and open the link again.
