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
