### Only what differs from nl-BE.

version-use = Deze woorden horen bij één versie van de pagina's. Staan er op een ander apparaat of bij een collega andere, dan kregen jullie niet hetzelfde: vraag waarom. Dezelfde woorden geven geen zekerheid, want een server die iets verandert, kan ze laten staan. Wat hij echt stuurt, kan iedereen vanaf een andere computer nakijken met «micromoed verify-site».
