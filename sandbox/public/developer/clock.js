// The sandbox's clock.

import { ask, send } from './api.js';
import { button, definitions, element, time } from './dom.js';
import { perform } from './page.js';

const STEPS = [['10 minutes', 600], ['30 minutes', 1800], ['1 day', 86_400]];

/** "2 days 3 h 5 min 7 s", of a number of seconds. */
export function duration(seconds) {
    const parts = [['day', 86_400], ['h', 3600], ['min', 60], ['s', 1]];
    let rest = Math.abs(seconds);
    const words = [];
    for (const [unit, length] of parts) {
        const count = Math.floor(rest / length);
        rest -= count * length;
        if (count > 0) {
            words.push(`${count} ${unit}${unit === 'day' && count > 1 ? 's' : ''}`);
        }
    }
    return words.join(' ');
}

export function difference(offset) {
    return offset === 0 ? 'the real time' : `${duration(offset)} ${offset > 0 ? 'ahead of' : 'behind'} the real time`;
}

export const clock = {
    list: {
        title: () => 'Clock',
        head: () => [
            element('p', {}, 'Pending orders expire by this clock, and the Date of signatures must fit it.'),
            element(
                'div',
                { class: 'buttons' },
                STEPS.map(([words, seconds]) => button(`Forward ${words}`, () => perform(`The clock is ${words} ahead of before.`, async () => {
                    const { clock_offset_seconds: offset } = await ask('');
                    await send('/clock', { offset_seconds: offset + seconds });
                }))),
                button('Back to the real time', () => perform('The clock shows the real time.', () => send('/clock', { offset_seconds: 0 }))),
            ),
        ],
        load: () => ask(''),
        body: (now) => [definitions([
            ['Sandbox’s time', time(now.time)],
            ['That is', difference(now.clock_offset_seconds)],
        ])],
    },
};
