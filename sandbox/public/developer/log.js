// The live log: the calls of the API as they come. It asks once a second and only while somebody looks, as the sandbox
// has few workers; an open stream would hold one.

import { ask } from './api.js';
import { element } from './dom.js';
import { isRefused, outcome } from './requests.js';

const byId = (id) => document.getElementById(id);
const PAUSE_MS = 1000;
const KEPT = 200;

let last = 0;
let mustCatchUp = true;
let isPaused = false;

function entry(request) {
    const words = `${request.method} ${request.target}`;
    return element(
        'li',
        {},
        element('span', { class: 'quiet' }, `${request.at.slice(11)} `),
        element('a', { href: `#/requests/${request.id}` }, words),
        ' ',
        element('span', { class: isRefused(request) ? 'bad' : 'good' }, outcome(request)),
        request.reason === null ? '' : element('span', { class: 'bad' }, `: ${request.reason}`),
    );
}

/** Puts new entries on top. Entries that are there stay as they are, and so does the focus in them. */
function add(requests) {
    const list = byId('entries');
    for (const request of requests) {
        list.prepend(entry(request));
        last = request.id;
    }
    while (list.children.length > KEPT && !list.lastElementChild.contains(document.activeElement)) {
        list.lastElementChild.remove();
    }
}

async function load() {
    if (!mustCatchUp) {
        add((await ask(`/requests?after=${last}`)).requests);
        return;
    }
    const { requests } = await ask('/requests?sort=desc&size=50');
    if ((requests[0]?.id ?? 0) < last) {
        // A sandbox that was started anew counts from 1 again.
        byId('entries').replaceChildren();
        last = 0;
    }
    add(requests.filter((request) => request.id > last).reverse());
    mustCatchUp = false;
}

async function turn() {
    if (!document.hidden && !isPaused) {
        try {
            await load();
            byId('log-state').textContent = byId('entries').children.length === 0 ? 'No call of the API yet.' : '';
        } catch (error) {
            mustCatchUp = true;
            byId('log-state').textContent = error.message;
        }
    }
    setTimeout(turn, PAUSE_MS);
}

export function startLog() {
    byId('pause').addEventListener('click', () => {
        isPaused = !isPaused;
        byId('pause').setAttribute('aria-pressed', String(isPaused));
        byId('log-state').textContent = isPaused ? 'New calls are not shown.' : '';
    });
    return turn();
}
