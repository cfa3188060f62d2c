desk-title = Arbeitsplatz
