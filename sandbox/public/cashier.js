// The page behind a pay URL: #/cashier/choose?token=… before a coin is chosen, #/cashier/{order_id} after. Everything
// happens through _sandbox. All URLs are relative, as a merchant's page has a prefix: /m/{name}/.

import { copy } from './cashier/copy.js';
import { Live } from './cashier/live.js';
import { Play } from './cashier/play.js';
import { fillTexts, loadTexts, text } from './cashier/texts.js';
import { View } from './cashier/view.js';
import { ask, Refusal } from './cashier/ask.js';

const view = new View();
const live = new Live({ load, onContent: show, onEnd: load });
const play = new Play({ act });

let content = null;
/** Whether the customer looks at the coins although one is chosen. */
let isChoosing = false;
let isActing = false;
/** The number of the newest question: an older one's answer may come later. */
let newest = 0;

function show(newContent) {
    if (newContent.version === content?.version) {
        return;
    }
    if (newContent.order_id !== content?.order_id || newContent.status !== content?.status) {
        isChoosing = false;
    }
    content = newContent;
    draw();
}

function draw() {
    view.keepFocus(() => {
        view.show(content, isChoosing);
        play.show(content);
    });
}

/** Loads what the address names. */
async function load() {
    if (!location.hash.startsWith('#/cashier/')) {
        live.stop();
        view.showProblem(text('no_link'));
        return;
    }
    newest += 1;
    const number = newest;
    const address = location.href;
    try {
        const answer = await ask(`_sandbox/cashier?pay_url=${encodeURIComponent(address)}`);
        if (number === newest) {
            show(answer);
            live.follow(address, answer.version, answer.events_uri);
        }
    } catch (failure) {
        if (number === newest) {
            fail(failure);
        }
    }
}

/** Says why there is nothing to show. */
function fail(failure) {
    if (failure instanceof Refusal && failure.isFinal) {
        live.stop();
        const message = text(content === null ? 'bad_link' : 'gone');
        content = null;
        view.showProblem(message);
        play.hide();
    } else {
        // The sandbox has stopped, or starts again.
        view.say(text('no_connection'), 'bad');
        content = content === null ? null : { ...content, version: null };
        live.poll(location.href);
    }
}

/** Says why what the customer wanted was not done. */
function refuse(request, failure) {
    if (content.order_id === null) {
        view.say(text('refused'), 'bad');
    } else {
        play.refuse(request, failure.isOfInput);
    }
}

/** Does something as the customer, and shows what became of it. */
async function act(request) {
    if (isActing) {
        // A second click must not pay twice.
        return;
    }
    isActing = true;
    // php -S may have given the next connection to the worker that serves our stream: free it first.
    live.pause();
    let failure = null;
    try {
        const order = await ask('_sandbox/pay', { pay_url: location.href, ...request });
        if (/^#\/cashier\/[0-9]+$/.test(location.hash) && !location.hash.endsWith(`/${order.order_id}`)) {
            // Another order took this one's place.
            history.replaceState(null, '', new URL(order.pay_url).hash);
        }
    } catch (caught) {
        failure = caught;
    }
    isActing = false;
    await load();
    // Last, as a new state of the payment takes older messages away. Without a connection, load() has said so.
    if (failure instanceof Refusal && content !== null) {
        refuse(request, failure);
    }
}

view.onChoose = async (coin) => {
    await act({ action: content.order_id === null ? 'choose' : 'choose_again', ...coin });
    view.focusHeading();
};
view.onSwitch = (toCoins) => {
    isChoosing = toCoins;
    draw();
    view.focusHeading();
};
view.onCopy = async (element) => view.announce(
    await copy(element) ? text('copied', { value: element.textContent }) : text('copy_failed'),
);

window.addEventListener('hashchange', () => {
    content = null;
    load();
});
await loadTexts();
fillTexts();
view.say(text('loading'));
await load();
