// A search in orders, callbacks and requests at once.

import { ask, query } from './api.js';
import { callbackTable } from './callbacks.js';
import { element, placeLink } from './dom.js';
import { orderTable } from './orders.js';
import { requestTable } from './requests.js';

const SHOWN = 10;
const PARTS = [['orders', 'Orders', orderTable], ['callbacks', 'Callbacks', callbackTable], ['requests', 'Requests', requestTable]];

export const search = {
    list: {
        title: (target) => `Search: ${target.query.q ?? ''}`,
        async load({ query: { q } }) {
            const ends = PARTS.map(([name]) => ask(`/${name}${query({ q, size: SHOWN, sort: 'desc', page: 1 })}`));
            return Object.fromEntries((await Promise.all(ends)).map((answer, i) => [PARTS[i][0], answer]));
        },
        body: (found, { query: { q } }) => PARTS.map(([name, title, draw]) => [
            element('h3', {}, `${title}: ${found[name].total}`),
            draw(found[name][name]),
            found[name].total > SHOWN ? element('p', {}, placeLink(`#/${name}${query({ q })}`, `All ${found[name].total} ${name}`)) : '',
        ]).flat().filter((node) => node !== ''),
    },
};
