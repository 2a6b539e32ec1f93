// The calls of the API, and one of them with the check of its signature.

import { ask } from './api.js';
import { definitions, element, exactText, headers, placeLink, table, time } from './dom.js';
import { listView } from './list.js';
import { warningList } from './warnings.js';

/** The outcome of a call in a few words. */
export function outcome(request) {
    const code = request.code === null || request.code === 0 ? '' : `, code ${request.code}`;
    return `${request.status}${code}${request.fault === null ? '' : ', fault'}`;
}

export function isRefused(request) {
    return request.status >= 400 || (request.code ?? 0) !== 0;
}

export function requestTable(requests) {
    return table('Requests', [
        ['Request', (request) => placeLink(`#/requests/${request.id}`, `#${request.id}`), 'short'],
        ['At', (request) => time(request.at), 'short'],
        ['Call', (request) => `${request.method} ${request.target}`],
        ['Outcome', (request) => element('span', { class: isRefused(request) ? 'bad' : null }, outcome(request)), 'short'],
        ['Signature', (request) => {
            const check = request.signature;
            return check === null ? '' : element('span', { class: check.accepted ? null : 'bad' }, check.problem ?? 'right');
        }],
        ['Took', (request) => `${request.took_ms} ms`, 'short'],
    ], requests, 'No request.');
}

function signature(check) {
    if (check === null) {
        return [element('p', { class: 'quiet' }, 'The request was not signed: it has no API-Token.')];
    }
    const rows = [
        ['Algorithm', check.signed.signature_origin.split(' | ')[0], check.received.algorithm],
        ['Date', `${check.signed.date} (the sandbox’s time)`, check.received.date],
        ['Body-MD5', check.signed.body_md5 || '(none for GET)', check.received.body_md5 || '(empty)'],
        ['API-Token', '', check.api_token_known ? 'known' : 'unknown'],
        ['Signature', check.accepted ? 'is right' : check.problem, check.received.signature || '(missing)'],
    ];
    return [
        element('p', { class: check.accepted ? 'good' : 'bad' }, check.accepted ? 'The signature is right.' : check.problem),
        check.hint === null ? '' : element('p', {}, check.hint),
        element('p', {}, 'The sandbox has signed this text. The shop must sign the same:'),
        exactText(check.signed.signature_origin, 'What the sandbox has signed'),
        table('Signature check', [
            ['Header', ([name]) => name, 'short'],
            ['The sandbox', ([, own]) => own],
            ['The shop sent', ([, , sent]) => sent],
        ], rows, ''),
    ].filter((node) => node !== '');
}

function message(title, values, body) {
    return [
        element('h3', {}, title),
        exactText(headers(values), `${title}: headers`),
        body === null
            ? element('p', { class: 'quiet' }, 'The body is not kept: only those of Aurpay’s last 1000 calls are.')
            : body === '' ? element('p', { class: 'quiet' }, 'No body.') : exactText(body, `${title}: body`),
    ];
}

export const requests = {
    list: listView({
        name: 'requests',
        title: 'Requests',
        hint: 'Method, path, status, code=… or trace id',
        draw: requestTable,
    }),
    one: {
        title: (target) => `Request #${target.id}`,
        load: (target) => ask(`/requests/${encodeURIComponent(target.id)}`),
        body: (request) => [
            definitions([
                ['Call', `${request.method} ${request.target}`],
                ['Outcome', outcome(request)],
                ['At', time(request.at)],
                ['Took', `${request.took_ms} ms`],
                ['Trace id', request.trace_id],
                ['Protocol', [request.protocol, request.tls].filter((word) => word !== null).join(', ')],
                ['Connection', `${request.connection}, its request ${request.connection_request}`],
                ['Body', `${request.body_bytes} bytes, MD5 ${request.body_md5}`],
            ]),
            ...warningList(request.warnings),
            element('h3', {}, 'Signature'),
            ...signature(request.signature),
            ...message('What the shop sent', request.headers, request.body),
            ...message('The answer', request.response_headers, request.response_body),
        ],
    },
};
