// What the sandbox would like to tell the shop's author.

import { ask } from './api.js';
import { button, element, placeLink, table, time } from './dom.js';
import { perform } from './page.js';

function about(warning) {
    if (warning.request !== null) {
        return placeLink(`#/requests/${warning.request}`, `${warning.method ?? ''} ${warning.target ?? `request #${warning.request}`}`.trim());
    }
    return warning.callback === null ? '' : placeLink(`#/callbacks/${warning.callback}`, `callback #${warning.callback}`);
}

/** The warnings of one request. */
export function warningList(found) {
    return found.length === 0 ? [] : [
        element('h3', {}, 'Warnings'),
        element('ul', {}, found.map(({ code, message }) => element('li', {}, `${message} (${code})`))),
    ];
}

export const warnings = {
    list: {
        title: () => 'Warnings',
        load: () => ask('/warnings'),
        body: ({ warnings: told }) => [
            element('p', { class: 'quiet' }, 'The real service ignores what it does not know. The sandbox tells you.'),
            table('Warnings', [
                ['At', (warning) => time(warning.at), 'short'],
                ['Code', (warning) => warning.code, 'short'],
                ['Warning', (warning) => warning.message],
                ['About', about],
            ], told.toReversed(), 'No warning.'),
            button(
                'Delete all warnings',
                () => perform('All warnings are deleted.', () => ask('/warnings', { method: 'DELETE' })),
                { reason: told.length === 0 ? 'There is no warning' : null },
            ),
        ],
    },
};
