# What an auditor reads: the log of openings, and whether it holds.

## The verdict
audit-unread = Noch nicht geprüft
audit-holds = Das Protokoll stimmt
audit-wrong = Das Protokoll stimmt nicht
audit-fetching = Das Protokoll wird geholt…
audit-counting = { $done } von { $total } Zeilen nachgerechnet
audit-counting-why = Dieser Browser rechnet das ganze Protokoll selbst nach. Bis das fertig ist, sagt diese Seite nicht, dass es stimmt.
audit-holds-lead = Dieser Browser hat am { $day } das ganze Protokoll geholt, { $size } Zeilen, und jede Zeile nachgerechnet. Sie schließen aneinander an und passen zur Unterschrift des Protokolls.
audit-health = Zustand des Protokolls
audit-fact-complete = Vollständig bis
audit-complete = alles von vor { $day }
audit-complete-none = noch kein Tag abgeschlossen
audit-fact-size = Umfang
audit-size = { $size } Zeilen
audit-fact-root = Prüfzahl (Root)
audit-copy = Alles kopieren
audit-copied = Kopiert
audit-fact-witness = Zeuge von außen
audit-witness = { $days ->
    [0] { $name } hat am { $day } unterschrieben, heute
    [one] { $name } hat am { $day } unterschrieben, vor 1 Tag
   *[other] { $name } hat am { $day } unterschrieben, vor { $days } Tagen
  }
audit-witness-old = Das ist lange her. Fragen Sie, ob der Zeuge noch läuft.
audit-witness-none = Niemand
audit-witness-none-why = Außerhalb des Servers merkt sich niemand dieses Protokoll. Wer den Server betreibt, könnte es dann von vorn neu schreiben, ohne dass es hier auffällt.
audit-witness-how = Wie Sie selbst Zeuge werden, steht in docs/works-councils.md.
audit-fact-readable = Lesbar mit Ihrem Schlüssel
audit-readable = ab { $day }
audit-readable-none = keine einzige Zeile. Ihr Schlüssel öffnet, was nach Ihrer Bestätigung geschieht, sobald der Tag abgeschlossen ist.
audit-readable-months = Sie haben Zeilen ab { $day } gewählt. Was älter ist, ist auch nachgerechnet, aber jetzt nicht geöffnet.
audit-fact-rest = Zeilen, die hier nicht stehen
audit-rest-padding = { $count } Füllung, damit draußen niemand zählen kann, wie viel geschieht
audit-rest-sealed = { $count } von anderen Organisationen oder aus der Zeit vor Ihnen
audit-rest-erased = { $count } gelöscht, weil sie zu alt sind
audit-exact = Diese Seite zählt genau. Diese Zahlen bleiben bei Ihnen: Die Leitung sieht sie nirgends, und so soll es bleiben. Nie steht hier ein Wort einer Meldung.
audit-span = Zeilen
audit-span-months = der letzten 3 Monate
audit-span-all = von Anfang an
audit-again = Neu nachrechnen

## What is wrong
audit-wrong-title = { $count ->
    [one] 1 Sache stimmt nicht
   *[other] { $count } Dinge stimmen nicht
  }
audit-wrong-gap = Nummer { $number } fehlt bei { $where }. Etwas ist geschehen, das nicht im Protokoll steht.
audit-wrong-twice = Nummer { $number } steht bei { $where } zweimal. Zwei Handlungen haben dieselbe Nummer bekommen.
audit-wrong-changed = Der Inhalt von Zeile { $entry } wurde nachträglich geändert.
audit-wrong-unsigned = Zeile { $entry } nennt { $name }, ist aber nicht von { $name } unterschrieben. Vielleicht war es jemand anders.
audit-wrong-resealed = Zeile { $entry } hat einen Tag abgeschlossen. Danach wurden die Schlüssel dieses Tages getauscht: Vielleicht sehen Sie nicht alles.
audit-wrong-dated = Zeile { $entry } trägt einen Tag, der nicht zu ihrem Platz im Protokoll passt. Vielleicht wurde die Uhr des Servers zurückgestellt.
audit-wrong-forked = Das ist nicht das Protokoll, das ein Zeuge von außen unterschrieben hat. Es gibt also zwei Fassungen.
audit-wrong-rest = Der Rest ist auch nachgerechnet; darin haben wir nichts gefunden.
audit-broken-title = Was der Server gab, ist nicht das unterschriebene Protokoll
audit-broken = Die Zeilen passen nicht zur Unterschrift. Darum zeigen wir keine einzige davon. Das kann ein Fehler sein oder Absicht; von hier aus ist das nicht zu sehen.
audit-do-title = Was nun
audit-do-keep = Speichern Sie jetzt die Dateien unter „Behalten und zeigen“ weiter unten. Sie zeigen später, was heute hier stand.
audit-do-again = Prüfen Sie es auf einem anderen Gerät mit dem Programm: „micromoed audit verify“. Endet das mit Code 11, stimmt es dort auch nicht.
audit-do-call = Benachrichtigen Sie eine Wächterin oder einen Wächter und wer den Server betreibt, am besten zusammen, und sagen Sie, welche Zeile es ist. Bitten Sie, dass niemand etwas öffnet, bis es erklärt ist.

## Conversations
audit-thread = Gespräch { $thread }
audit-thread-opening = Gespräch { $thread } · Öffnung { $number }
audit-thread-number = Gespräch { $thread } · Nummer { $number }
audit-thread-some = einem Gespräch
audit-threads-title = Gespräch für Gespräch
audit-threads-lead = Jede Öffnung und jede Antwort bekommt in ihrem Gespräch die nächste Nummer. Fehlt eine Nummer, dann wurde etwas weggelassen.
audit-threads-names = Welches Gespräch es ist, sieht hier niemand. Die Namen „Gespräch 1, 2, 3“ gelten nur für diese Übersicht, und jedes Jahr bekommt ein Gespräch einen neuen Decknamen.
audit-threads-none = In diesen Zeilen kommt kein Gespräch vor.
audit-threads-more = Alle { $count } Gespräche zeigen
audit-col-thread = Gespräch
audit-col-openings = Öffnungen
audit-col-by = Geöffnet von
audit-col-first = Erster Tag
audit-col-last = Letzter Tag
audit-col-numbers = Nummern
audit-numbers-whole = { $from } bis { $to }, ohne Lücke
audit-numbers-none = noch keine
audit-numbers-missing = fehlt: { $numbers }
audit-numbers-twice = doppelt: { $numbers }

## Lines
audit-lines-title = Was geschehen ist
audit-filter-kind = Was
audit-filter-all = alles
audit-filter-person = Wer
audit-filter-anybody = alle
audit-kind-opened = geöffnet oder kopiert
audit-kind-answered = geantwortet
audit-kind-thread = angekommen, gelöscht, weitergegeben
audit-kind-people = Personen und Schlüssel
audit-kind-server = der Server
audit-kind-figures = Zahlen für die Leitung
audit-kind-log = das Protokoll selbst
audit-lines-found = { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
  }
audit-lines-empty = Hier steht noch nichts, was Ihr Schlüssel öffnet. Ein Tag erscheint, sobald er abgeschlossen ist; meist ist das nachts.
audit-lines-none = Keine Zeile passt zu dieser Wahl.
audit-lines-more = Auch ältere Zeilen zeigen ({ $left })
audit-who-operator = Die Betreuung des Servers
audit-who-program = Das Programm

audit-act-thread-registered = Eine Meldung kam an
audit-act-thread-erased = Die meldende Person hat ein Gespräch gelöscht
audit-act-body-release = { $name } hat ein Gespräch geöffnet
audit-act-attachment-release = { $name } hat eine Datei geöffnet
audit-act-case-release = { $name } hat eine Fallakte geöffnet
audit-act-cards-listed = { $name } hat die Liste des schon Geöffneten geholt
audit-act-reply-sent = { $name } hat einer meldenden Person geantwortet
audit-act-export-made = { $name } hat eine Kopie eines Gesprächs gemacht
audit-act-share-release = { $name } hat einen Teil eines Schlüssels freigegeben
audit-act-thread-erased-by-staff = { $name } hat ein Gespräch gelöscht
audit-act-thread-expired = Ein Gespräch wurde gelöscht, weil seine Frist um war
audit-act-thread-given = { $name } hat ein Gespräch auch jemand anderem gegeben
audit-act-thread-stepped-aside = { $name } hat sich aus einem Gespräch zurückgezogen
audit-act-thread-taken-over = { $name } hat ein Gespräch übernommen
audit-act-thread-handed-over = { $name } hat ein Gespräch weitergegeben
audit-act-staff-invited = { $name } hat jemanden eingeladen
audit-act-staff-accepted = Jemand hat eine Einladung angenommen
audit-act-roster-changed = Die Liste der Personen im Amt hat sich geändert
audit-act-staff-login-key-changed = { $name } hat einen Schlüssel zum Anmelden geändert
audit-act-staff-second-factor-changed = { $name } hat den zweiten Schritt beim Öffnen geändert
audit-act-staff-session-opened = { $name } hat einen Schreibtisch geöffnet
audit-act-organisation-created = Die Organisation wurde angelegt
audit-act-config-changed = { $name } hat die Einstellungen des Servers geändert
audit-act-binary-changed = Ab hier läuft eine andere Version des Programms
audit-act-command-run = { $name } hat dem Server einen Befehl gegeben
audit-act-backup-made = { $name } hat eine Sicherung gemacht
audit-act-backup-restored = { $name } hat eine Sicherung zurückgespielt
audit-act-release-key-rotated = Ein neuer Schlüssel zum Freigeben von Öffnungen kam in Gebrauch
audit-act-release-key-destroyed = Ein alter Schlüssel wurde vernichtet. Was damit verschlossen war, öffnet niemand mehr
audit-act-trend-committed = Das Rauschen für neue Zahlen wurde festgelegt
audit-act-trend-released = Zahlen für die Leitung sind erschienen
audit-act-trend-opened = Das Rauschen von Zahlen wurde einer vereidigten Prüfung gezeigt
audit-act-epoch-opened = Ein neuer Tag im Protokoll begann
audit-act-epoch-closed = Ein Tag im Protokoll wurde abgeschlossen
audit-act-ledger-sealed = Das Protokoll wurde gesperrt: Etwas passte nicht zu dem, was der Server sich gemerkt hat. Lesen ist dann geschlossen
audit-act-ledger-reconciled = Wachen haben das gesperrte Protokoll wieder geöffnet
audit-act-audit-key-changed = Wer diese Zeilen lesen kann, hat sich geändert
audit-act-ledger-bodies-erased = Der Inhalt alter Zeilen wurde gelöscht
audit-act-other = { $name } hat etwas getan, wofür diese Seite noch kein Wort hat ({ $act })

audit-for-first-reading = um es zum ersten Mal zu lesen
audit-for-follow-up = um weiter daran zu arbeiten
audit-for-reply = um zu antworten
audit-for-handover = um es weiterzugeben
audit-for-legal-duty = weil ein Gericht oder eine Behörde es verlangt
audit-for-export = um eine Kopie zu behalten
audit-for-cards = um die Liste zu zeigen
audit-for-erasure = um zu löschen

## Files and paper
audit-keep-title = Behalten und zeigen
audit-keep-lead = Das wird auf diesem Gerät gemacht und geht nirgends hin. Bewahren Sie es beim Betriebsrat oder beim Datenschutz auf, nicht bei der Leitung.
audit-keep-print = Eine Erklärung drucken
audit-keep-print-why = Ein Blatt: was Sie geprüft haben, wann, und ob es stimmte. Zum Unterschreiben und Zeigen.
audit-keep-checkpoint = Den Prüfpunkt speichern
audit-keep-checkpoint-why = Die heutige Unterschrift des Protokolls, ohne Namen von Personen. Mit „micromoed audit verify --since“ sehen Sie später, ob das Protokoll noch daran anschließt.
audit-keep-csv = Die Zeilen als Tabelle speichern
audit-keep-csv-why = CSV, für eine Tabellenkalkulation. Mit Namen und Zahlen.
audit-keep-json = Alles als JSON speichern
audit-keep-json-why = Für alle, die es mit einem Programm prüfen wollen. Mit Namen und Zahlen.
audit-statement-title = Erklärung zum Protokoll der Öffnungen
audit-statement-what = Am { $day } habe ich das ganze öffentliche Protokoll dieses Dienstes geholt und in meinem Browser nachrechnen lassen, von der ersten Zeile bis zur letzten.
audit-statement-organisation = Organisation
audit-statement-server = Adresse
audit-statement-witness = { $name } hat am { $day } unterschrieben
audit-statement-lines = Zeilen geöffnet
audit-statement-result = Ergebnis
audit-statement-none = Das Protokoll stimmt. Ich habe kein einziges Problem gefunden.
audit-statement-more = Und noch { $count }: siehe Datei.
audit-statement-limit = Diese Erklärung handelt vom Protokoll: ob etwas daraus fehlt oder darin geändert wurde. Sie sagt nicht, was jemand mit dem Gelesenen getan hat. Ich habe kein Wort einer Meldung gelesen.
audit-statement-name = Name und Funktion
audit-statement-date = Ort und Datum
audit-statement-sign = Unterschrift

## Somebody else
audit-door-title = Diese Seite ist für alle, die das Protokoll prüfen
audit-door-lead = Hier rechnet jemand vom Betriebsrat oder vom Datenschutz nach, wer was geöffnet hat. Nur ein Schlüssel der Prüfung öffnet diese Zeilen.
audit-door-role = Ihre Rolle hier: { $role }. Es ist nichts schiefgegangen.
audit-door-desk = Zu meinem Schreibtisch
audit-door-again = Dort öffnen Sie noch einmal. Wollen Sie selbst prüfen, dann muss Sie jemand zur Prüfung einladen.
