// Faults: those that are ordered, and a form for another.

import { ask, send } from './api.js';
import { button, element, table } from './dom.js';
import { perform, tell } from './page.js';

function field(label, attributes, name = 'input') {
    return element('label', {}, label, element(name, attributes));
}

function check(label, name) {
    return element('label', { class: 'check' }, element('input', { type: 'checkbox', name }), label);
}

/** The members that are filled in: an empty field means the sandbox's default. */
function ordered(form) {
    const fault = {};
    for (const name of ['method', 'path', 'body']) {
        if (form.elements[name].value !== '') {
            fault[name] = form.elements[name].value;
        }
    }
    for (const name of ['count', 'status', 'delay_ms', 'truncate', 'probability']) {
        if (form.elements[name].value !== '') {
            fault[name] = Number(form.elements[name].value);
        }
    }
    for (const name of ['drop', 'execute']) {
        if (form.elements[name].checked) {
            fault[name] = true;
        }
    }
    return fault;
}

function form() {
    const number = (name, min, max) => ({ name, type: 'number', min, max, step: 1, inputmode: 'numeric' });
    const method = element(
        'select',
        { name: 'method' },
        element('option', { value: '' }, 'Any'),
        ['GET', 'POST'].map((name) => element('option', { value: name }, name)),
    );
    return element(
        'form',
        {
            class: 'fields',
            'aria-label': 'Add a fault',
            onsubmit: (event) => {
                event.preventDefault();
                const fault = ordered(event.target);
                const effects = ['status', 'body', 'delay_ms', 'truncate', 'drop'];
                if (!effects.some((name) => name in fault)) {
                    tell('Choose what goes wrong: a status, a body, a delay, a part or a closed connection.', true);
                    return;
                }
                perform('The fault waits for its calls.', () => send('/faults', fault));
            },
        },
        element('label', {}, 'Method', method),
        field('Path begins with', { name: 'path', placeholder: '/api/', autocomplete: 'off', spellcheck: 'false' }),
        field('For how many calls (0: until deleted)', { ...number('count', 0), value: 1 }),
        field('Status', number('status', 200, 599)),
        field('Delay in ms', number('delay_ms', 0, 60_000)),
        field('Send only this many bytes', number('truncate', 0)),
        field('Probability (1: always)', {
            name: 'probability', type: 'number', min: 0, max: 1, step: 'any', inputmode: 'decimal',
        }),
        check('Close the connection without an answer', 'drop'),
        check('Execute the call all the same', 'execute'),
        element('label', { class: 'wide' }, 'Body', element('textarea', { name: 'body', rows: 3, spellcheck: 'false' })),
        element('button', { type: 'submit' }, 'Add the fault'),
    );
}

/** The effect without the members that say nothing. */
function effect(fault) {
    const said = Object.entries(fault.effect)
        .filter(([, value]) => value !== '' && value !== false && value !== 0 && !['{}', '[]'].includes(JSON.stringify(value)));
    return said.map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`).join(', ');
}

export const faults = {
    list: {
        title: () => 'Faults',
        head: () => [form()],
        load: () => ask('/faults'),
        body: ({ faults: waiting }) => [
            element('h3', {}, 'Faults that wait for calls'),
            table('Faults that wait for calls', [
                ['Method', (fault) => fault.method ?? 'any', 'short'],
                ['Path', (fault) => (fault.path === '' ? 'all' : fault.path)],
                ['Calls left', (fault) => (fault.remaining === null ? 'until deleted' : String(fault.remaining)), 'short'],
                ['Effect', effect],
            ], waiting, 'No fault waits: all calls are answered as documented.'),
            button(
                'Delete all faults',
                () => perform('All faults are deleted.', () => ask('/faults', { method: 'DELETE' })),
                { reason: waiting.length === 0 ? 'No fault waits' : null },
            ),
        ],
    },
};
