// The frame of the page: which view is shown, its refresh, and messages.

const byId = (id) => document.getElementById(id);
const REFRESH_MS = 2000;

let views = {};
let shown = null;
let timer = null;
let isBusy = false;

/** Tells what an action did, or why it failed. */
export function tell(words, isBad = false) {
    // A live region is read again even if the same text is put in its place.
    if (byId('message').textContent !== words) {
        byId('message').textContent = words;
    }
    byId('message').classList.toggle('bad', isBad);
}

/** Runs an action of the user, tells its outcome and shows what it changed. */
export async function perform(words, action) {
    if (isBusy) {
        return;
    }
    isBusy = true;
    tell('');
    try {
        const outcome = await action();
        tell(typeof words === 'function' ? words(outcome) : words);
    } catch (error) {
        tell(error.message, true);
    } finally {
        isBusy = false;
    }
    await refresh();
}

function decoded(text) {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

/** A place: #/name/id?query */
function place() {
    const [path, search] = location.hash.replace(/^#\/?/, '').split('?', 2);
    const [name, ...rest] = path.split('/');
    return {
        name: Object.hasOwn(views, name) ? name : 'orders',
        id: rest.length === 0 ? null : decoded(rest.join('/')),
        query: Object.fromEntries(new URLSearchParams(search ?? '')),
    };
}

/**
 * Gives an element what the user has done to the one before it: opened, or filled in.
 *
 * A field that has another value by itself now is not filled in again: its order was paid in part, for example.
 */
function repeat(old, made) {
    if (made instanceof HTMLDetailsElement) {
        made.open = old.open;
    } else if (made instanceof HTMLInputElement && made.defaultValue === old.defaultValue) {
        made.value = old.value;
        made.setSelectionRange(old.selectionStart, old.selectionEnd);
    }
}

/** Replaces what the view shows. The focus stays on the same thing, and what the user has done stays as it is. */
function draw(nodes) {
    const body = byId('body');
    const focused = body.contains(document.activeElement) ? document.activeElement.dataset.focus : undefined;
    const before = new Map();
    for (const old of body.querySelectorAll('[data-focus]')) {
        before.set(old.dataset.focus, { old, scrolled: [old.scrollLeft, old.scrollTop] });
    }
    body.replaceChildren(...nodes);
    for (const made of body.querySelectorAll('[data-focus]')) {
        const known = before.get(made.dataset.focus);
        if (known !== undefined) {
            repeat(known.old, made);
            made.scrollTo(...known.scrolled);
        }
    }
    if (focused !== undefined) {
        const same = body.querySelector(`[data-focus="${CSS.escape(focused)}"]`);
        (same ?? byId('title')).focus({ preventScroll: true });
    }
}

async function show(target) {
    try {
        const data = await target.view.load(target);
        if (shown !== target) {
            return;
        }
        const text = JSON.stringify(data);
        if (text !== target.text) {
            target.text = text;
            draw(target.view.body(data, target));
        }
        if (target.failed) {
            target.failed = false;
            tell('');
        }
    } catch (error) {
        if (shown === target) {
            target.failed = true;
            tell(error.message, true);
        }
    }
}

/** Loads the view's data again. */
export async function refresh() {
    clearTimeout(timer);
    const target = shown;
    if (target !== null && !document.hidden) {
        await show(target);
    }
    if (shown === target) {
        clearTimeout(timer);
        timer = setTimeout(refresh, REFRESH_MS);
    }
}

async function navigate(moveFocus) {
    const next = place();
    const view = views[next.name][next.id === null ? 'list' : 'one'] ?? views[next.name].list;
    const isSame = shown !== null && shown.view === view && shown.id === next.id;
    shown = { ...next, view, text: null, failed: false };
    for (const link of document.querySelectorAll('nav a')) {
        if (link.getAttribute('href') === `#/${next.name}`) {
            link.setAttribute('aria-current', 'page');
        } else {
            link.removeAttribute('aria-current');
        }
    }
    byId('title').textContent = view.title(shown);
    document.title = `${view.title(shown)} – Aurpay sandbox`;
    if (!isSame) {
        byId('head').replaceChildren(...(view.head?.(shown) ?? []));
        byId('body').replaceChildren();
        if (moveFocus) {
            tell('');
            byId('title').focus();
        }
    }
    await refresh();
}

/** @param all name => { list: view, one: view }; a view has title(), load(), body() and perhaps head() */
export function start(all) {
    views = all;
    // Its own #view would be a place of this page.
    document.querySelector('.skip').addEventListener('click', (event) => {
        event.preventDefault();
        byId('view').focus();
    });
    window.addEventListener('hashchange', () => navigate(true));
    document.addEventListener('visibilitychange', refresh);
    return navigate(false);
}
