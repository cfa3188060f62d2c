### Words that reporter and desk share. This language is the source: every key is here.

skip-link = Naar de inhoud
busy = Bezig…
error-prefix = Fout: { $title }
languages = Taal
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
