skip-link = Aller au contenu
busy = Un instant…
error-prefix = Erreur : { $title }
languages = Langue
summary-title = Regardez ceci un instant
counter-left = Encore environ { $n } caractères
counter-over = C'est trop long pour une seule fois. Envoyez cette partie ; le reste peut suivre.

status-new = Arrivé
status-acked = Lu
status-dialogue = En dialogue
status-clarified = Compris
status-action = On y travaille
status-feedback = Retour donné
status-aftercare = Suivi
status-closed = Terminé
status-erased = Effacé
status-unknown = Inconnu
