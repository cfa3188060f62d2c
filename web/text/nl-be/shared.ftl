### Words that reporter and desk share. This language is the source: every key is here.

skip-link = Naar de inhoud
busy = Bezig…
error-prefix = Fout: { $title }
languages = Taal
version = Versie van deze pagina's: { $words }
version-use = Deze woorden horen bij één versie van de pagina's. Staan er op een ander toestel of bij een collega andere, dan kregen jullie niet hetzelfde: vraag waarom. Dezelfde woorden geven geen zekerheid, want een server die iets verandert, kan ze laten staan. Wat hij echt stuurt, kijkt iedereen van op een andere computer na met «micromoed verify-site».
summary-title = Kijk dit even na
counter-left = Nog ongeveer { $n } tekens
counter-over = Dit is te lang voor één keer. Stuur dit deel; de rest kan straks als vervolg.

## What a conversation's status is called.

status-new = Aangekomen
status-acked = Gelezen
status-dialogue = In gesprek
status-clarified = Begrepen
status-action = Er wordt aan gewerkt
status-feedback = Terugkoppeling gegeven
status-aftercare = Nazorg
status-closed = Afgerond
status-erased = Gewist
status-unknown = Onbekend

## Files: chosen, looked into, sent.

files-cleaned = Op dit toestel halen we eruit wat zegt waar, wanneer en door wie iets gemaakt is. Er vertrekt nog niets.
files-choose = Kies foto's of bestanden
files-more = Kies er nog
files-most = Hoogstens 10, en elk hoogstens 25 MB.
files-drop = Ze hierheen slepen mag ook.
files-chosen = Gekozen bestanden
file-photo = Foto { $n }
file-document = Document { $n }
file-any = Bestand { $n }
file-cleaning = We kijken na wat erin zit…
file-gone = Weg
file-stays = Blijft
gone-place = plaats
gone-device = toestel
gone-date = datum
gone-author = auteur
gone-thumbnail = oud voorbeeldje
gone-comment = opmerkingen
gone-colours = kleurprofiel
gone-appended = wat achter de foto verstopt zat
gone-other = andere verborgen gegevens
gone-none = er zat niets verborgen in
stays-photo = wat je op de foto ziet
stays-document = wat op de bladzijden staat
stays-all = alles
file-doubt = We haalden eruit wat we vonden. Er kan nog iets in zitten wat je niet ziet, zoals een naam of oude tekst. Een foto van het scherm is veiliger.
file-untouched = We konden niet nakijken wat hierin zit. Een foto van het scherm is veiliger.
file-large = Dit is { $size }, en 25 MB is het meeste wat gaat. Je kan het later in een gesprek geven.
file-empty = Dit bestand is leeg. Kies een ander.
file-unreadable = Dit bestand gaat niet open. Staat het nog op dit toestel? Kies het dan opnieuw.
file-module = Het nakijken lukte niet, en zo sturen we het niet. Probeer opnieuw.
file-remove = Haal weg
file-removed = { $name } is weg.
pass-waits = wacht op zijn beurt
pass-sealing = gaat op slot…
pass-sending = wordt verstuurd: { $percent } %
pass-sent = verstuurd
pass-stop = Stop
pass-again = Probeer opnieuw
