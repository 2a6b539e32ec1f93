// Makes elements. What comes from a shop becomes text, never HTML.

/**
 * element('a', { href: '#/x' }, 'text', otherElement). A property that begins with "on" is a listener; null, false and
 * undefined are left out.
 */
export function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [property, value] of Object.entries(properties)) {
        if (value === null || value === undefined || value === false) {
            continue;
        }
        if (property.startsWith('on')) {
            made.addEventListener(property.slice(2), value);
        } else {
            made.setAttribute(property, value === true ? '' : String(value));
        }
    }
    made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ''));
    return made;
}

/** A link to a place of this page. Its focus survives a refresh. */
export function placeLink(place, text) {
    return element('a', { href: place, 'data-focus': `link ${place} ${text}` }, text);
}

/** A link for an http(s) address, and else only its text: a shop could send javascript: addresses. */
export function externalLink(address) {
    return /^https?:\/\//i.test(address ?? '')
        ? element('a', { href: address, rel: 'noreferrer noopener', target: '_blank', 'data-focus': `to ${address}` }, address)
        : address ?? '';
}

/** The address of the cashier page of a pay URL. */
export function cashierAddress(payUrl) {
    return `cashier${payUrl.slice(payUrl.indexOf('#'))}`;
}

/** A button. With a reason, it does nothing and tells why; it keeps the focus, which a disabled one would lose. */
export function button(text, act, { reason = null, focus = text, describedBy = null } = {}) {
    return element('button', {
        type: 'button',
        'data-focus': `button ${focus}`,
        'aria-disabled': reason === null ? null : 'true',
        'aria-describedby': describedBy,
        onclick: () => reason === null && act(),
    }, text);
}

/** Pairs of a name and a text or element; those without a value are left out. */
export function definitions(pairs) {
    const shown = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
    return element('dl', {}, shown.map(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
}

/**
 * A table in a box that scrolls sideways on narrow screens.
 *
 * columns: pairs of a heading and a function that makes a row's cell.
 */
export function table(caption, columns, rows, empty) {
    if (rows.length === 0) {
        return element('p', { class: 'quiet' }, empty);
    }
    const heads = columns.map(([name]) => element('th', { scope: 'col' }, name));
    const cell = (row) => ([, make, kind]) => element('td', { class: kind ?? null }, make(row) ?? '');
    return element(
        'div',
        { class: 'scroll', role: 'group', 'aria-label': caption, tabindex: 0, 'data-focus': `table ${caption}` },
        element(
            'table',
            {},
            element('caption', {}, caption),
            element('thead', {}, element('tr', {}, heads)),
            element('tbody', {}, rows.map((row) => element('tr', {}, columns.map(cell(row))))),
        ),
    );
}

/** Text as it was sent. The box may scroll, so the keyboard must reach it. */
export function exactText(text, name) {
    return element('pre', { tabindex: 0, 'aria-label': name, role: 'group', 'data-focus': `text ${name}` }, text);
}

/** The headers of a message, as lines. */
export function headers(values) {
    return Object.entries(values ?? {}).map(([name, value]) => `${name}: ${value}`).join('\n');
}

const GOOD = ['SUCCESS', 'RESOLVED', 'delivered'];
const BAD = ['FAILED', 'TERMINATED', 'given_up', 'refused'];

export function state(name) {
    const kind = GOOD.includes(name) ? 'good' : BAD.includes(name) ? 'bad' : 'waiting';
    return element('span', { class: `state ${kind}` }, name);
}

/** The API's time ("2024-06-13T09:36:14", UTC) as people read it. */
export function time(stamp) {
    return element('time', { datetime: `${stamp.replace(/Z$/, '')}Z` }, stamp.replace('T', ' ').replace(/Z$/, ''));
}

/** Copies a text. Without the clipboard's interface (http from another machine, or refused), through a selection. */
export async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
        return;
    } catch {
        // The older way follows.
    }
    const field = element('textarea', { readonly: true, 'aria-hidden': 'true' });
    const focused = document.activeElement;
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    focused?.focus();
    if (!copied) {
        throw new Error('The browser did not allow to copy. Select the text instead.');
    }
}
