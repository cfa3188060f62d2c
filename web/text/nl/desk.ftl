### Only what differs from nl-BE.

desk-first-trial-why = Met je mobiel, beantwoord hem, en wis hem daarna samen.
desk-poster-where = Hang hem op waar mensen even alleen zijn.
desk-poster-title = Zit er iets niet goed op je werk?
desk-poster-device = Gebruik liever je eigen mobiel, niet het netwerk van je werk.
desk-reply-at = { $time } uur
desk-unlock-no-organisation = We kennen geen organisatie “{ $slug }”. Er is nog niets verstuurd. Kijk het adres na op jullie poster.
desk-accept-done-first = Dit zijn de woorden van { $slug }. Ze horen op de poster: wie een melding schrijft, kan ermee nagaan dat dit de echte pagina is.
desk-accept-done-poster = Druk de poster af
desk-first-poster = Druk de poster af
desk-first-poster-do = Toon de poster
desk-poster-screen = Poster
desk-do-poster = Poster
desk-code-since = Wie schrijft, heeft de code op de poster nodig. Deze geldt sinds { $day }.
desk-code-made = Dit is de code. Je ziet hem alleen nu: druk de poster af of schrijf hem over.
desk-code-print = Druk de poster af
desk-code-counts = Hij geldt vanaf nu.
desk-code-second = Hij geldt zodra een andere bewaker tekent. Geef die deze woorden.
desk-code-former = De code van ervoor geldt ook nog: wie net aan het schrijven is, wordt niet tegengehouden. Maak je er nog een, dan vervalt hij.
desk-code-why = Een code houdt buitenstaanders weg. Hij is voor iedereen dezelfde en zegt dus niet wie schrijft. Geef niemand een eigen code: het apparaat van wie schrijft, weigert die.
