### Drafted by us, to be read by a native speaker. Her secret is called: Schlüssel.

## Around every page

bar-name = { $org } · Anlaufstelle
back = Zurück
exit = Weg hier
exit-name = Weg hier, diese Seite sofort verlassen
exit-blank = Einen Moment
exit-presses =
    { $n ->
        [one] Noch 1-mal Umschalt und du bist weg
       *[other] Noch { $n }-mal Umschalt und du bist weg
    }
exit-explained = Schnell weg von dieser Seite
exit-ways = Drück auf „Weg hier“, auf den ersten Link der Seite, oder dreimal nacheinander auf die Umschalttaste. Was du getippt hast, ist dann weg, und du siehst eine Seite über das Wetter.
exit-limit = Ehrlich gesagt: dass du hier warst, bleibt im Verlauf deines Browsers. Was du geschrieben hast, nicht. In einem privaten Fenster bleibt auch der Besuch nicht.
crisis-lead = Geht es nicht mehr? Du musst nicht auf uns warten.
crisis-danger = Gefahr: { $phone }
crisis-line = { $name }: { $phone }
test-installation = Dies ist eine Probe-Einrichtung. Schreib hier nichts Echtes.
try-again = Noch einmal versuchen
role-coach = Coach
role-fallback = Vertrauensperson von außen

## Landing

land-title = Stimmt etwas nicht bei der Arbeit? Hier kannst du es sicher sagen.
land-lead = Kein Konto, kein Name, keine E‑Mail. Was du schreibst, wird verschlossen für { $readers }. Dein Arbeitgeber kann es nicht öffnen.
land-coach = { $coach } ist hier Coach und ergreift keine Partei.
land-code = Du brauchst den Code vom Plakat: fünf Wörter, für alle dieselben.
land-report = Erzähl, was los ist
land-mailbox = Ich habe schon einen Schlüssel
land-small = Auch Kleines zählt.
land-unsure = Du musst nicht sicher sein.
land-answer = Schreibst du heute, liest du hier spätestens { $day } eine Antwort.
land-device = { $own }, nicht das Netz der Arbeit. Auf einem Gerät der Firma kann jemand sehen, was du tippst.
land-device-own = Nimm lieber dein eigenes Handy
land-compare = Im Zweifel vergleich mit dem Plakat: { $words }.
land-removal = Ab { $day } gehört { $name } nicht mehr zu denen, die die Liste der Coaches hüten. Im Zweifel frag den Coach persönlich.
land-facts = Gut zu wissen, bevor du anfängst
fact-who = Wer sieht was?
fact-who-text = Dein Arbeitgeber sieht nie deinen Text. Allgemeine Zahlen schon: mit Absicht etwas unscharf, und nie über eine Gruppe unter 30 Leuten.
fact-kept = Wir behalten keine IP-Adresse, keine Daten deines Geräts und keine Uhrzeit. Nur den Tag.
fact-limit = Was du schreibst, kann dich erkennbar machen. Das sehen wir gemeinsam nach, auf diesem Gerät, bevor du etwas sendest.
fact-break = Der Coach behält es für sich, außer wenn jemand in ernster Gefahr ist oder ein Gericht es anordnet.
land-then = Was dann geschieht
then-now = Jetzt
then-now-text = Dein Text wird auf diesem Gerät verschlossen. Du bekommst einen Schlüssel, um zurückzukommen.
then-answer-text = Spätestens dann liest du eine Antwort, in deinem eigenen Briefkasten.
then-feedback = Innerhalb von 3 Monaten
then-feedback-text = Du erfährst, was daraus wurde.
land-else = Lieber ein anderer Weg?
quiet-title = Hier hat länger niemand nachgesehen
quiet-text = Seit über einem Monat sehen wir keinen Coach bei der Arbeit. Du kannst schreiben, aber eine Antwort kann ausbleiben. Sprich lieber jemanden an, dem du vertraust.
quiet-yes = Ich weiß es und will trotzdem senden
closed-title = Diese Anlaufstelle ist zu
closed-text = Hier kann im Moment nichts gesendet werden. Mit einem Schlüssel kannst du dein Gespräch noch öffnen.
routes-lead = Du bist nicht auf diese Seite angewiesen. Du kannst dich auch wenden an:
routes-confidant = die Vertrauensperson deines Betriebs: sie hat Schweigepflicht
routes-adviser = den Präventionsberater für psychosoziale Aspekte oder den externen Dienst: nur dort ist ein formeller Antrag möglich
routes-channel = den gesetzlichen Meldekanal, bei Betrug oder anderen Verstößen
routes-union = deine Gewerkschaft oder deinen Hausarzt
routes-not-formal = Was du hier schreibst, ist kein formeller Antrag und ersetzt ihn auch nicht. Der Coach kann erklären, wie so ein Antrag geht; du entscheidest.
distrust-title = Halt kurz an. Diese Seite stimmt nicht.
distrust-text = Was der Server zeigt, passt nicht zu dem Link, den du bekommen hast, oder zu dem, was er vorher sagte. Das kann ein Fehler sein, oder jemand, der mitliest.
distrust-now = Tipp hier nichts. Sprich den Coach oder eine Vertrauensperson persönlich an und frag nach dem richtigen Link oder dem Plakat.

## Who sees what

who-title = Wer sieht was?
who-lead = Nie heißt nie. Nicht weil wir es versprechen, sondern weil es keinen Schlüssel dafür gibt.
who-server = Wer den Server betreibt
who-management = Die Leitung
who-reporter = Du
who-coach = { $name } und andere Coaches
who-fallback = Die Vertrauensperson von außen
who-auditor = Wer prüft (etwa der Betriebsrat)
who-thief = Wer die Daten stiehlt
who-see-text = Text und Gespräch
who-see-labels = Thema, Stand, Fristen
who-see-notes = Notizen der Coaches
who-see-figures = Zahlen
who-see-log = Protokoll der Öffnungen
who-server-text = Nie lesbar. Aber der Tag, eine grobe Größe, wie viele Gespräche es gibt und welcher Coach arbeitet.
who-server-labels = versiegelt
who-server-notes = versiegelt
who-server-figures = was veröffentlicht ist
who-server-log = Zeilen ohne Inhalt
who-management-text = nie
who-management-labels = nie
who-management-notes = nie
who-management-figures = was veröffentlicht ist
who-management-log = nie
who-reporter-text = dein eigenes Gespräch, mit deinem Schlüssel
who-reporter-labels = von deinem eigenen Gespräch
who-reporter-notes = nie
who-reporter-figures = dieselben wie die Leitung
who-reporter-log = wer Ihre geöffnet hat, und an welchem Tag
who-coach-text = von Meldungen, die für sie verschlossen wurden
who-coach-labels = ja
who-coach-notes = von ihren eigenen Gesprächen
who-coach-figures = machen sie
who-coach-log = eigene Öffnungen
who-fallback-text = nur von Meldungen, bei denen du darum bittest oder einen Coach ausschließt
who-fallback-labels = von diesen Meldungen
who-fallback-notes = von diesen Meldungen
who-fallback-figures = keine
who-fallback-log = eigene Öffnungen
who-auditor-text = nie
who-auditor-labels = nie
who-auditor-notes = nie
who-auditor-figures = prüft sie
who-auditor-log = alles, und kann es nachrechnen
who-thief-text = Unlesbar. Aber wie viele Gespräche es gibt, und welche Coaches sie öffneten. Nicht wer schrieb, und nicht was.
who-thief-labels = versiegelt
who-thief-notes = versiegelt
who-thief-figures = was veröffentlicht ist
who-thief-log = Zeilen ohne Inhalt
who-given = Gibt ein Coach dein Gespräch später jemand anderem, liest du das in deinem Briefkasten.
who-figures = Die Zahlen sind mit Absicht etwas unscharf und nie über eine Gruppe unter 30 Leuten.

## The report: questions

question-of = Frage { $n } von { $total }
on = Weiter
to-check = Zurück zur Übersicht
skip = Überspringen
skip-clear = Löschen und überspringen
optional = Darf offen bleiben.
optional-many = Darf offen bleiben. Auch mehrere.
story-title = Was könnte aus deiner Sicht anders sein?
story-hint = Schreib, wie du sprichst. Namen braucht es nicht.
story-missing = Schreib in ein paar Worten, was los ist. Ein Satz genügt.
story-readers = Das lesen dann: { $readers }.
story-code = Gleich fragen wir nach dem Code vom Plakat.
code-tab = Code
code-title = Welcher Code steht auf dem Plakat?
code-hint = Fünf Wörter, für alle dieselben. Du findest sie auf dem Plakat bei der Arbeit. So wissen wir, dass du hier arbeitest, und nicht, wer du bist.
code-typing = Schreib die fünf Wörter so, wie sie auf dem Plakat stehen.
code-other = Das ist nicht der Code, den alle haben. Benutze ihn nicht: Er könnte verraten, wer du bist. Vergleiche zuerst jedes Wort mit dem Plakat.
code-away = Wir können den Code gerade nicht prüfen. Nichts wurde gesendet, und was du geschrieben hast, ist noch da. Versuch es noch einmal.
code-changed = Der Code hat sich inzwischen geändert. Was du geschrieben hast, ist noch da. Schau, was jetzt auf dem Plakat steht.
code-none = Ich habe keinen Code
code-none-text = Frag, wo das Plakat hängt, oder geh vorbei. Alle haben denselben Code, darum verrät er nicht, wer ihn benutzt. Du kannst auch einen anderen Weg nehmen.
story-straight = Gleich zur Übersicht
story-nowhere = Du kannst jederzeit aufhören. Nichts wird behalten, solange du nicht sendest. Nach 20 stillen Minuten leeren wir den Bildschirm; wir fragen vorher.
urgency-title = Wie schnell soll das jemand lesen?
urgency-u0 = Kann warten
urgency-u1 = Möglichst diese Woche
urgency-u2 = So schnell wie möglich
urgency-u3 = Es ist jetzt Gefahr
danger-first = Wir lesen das nicht sofort. Ruf jetzt an.
danger-hour = Der Coach kann das erst { $when } öffnen. Du kannst deine Meldung danach noch senden.
danger-later = Der Coach liest nicht zu jeder Zeit. Du kannst deine Meldung danach noch senden.
wants-title = Was würde dir helfen?
want-vent = Es einfach loswerden
want-advice = Rat
want-talk = Ein Gespräch
want-change = Dass sich etwas ändert
wants-talk-note = Reden geht auch ohne deinen Namen: du verabredest es in deinem Briefkasten.
topics-title = Worum geht es vor allem?
topics-hint = Wähl höchstens drei. Weißt du es nicht, dann überspring.
topics-full = Drei gewählt. Für ein anderes nimm erst eines weg.
topics-integrity = Für Betrug oder andere Verstöße gibt es einen gesetzlichen Meldekanal, der dich besser schützt. Schreiben geht auch hier: der Coach erklärt, wie es geht, und gibt nichts weiter ohne dein Ja.
topic-bullying = Mobbing oder Ausgrenzung
topic-sexual = Unerwünschtes sexuelles Verhalten
topic-aggression = Aggression, Anschreien, Drohungen
topic-third_party = Aggression durch Kundschaft
topic-discrimination = Diskriminierung oder Rassismus
topic-favouritism = Bevorzugung, Ungleichbehandlung
topic-cliques = Cliquen und Tratsch
topic-conflict = Schwelender Konflikt
topic-leadership = Führungsstil
topic-micromgmt = Zu viel Kontrolle, zu wenig Vertrauen
topic-recognition = Mangelnde Wertschätzung
topic-growth = Unklarer Entwicklungsweg
topic-evaluation = Beurteilung oder Vergütung
topic-workload = Arbeitslast und Tempo
topic-roster = Zeiten, Dienstplan, Erreichbarkeit
topic-clarity = Unklare oder widersprüchliche Aufgaben
topic-communication = Kommunikation und Information
topic-change = Veränderung oder Unsicherheit
topic-environment = Arbeitsplatz, Lärm, Ausstattung
topic-safety = Unsichere Situation
topic-wellbeing = Mir oder jemandem geht es nicht gut
topic-privacy = Privatsphäre, Überwachung
topic-integrity = Betrug, Integrität, Regeln
topic-retaliation = Nachteile nach einer Meldung
topic-idea = Idee oder Verbesserung
topic-positive = Etwas, das gut läuft
topic-unsure = Etwas anderes, oder ich weiß es nicht
readers-title = Wer darf das nicht lesen?
readers-hint = Kreuz an, wer keinen Schlüssel bekommt. Niemanden anzukreuzen ist in Ordnung.
readers-now = Jetzt lesen das: { $readers }.
readers-none = Jetzt liest das niemand.
readers-nobody = Es bleibt niemand übrig, der das liest. Lass mindestens eine Person zu.
readers-fallback = Lass auch { $name } mitlesen, die Vertrauensperson von außen
readers-no-fallback = Es ist noch keine Vertrauensperson von außen benannt.
unchecked-yet = Wir prüfen die Namen noch. Das dauert ein paar Sekunden.
unchecked-away = Wir können die Namen gerade nicht prüfen: keine Verbindung zum Server. Dein Text ist noch hier. Versuch es noch einmal, oder überspring diese Frage.
compose-urgency = Wie schnell
compose-wants = Was helfen würde
compose-topics = Thema

## Photos and files

files-title = Möchtest du Fotos oder Dateien dazugeben?
files-hint = Du kannst es offen lassen. Ein Foto von einem Plan zum Beispiel, oder von deinem Bildschirm.
files-over = Mehr als 10 gehen nicht auf einmal. Sende die anderen später, in deinem Briefkasten.
files-look = Schau selbst noch einmal gut hin: Sieht man ein Gesicht, einen Namen oder ein Spiegelbild?
files-away = Dieser Teil der Seite kam nicht. Dein Text ist noch da. Geh ohne weiter: Dateien kannst du später in deinem Briefkasten dazugeben.
row-files = Fotos und Dateien
files-count =
    { $n ->
        [one] 1 Datei
       *[other] { $n } Dateien
    }
files-after = Zuerst geht dein Text weg, dann die Dateien.
pass-title = Deine Dateien gehen jetzt mit
pass-open = Dein Text ist schon da. Lass diese Seite offen, bis auch die Dateien da sind.
pass-arrived = angekommen
pass-stopped = angehalten
pass-without = Ohne weitergehen
pass-broken-title = Die Verbindung brach ab
pass-broken = Dein Text ist schon da, und was von den Dateien gesendet ist, bleibt. Schließ diese Seite nicht und lade sie nicht neu.
pass-on = Den Rest senden
pass-failed-title =
    { $n ->
        [one] Eine Datei kam nicht an
       *[other] { $n } Dateien kamen nicht an
    }
pass-failed = Dein Text schon. Versuch es hier noch einmal, oder später mit deinem Schlüssel, in deinem Briefkasten.
pass-done-title = Deine Dateien sind angekommen
pass-full = Der Server hat dafür jetzt keinen Platz. Sende sie später, oder gib sie in einem Gespräch.
pass-heavy = Das ist zu schwer für dieses Gerät. Eine kleinere Datei gelingt vielleicht.
pass-fault = Das gelang nicht.

## The report: what could give her away

marks-tab = Nachsehen
marks-title =
    { $n ->
        [one] Eine Stelle kann dich erkennbar machen
       *[other] { $n } Stellen können dich erkennbar machen
    }
marks-title-none = Wir fanden nichts Auffälliges
marks-lead = Sieh es an wie ein Kollege: steht etwas darin, das nur du wissen kannst? Du wählst, was bleibt.
marks-lead-none = Das heißt nicht, dass dich niemand erkennt. Denk an das, was nur du wissen kannst.
marks-offer = { $words } → { $other }
marks-replace = Ersetzen
marks-leave = So lassen
marks-undo = „{ $words }“ zurücksetzen
marks-left =
    { $n ->
        [one] Noch 1 Stelle.
       *[other] Noch { $n } Stellen.
    }
marks-none-left = Alles angesehen.
marks-here-only = Das geschieht auf diesem Gerät. Nichts verlässt es.
kind-name = Name
kind-day = Tag
kind-time = Uhrzeit
kind-job = Aufgabe
kind-number = Zahl der Leute
kind-only = nur du
kind-quote = wörtlich
other-name = jemand aus dem Team
other-day = vor Kurzem
other-time = irgendwann
other-job = jemand aus dem Team
other-number = ein paar Leute
other-only = jemand
other-quote = etwas Verletzendes

## The report: check and send

check-tab = Übersicht
check-title = Sieh noch einmal nach. Es ist noch nichts gesendet.
row-text = Was los ist
row-text-open = Deinen Text zeigen ({ $n } Zeichen)
row-urgency = Wie schnell
row-wants = Was helfen würde
row-topics = Thema
row-may = Darf das lesen
row-never = Darf das nie lesen
row-never-management = Die Leitung. Nie.
row-none = offen gelassen
change = Ändern
check-exact = Genau zeigen, was verschlossen wird
check-line = Es wird auf diesem Gerät verschlossen. Erst dann geht etwas weg.
check-wait = Senden geht, sobald die Namen geprüft sind.
check-drop = Doch nicht, alles löschen
send = Verschlüsseln und senden
sealing-title = Dein Text wird verschlossen
sealing-sealed = Verschlossen auf diesem Gerät
sealing-sent = Gesendet
sealing-stored = Auf dem Server aufbewahrt
sealing-yes = fertig
sealing-not-yet = noch nicht
sealing-protected = Dein Browser ist in einem besonders sicheren Modus. Das dauert ein paar Sekunden; es bleibt genauso sicher.
sealing-slow = Das dauert länger als sonst. Ist dein Browser in einem besonders sicheren Modus, ist das normal; es bleibt genauso sicher. Lass diese Seite offen.
sealing-long = Der Server antwortet langsam. Lass diese Seite offen: dein Text ist nur hier.
fail-title = Das Senden klappte nicht
fail-title-unsure = Wir wissen nicht sicher, ob es ankam
fail-safe = Dein Text ist noch hier und nirgends sonst.
fail-unsure = Drück nachher noch einmal auf „Verschlüsseln und senden“: noch einmal versuchen zählt nie doppelt. Schließ diese Seite nicht und lad sie nicht neu.
fail-problem = Der Server nahm es gerade nicht an. Warte eine Minute und versuch es noch einmal, oder schreib deinen Text auf Papier ab.
fail-nobody = Es bleibt niemand übrig, der das liest. Ändere, wer lesen darf, und versuch es noch einmal.
fail-long = Dein Text ist zu lang für ein Mal. Schick einen Teil; der Rest kann später folgen.
fail-newer = Diese Seite ist älter als der Server. Kopier deinen Text, öffne den Link neu und füg ihn dort ein.
fail-module = Dein Browser kann deinen Text nicht verschließen, und offen senden wir nicht. Kopier ihn und versuch einen anderen Browser, oder wähl einen anderen Weg.
fail-distrust = Was der Server zeigt, stimmt nicht. Sende hier nichts mehr. Sprich den Coach oder eine Vertrauensperson persönlich an.
fail-fault = Bei uns ging etwas schief. Das liegt nicht an dir. Versuch es noch einmal, oder schreib deinen Text auf Papier ab.
fail-copy = Meinen Text kopieren
fail-copy-not = Dein Browser erlaubt das Kopieren nicht. Markier den Text und kopier ihn selbst, oder schreib ihn ab.

## The receipt

receipt-tab = Bewahr das auf
receipt-title = Danke. Deine Meldung ist angekommen.
receipt-say = Angekommen. Bewahr jetzt deinen Schlüssel auf.
receipt-arrived = Sie liegt verschlossen auf dem Server. Öffnen können sie nur: { $readers }.
receipt-arrived-hour = Sie liegt verschlossen auf dem Server. Öffnen können sie ab { $when } nur: { $readers }.
receipt-sealed = Verschlossen in { $seconds } Sekunden, gesendet, aufbewahrt.
receipt-key-title = Das ist dein Schlüssel
receipt-key = Er ist { $only } zu diesem Gespräch. Wir können ihn nicht neu machen.
receipt-key-only = der einzige Weg zurück
key-spelled = Dein Schlüssel, Zeichen für Zeichen
copy = Kopieren
copied = Kopiert
copied-where = Dein Schlüssel liegt jetzt auch in der Zwischenablage dieses Geräts.
copy-by-hand = Dein Browser erlaubt das Kopieren nicht. Die Gruppen sind markiert: kopier sie selbst oder schreib sie ab.
clipboard-wipe = Zwischenablage leeren
clipboard-wiped = Die Zwischenablage ist leer.
save = Speichern
saved = Gespeichert
saved-where = Die Datei heißt notitie.txt und liegt jetzt auf diesem Gerät. Wer das Gerät benutzt, kann sie finden.
print = Drucken
print-title = Meine Notiz
key-check-title = Kurz nachsehen?
key-check-lead = Wir decken deinen Schlüssel ab und fragen nach einer Gruppe. So weißt du, ob du ihn gut aufbewahrt hast.
key-check-cover = Abdecken und fragen
key-check-ask = Welche Gruppe ist die vierte?
key-check-look = Nachsehen
key-check-show = Wieder zeigen
key-check-right = Stimmt. Du hast deinen Schlüssel.
key-check-other = Diese Gruppe steht nicht in deinem Schlüssel. Sieh noch einmal nach, oder zeig ihn wieder.
key-check-place = Das ist die { $place } Gruppe.
ordinal-1 = erste
ordinal-2 = zweite
ordinal-3 = dritte
ordinal-4 = vierte
ordinal-5 = fünfte
ordinal-6 = sechste
ordinal-7 = siebte
receipt-then = Deine nächsten Schritte
receipt-look = Sieh ab dann mit deinem Schlüssel nach, ob etwas da ist.
receipt-answer = Spätestens dann liest du eine Antwort.
receipt-feedback = Spätestens dann erfährst du, was daraus wurde.
receipt-hours = Neue Antworten erscheinen um { $hours }.
receipt-no-mail = Wir können dich nicht benachrichtigen: wir wissen nicht, wer du bist. Notier dir den Tag.
receipt-calendar = In deinen Kalender setzen
receipt-calendar-what = Darin steht nur „Nachsehen“, ohne Adresse.
calendar-title = Nachsehen
done = Ich habe ihn aufbewahrt
done-ask = Hast du deinen Schlüssel irgendwo? Ohne ihn kannst du die Antwort später nicht lesen, und wir können ihn nicht neu machen.
done-anyway = Ja, weiter
hour = { $hour }{"\u00A0"}Uhr
hour-today = heute um { $hour }{"\u00A0"}Uhr
hour-tomorrow = morgen um { $hour }{"\u00A0"}Uhr

## The mailbox

door-tab = Öffnen
door-title = Dein Schlüssel
door-hint = 7 Gruppen zu 4. Striche und Großbuchstaben braucht es nicht, einfügen geht.
door-show = Zeigen
door-hide = Verbergen
door-open = Meinen Briefkasten öffnen
door-lost = Ich habe meinen Schlüssel nicht mehr
door-lost-text = Dann lässt sich dieses Gespräch nicht mehr öffnen, von dir nicht und von uns nicht. Das ist der Preis dafür, dass niemand zu finden ist. Schreib ruhig neu; sag dazu, dass es eine Fortsetzung ist.
door-missing = Tipp deinen Schlüssel oder füg ihn ein. Er hat 28 Zeichen.
door-length = Dein Schlüssel ist noch nicht vollständig: { $n } von 28 Zeichen. Sieh nach, welche Gruppe fehlt.
door-typing = Da ist ein Tippfehler drin, oder der Schlüssel gehört zu einer anderen Stelle. Sieh auf B und 8, S und 5, Z und 2, G und 6. Deine Meldung ist nicht weg.
door-unknown = Dieser Schlüssel stimmt, aber auf diesem Server liegt nichts dazu. Vielleicht gehört er zu einer anderen Stelle. Sieh nach, welchen Link oder welches Plakat du benutzt hast.
door-restored = Dieser Dienst wurde auf den Stand vom { $day } zurückgesetzt. Hast du später geschrieben, schick es bitte noch einmal: Was nach diesem Tag kam, ist nicht mehr da.
door-erased = Dieses Gespräch ist gelöscht, weil du darum gebeten hast oder weil die Zeit um ist. Es gibt nichts mehr zu lesen. Du kannst immer neu schreiben.
door-away = Der Server hat nicht geantwortet. Dein Schlüssel ist noch hier und ging nirgendwohin. Versuch es in einer Minute noch einmal.
door-module = Dein Browser kann den Briefkasten nicht öffnen. Dein Gespräch ist nicht weg. Versuch einen anderen oder neueren Browser.
door-fault = Bei uns ging etwas schief. Dein Gespräch ist nicht weg. Versuch es in einer Minute noch einmal.
thread-tab = Briefkasten
thread-title = Dein Briefkasten
thread-key-still = Dein Schlüssel steht hier noch ein Mal. Später nicht mehr.
thread-before = Bis jetzt
thread-fresh = Neu seit deiner letzten Nachricht
thread-no-links = Adressen in Nachrichten lassen sich mit Absicht nicht anklicken.
thread-write = Zurückschreiben
thread-talk = Um ein Gespräch bitten
thread-closed = Dieses Gespräch ist abgeschlossen. Du kannst noch antworten, solange es hier steht.
thread-stop = Aufhören
thread-withdraw = Meine Meldung zurückziehen
thread-erase = Meine Meldung löschen
thread-shut = Briefkasten schließen

## Who opened it

behind-away = Dieser Teil der Seite kam nicht. Prüfe deine Verbindung. Es ist nichts verloren.
log-title = Wer hat deine Meldung geöffnet?
log-lead = Jede Öffnung kommt in ein Protokoll, das niemand unbemerkt ändern kann, auch nicht, wer den Server betreibt. Dieses Gerät holt das ganze Protokoll und rechnet es nach. So sieht niemand, welche Zeilen von dir handeln.
log-loading = Das Protokoll wird nachgerechnet…
log-empty = Zu deiner Meldung steht noch nichts im Protokoll. Was heute geschieht, steht morgen darin.
log-registered = Deine Meldung kam an
log-opened = Geöffnet von { $name }
log-answered = { $name } hat dir geantwortet
log-file = { $name } hat eine Datei aus diesem Gespräch geöffnet
log-copied = { $name } hat eine Kopie deines Gesprächs gemacht
log-given = { $name } hat dein Gespräch auch jemand anderem gegeben
log-over = { $name } hat dein Gespräch übernommen
log-aside = { $name } hat sich aus deinem Gespräch zurückgezogen
log-erased = Du hast deine Meldung gelöscht
log-gone = Dein Gespräch wurde gelöscht
log-long-ago = Eine Zeile, die über drei Jahre alt ist. Wer und wann wurde inzwischen gelöscht.
log-other = { $name } hat etwas getan, wofür diese Seite noch kein Wort hat ({ $act })
log-for-first = um es zum ersten Mal zu lesen
log-for-follow = um weiter daran zu arbeiten
log-for-handover = um es weiterzugeben
log-for-duty = weil ein Gericht oder eine Behörde es verlangt
log-holds = Das ganze Protokoll, { $count } Zeilen, wurde auf diesem Gerät nachgerechnet. Es stimmt.
log-holds-short = Nachgerechnet. Es stimmt.
log-witness = { $name } hat am { $day } geprüft, dass das Protokoll nicht geändert wurde, und dafür unterschrieben.
log-complete = Alles von vor { $day } steht darin. Was danach geöffnet wurde, siehst du einen Tag später.
log-first = Das Protokoll erscheint einmal am Tag. Das erste Mal heute Nacht.
log-limit = Du siehst hier jede Öffnung über diesen Dienst. Was jemand mit dem Gelesenen macht, sieht das Protokoll nicht.
log-protected = Dein Browser ist in einem besonders sicheren Modus, und darin kann er das Protokoll nicht nachrechnen. Schalte den Modus für diese Adresse aus, oder nimm einen anderen Browser. Dein Briefkasten funktioniert.
log-keep = Etwas aufheben, um es später zu zeigen
log-keep-what = Zu jeder Öffnung kannst du eine Datei aufheben. Wer das Protokoll prüft, kann damit später nachsehen, dass die Öffnung wirklich darin stand, auch ohne diesen Dienst. Mit deinem Schlüssel kannst du sie jederzeit neu machen.
log-keep-do = Eine Datei je Öffnung sichern
log-wrong-title = Hier stimmt etwas nicht
log-wrong-gap = Öffnung { $number } fehlt im Protokoll.
log-wrong-twice = Öffnung { $number } steht zweimal darin.
log-wrong-unsigned = Öffnung { $number } nennt { $name }, ist aber nicht von { $name } unterschrieben.
log-wrong-changed = Was zu Öffnung { $number } stand, wurde nachträglich geändert.
log-wrong-unreadable = Was zu Öffnung { $number } steht, lässt sich mit deinem Schlüssel nicht öffnen.
log-wrong-unopened = { $name } hat dir geschrieben, aber keine Öffnung durch { $name } steht im Protokoll.
log-wrong-dated = Der Tag, der bei Öffnung { $number } steht, passt nicht zu ihrem Platz im Protokoll.
log-wrong-unregistered = Dass deine Meldung ankam, steht nicht im Protokoll.
log-wrong-forked = Das Protokoll ist nicht mehr das, was ein Zeuge von außen unterschrieben hat.
log-wrong-broken = Das erhaltene Protokoll ist nicht das, das unterschrieben wurde. Versuch es später noch einmal. Bleibt es so, sag es jemandem, der das Protokoll prüft, etwa dem Betriebsrat.
log-wrong-do = An deinem Gespräch ändert das nichts. Zeig es jemandem, der das Protokoll prüft, etwa dem Betriebsrat, wenn du ihm vertraust.
log-save = Was hier steht, in einer Datei sichern
log-save-warning = So eine Datei zeigt, dass du geschrieben hast. Leg sie nicht auf ein Gerät des Arbeitgebers.
clock-none-title = Noch keine Antwort
clock-none = Das ist normal. Eine Antwort kommt spätestens { $day }.
clock-none-hour = Das ist normal: neue Nachrichten öffnen sich { $when }. Eine Antwort kommt spätestens { $day }.
clock-wait = Kann es nicht warten? Unten steht, wen du jetzt anrufen kannst.
clock-late-title = Der Coach ist zu spät. Das liegt nicht an dir.
clock-late = Du hättest spätestens { $day } eine Antwort bekommen sollen.
clock-late-feedback = Du hättest spätestens { $day } erfahren sollen, was daraus wurde.
clock-late-now = Schreib hier ruhig noch einmal, oder geh zur Vertrauensperson deines Betriebs oder zum externen Dienst. Du musst nicht warten.
clock-feedback = Spätestens { $day } liest du, was daraus wurde.
letter-you = Du
letter-signed = Unterschrift stimmt
letter-waiting = für den Coach noch nicht lesbar
letter-open = Deine Nachricht zeigen
file-fetch = Abholen
file-came = Die Datei ist da
file-picture = Foto: { $name }
file-only-here = Du siehst es nur hier. Auf diesem Gerät liegt es erst, wenn du es speicherst.
file-not-opened = Sie ist da, und sie ist heil. Wir öffnen sie hier nicht: Ein Dokument kann beim Öffnen ins Internet gehen. Speichere sie und öffne sie ohne Netz.
file-fetching = Die Datei wird geholt
file-saved-where = Sie liegt jetzt auf diesem Gerät. Wer das Gerät benutzt, kann sie finden.
file-fetch-broken = Diese Datei ist beschädigt. Nichts davon wurde gespeichert.
file-fetch-away = Das Holen gelang nicht. Versuch es noch einmal.
letter-take-back = Zurücknehmen
letter-take-back-until = Das geht, bis der Coach sie lesen kann.
letter-damaged = Eine Nachricht lässt sich nicht lesen. Der Rest stimmt.
letter-gap = Hier fehlt eine Nachricht. Was da steht, stimmt.
letter-newer = Diese Nachricht braucht eine neuere Seite. Schließ diese Seite und öffne den Link neu.
line-status = { $name } setzte dies auf { $status }
line-give = { $from } gab dieses Gespräch an { $to }
line-continued = Das Gespräch geht hier weiter
line-lift = Du ließt { $name } doch mitlesen
line-withdraw = Du hast deine Meldung zurückgezogen
line-check-in = Der Coach fragt, wie es jetzt geht
done-said = Gesendet. Deine Nachricht steht unten.
done-taken = Zurückgenommen. Niemand konnte sie lesen.
done-withdrawn = Zurückgezogen. Der Coach liest das und tut nichts mehr ohne dich.
deed-late = Das geht nicht mehr: der Coach kann sie schon lesen. Deine Nachricht steht noch da. Schreib ruhig, was du richtigstellen willst.
deed-away = Wir wissen nicht sicher, ob es ankam. Was du getippt hast, ist noch hier. Versuch es noch einmal: es zählt nie doppelt.
deed-fault = Das klappte nicht. Nichts ist verloren: was du getippt hast, ist noch hier. Versuch es in einer Minute noch einmal.
write-tab = Schreiben
write-title = Was möchtest du noch sagen?
write-missing = Schreib ein paar Worte. Ein Satz genügt.
write-until = Der Coach kann das { $when } öffnen. Bis dahin kannst du es zurücknehmen.
write-at-once = Der Coach kann das sofort öffnen.
write-not = Zurück, nichts tun
talk-title = Wie möchtest du reden?
talk-hint = Du musst deinen Namen nicht sagen. Der Coach schlägt hier Zeiten vor.
talk-call = Ein Anruf, ohne meine Nummer zu zeigen
talk-walk = Ein Spaziergang
talk-room = Ein Raum außerhalb der Arbeit
talk-open = Ist mir gleich
talk-words = Möchtest du etwas dazu sagen? (darf offen bleiben)
talk-ask = Verschlüsseln und bitten
talk-message = Ich möchte gern ein Gespräch.
withdraw-title = Deine Meldung zurückziehen?
withdraw-what = Der Coach liest, dass du sie zurückziehst, und unternimmt nichts mehr damit.
withdraw-stays = Das Gespräch bleibt hier stehen. Du kannst später doch wieder schreiben. Soll alles weg, dann wähl löschen.
withdraw-do = Ja, zurückziehen
erase-title = Deine Meldung löschen?
erase-goes = Was weg ist
erase-goes-text = Das ganze Gespräch auf dem Server: deine Nachrichten und die des Coachs. Dein Schlüssel öffnet dann nichts mehr.
erase-stays = Was bleibt
erase-stays-text = Was der Coach schon gelesen, notiert oder gedruckt hat. Und eine Zeit lang ein unlesbares Stück in einer Sicherungskopie, bis auch sie verfällt.
erase-copy = Erst eine Abschrift auf diesem Gerät behalten
erase-on = Weiter
erase-sure-title = Sicher? Das geht nicht zurück.
erase-sure-text = Ein gelöschtes Gespräch können wir nicht zurückholen, auch nicht, wenn du uns darum bittest.
erase-do = Ja, jetzt löschen
erased-title = Gelöscht. Dieser Schlüssel öffnet nichts mehr.
erased-text = Wirf auch deine Notiz mit dem Schlüssel weg. Du kannst immer neu schreiben.
erased-home = Zum Anfang

## Silence, and pages that stop

idle-title = Bist du noch da?
idle-text = Es ist eine Weile still. In 2 Minuten leeren wir den Bildschirm, damit niemand mitliest.
idle-here = Ich bin noch da
cleared-title = Bildschirm geleert
cleared-text = Was du getippt hast, ist von diesem Gerät weg. Was du vorher gesendet hast, ist noch da. Fang ruhig neu an.
noscript-title = Warum hier kein gewöhnliches Formular steht
noscript-why = Dein Text wird auf deinem eigenen Gerät verschlossen, und das tut ein Skript. Ohne Skripte ginge dein Text offen durchs Netz. Das tun wir nicht.
noscript-on = Erlaub Skripte für diese Adresse, oder öffne den Link in einem anderen Browser.
unready = Diese Seite geht nicht, wie sie soll. Was du getippt hast, ist nur hier. Schreib es ab oder kopier es, und lad dann die Seite neu.
notfound-title = Diese Seite gibt es nicht
notfound-text = Nichts ist verloren. Sieh den Link nach: auf dem Plakat steht er ganz.
notfound-now = Sprich den Coach an, wenn der Link nicht geht.
broken-title = Es klappt gerade nicht
broken-text = Bei uns ging etwas schief. Das liegt nicht an dir. Was du vorher gesendet hast, ist noch da.
broken-now = Warte eine Minute und öffne den Link neu.
