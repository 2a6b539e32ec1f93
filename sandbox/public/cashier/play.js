// "Sandbox: play the customer": buttons that a real cashier does not have.

import { text } from './texts.js';

const byId = (id) => document.getElementById(id);

/** How to read the field of a form: what it must look like, the value of the request, the text of an error. */
const FIELDS = {
    amount: { form: /^[0-9]+(\.[0-9]+)?$/, value: (typed) => typed, error: 'play_bad_amount' },
    in_seconds: { form: /^[1-9][0-9]{0,4}$/, value: Number, error: 'play_bad_seconds' },
};

/** Actions of the buttons that the API does not know by the same name. */
const ACTIONS = { expire_in: 'expire' };

const PAY_TEXTS = { PARTIAL: 'play_pay_missing', OVERDUE: 'play_pay_late' };

export class Play {
    #act;
    #panel = byId('play');
    #content = { actions: {} };

    /** @param {{act: (request: object) => void}} handlers */
    constructor({ act }) {
        this.#act = act;
        this.#panel.addEventListener('click', ({ target }) => {
            const button = target.closest('button[data-action]');
            if (button !== null) {
                this.#do(button.dataset.action, {});
            }
        });
        this.#panel.addEventListener('submit', (event) => {
            event.preventDefault();
            this.#submit(event.target);
        });
    }

    show(content) {
        this.#panel.hidden = content.order_id === null;
        if (this.#panel.hidden) {
            return;
        }
        this.#content = content;
        this.#panel.querySelector('[data-action="pay"]').textContent = text(PAY_TEXTS[content.status] ?? 'play_pay');
        byId('play-amount-label').textContent = text('play_amount_label', { currency: content.currency });
        for (const element of this.#panel.querySelectorAll('[data-action]')) {
            const button = element.matches('form') ? element.querySelector('button') : element;
            Play.#switch(button, content.actions[element.dataset.action]);
        }
        this.complain('');
    }

    hide() {
        this.#panel.hidden = true;
    }

    /** A button that is off stays in the order of focus, so that everybody can learn why. */
    static #switch(button, reason) {
        button.title = reason === null ? '' : text(`why_${reason}`);
        if (reason === null) {
            button.removeAttribute('aria-disabled');
        } else {
            button.setAttribute('aria-disabled', 'true');
        }
    }

    #submit(form) {
        const field = form.querySelector('input');
        const { form: wanted, value } = FIELDS[field.name];
        const typed = field.value.trim();
        if (this.#content.actions[form.dataset.action] === null && !wanted.test(typed)) {
            this.complainOf(field.name);
            return;
        }
        this.#do(form.dataset.action, { [field.name]: value(typed) });
    }

    #do(action, fields) {
        const reason = this.#content.actions[action];
        if (reason !== null) {
            this.complain(text(`why_${reason}`));
            return;
        }
        this.complain('');
        this.#act({ action: ACTIONS[action] ?? action.replace('_amount', ''), ...fields });
    }

    /** Says that what was asked for was refused. */
    refuse(request, isOfInput) {
        const name = Object.keys(FIELDS).find((field) => field in request);
        if (isOfInput && name !== undefined) {
            this.complainOf(name);
        } else {
            this.complain(text('refused'));
        }
    }

    /** Says what the field of this name has to be. */
    complainOf(name) {
        this.complain(text(FIELDS[name].error, this.#content));
        const field = this.#panel.querySelector(`input[name="${name}"]`);
        field.setAttribute('aria-invalid', 'true');
        field.focus();
    }

    /** Says why something was not possible. */
    complain(message) {
        byId('play-error').textContent = message;
        for (const field of this.#panel.querySelectorAll('input')) {
            field.removeAttribute('aria-invalid');
        }
    }
}
