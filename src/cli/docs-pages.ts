/** Where our pages are: an installed program has none beside it. */
export const DOCS = 'https://github.com/outage-oncall/outage-oncall/blob/main/docs';
