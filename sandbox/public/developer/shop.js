// What a shop needs: addresses, credentials, and the lines of a .env file.

import { ask } from './api.js';
import { button, copy, element, exactText, table } from './dom.js';
import { tell } from './page.js';

async function copyAndTell(text, name) {
    try {
        await copy(text);
        tell(`${name} is copied.`);
    } catch (error) {
        tell(error.message, true);
    }
}

function copyButton(text, name) {
    const made = button('Copy', () => copyAndTell(text, name), { focus: `copy ${name}` });
    made.setAttribute('aria-label', `Copy ${name}`);
    return made;
}

export const shop = {
    list: {
        title: () => 'Credentials',
        load: () => ask('/merchant'),
        body: ({ environment, ...settings }) => [
            element('h3', {}, 'For a shop’s .env'),
            exactText(environment, '.env'),
            copyButton(environment, '.env'),
            element('h3', {}, 'One by one'),
            table('Addresses and credentials', [
                ['Name', ([name]) => name, 'short name'],
                ['Value', ([, value]) => String(value)],
                ['Copy', ([name, value]) => copyButton(String(value), name), 'short'],
            ], Object.entries(settings).filter(([, value]) => value !== null), ''),
        ],
    },
};
