// Written by `npm run texts` from text/nl-be/reporter.ftl: the places of each key.

export interface ReporterTexts {
}
