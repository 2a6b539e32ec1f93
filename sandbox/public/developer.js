// The developer's page. Each section is a module of its own; all of them use the control endpoints alone.

import { ask, query } from './developer/api.js';
import { callbacks } from './developer/callbacks.js';
import { clock, difference } from './developer/clock.js';
import { faults } from './developer/faults.js';
import { startLog } from './developer/log.js';
import { orders } from './developer/orders.js';
import { start } from './developer/page.js';
import { requests } from './developer/requests.js';
import { search } from './developer/search.js';
import { shop } from './developer/shop.js';
import { warnings } from './developer/warnings.js';

const CLOCK_MS = 2000;
const byId = (id) => document.getElementById(id);

/** The sandbox's time in the header. */
async function showTime() {
    if (!document.hidden) {
        try {
            const now = await ask('');
            const shown = `${now.time.replace('T', ' ').replace('Z', '')} UTC`;
            byId('time').textContent = now.clock_offset_seconds === 0
                ? shown
                : `${shown}, ${difference(now.clock_offset_seconds)}`;
        } catch (error) {
            byId('time').textContent = error.message;
        }
    }
    setTimeout(showTime, CLOCK_MS);
}

byId('search').addEventListener('submit', (event) => {
    event.preventDefault();
    location.hash = `#/search${query({ q: byId('words').value.trim() })}`;
});

const views = { orders, callbacks, requests, warnings, faults, clock, shop, search };
await Promise.all([start(views), startLog(), showTime()]);
