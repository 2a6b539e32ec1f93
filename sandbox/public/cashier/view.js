// Shows the content of the cashier: the coins, the payment, or its result.

import { coinLogo } from './coins.js';
import { Countdown } from './countdown.js';
import { qrCode } from './qr.js';
import { text } from './texts.js';

const byId = (id) => document.getElementById(id);

/** Status => the look of its message, and the sign of the result. */
const TONES = {
    PARTIAL: ['bad'],
    SUCCESS: ['good', '✓'],
    RESOLVED: ['good', '✓'],
    OVERDUE: ['bad', '!'],
    FAILED: ['bad', '×'],
    TERMINATED: ['', '×'],
    REFUNDED: ['', '←'],
};

export class View {
    /** @type {(coin: {chain: string, currency: string}) => void} */
    onChoose = () => {};
    /** @type {(toCoins: boolean) => void} */
    onSwitch = () => {};
    /** @type {(element: HTMLElement) => void} */
    onCopy = () => {};

    /** Called when the time that is shown may be wrong. */
    onTimeJump = () => {};

    #countdown = new Countdown(byId('countdown'), {
        onSoon: () => this.announce(text('time_soon')),
        onJump: () => this.onTimeJump(),
    });
    #shownCoins = '';
    #shownQr = '';

    constructor() {
        byId('coins').addEventListener('click', ({ target }) => {
            const button = target.closest('button');
            if (button !== null && button.getAttribute('aria-disabled') !== 'true') {
                this.onChoose({ chain: button.dataset.chain, currency: button.dataset.currency });
            }
        });
        byId('another-coin').addEventListener('click', () => this.onSwitch(true));
        byId('choose-again').addEventListener('click', () => this.onSwitch(true));
        byId('keep-coin').addEventListener('click', () => this.onSwitch(false));
        for (const button of document.querySelectorAll('[data-copies]')) {
            button.addEventListener('click', () => this.onCopy(byId(button.dataset.copies)));
        }
    }

    show(content, isChoosing) {
        const isOpen = content.status === 'PENDING' || content.status === 'PARTIAL';
        const section = content.order_id === null || isChoosing ? 'choose' : isOpen ? 'payment' : 'result';
        this.#open(section);
        byId('facts').hidden = false;
        byId('price').textContent = `${content.vs_price} ${content.vs_currency}`;
        byId('order-row').hidden = content.order_id === null;
        byId('order-id').textContent = content.order_id ?? '';
        this.#countdown.stop();
        if (section === 'choose') {
            this.#showCoins(content);
        } else if (section === 'payment') {
            this.#showPayment(content);
        } else {
            this.#showResult(content);
        }
        if (content.status === null) {
            this.say('');
            document.title = text('title');
        } else {
            this.say(text(`state_${content.status}`, content), TONES[content.status]?.[0]);
            document.title = `${text(`state_${content.status}`, content).split(/[.:!]/)[0]} – ${text('title')}`;
        }
    }

    /** Shows a message and nothing of a payment. */
    showOnly(message, tone) {
        this.#open(null);
        byId('facts').hidden = true;
        this.#countdown.stop();
        this.say(message, tone);
        document.title = text('title');
    }

    /** The time that is left, of a payment that is shown already. */
    showTime(content, isChoosing) {
        if (content.status === 'PENDING' && !isChoosing) {
            this.#countdown.start(content.expires_at, content.now);
        }
    }

    /** The state. Screen readers read it when it changes. */
    say(message, tone = '') {
        const element = byId('status');
        element.dataset.tone = tone;
        if (element.textContent !== message) {
            element.textContent = message;
        }
    }

    /** A message for screen readers alone, like "Copied". */
    announce(message) {
        byId('announcement').textContent = '';
        // A live region is read when its text changes, the same text again too.
        requestAnimationFrame(() => { byId('announcement').textContent = message; });
    }

    /** Changes the page. If what has the focus vanishes, the heading of what came instead gets it. */
    keepFocus(change) {
        const focused = document.activeElement;
        change();
        if (focused !== document.body && !focused.checkVisibility()) {
            this.focusHeading();
        }
    }

    /** The heading of what is shown; without one, the message. */
    focusHeading() {
        (document.querySelector('main > section:not([hidden]) > h2') ?? byId('status')).focus();
    }

    #open(id) {
        for (const section of ['choose', 'payment', 'result']) {
            byId(section).hidden = section !== id;
        }
    }

    #showCoins(content) {
        byId('keep-coin').hidden = content.order_id === null || content.status !== 'PENDING';
        byId('keep-coin').textContent = text('keep_coin', { currency: content.currency ?? '' });
        const coins = JSON.stringify(content.coins);
        if (coins === this.#shownCoins) {
            return;
        }
        this.#shownCoins = coins;
        byId('coins').replaceChildren(...content.coins.map((coin) => {
            const item = document.createElement('li');
            item.append(View.#coinButton(coin));

            return item;
        }));
    }

    static #coinButton({ chain, chain_name, currency, amount, reason }) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'coin';
        button.dataset.chain = chain;
        button.dataset.currency = currency;
        const name = document.createElement('span');
        name.textContent = text('coin_option', { currency, chain: chain_name });
        const detail = document.createElement('span');
        detail.className = 'amount';
        detail.textContent = reason === null ? text('coin_amount', { amount, currency }) : text(`coin_${reason}`);
        if (reason !== null) {
            button.setAttribute('aria-disabled', 'true');
        }
        button.append(coinLogo(currency), name, document.createTextNode(' '), detail);

        return button;
    }

    #showPayment(content) {
        const isPartial = content.status === 'PARTIAL';
        byId('payment-title').textContent = isPartial ? text('title_PARTIAL') : text('pay_title', content);
        byId('pay-hint').textContent = text(content.lightning ? 'pay_hint_lightning' : 'pay_hint');
        byId('amount-label').textContent = text(isPartial ? 'missing_amount' : 'amount');
        byId('amount').textContent = content.missing;
        byId('currency').textContent = content.currency;
        byId('address-label').textContent = text(content.lightning ? 'invoice' : 'address');
        byId('address').textContent = content.payment_request ?? content.address;
        byId('copy-address').setAttribute('aria-label', text(content.lightning ? 'copy_invoice' : 'copy_address'));
        byId('network').textContent = content.chain_name;
        this.#showQr(content.qr_content);
        const link = byId('wallet-link');
        link.parentElement.hidden = content.wallet_uri === null;
        byId('no-wallet-link').hidden = content.wallet_uri !== null;
        if (content.wallet_uri === null) {
            link.removeAttribute('href');
        } else {
            link.href = content.wallet_uri;
        }
        byId('another-coin').parentElement.hidden = content.actions.choose_again !== null;
        byId('coin-of-shop').hidden = content.actions.choose_again !== 'coin_of_shop';
        byId('time-row').hidden = isPartial;
        if (!isPartial) {
            this.#countdown.start(content.expires_at, content.now);
        }
    }

    #showQr(content) {
        if (content !== this.#shownQr) {
            this.#shownQr = content;
            byId('qr').replaceChildren(qrCode(content, text('qr', { content })));
        }
    }

    #showResult(content) {
        const [tone, sign] = TONES[content.status];
        byId('result-sign').dataset.tone = tone;
        byId('result-sign').textContent = sign;
        byId('result-title').textContent = text(`title_${content.status}`);
        byId('result-received').hidden = content.received === '0';
        byId('result-received').textContent = text(content.overpaid ? 'overpaid' : 'received', content);
        const link = byId('return-link');
        // Only pages of the web, never javascript: and the like. The sandbox has checked this too.
        const isPage = /^https?:\/\//i.test(content.return_url);
        link.parentElement.hidden = !isPage;
        byId('close-hint').hidden = isPage || content.actions.choose_again === null;
        if (isPage) {
            link.href = content.return_url;
        } else {
            link.removeAttribute('href');
        }
        byId('choose-again').parentElement.hidden = content.actions.choose_again !== null;
    }
}
