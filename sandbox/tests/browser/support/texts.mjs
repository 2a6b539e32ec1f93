// The texts that the pages must show, from their language files.

import { readFileSync } from 'node:fs';

const read = (language) =>
    JSON.parse(readFileSync(new URL(`../../../public/lang/${language}.json`, import.meta.url), 'utf8'));

const texts = { en: read('en'), de: read('de') };

/** A text in a language, with its {values} filled in. */
export function text(language, key, values = {}) {
    return texts[language][key].replace(/\{([a-z_]+)\}/g, (match, name) => values[name]);
}

export { texts };
