// A list with a search and pages.

import { ask, query } from './api.js';
import { button, element } from './dom.js';

const SIZE = 50;

function pageNavigation(name, total, target) {
    const page = Number(target.query.page ?? 1);
    const pages = Math.max(1, Math.ceil(total / SIZE));
    const turn = (to) => () => {
        location.hash = `#/${name}${query({ ...target.query, page: to })}`;
    };
    const reason = (isEnd) => (isEnd ? 'There is no such page' : null);
    return pages === 1 ? [] : [element(
        'div',
        { class: 'pages', role: 'group', 'aria-label': 'Pages' },
        button('Previous page', turn(page - 1), { reason: reason(page <= 1) }),
        `Page ${page} of ${pages}`,
        button('Next page', turn(page + 1), { reason: reason(page >= pages) }),
    )];
}

function searchForm(name, hint, target) {
    const field = element('input', { id: 'list-words', type: 'search', autocomplete: 'off', spellcheck: 'false' });
    field.value = target.query.q ?? '';
    return element(
        'form',
        {
            role: 'search',
            'aria-label': `Search ${name}`,
            onsubmit: (event) => {
                event.preventDefault();
                location.hash = `#/${name}${query({ q: field.value.trim() })}`;
            },
        },
        element('label', { for: 'list-words' }, hint),
        field,
        element('button', { type: 'submit' }, 'Find'),
    );
}

/**
 * name: of the endpoint, of the member of its answer, and of the place. draw: makes the table of the entries.
 * more: loads what else is shown. first: says how the first entry comes, while there is none.
 */
export function listView({ name, title, hint, draw, above = () => [], more = async () => null, first = '' }) {
    return {
        title: () => title,
        head: (target) => [searchForm(name, hint, target)],
        async load(target) {
            const { q, page } = target.query;
            const answer = await ask(`/${name}${query({ q, page, size: SIZE, sort: 'desc' })}`);
            return { total: answer.total, entries: answer[name], more: await more(target) };
        },
        body: (data, target) => [
            ...above(data.more),
            element('p', { class: 'quiet' }, `${data.total} found`),
            draw(data.entries),
            data.total === 0 && first !== '' && (target.query.q ?? '') === ''
                ? element('p', { class: 'quiet' }, first)
                : '',
            ...pageNavigation(name, data.total, target),
        ],
    };
}
