// The texts of the page in the user's language. Each language is a file in /lang.

const LANGUAGES = ['en', 'de'];

let texts = {};

/** Loads the first of the user's languages that there is. */
export async function loadTexts() {
    const wanted = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
    const language = wanted.find((tag) => LANGUAGES.includes(tag)) ?? LANGUAGES[0];
    const response = await fetch(`lang/${language}.json`);
    if (!response.ok) {
        throw new Error(`The texts: HTTP ${response.status}`);
    }
    texts = await response.json();
    document.documentElement.lang = language;
}

/** A text with its {values} filled in. */
export function text(key, values = {}) {
    return texts[key].replace(/\{([a-z_]+)\}/g, (match, name) => String(values[name]));
}

/** Fills all elements that name their text: data-text, and data-label for what assistive technology reads. */
export function fillTexts() {
    for (const element of document.querySelectorAll('[data-text]')) {
        element.textContent = text(element.dataset.text);
    }
    for (const element of document.querySelectorAll('[data-label]')) {
        element.setAttribute('aria-label', text(element.dataset.label));
    }
    document.title = text('title');
}
