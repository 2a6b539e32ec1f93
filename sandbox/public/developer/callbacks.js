// The callbacks, and one of them: what was sent, what the shop answered, and "send again".

import { ask, send } from './api.js';
import { button, definitions, element, exactText, headers, placeLink, state, table, time } from './dom.js';
import { listView } from './list.js';
import { perform } from './page.js';

const HOUR_MS = 3_600_000;

function lastAnswer(callback) {
    const last = callback.attempts.at(-1);
    return last === undefined ? 'not sent yet' : `${last.status ?? last.error}`;
}

export function callbackTable(callbacks) {
    return table('Callbacks', [
        ['Callback', (callback) => placeLink(`#/callbacks/${callback.id}`, `#${callback.id} ${callback.kind}`), 'short'],
        ['Order', (callback) => placeLink(`#/orders/${callback.order_id}`, callback.order_id), 'short'],
        ['State', (callback) => state(callback.state), 'short'],
        ['Attempts', (callback) => String(callback.attempts.length), 'short'],
        ['Last answer', lastAnswer],
        ['URL', (callback) => `${callback.method} ${callback.url}`],
    ], callbacks, 'No callback.');
}

/** The variants of "send again": title, and what to ask for. */
function variants(now) {
    const old = new Date(new Date(now).getTime() - HOUR_MS).toISOString().replace(/\.\d+Z$/, 'Z');
    return [
        ['Send again', {}],
        ['With its first date', { keep_date: true }],
        ['With a date of an hour ago', { date: old }],
        ['With a wrong signature', { signature: 'wrong' }],
        ['With a wrong token', { token: 'wrong' }],
        ['Twice at once', { copies: 2 }],
    ];
}

function again(callback, older) {
    const resend = (id, words, body) => perform(`Callback #${id} is sent again: ${words}.`, async () => {
        const { time: now } = await ask('');
        await send(`/callbacks/${id}/resend`, typeof body === 'function' ? body(now) : body);
    });
    const reason = older === undefined ? 'This order has no older callback' : null;
    return [
        element('h3', {}, 'Send it again'),
        element(
            'div',
            { class: 'buttons' },
            variants(0).map(([title], i) => button(
                title,
                () => resend(callback.id, title.toLowerCase(), (now) => variants(now)[i][1]),
            )),
            button(
                'Out of order',
                () => resend(older.id, 'out of order', {}),
                { reason, describedBy: 'about-order' },
            ),
        ),
        element('p', { class: 'quiet', id: 'about-order' }, older === undefined
            ? `“Out of order” sends an older callback of the order again. ${reason}.`
            : `“Out of order” sends callback #${older.id} (${older.kind}) again, which is older than this one.`),
    ];
}

function attempt(one, number, isLast) {
    const answer = one.answer;
    const kept = answer === null ? '' : `${answer.body_bytes} bytes${answer.body_bytes > 8192 ? ', the first 8192 are shown' : ''}`;
    const words = [`${number}.`, one.status ?? one.error, `at ${one.at.replace('T', ' ')}`, `${one.took_ms} ms`, one.variant ?? ''];
    const sent = one.request;
    return element(
        'details',
        { 'data-focus': `attempt ${number}`, open: isLast },
        element('summary', { 'data-focus': `open ${number}` }, words.filter((word) => word !== '').join(' · ')),
        one.error === null ? '' : element('p', { class: 'bad' }, one.error),
        element('h4', {}, 'Sent'),
        sent.headers === null
            ? element('p', { class: 'quiet' }, 'Nothing was sent, or it is no longer kept.')
            : exactText(headers(sent.headers), `Headers of attempt ${number}`),
        sent.body === null ? '' : exactText(sent.body, `Body of attempt ${number}`),
        one.signed === null ? '' : [
            element('p', {}, 'A right signature is the base64 of the HMAC-SHA256 of this text with the callback_secret:'),
            exactText(one.signed, `Signed text of attempt ${number}`),
        ],
        element('h4', {}, 'The shop’s answer'),
        answer === null ? element('p', { class: 'quiet' }, 'None.') : [
            exactText(`${one.status}\n${headers(answer.headers)}`, `Answer to attempt ${number}`),
            element('p', { class: 'quiet' }, `Body: ${kept}`),
            answer.body === '' ? '' : exactText(answer.body, `Body of the answer to attempt ${number}`),
        ],
    );
}

export const callbacks = {
    list: listView({
        name: 'callbacks',
        title: 'Callbacks',
        hint: 'Order, URL, kind or state',
        draw: callbackTable,
    }),
    one: {
        title: (target) => `Callback #${target.id}`,
        async load(target) {
            const { next_attempt_in_ms: next, ...callback } = await ask(`/callbacks/${encodeURIComponent(target.id)}`);
            const order = await ask(`/orders/${callback.order_id}`);
            const older = order.callbacks.filter((other) => other.id < callback.id).at(-1);
            return { callback, isWaiting: next !== null, older };
        },
        body: ({ callback, isWaiting, older }) => [
            definitions([
                ['Order', placeLink(`#/orders/${callback.order_id}`, callback.order_id)],
                ['Kind', callback.kind],
                ['State', state(callback.state)],
                ['Next attempt', isWaiting ? 'soon: the pause doubles after each attempt' : ''],
                ['Method', callback.method],
                ['URL', callback.url],
                ['Created', time(callback.created_at)],
            ]),
            ...again(callback, older),
            element('h3', {}, 'Attempts'),
            ...(callback.attempts.length === 0 ? [element('p', { class: 'quiet' }, 'Not sent yet.')] : []),
            ...callback.attempts.map((one, i) => attempt(one, i + 1, i === callback.attempts.length - 1)).reverse(),
        ],
    },
};
