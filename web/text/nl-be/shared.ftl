### Words that reporter and desk share. This language is the source: every key is here.

skip-link = Naar de inhoud
busy = Bezig…
error-prefix = Fout: { $title }
languages = Taal
summary-title = Er ontbreekt nog iets
counter-left = Nog ongeveer { $n } tekens
counter-over = Dit is te lang voor één keer. Stuur dit deel; de rest kan straks als vervolg.
