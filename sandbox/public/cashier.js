// The page behind a pay URL: #/cashier/choose?token=… before a coin is chosen, #/cashier/{order_id} after. Everything
// happens through _sandbox. All URLs are relative, as a merchant's page has a prefix: /m/{name}/.

import { copy } from './cashier/copy.js';
import { Live } from './cashier/live.js';
import { Play } from './cashier/play.js';
import { fillTexts, loadTexts, text } from './cashier/texts.js';
import { View } from './cashier/view.js';
import { ask, Refusal } from './cashier/ask.js';

const RETRY_MS = 2_000;

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
        view.showTime(newContent, isChoosing);
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

/** Shows a message and nothing of a payment. */
function showOnly(message, tone) {
    content = null;
    isChoosing = false;
    live.stop();
    view.keepFocus(() => {
        view.showOnly(message, tone);
        play.hide();
    });
}

/** Loads what the address names. */
async function load() {
    newest += 1;
    const number = newest;
    const address = location.href;
    if (!location.hash.startsWith('#/cashier/')) {
        showOnly(text('no_link'), 'bad');
        return;
    }
    try {
        const answer = await ask(`_sandbox/cashier?pay_url=${encodeURIComponent(address)}`);
        if (number === newest) {
            show(answer);
            live.follow(address, answer.version, answer.events_uri);
        }
    } catch (failure) {
        if (number === newest) {
            failToLoad(failure, address);
        }
    }
}

function failToLoad(failure, address) {
    if (failure instanceof Refusal && failure.isFinal) {
        showOnly(text(content === null ? 'bad_link' : 'gone'), 'bad');
        return;
    }
    // The sandbox has stopped, starts again, or is too busy.
    view.say(text('no_connection'), 'bad');
    content = content === null ? null : { ...content, version: null };
    live.poll(address);
}

/** Does something as the customer, and shows what became of it. */
async function act(request) {
    if (isActing) {
        // A second click must not pay twice.
        return;
    }
    isActing = true;
    const address = location.href;
    // php -S may have given the next connection to the worker that serves our stream: free it first.
    live.pause();
    let failure = null;
    try {
        const order = await ask('_sandbox/pay', { pay_url: address, ...request });
        // On a slow network, the customer may have gone to another payment meanwhile.
        if (location.href === address
            && /^#\/cashier\/[0-9]+$/.test(location.hash) && !location.hash.endsWith(`/${order.order_id}`)) {
            // Another order took this one's place.
            history.replaceState(null, '', new URL(order.pay_url).hash);
        }
    } catch (caught) {
        failure = caught;
    }
    isActing = false;
    await load();
    // After what was loaded, which would take its place.
    if (failure !== null && content !== null && location.href === address) {
        complain(request, failure);
    }
}

/** Says why what the customer wanted was not done, or that this is not known. */
function complain(request, failure) {
    const isRefused = failure instanceof Refusal && failure.isFinal;
    if (isRefused && content.order_id !== null) {
        play.refuse(request, failure.isOfInput);
        return;
    }
    const problem = text(isRefused ? 'refused' : 'act_unknown');
    if (content.order_id === null) {
        view.say(problem, 'bad');
    } else {
        play.complain(problem);
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

view.onTimeJump = load;

window.addEventListener('hashchange', () => {
    // Nothing of the payment before may be clicked while this one is loaded.
    showOnly(text('loading'), '');
    load();
});

/** Without its texts the page can say nothing, so it asks until it has them. */
async function begin() {
    try {
        await loadTexts();
    } catch {
        setTimeout(begin, RETRY_MS);
        return;
    }
    document.getElementById('late').remove();
    fillTexts();
    view.say(text('loading'));
    await load();
}

await begin();
