### Der Arbeitsplatz der Vertrauensperson. Ein Name je Geheimnis: Öffnungswörter, Notfallblatt, Wörter von { $name }. Entwurf.

## The frame
desk-title = Schreibtisch
desk-of = Schreibtisch von { $name }
desk-skip = Zu den Gesprächen
desk-search = Suchen
desk-palette = Alles, was geht
desk-hide = Alles verbergen
desk-hide-short = Verbergen
desk-lock = Sperren
desk-menu = Mehr
desk-back = Zurück
desk-close = Schließen
desk-change = Ändern
desk-cancel = Doch nicht
desk-again = Noch einmal versuchen
desk-print = Drucken
desk-save = Speichern
desk-undo = Rückgängig
desk-nav = Gespräche und Schreibtisch
desk-test = Testanlage: hier gehören keine echten Gespräche hin.
desk-hidden = Verborgen. { $key } bringt alles zurück
desk-hidden-title = Leeres Blatt
desk-hidden-back = Alles wieder zeigen
desk-locked-title = Gesperrt
desk-offline = Keine Verbindung. Offenes lesen und schreiben geht; Senden und Öffnen warten.
desk-wait = Einen Moment…
desk-wait-long = Das dauert länger als sonst. Sie können warten oder später wiederkommen; es geht nichts verloren.

## Lock
desk-idle = { $minutes ->
    [one] Es ist gerade still. In 1 Minute sperrt sich Ihr Schreibtisch.
   *[other] Es ist gerade still. In { $minutes } Minuten sperrt sich Ihr Schreibtisch.
  }
desk-idle-drafts = Was Sie gerade an eine meldende Person schreiben, bleibt als Entwurf erhalten.
desk-idle-notes = { $notes ->
    [one] Eine Notiz, die Sie noch nicht gespeichert haben, geht dann verloren.
   *[other] { $notes } Notizen, die Sie noch nicht gespeichert haben, gehen dann verloren.
  }
desk-idle-stay = Ich bin noch da
desk-lock-drafts-title = { $drafts ->
    [one] 1 Sache ist noch nicht gespeichert
   *[other] { $drafts } Sachen sind noch nicht gespeichert
  }
desk-lock-drafts = Entwürfe von Antworten liegen versiegelt auf dem Server. Eine Notiz, die Sie nicht speichern, gewählte Dateien, und was der Server jetzt nicht annehmen kann, geht beim Sperren verloren.
desk-lock-drafts-stay = Ich bleibe noch
desk-lock-drafts-go = Sperren und löschen

## Unlock
desk-unlock-title = Öffnen Sie Ihren Schreibtisch
desk-unlock-lead = Ihre Öffnungswörter verlassen dieses Gerät nicht. Nach { $minutes } Minuten Stille sperrt sich Ihr Schreibtisch wieder.
desk-unlock-slug = Organisation
desk-unlock-slug-hint = Das kurze Wort in der Adresse Ihrer Seite.
desk-unlock-account = Kurzname
desk-unlock-account-hint = Den haben Sie bei der Einladung gewählt, zum Beispiel „ilse“.
desk-unlock-words = Öffnungswörter
desk-unlock-words-hint = Sechs Wörter, mit Leerzeichen oder Bindestrichen dazwischen.
desk-unlock-kit = Notfallblatt
desk-unlock-kit-hint = Die sieben Gruppen Ihres Blatts. Kleinbuchstaben gehen auch.
desk-unlock-show = Zeigen, was ich tippe
desk-unlock-go = Öffnen
desk-unlocking = Wird geöffnet… ein, zwei Sekunden
desk-unlock-use-kit = Notfallblatt benutzen
desk-unlock-use-words = Öffnungswörter benutzen
desk-unlock-unknown = „{ $word }“ steht nicht in der Liste. Meinten Sie „{ $nearest }“?
desk-unlock-take = „{ $nearest }“ nehmen
desk-unlock-other = Beides geht nicht? Bitten Sie eine andere Vertrauensperson, Sie neu einladen zu lassen. Ihre alten Gespräche bleiben bei denen, die sie öffnen können.
desk-unlock-other-title = Eine andere Vertrauensperson fragen
desk-unlock-invited = Ich habe eine Einladung
desk-unlock-after-idle = Ihr Schreibtisch hat sich gesperrt, weil es still war.
desk-unlock-after-ended = Sie wurden anderswo abgemeldet. Darum hat sich Ihr Schreibtisch gesperrt.
desk-unlock-after-lock = Ihr Schreibtisch ist gesperrt. Auf diesem Gerät ist nichts mehr.
desk-unlock-held-back = Eine Antwort, die noch wartete, wurde nicht gesendet. Sie steht als Entwurf in ihrem Gespräch.
desk-unlock-required-slug = Tragen Sie die Organisation ein.
desk-unlock-required-account = Tragen Sie Ihren Kurznamen ein.
desk-unlock-required-words = Tippen Sie Ihre Öffnungswörter.
desk-unlock-required-kit = Tippen Sie die Gruppen Ihres Notfallblatts.
desk-unlock-count = { $words ->
    [one] Sie haben 1 Wort getippt. Es müssen sechs sein.
   *[other] Sie haben { $words } Wörter getippt. Es müssen sechs sein.
  }
desk-unlock-wrong-words = Diese sechs Wörter öffnen diesen Schreibtisch nicht. Es ist nichts verloren. Prüfen Sie die Reihenfolge und ob der Kurzname stimmt.
desk-unlock-wrong-kit = Dieses Notfallblatt öffnet diesen Schreibtisch nicht. Es ist nichts verloren. Prüfen Sie, ob es zu dieser Organisation und diesem Kurznamen gehört.
desk-unlock-typing-kit = Im Notfallblatt ist ein Tippfehler. Sehen Sie vor allem auf B/8, S/5, Z/2 und G/6. Es wurde noch nichts gesendet.
desk-unlock-no-organisation = Wir kennen keine Organisation „{ $slug }“. Es wurde noch nichts gesendet. Prüfen Sie die Adresse auf Ihrem Aushang.
desk-unlock-pending-title = Noch ein wenig Geduld, { $account }
desk-unlock-pending = Ihr Schreibtisch ist offen, aber eine Wächterin oder ein Wächter muss Sie noch bestätigen. Rufen Sie an und lesen Sie Ihre sieben Wörter vor.
desk-unlock-pending-words = Ihre sieben Wörter
desk-unlock-pending-who = Wer bestätigen kann
desk-unlock-pending-look = Sperren und später wiederkommen
desk-unlock-pending-lost = Ihre sieben Wörter stehen auf Ihrem Notfallblatt.

## Errors: what happened, what is safe, what now
desk-error-unacknowledged = Der Server antwortet nicht. Was Sie geschrieben haben, ist noch hier. Versuchen Sie es gleich noch einmal; doppelt zählen kann es nicht.
desk-error-busy = Der Server hat gerade zu viel zu tun. Es ist nichts verloren. Versuchen Sie es in einer Minute noch einmal.
desk-error-too-many = Das ist öfter, als wir in kurzer Zeit zulassen. Es ist nichts verloren. Warten Sie ein paar Minuten.
desk-error-forbidden = Ihr Konto darf das nicht. Es hat sich nichts geändert. Fragen Sie jemanden, der in Ihrer Organisation wacht.
desk-error-not-found = Das gibt es auf diesem Server nicht. Es hat sich nichts geändert. Prüfen Sie, ob die Adresse stimmt.
desk-error-stale = Jemand war gerade schneller. Ihr Text ist noch hier. Öffnen Sie das Gespräch neu und vergleichen Sie.
desk-error-too-late = Zu spät: Die meldende Person kann das schon lesen. Es hat sich nichts geändert. Schreiben Sie wenn nötig eine Berichtigung.
desk-error-sealed = Lesen ist geschlossen, bis das Protokoll geprüft ist. Neue Gespräche kommen weiter an. Benachrichtigen Sie, wer den Server betreibt.
desk-error-stopped = Sie haben es gestoppt. Was schon verschickt ist, geht nicht noch einmal.
desk-error-no-room = Der Server hat jetzt keinen Platz für diese Dateien. Schicken Sie sie später, oder weniger.
desk-error-problem = Der Server hat das abgelehnt. Es hat sich nichts geändert. Versuchen Sie es noch einmal, oder geben Sie den Code unten an, wer den Server betreibt.
desk-error-distrust = Was der Server gab, passt nicht zu dem, was vorher feststand. Wir zeigen nichts, bis es passt. Benachrichtigen Sie eine Wächterin oder einen Wächter und wer den Server betreibt.
desk-error-erased = Dieses Gespräch ist gelöscht. Auf dem Server ist nichts mehr davon. Sie müssen nichts tun.
desk-error-no-recipient = Niemand darf das lesen. Es wurde nichts gesendet. Fragen Sie, wer im Amt ist.
desk-error-too-long = Das ist zu lang. Es wurde nichts gesendet und Ihr Text ist noch hier. Kürzen Sie ihn, oder machen Sie zwei daraus.
desk-error-refused = Das geht hier nicht. Es hat sich nichts geändert. Der Grund steht unten.
desk-error-usage = Etwas, das Sie getippt haben, geht so nicht. Es hat sich nichts geändert. Der Grund steht unten.
desk-error-typing = Da ist ein Tippfehler. Es wurde noch nichts gesendet. Sehen Sie noch einmal nach.
desk-error-newer = Dieses Gespräch ist mit einer neueren Version geschrieben. Es ist nichts verloren. Laden Sie diese Seite neu.
desk-error-module = Das Schloss konnte nicht geladen werden. Es wurde nichts gesendet. Laden Sie diese Seite neu, oder nehmen Sie einen anderen Browser.
desk-error-uncompiled = Der Schreibtisch braucht WebAssembly, und dieser Browser lässt es nicht zu: oft ist das ein besonders sicherer Modus. Es wurde nichts gesendet. Schalten Sie den Modus für diese Adresse aus, oder nehmen Sie einen anderen Browser.
desk-error-fault = Das ist ein Fehler von uns. Was auf dem Server ist, ist sicher. Laden Sie diese Seite neu und versuchen Sie es noch einmal.
desk-error-code = Code: { $code }

## Accept an invitation
desk-accept-title = Nehmen Sie Ihre Einladung an
desk-accept-paste = Einladung
desk-accept-paste-hint = Fügen Sie die ganze Einladung ein. Sie steht im Brief oder in der Nachricht, die Sie bekamen.
desk-accept-look = Prüfen
desk-accept-required = Fügen Sie hier Ihre Einladung ein.
desk-accept-typing = Diese Einladung ist unvollständig oder hat einen Tippfehler. Es wurde noch nichts gesendet. Fügen Sie sie noch einmal ganz ein.
desk-accept-gone = Wir kennen diese Einladung nicht, oder sie wurde schon benutzt. Es hat sich nichts geändert. Bitten Sie um eine neue.
desk-accept-step = Schritt { $step } von 4
desk-accept-who-title = Wer Sie hier sein werden
desk-accept-who-organisation = Organisation
desk-accept-who-role = Ihre Rolle
desk-accept-who-first = Sie sind die erste Person. Die Liste derer im Amt beginnt mit Ihnen.
desk-accept-who-by = Wer Sie einlädt
desk-accept-who-by-first = Wer den Server betreibt, hat diese Einladung gemacht.
desk-accept-who-by-other = Jemand aus dieser Organisation. Der Server merkt sich nicht, wer. Im Zweifel rufen Sie zuerst an.
desk-accept-who-next = Danach werden Sie bestätigt. Dabei lesen Sie Ihre sieben Wörter vor.
desk-accept-name = Ihr Name, wie ihn Meldende sehen
desk-accept-account = Ihr Kurzname, zum Öffnen
desk-accept-account-hint = Kleinbuchstaben, Ziffern und Bindestriche. Leer lassen: Dann machen wir ihn aus Ihrem Namen.
desk-accept-name-required = Tragen Sie Ihren Namen ein.
desk-accept-account-form = Nehmen Sie 2 bis 40 Kleinbuchstaben, Ziffern oder Bindestriche.
desk-accept-who-go = Meine Schlüssel machen
desk-accept-making = Schlüssel werden auf diesem Gerät gemacht… ein, zwei Sekunden
desk-accept-nothing-yet = Auf dem Server gibt es noch nichts. Schließen Sie diese Seite, bleibt Ihre Einladung gültig.
desk-accept-words-title = Ihre Öffnungswörter
desk-accept-words-lead = Diese sechs Wörter öffnen Ihren Schreibtisch. Schreiben Sie sie auf Papier, in dieser Reihenfolge. Niemand kann sie neu machen, auch wir nicht.
desk-accept-words-other = Andere Wörter
desk-accept-words-other-hint = Dann bekommen Sie auch ein neues Notfallblatt.
desk-accept-words-go = Ich habe sie aufgeschrieben
desk-accept-kit-title = Ihr Notfallblatt
desk-accept-kit-lead = Für den Tag, an dem die Öffnungswörter weg sind. Legen Sie dieses Blatt an einen anderen Ort als die Wörter, hinter Schloss.
desk-accept-kit-go = Das Blatt liegt sicher
desk-accept-kit-saved = Gespeichert. Es liegt jetzt auch auf diesem Gerät: Bringen Sie es an einen sicheren Ort.
desk-accept-kit-save = Als Datei speichern
desk-accept-kit-file = notfallblatt.txt
desk-accept-check-title = Kurz nachprüfen
desk-accept-check-lead = Schreiben Sie von Ihrem Papier ab. So wissen wir beide, dass es stimmt. Erst danach gibt es Ihr Konto.
desk-accept-check-word = Wort { $number } Ihrer Öffnungswörter
desk-accept-check-group = Gruppe { $number } Ihres Notfallblatts
desk-accept-check-wrong-word = Das ist nicht Wort { $number }. Sehen Sie auf Ihr Papier; der Rest kann bleiben.
desk-accept-check-wrong-group = Das ist nicht Gruppe { $number }. Sehen Sie auf Ihr Blatt; der Rest kann bleiben.
desk-accept-check-go = Mein Konto machen
desk-accept-check-sending = Ihr Konto wird gemacht…
desk-accept-taken = Der Kurzname „{ $account }“ ist vergeben, oder die Einladung wurde inzwischen benutzt. Es wurde nichts gemacht. Gehen Sie zurück und wählen Sie einen anderen Kurznamen.
desk-accept-done-title = Willkommen, { $name }
desk-accept-done-account = Ihr Kurzname ist { $account }. Den tippen Sie beim Öffnen.
desk-accept-done-pending = Noch ein Schritt: Sie müssen bestätigt werden. Rufen Sie an und lesen Sie diese sieben Wörter vor. Schicken Sie sie nicht: Es geht um Ihre Stimme.
desk-accept-done-first = Das sind die Wörter von { $slug }. Sie gehören auf den Aushang: Wer schreibt, kann damit prüfen, dass es die echte Seite ist.
desk-accept-done-poster = Aushang drucken
desk-accept-done-unlock = Meinen Schreibtisch öffnen
desk-accept-mine = Ihre sieben Wörter

## Roles
desk-role-coach = Coach
desk-role-fallback = Vertrauensperson außerhalb der Linie
desk-role-auditor = Prüfung
desk-role-management = Leitung
desk-guardian = Wache
desk-deputy = Vertretung

## Views and list
desk-view-today = Heute
desk-view-me = Wartet auf mich
desk-view-reporter = Wartet auf Antwort
desk-view-aftercare = Nachsorge
desk-view-closed = Abgeschlossen
desk-view-all = Alle
desk-view-count = { $count ->
    [one] Gespräch
   *[other] Gespräche
  }
desk-list = Gespräche: { $view }
desk-list-loading = Ihre Gespräche werden geholt und auf diesem Gerät geöffnet…
desk-list-progress = { $done } von { $total } auf diesem Gerät geöffnet
desk-list-last = letztes
desk-list-first = erstes
desk-row-new = Neues Gespräch
desk-row-new-line = Der Text öffnet sich erst, wenn Sie es wollen.
desk-row-damaged = Karte nicht lesbar
desk-row-damaged-line = Das Gespräch selbst kann heil sein. Öffnen Sie es, um nachzusehen.
desk-row-erased = Gelöscht
desk-row-erased-line = Gelöscht auf Wunsch der meldenden Person, oder weil die Frist um war.
desk-row-plain = Noch kein Thema
desk-row-no-line = Noch keine Zeile. Öffnen Sie das Gespräch und schreiben Sie eine mit { $key }.
desk-row-no-line-plain = Noch keine Zeile. Öffnen Sie das Gespräch und schreiben Sie eine.
desk-row-marked = markiert
desk-marking = Auswählen
desk-marking-done = Fertig
desk-marking-lead = Tippen Sie auf die Gespräche, die Sie markieren wollen.
desk-marked = { $count ->
    [one] 1 Gespräch markiert.
   *[other] { $count } Gespräche markiert.
  }
desk-marked-unread = { $count ->
    [one] 1 davon haben Sie dieses Mal noch nicht gelesen. Öffnen Sie es zuerst.
   *[other] { $count } davon haben Sie dieses Mal noch nicht gelesen. Öffnen Sie sie zuerst.
  }
desk-unmark = Nichts mehr markieren
desk-chip-answer = Antwort { $day }
desk-chip-answer-today = Antwort heute
desk-chip-answer-late = Antwort überfällig
desk-chip-feedback = Rückmeldung { $day }
desk-chip-feedback-today = Rückmeldung heute
desk-chip-feedback-late = Rückmeldung überfällig
desk-new = { $count ->
    [one] 1 neues Gespräch. Der Text öffnet sich erst, wenn Sie es öffnen; jede Öffnung steht im Protokoll.
   *[other] { $count } neue. Der Text öffnet sich erst, wenn Sie sie öffnen; jede Öffnung steht im Protokoll.
  }
desk-open-all = { $count ->
    [one] Das neue öffnen
   *[other] Alle neuen öffnen
  }
desk-open-all-title = { $count ->
    [one] 1 öffnen (1 Zeile im Protokoll)
   *[other] { $count } öffnen ({ $count } Zeilen im Protokoll)
  }
desk-open-all-note = Die meldende Person kann sehen, dass Sie geöffnet haben, und an welchem Tag.
desk-opening = { $done } von { $total } geöffnet
desk-open-stop = Nach diesem aufhören
desk-open-stopping = Hört nach diesen auf…
desk-open-done = { $count ->
    [one] 1 Gespräch geöffnet
   *[other] { $count } Gespräche geöffnet
  }
desk-refresh-short = Neu laden
desk-empty = Nichts wartet auf Sie. Atmen Sie kurz durch.
desk-empty-next = Als Nächstes: { $day }, { $what ->
    [answer] eine Antwort
   *[feedback] eine Rückmeldung
  }.
desk-empty-view = Hier ist nichts.
desk-searching = In Karten und geöffneten Gesprächen suchen
desk-search-clear = Leeren
desk-search-clear-name = Leeren der Suche
desk-search-found = { $count ->
    [0] In geöffneten Gesprächen nicht gefunden.
    [one] 1 gefunden
   *[other] { $count } gefunden
  }
desk-search-unopened = { $count ->
    [one] 1 ist noch neu; darin suchen wir nicht.
   *[other] { $count } sind noch neu; darin suchen wir nicht.
  }

## First day
desk-first-title = Ihr erster Tag
desk-first-lead = Drei Dinge von zwei Minuten. Sie haken sich selbst ab.
desk-first-poster = Den Aushang drucken
desk-first-poster-why = Mit den Wörtern Ihrer Organisation.
desk-first-poster-do = Aushang zeigen
desk-first-trial = Sich selbst eine Probe schicken
desk-first-trial-why = Mit Ihrem Handy; antworten Sie, und löschen Sie sie dann gemeinsam.
desk-first-trial-do = Nachsehen, ob sie da ist
desk-first-second = Eine zweite Person bestätigen lassen
desk-first-second-why = Damit jemand da ist, wenn Sie weg sind.
desk-first-second-do = Zu den Personen
desk-first-away = Diese Karte verbergen
desk-done = getan
desk-not-done = noch zu tun

## Case
desk-case-none = Wählen Sie links ein Gespräch.
desk-case-none-hint = { $open } öffnet das markierte.
desk-case-untitled = Gespräch von { $day }
desk-case-opening = Wird geöffnet…
desk-case-logged = Öffnen steht im Protokoll. Die meldende Person sieht den Tag, nicht die Stunde.
desk-case-failed = Dieses Gespräch ging nicht auf
desk-thread = Gespräch
desk-reporter = Meldende Person
desk-you = Sie
desk-letter-signed = Unterschrift stimmt
desk-letter-held = Die meldende Person kann das noch nicht lesen. Lesbar ab { $when }.
desk-take-back = Zurücknehmen
desk-taken-back = Zurückgenommen. Die meldende Person hat es nicht gelesen. Ihr Text steht wieder im Feld.
desk-taken-back-files = Die Dateien kamen mit zurück. Wählen Sie sie neu, wenn Sie sie noch schicken wollen.
desk-letter-plain = Adressen in einem Text kann man nicht anklicken, mit Absicht.
desk-letter-status = { $author } setzte den Stand auf „{ $status }“.
desk-letter-give = { $from } gab dieses Gespräch an { $to } weiter.
desk-letter-continued = Dieses Gespräch führt ein früheres weiter.
desk-letter-lift = Die meldende Person lässt { $name } doch mitlesen.
desk-letter-withdraw = Die meldende Person zieht das zurück. Was Sie lasen, dürfen Sie ohne ihr Ja nicht weiter verwenden.
desk-letter-talk = Über ein Gespräch unter vier Augen.
desk-letter-check-in = Antwort auf die Frage, ob es jetzt besser geht.
desk-letter-files = Dateien.
desk-file-fetch = Holen
desk-file-logged = Jede Datei, die Sie holen, wird eine Zeile im Protokoll. Wer geschrieben hat, sieht das.
desk-file-fetching = Wird geholt: { $percent } %
desk-file-stop = Anhalten
desk-file-save = Speichern
desk-file-picture = Foto: { $name }
desk-file-warning = Geholt und unversehrt. Wir öffnen sie hier nicht: Ein Dokument kann beim Öffnen ins Internet gehen und so zeigen, wer es las. Öffnen Sie es ohne Netz. Was Sie speichern, liegt auf diesem Gerät.
desk-file-damaged = Diese Datei ist beschädigt oder nicht die, die gesendet wurde. Nichts davon wurde gezeigt.
desk-file-kind-image = Foto
desk-file-kind-pdf = PDF
desk-file-kind-audio = Ton
desk-file-kind-video = Film
desk-file-kind-other = Datei
desk-damage-unreadable = Eine Nachricht ist nicht lesbar. Der Rest des Gesprächs stimmt.
desk-damage-newer = Eine Nachricht ist mit einer neueren Version geschrieben. Laden Sie diese Seite neu, um sie zu lesen.
desk-damage-gap = Hier fehlt eine Nachricht. Was davor und danach steht, ist echt.
desk-damage-fork = Hier stehen zwei Nachrichten am selben Platz. Trauen Sie keiner, bevor Sie nachgefragt haben.
desk-damage-unseen = Wer das schrieb, hatte eine frühere Nachricht noch nicht gesehen. Lesen Sie beide zusammen.
desk-damage-save = Technischen Bericht speichern
desk-damage-file = bericht.txt
desk-erased-title = Dieses Gespräch ist gelöscht
desk-erased = Auf Wunsch der meldenden Person, oder weil die Frist um war. Weder auf dem Server noch auf diesem Gerät ist etwas davon.
desk-case-another-roster = Das Gerät der schreibenden Person bekam eine andere Liste derer, die im Amt sind, als Sie. Vielleicht zeigt ihr jemand etwas anderes. Fragen Sie die anderen, die wachen, persönlich.
desk-records-damaged = { $count ->
    [one] 1 Notiz oder Karte dieses Gesprächs ist nicht lesbar. Der Rest stimmt.
   *[other] { $count } Notizen oder Karten dieses Gesprächs sind nicht lesbar. Der Rest stimmt.
  }

## Reply
desk-reply = Antwort an die meldende Person
desk-reply-line = Geht an: die meldende Person · unterschrieben: { $name } · lesbar ab { $when }
desk-reply-now = sofort
desk-reply-at = { $time } Uhr
desk-reply-today = heute { $time }
desk-reply-on = { $day } { $time }
desk-reply-send = An die meldende Person senden
desk-reply-files = Dateien mitschicken
desk-reply-files-where = Die meldende Person holt sie selbst ab, vielleicht auf einem Gerät, das andere nutzen.
desk-reply-files-over = Eine Antwort nimmt höchstens 10. Schicken Sie die anderen mit der nächsten.
desk-reply-template = Vorlage
desk-reply-template-none = Vorlage wählen…
desk-reply-hole = In Ihrem Text steht noch „[…]“. Füllen Sie das zuerst aus.
desk-reply-empty = Schreiben Sie zuerst etwas.
desk-reply-link = Die meldende Person kann das nicht anklicken, mit Absicht.
desk-reply-room = { $percent } % von { $most } kB gefüllt
desk-reply-over = Zu lang für eine Nachricht. Machen Sie zwei daraus.
desk-reply-pasted = Das sieht nach einer Notiz aus. Die meldende Person wird es lesen. Stimmt das so?
desk-reply-pasted-yes = Ja, das darf sein
desk-reply-pasted-no = Wieder herausnehmen
desk-reply-held = Ihre Antwort geht gleich los. { $seconds ->
    [one] Noch 1 Sekunde.
   *[other] Noch { $seconds } Sekunden.
  }
desk-reply-sending = Wird verschlossen und gesendet…
desk-reply-sent = Gesendet, lesbar ab { $when }. Bis dahin können Sie sie zurücknehmen.
desk-reply-sent-now = Gesendet. Die meldende Person kann es jetzt lesen.
desk-draft-kept = Entwurf gespeichert
desk-draft-failed = Dieser Entwurf ist noch nicht gespeichert.
desk-reply-failed = Ihre Antwort ging nicht los. Der Text steht wieder im Feld.
desk-template-thanks = Dank und gelesen
desk-template-thanks-text = Guten Tag, danke, dass Sie das geschrieben haben. Ich habe es in Ruhe gelesen. Wenn ich richtig verstehe, geht es um […]. Stimmt das? Ich tue nichts, ohne dass Sie wissen, was. Was wäre für Sie ein erster kleiner Schritt?
desk-template-heavy = Schwere Geschichte
desk-template-heavy-text = Was Sie beschreiben, ist nicht wenig, und es ist nicht Ihre Schuld, dass es Sie belastet. Sind Sie jetzt in Sicherheit? Sie können hier alles in Ihrem Tempo erzählen, oder auch nicht. Neben mir können Sie sich auch wenden an […].
desk-template-recognisable = Zu erkennbar
desk-template-recognisable-text = In Ihrem Text steht etwas, woran Kolleginnen und Kollegen Sie erkennen können: […]. Das verwende ich nicht. Ist es gut, wenn ich nur das Thema benutze: „[…]“?
desk-template-other-way = Ein anderer Weg
desk-template-other-way-text = Das geht über das hinaus, was ich behandeln darf. Es gibt einen gesetzlichen Weg, der Sie besser schützt: […]. Ich erkläre, wie er geht, Sie entscheiden. Ich gebe nichts weiter ohne Ihr Ja.
desk-template-about-coach = Über den Coach
desk-template-about-coach-text = Diese Meldung betrifft den Coach. Der Coach kann sie nicht lesen. Ich bin […] und ich antworte Ihnen.
desk-template-feedback = Rückmeldung
desk-template-feedback-text = Das ist damit geschehen: […]. Das gelang nicht: […]. Ich bleibe dran bis […]. Merken Sie schon etwas? Ein Wort genügt.
desk-template-silence = Keine Antwort nach 14 Tagen
desk-template-silence-text = Die Tür bleibt offen. Sie müssen nichts tun. Ich sehe hier noch nach bis […].

## Notes
desk-notes = Notizen unter Coaches
desk-notes-never = Die meldende Person kann das nie öffnen.
desk-note = Notiz für Coaches, die meldende Person kann das nie öffnen
desk-note-save = Notiz speichern
desk-note-saving = Wird verschlossen und gespeichert…
desk-note-saved = Notiz gespeichert
desk-note-none = Noch keine Notizen.

## Triage
desk-triage = Etiketten
desk-triage-open = Etiketten und Fristen
desk-label-status = Stand
desk-label-category = Thema
desk-label-severity = Schwere
desk-label-urgency = Wie bald
desk-label-flags = Achtung
desk-label-keeper = Wer dranbleibt
desk-label-line = Eine Zeile
desk-label-themes = Stichwörter
desk-label-unit = Abteilung
desk-label-none = nicht ausgefüllt
desk-label-clear = Wegnehmen
desk-label-find = Tippen zum Suchen
desk-label-nothing = Nichts gefunden
desk-label-hint-line = In eigenen Worten, ohne Namen. Nur Coaches sehen das.
desk-label-hint-themes = Durch Kommas getrennt.
desk-label-told = Wird gelesen als: „{ $told }“
desk-label-told-lead = Das liest auch die meldende Person, ab { $when }.
desk-triaged = { $label }: { $value }
desk-triaged-status = Die meldende Person liest ab { $when }: „{ $told }“. { $seconds ->
    [one] Noch 1 Sekunde.
   *[other] Noch { $seconds } Sekunden.
  }
desk-triaged-junk = { $count ->
    [one] 1 Gespräch als Unfug markiert
   *[other] { $count } Gespräche als Unfug markiert
  }
desk-undone = Rückgängig gemacht
desk-clock-answer = Erste Antwort
desk-clock-answer-by = spätestens { $day }
desk-clock-answered = gegeben am { $day }
desk-clock-late = überfällig: { $day }
desk-clock-feedback = Rückmeldung
desk-readers = Wer lesen kann
desk-excluded = Wer nicht lesen darf
desk-close-case = Abschließen

desk-category-bullying = Mobbing oder Ausgrenzung
desk-category-sexual = Unerwünschtes sexuelles Verhalten
desk-category-aggression = Aggression, Anschreien, Drohungen
desk-category-third_party = Aggression durch Kundschaft
desk-category-discrimination = Diskriminierung oder Rassismus
desk-category-favouritism = Bevorzugung, Ungleichbehandlung
desk-category-cliques = Cliquen und Tratsch
desk-category-conflict = Schwelender Konflikt
desk-category-leadership = Führungsstil
desk-category-micromgmt = Zu viel Kontrolle, zu wenig Vertrauen
desk-category-recognition = Mangelnde Wertschätzung
desk-category-growth = Unklarer Entwicklungsweg
desk-category-evaluation = Beurteilung oder Vergütung
desk-category-workload = Arbeitslast und Tempo
desk-category-roster = Zeiten, Dienstplan, Erreichbarkeit
desk-category-clarity = Unklare oder widersprüchliche Aufgaben
desk-category-communication = Kommunikation und Information
desk-category-change = Veränderung oder Unsicherheit
desk-category-environment = Arbeitsplatz, Lärm, Ausstattung
desk-category-safety = Unsichere Situation
desk-category-wellbeing = Mir oder jemandem geht es nicht gut
desk-category-privacy = Privatsphäre, Überwachung
desk-category-integrity = Betrug, Integrität, Regeln
desk-category-retaliation = Nachteile nach einer Meldung
desk-category-idea = Idee oder Verbesserung
desk-category-positive = Etwas, das gut läuft
desk-category-other = Etwas anderes
desk-severity-S1 = S1 Ärgernis
desk-severity-S2 = S2 wiederkehrend, berührt die Zusammenarbeit
desk-severity-S3 = S3 schadet Gesundheit oder Sicherheit
desk-severity-S4 = S4 strafbar oder akut
desk-short-S1 = S1 Ärgernis
desk-short-S2 = S2 wiederkehrend
desk-short-S3 = S3 schädlich
desk-short-S4 = S4 akut
desk-urgency-U0 = Kann warten
desk-urgency-U1 = Am liebsten in dieser Woche
desk-urgency-U2 = So bald wie möglich
desk-urgency-U3 = Es besteht jetzt Gefahr
desk-status-new = Neu
desk-status-acked = Bestätigt
desk-status-dialogue = Im Gespräch
desk-status-clarified = Beurteilt
desk-status-action = In Arbeit
desk-status-feedback = Rückmeldung gegeben
desk-status-aftercare = Nachsorge
desk-status-closed = Abgeschlossen
desk-status-erased = Gelöscht
desk-told-new = Angekommen
desk-told-acked = Gelesen
desk-told-dialogue = Im Gespräch
desk-told-clarified = Verstanden
desk-told-action = Es wird daran gearbeitet
desk-told-feedback = Rückmeldung gegeben
desk-told-aftercare = Nachsorge
desk-told-closed = Abgeschlossen
desk-told-erased = Gelöscht
desk-flag-detriment-risk = Risiko von Nachteilen
desk-flag-multiple-voices = Mehrere Stimmen
desk-flag-about-the-coach = Betrifft den Coach
desk-flag-junk = Unfug

## People
desk-people = Personen
desk-people-in-office = Im Amt
desk-people-pending = Wartet auf Bestätigung
desk-people-none = Niemand wartet auf Bestätigung.
desk-people-words = Wörter von { $name }
desk-people-no-words = Der Schlüssel von { $name } wird gerade nicht gegeben.
desk-people-approve = Wörter vergleichen
desk-people-guardians-only = Bestätigen kann nur, wer wacht. Fragen Sie { $names }.
desk-people-proposal = { $signatures } von { $needed } Unterschriften unter der neuen Liste mit { $names }.
desk-people-removal = { $name } verlässt am { $day } die Liste derer, die wachen, mit einer einzigen Unterschrift. Wussten Sie das nicht? Fragen Sie vor diesem Tag nach.
desk-people-quiet = Seit { $day } hat kein Schreibtisch bestätigt, wer im Amt ist. Öffnen und die Liste holen tut das von selbst.
desk-people-invite = Einladen kann, wer den Server betreibt.
desk-code-title = Wer schreiben darf
desk-code-open = Alle können schreiben: Es wird kein Code verlangt.
desk-code-since = Wer schreibt, braucht den Code auf dem Aushang. Dieser gilt seit { $day }.
desk-code-former = Der Code davor gilt noch: Wer gerade schreibt, wird nicht abgewiesen. Machen Sie noch einen, verfällt er.
desk-code-make = Code machen
desk-code-renew = Neuen Code machen
desk-code-remove = Keinen Code mehr verlangen
desk-code-made = Das ist der Code. Sie sehen ihn nur jetzt: Drucken Sie den Aushang oder schreiben Sie ihn ab.
desk-code-print = Aushang drucken
desk-code-counts = Er gilt ab jetzt.
desk-code-second = Er gilt, sobald noch jemand unterschreibt, der wacht. Geben Sie dieser Person die Wörter.
desk-code-proposal = Jemand, der wacht, hat einen Code gemacht. Schreiben Sie die Wörter ab, die Sie bekamen, und unterschreiben Sie mit.
desk-code-proposal-mine = Ihr Code wartet auf eine zweite Unterschrift.
desk-code-proposal-remove = Es ist vorgeschlagen, keinen Code mehr zu verlangen.
desk-code-signatures = { $signatures } von { $needed } Unterschriften.
desk-code-words = Wörter des Codes
desk-code-wrong = Das sind nicht die Wörter, die gemacht wurden. Prüfen Sie jedes Wort.
desk-code-agree = Mit unterschreiben
desk-code-why = Ein Code hält Außenstehende fern. Er ist für alle derselbe und verrät darum nicht, wer schreibt. Geben Sie niemandem einen eigenen Code: Das Gerät der schreibenden Person weist ihn ab.
desk-roster-changed = Wer hier mitliest oder unterschreibt, hat sich seit Ihrem letzten Mal geändert.
desk-roster-added = Neu: { $name }, { $role }
desk-roster-removed = Nicht mehr dabei: { $name }, { $role }
desk-roster-ask = Wussten Sie das nicht? Fragen Sie jemanden, der die Liste hütet, persönlich, bevor Sie etwas öffnen.
desk-approve-title = Ist das { $name }?
desk-approve-role = Möchte beginnen als { $role }
desk-approve-call = Rufen Sie { $name } an. Lassen Sie sich alle sieben Wörter vorlesen, in dieser Reihenfolge.
desk-approve-heard = Ich hörte alle sieben
desk-approve-pick = Welches Wort stand an Stelle { $number }?
desk-approve-pick-lead = Noch zwei Wörter, damit es nicht aus Gewohnheit geschah.
desk-approve-pick-wrong = Das ist nicht das Wort an Stelle { $number }. Rufen Sie noch einmal an und hören Sie alle sieben.
desk-approve-guardian = Diese Person wacht künftig mit
desk-approve-guardian-hint = Wer wacht, bestätigt mit, wer dazukommt.
desk-approve-no = Sie stimmen nicht
desk-approve-yes = Sie stimmen
desk-approve-sending = Ihre Unterschrift wird gesetzt…
desk-approve-done = Bestätigt von { $by } am { $day }, am Telefon.
desk-approve-signatures = { $signatures } von { $needed } Unterschriften. Die anderen müssen noch unterschreiben.
desk-approve-refused-title = Nichts wurde bestätigt
desk-approve-refused = Die Wörter von { $name } stimmen nicht. Es hat sich nichts geändert.
desk-approve-refused-old = Es kann eine alte Einladung sein: { $name } soll um eine neue bitten.
desk-approve-refused-wrong = Es kann die falsche Person sein: Prüfen Sie, wen Sie angerufen haben.
desk-approve-refused-third = Ist es keines von beiden, gab sich jemand als { $name } aus. Benachrichtigen Sie die anderen, die wachen, und wer den Server betreibt.

## Keys, palette
desk-help-title = Tasten
desk-help-lead = Alles geht auch mit Maus oder Finger.
desk-help-mode = Tastenkürzel
desk-help-mode-plain = an
desk-help-mode-ctrl = mit Strg
desk-help-mode-off = aus
desk-help-group-move = Bewegen
desk-help-group-case = In einem Gespräch
desk-help-group-label = Etiketten
desk-help-group-go = Gehe zu
desk-help-group-desk = Schreibtisch
desk-palette-find = Was möchten Sie tun?
desk-palette-none = Nichts, was jetzt geht, heißt so.
desk-do-next = Nächste Zeile
desk-do-previous = Vorige Zeile
desk-do-first = Erste Zeile
desk-do-last = Letzte Zeile
desk-do-open = Gespräch öffnen
desk-do-next-for-me = Nächstes, das auf mich wartet
desk-do-back-to-previous = Voriges Gespräch
desk-do-leave = Zurück zur Liste
desk-do-mark = Markieren
desk-do-mark-next = Markieren und weiter nach unten
desk-do-mark-previous = Markieren und weiter nach oben
desk-do-junk = Als Unfug markieren
desk-do-open-all = Alle neuen öffnen
desk-do-refresh = Nachsehen, ob es Neues gibt
desk-do-reply = Antworten
desk-do-send = Das Feld senden oder speichern, in dem Sie tippen
desk-do-note = Eine Notiz schreiben
desk-do-category = Thema
desk-do-severity = Schwere
desk-do-urgency = Wie bald
desk-do-status = Stand
desk-do-flags = Achtung
desk-do-keeper = Wer dranbleibt
desk-do-line = Eine Zeile
desk-do-themes = Stichwörter
desk-do-unit = Abteilung
desk-do-close-case = Gespräch abschließen
desk-do-print-case = Gespräch drucken
desk-do-undo = Rückgängig
desk-do-go-today = Heute
desk-do-go-me = Wartet auf mich
desk-do-go-reporter = Wartet auf Antwort
desk-do-go-aftercare = Nachsorge
desk-do-go-closed = Abgeschlossen
desk-do-go-all = Alle
desk-do-go-people = Personen
desk-do-search = Suchen
desk-do-palette = Alles, was geht
desk-do-help = Tasten
desk-do-hide = Alles verbergen
desk-do-lock = Sperren
desk-do-poster = Aushang
desk-do-first-day = Ihr erster Tag

## Print
desk-print-title = Blatt
desk-print-kit-title = Notfallblatt
desk-print-kit-organisation = Organisation
desk-print-kit-name = Name
desk-print-kit-account = Kurzname
desk-print-kit-organisation-words = Wörter der Organisation
desk-print-kit-own-words = Wörter von { $name }
desk-print-kit-how = So benutzen Sie dieses Blatt
desk-print-kit-step1 = Gehen Sie zu Ihrem Schreibtisch und wählen Sie „Notfallblatt benutzen“.
desk-print-kit-step2 = Tippen Sie Ihren Kurznamen und die sieben Gruppen oben.
desk-print-kit-step3 = Bitten Sie danach um eine neue Einladung und machen Sie ein neues Blatt.
desk-print-kit-where = Wo liegt dieses Blatt?
desk-poster-title = Stimmt etwas nicht bei der Arbeit?
desk-poster-lead = Hier können Sie es sagen. Ohne Namen, ohne Konto.
desk-poster-small = Auch Kleines zählt.
desk-poster-who = Nur wen Sie wählen, kann lesen, was Sie schreiben: { $names }.
desk-poster-device = Nehmen Sie lieber Ihr eigenes Handy, nicht das Netz der Arbeit.
desk-poster-code = Der Code, für alle derselbe:
desk-poster-words = Wörter von { $name }. Sehen Sie sie auch auf der Seite, ist es die echte.
desk-poster-screen = Aushang
desk-poster-where = Hängen Sie ihn auf, wo man kurz allein ist.
desk-print-case-title = Dieses Gespräch drucken
desk-print-case-lead = Papier hat kein Schloss. Halten Sie fest, wer dieses Blatt bekommt.
desk-print-case-notes = Auch die Notizen unter Coaches
desk-print-case-mask = Namen unlesbar machen
desk-print-case-mask-hint = Namen, einer je Zeile oder mit Kommas. Sie werden ███.
desk-print-case-warning = Enthält persönliche Daten
desk-print-case-by = Gedruckt von { $name } am { $day }

## The log, where its own words have not come yet
audit-title = Protokoll
audit-of = Protokoll, für { $name }
audit-unlock-title = Öffnen Sie das Protokoll
audit-unlock-lead = Hier prüft jemand vom Betriebsrat oder vom Datenschutz, wer was geöffnet hat. Nie steht hier ein Wort einer Meldung.
