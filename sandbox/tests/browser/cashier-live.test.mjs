// The cashier's live state: by server-sent events, by polling, and with many pages at once.

import { deepEqual, equal, match, ok } from './support/check.mjs';

/** Ways in which a page learns of changes: name => what the test does to the page before it opens. */
const WAYS = {
    events: async () => undefined,
    'polling, as all streams are taken': async (tab) => {
        await tab.page.setRequestInterception(true);
        tab.page.on('request', (request) => (request.url().includes('/_sandbox/events')
            ? request.respond({
                status: 503,
                contentType: 'application/json',
                headers: { 'Access-Control-Allow-Origin': '*' },
                body: '{"error": "taken"}',
            })
            : request.continue()));
    },
    'polling, in a browser without server-sent events': async (tab) => {
        await tab.page.evaluateOnNewDocument(() => { delete window.EventSource; });
    },
};

export default async function (suite) {
    for (const [way, prepare] of Object.entries(WAYS)) {
        await suite.test(`what a script does shows without a reload: ${way}`, async (test) => {
            const sandbox = await test.sandbox();
            const tab = await test.page();
            await prepare(tab);
            await follow(sandbox, tab, way.split(',')[0]);
        });
    }

    await suite.test('events work behind nginx too', async (test) => {
        const sandbox = await test.sandbox('--tls');
        const tab = await test.page({ insecure: true });
        await follow(sandbox, tab, 'events');
    });

    await suite.test('a stream that ends is opened again, and nothing between is lost', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page();
        const payUrl = await sandbox.payUrl();
        await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose' });
        const streams = [];
        tab.page.on('request', (request) => {
            if (request.url().includes('/_sandbox/events')) {
                streams.push(request.url());
            }
        });
        await tab.page.goto(payUrl);
        await sandbox.until('the second stream', () => streams.length >= 2);
        await sandbox.control('POST', '/pay', { pay_url: payUrl });
        await tab.awaitText('Paid. Thank you!');
    });

    await suite.test('the status is announced, and the focus is not lost when a script pays', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page();
        const payUrl = await sandbox.payUrl();
        await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose', currency: 'BTC' });
        await tab.page.goto(payUrl);
        await tab.tabTo('Copy the address');
        // A live region is announced only if it is the same element before and after.
        await tab.page.evaluate(() => { window.region = document.querySelector('[role="status"]'); });
        await sandbox.control('POST', '/pay', { pay_url: payUrl });
        await tab.awaitTrue(() => window.region.isConnected && window.region.textContent === 'Paid. Thank you!');
        equal(await tab.focused(), 'Paid', 'the heading of what came in place of the button');
        match(await tab.page.title(), /^Paid – /);
    });

    await suite.test('the countdown follows the sandbox\'s clock', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page();
        const payUrl = await sandbox.payUrl();
        await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose' });
        await tab.page.goto(payUrl);
        await tab.awaitTrue(() => /^(30:00|2[0-9]:)/.test(document.getElementById('countdown').textContent));
        await sandbox.control('POST', '/clock', { offset_seconds: 1500 });
        await tab.awaitTrue(() => /^0[0-5]:[0-5][0-9]$/.test(document.getElementById('countdown').textContent));
        await sandbox.control('POST', '/clock', { offset_seconds: 1735 });
        await tab.awaitAnnouncement('One minute is left to pay.');
        await sandbox.control('POST', '/clock', { offset_seconds: 1900 });
        await tab.awaitText('Expired: the time to pay is over.');
    });

    await suite.test('a page in the background closes its stream, and catches up later', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page();
        const payUrl = await sandbox.payUrl();
        await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose' });
        await tab.page.goto(payUrl);
        await tab.awaitTrue(() => document.documentElement.dataset.live === 'events');
        const other = await tab.coverWithAnotherTab();
        await tab.awaitTrue(() => document.hidden && document.documentElement.dataset.live === 'off');
        await sandbox.control('POST', '/pay', { pay_url: payUrl });
        ok(!(await tab.text()).includes('Paid'), 'it asks for nothing in the background');
        await other.close();
        await tab.page.bringToFront();
        await tab.awaitText('Paid. Thank you!');
    });

    await suite.test('the page says that the sandbox is gone, and goes on when it is back', async (test) => {
        const first = await test.sandbox();
        const tab = await test.page();
        const payUrl = await first.payUrl();
        await first.control('POST', '/pay', { pay_url: payUrl, action: 'choose' });
        await tab.page.goto(payUrl);
        await tab.awaitText('Waiting for your payment.');
        await first.close();
        await tab.awaitText('The sandbox does not answer.');
        // Another sandbox on the same port, which does not know the payment.
        await test.sandbox('--port', new URL(first.base).port);
        await tab.awaitText('This payment no longer exists.');
    });

    await suite.test('what is refused is told in the customer\'s language, and the page shows the present state', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page({ language: 'de' });
        const payUrl = await sandbox.payUrl();
        await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose', currency: 'BTC' });
        await tab.page.goto(payUrl);
        await tab.awaitText('Ihre Zahlung wird erwartet.');
        await tab.fill('Betrag in BTC', '0.000000001');
        await tab.click('Diesen Betrag zahlen');
        await tab.awaitText('höchstens 8 Nachkommastellen');
        // Between the click and the sandbox, somebody else is faster: the order fails.
        await tab.page.setRequestInterception(true);
        tab.page.on('request', async (request) => {
            if (request.url().endsWith('/_sandbox/pay')) {
                await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'fail' });
            }
            await request.continue();
        });
        await tab.click('Zahlen');
        await tab.awaitText('Das ist nicht mehr möglich: Die Zahlung hat sich geändert.');
        await tab.awaitText('Die Zahlung ist fehlgeschlagen.');
    });

    const servers = { 'plain http': [[], 'events'], TLS: [['--tls'], 'events polling'] };
    for (const [name, [options, ways]] of Object.entries(servers)) {
        await suite.test(
            `many open pages never starve the API, and all of them see the payment: ${name}`,
            (test) => openMany(test, options, ways),
        );
    }
}

/** @param {string} expected the ways in which the pages must learn of changes */
async function openMany(test, options, expected) {
    const sandbox = await test.sandbox(...options);
    const payUrl = await sandbox.payUrl();
    await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose' });
    const tabs = [];
    for (let number = 0; number < 8; number += 1) {
        const tab = await test.page({ insecure: true });
        await tab.page.goto(payUrl);
        await tab.awaitTrue(() => ['events', 'polling'].includes(document.documentElement.dataset.live));
        tabs.push(tab);
    }
    const wayOf = (tab) => tab.page.evaluate(() => document.documentElement.dataset.live);
    const ways = await Promise.all(tabs.map(wayOf));
    equal([...new Set(ways)].sort().join(' '), expected, ways.join(' '));
    for (let call = 0; call < 20; call += 1) {
        await sandbox.api('GET', '/api/v2/order/');
    }
    await sandbox.control('POST', '/pay', { pay_url: payUrl });
    await Promise.all(tabs.map((tab) => tab.awaitText('Paid. Thank you!')));
    deepEqual(tabs.map((tab) => tab.errors), tabs.map(() => []));
}

/** A script chooses, pays a half and the rest; the page must show each by the given way. */
async function follow(sandbox, tab, way) {
    const payUrl = await sandbox.payUrl();
    const asked = [];
    await tab.page.goto(payUrl);
    await tab.awaitText('Choose a coin');
    await tab.awaitTrue((wanted) => document.documentElement.dataset.live === wanted, way);
    ok(!(await tab.text()).includes('does not answer'), 'the page is content with this way');
    tab.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const steps = [
        [{ action: 'choose', currency: 'ETH' }, 'Pay with ETH'],
        [{ action: 'underpay' }, '0.00355 ETH is missing.'],
        [{ action: 'pay' }, 'Paid. Thank you!'],
    ];
    for (const [action, shown] of steps) {
        await sandbox.control('POST', '/pay', { pay_url: payUrl, ...action });
        await tab.awaitText(shown);
    }
    equal(asked.includes('/_sandbox/cashier'), way === 'polling', `it asks only when it polls: ${asked.join(' ')}`);
}
