### Only what differs from nl-BE.

land-device-own = Gebruik liever je eigen mobiel
land-answer = Schrijf je vandaag, dan lees je hier uiterlijk { $day } een antwoord.
routes-confidant = de vertrouwenspersoon van je bedrijf
routes-adviser = de bedrijfsarts of de arbodienst
routes-channel = de interne meldregeling of het Huis voor Klokkenluiders, bij een misstand
routes-not-formal = Wat je hier schrijft, is geen formele procedure en vervangt die ook niet. De coach kan uitleggen welke er zijn; jij beslist.
clock-late-now = Schrijf hier gerust opnieuw, of ga naar de vertrouwenspersoon van je bedrijf of de bedrijfsarts. Je hoeft niet te wachten.
hour = { $hour }{"\u00A0"}uur
hour-today = vandaag om { $hour }{"\u00A0"}uur
hour-tomorrow = morgen om { $hour }{"\u00A0"}uur
