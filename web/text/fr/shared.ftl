skip-link = Aller au contenu
busy = En cours…
error-prefix = Erreur : { $title }
languages = Langue
