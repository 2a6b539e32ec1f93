// The cashier in trouble: a slow network, answers that are no answers, scripts that do not come, a machine that slept.

import { deepEqual, equal, ok } from './support/check.mjs';

/** A new order for 25 USD. */
async function order(sandbox, currency = 'BTC') {
    return sandbox.control('POST', '/pay', { pay_url: await sandbox.payUrl(), action: 'choose', currency });
}

/** Treats requests whose address contains the words by hand; all others go on. */
async function intercept(tab, words, treat) {
    await tab.page.setRequestInterception(true);
    tab.page.on('request', (request) => (request.url().includes(words) ? treat(request) : request.continue()));
}

/** Treats the first request as given, and lets the next ones through. */
function once(treat) {
    let isFirst = true;

    return (request) => {
        const treatment = isFirst ? treat(request) : request.continue();
        isFirst = false;

        return treatment;
    };
}

/** Holds requests back. */
class Jam {
    #held = [];

    hold = (request) => { this.#held.push(request); };

    get length() {
        return this.#held.length;
    }

    async release() {
        await Promise.all(this.#held.splice(0).map((request) => request.continue()));
    }
}

const unavailable = (request) => request.respond({
    status: 503, contentType: 'application/json', body: '{"message": "try later"}',
});
const statuses = async (sandbox, ...orders) => {
    const answers = await Promise.all(orders.map(({ order_id: id }) => sandbox.control('GET', `/orders/${id}`)));

    return answers.map(({ status }) => status);
};
const go = (tab, address) => tab.page.evaluate((hash) => { location.hash = hash; }, new URL(address).hash);

export default async function (suite) {
    await suite.test('while another payment is loaded, nothing of the one before can be clicked', async (test) => {
        const sandbox = await test.sandbox();
        const orders = [await order(sandbox), await order(sandbox, 'ETH')];
        const tab = await test.page();
        await tab.page.goto(orders[0].pay_url);
        await tab.awaitText('Pay with BTC');
        const jam = new Jam();
        await intercept(tab, '/_sandbox/cashier?', jam.hold);
        await go(tab, orders[1].pay_url);
        await sandbox.until('the question', () => jam.length === 1);
        await tab.awaitText('Loading the payment');
        equal(await tab.page.$$eval('button', (all) => all.filter((one) => one.checkVisibility()).length), 0, 'buttons');
        await jam.release();
        await tab.awaitText('Pay with ETH');
        deepEqual(await statuses(sandbox, ...orders), ['PENDING', 'PENDING']);
    });

    await suite.test('a late answer does not lead back to the payment that it was for', async (test) => {
        const sandbox = await test.sandbox();
        const orders = [await order(sandbox), await order(sandbox, 'ETH')];
        const tab = await test.page();
        await tab.page.goto(orders[0].pay_url);
        await tab.awaitText('Pay with BTC');
        const jam = new Jam();
        await intercept(tab, '/_sandbox/pay', jam.hold);
        await tab.click('Pay half');
        await sandbox.until('the payment', () => jam.length === 1);
        await go(tab, orders[1].pay_url);
        await tab.awaitText('Pay with ETH');
        const answered = tab.page.waitForResponse((response) => response.url().includes('/_sandbox/cashier?'));
        await jam.release();
        await answered;
        await tab.awaitText('Pay with ETH');
        equal(new URL(tab.page.url()).hash, new URL(orders[1].pay_url).hash);
        deepEqual(await statuses(sandbox, ...orders), ['PARTIAL', 'PENDING']);
    });

    await suite.test('an answer that is not the sandbox\'s does not end the page: it asks again', async (test) => {
        const sandbox = await test.sandbox();
        const { pay_url: payUrl } = await order(sandbox);
        const tab = await test.page();
        await intercept(tab, '/_sandbox/cashier?', once(unavailable));
        await tab.page.goto(payUrl);
        await tab.awaitText('The sandbox does not answer.');
        await tab.awaitText('Pay with BTC');
        const later = await test.page();
        await later.page.goto(payUrl);
        await later.awaitText('Pay with BTC');
        await intercept(later, '/_sandbox/cashier?', once(unavailable));
        await later.click('Pay half');
        await later.awaitText('A part is missing');
    });

    await suite.test('a stream that says nothing at all is given up, and the page asks', async (test) => {
        const sandbox = await test.sandbox();
        const { pay_url: payUrl } = await order(sandbox);
        const tab = await test.page();
        await tab.page.evaluateOnNewDocument(() => {
            const start = window.setTimeout;
            window.setTimeout = (work, after, ...more) => start(work, after > 10_000 ? after / 10 : after, ...more);
        });
        const jam = new Jam();
        await intercept(tab, '/_sandbox/events', jam.hold);
        await tab.page.goto(payUrl);
        await tab.awaitText('Pay with BTC');
        await sandbox.control('POST', '/pay', { pay_url: payUrl });
        await tab.awaitText('Paid. Thank you!');
        equal(jam.length, 1, 'streams');
    });

    await suite.test('texts that do not come are asked for again; scripts that do not come leave a way to pay', async (test) => {
        const sandbox = await test.sandbox();
        const { pay_url: payUrl } = await order(sandbox);
        const isLinkShown = () => document.querySelector('#late a')?.checkVisibility({ visibilityProperty: true });
        const tab = await test.page();
        await intercept(tab, '/lang/', once(unavailable));
        await tab.page.goto(payUrl);
        await tab.awaitText('Pay with BTC');
        ok(!await tab.page.evaluate(isLinkShown), 'the link goes when the page is there');
        const broken = await test.page();
        await intercept(broken, '/cashier/uqr.js', (request) => request.abort());
        await broken.page.goto(payUrl);
        await broken.awaitTrue(isLinkShown);
        await broken.requireAccessible('the scripts do not come');
        await broken.follow('Pay without JavaScript');
        await broken.awaitPlainText('Payment without scripts');
    });

    await suite.test('when the payment vanishes, the focus goes to the message', async (test) => {
        const sandbox = await test.sandbox();
        const { pay_url: payUrl } = await order(sandbox);
        const tab = await test.page();
        // Else its first request can be on its way, redirected, when the payment vanishes.
        const stream = tab.page.waitForResponse((response) => response.url().includes('/_sandbox/events') && response.ok());
        await tab.page.goto(payUrl);
        await tab.awaitText('Pay with BTC');
        await stream;
        await tab.tabTo('Pay half');
        // The stream is refused at the end, and the browser writes that into its console.
        await intercept(tab, '/_sandbox/events', (request) => request.abort());
        await sandbox.control('POST', '/reset');
        await tab.awaitText('This payment no longer exists.');
        equal(await tab.focused(), 'This payment no longer exists. Go back to the shop and start again.');
        equal(await tab.page.title(), 'Payment – Aurpay sandbox');
        await tab.requireAccessible('gone');
    });

    await suite.test('after the machine has slept, the time that is left is right again', async (test) => {
        const sandbox = await test.sandbox();
        const { pay_url: payUrl } = await order(sandbox);
        const tab = await test.page();
        // While a machine sleeps, performance.now() stands still, and everything else goes on.
        await tab.page.evaluateOnNewDocument(() => {
            const now = performance.now.bind(performance);
            window.slept = 0;
            performance.now = () => now() - window.slept;
        });
        await tab.page.goto(payUrl);
        await tab.awaitText('Pay with BTC');
        await Promise.all([
            tab.page.waitForResponse((response) => response.url().includes('/_sandbox/cashier?')),
            tab.page.evaluate(() => { window.slept = 3_000_000; }),
        ]);
        await tab.awaitTrue(() => /^[12][0-9]:/.test(document.getElementById('countdown').textContent));
    });

    await suite.test('who chooses a coin where another was chosen meanwhile learns why it is not theirs', async (test) => {
        const sandbox = await test.sandbox();
        const payUrl = await sandbox.payUrl();
        const tab = await test.page();
        await intercept(tab, '/_sandbox/events', new Jam().hold);
        await tab.page.goto(payUrl);
        await tab.awaitText('Choose a coin');
        await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose', currency: 'ETH' });
        await tab.click('BTC on Bitcoin 0.00025637 BTC');
        await tab.awaitText('Pay with ETH');
        await tab.awaitTrue(() => document.getElementById('play-error').innerText
            .startsWith('That is no longer possible: the payment has changed.'));
    });

    await suite.test('an action without an answer is told, also when the network is back at once', async (test) => {
        const sandbox = await test.sandbox();
        const { pay_url: payUrl } = await order(sandbox);
        const tab = await test.page();
        await tab.page.goto(payUrl);
        await tab.awaitText('Pay with BTC');
        await intercept(tab, '/_sandbox/pay', once((request) => request.abort()));
        await tab.click('Pay half');
        await tab.awaitComplaint('The sandbox did not answer. Look at the state of the payment before you try again.');
        await tab.click('Pay half');
        await tab.awaitText('A part is missing');
    });
}
