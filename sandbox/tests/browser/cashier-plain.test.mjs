// The cashier without scripts.

import { equal, match, ok } from './support/check.mjs';
import { DESKTOP, PHONE } from './support/browser.mjs';

export default async function (suite) {
    await suite.test('without scripts: from the shop over the list of payments to the paid order and back', async (test) => {
        const sandbox = await test.sandbox();
        const shop = await test.shop(sandbox);
        const tab = await test.page({ script: false });
        await tab.page.goto(shop.uri);
        await tab.follow('Pay with crypto');
        await tab.follow('Pay without JavaScript');
        await tab.follow('25 USD – The shop\'s order 1001');
        await tab.follow('BTC on Bitcoin: 0.00025637 BTC');
        await test.screenshot(tab, 'cashier-no-script', 'main');
        await tab.fill('Amount in BTC', '0.0002');
        await tab.follow('Pay this amount');
        await tab.awaitPlainText('Underpaid: 0.0002 of 0.00025637 BTC has arrived. 0.00005637 BTC is missing.');
        await tab.follow('Pay');
        await tab.awaitPlainText('Paid. Thank you!');
        // A reload must not pay again: the page came from a redirect.
        await tab.page.reload();
        const { orders: [order] } = await sandbox.control('GET', '/orders');
        equal(order.received, '0.00025637');
        await tab.follow('Back to the shop');
        await tab.awaitPlainText('Thank you for order 1001');
    });

    for (const look of [
        { width: DESKTOP, scheme: 'light', language: 'en' },
        { width: PHONE, scheme: 'dark', language: 'de-AT,de' },
    ]) {
        const isGerman = look.language.startsWith('de');
        const name = `${look.width} px, ${look.scheme}`;
        await suite.test(`without scripts, every state is accessible and fits: ${name}`, async (test) => {
            const sandbox = await test.sandbox();
            const tab = await test.page(look);
            const payUrl = await sandbox.payUrl();
            const plain = `${sandbox.base}/_sandbox/plain`;
            const page = `${plain}?pay_url=${encodeURIComponent(payUrl)}`;
            const states = [[plain, null], [page, null], [`${plain}?pay_url=wrong`, null]];
            for (const action of ['choose', 'underpay', 'pay', 'pay_again', 'refund']) {
                states.push([page, { action }]);
            }
            for (const [address, action] of states) {
                if (action !== null) {
                    await sandbox.control('POST', '/pay', { pay_url: payUrl, ...action });
                }
                await tab.page.goto(address);
                equal(await tab.page.$eval('html', (html) => html.lang), isGerman ? 'de' : 'en');
                await tab.requireAccessible(`${address} ${JSON.stringify(action)}`);
                await tab.requireNoSidewaysScrolling(address);
            }
        });
    }

    await suite.test('without scripts: an expired payment can be chosen again; a refusal is told', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page({ script: false });
        const payUrl = await sandbox.payUrl();
        await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose', currency: 'ETH' });
        await tab.page.goto(`${sandbox.base}/_sandbox/plain?pay_url=${encodeURIComponent(payUrl)}`);
        await tab.fill('Amount in ETH', '0.000000001');
        await tab.follow('Pay this amount');
        await tab.awaitPlainText('Write an amount above zero in digits, with a point and at most 8 decimals');
        await tab.follow('Expire now');
        await tab.awaitPlainText('Expired: the time to pay is over.');
        await tab.follow('LTC on Litecoin: 0.3175 LTC');
        await tab.awaitPlainText('Pay with LTC');
        const { orders } = await sandbox.control('GET', '/orders');
        ok(orders.length === 2 && orders[0].currency === 'LTC' && orders[1].status === 'OVERDUE', 'two orders');
    });

    await suite.test('without scripts: a long id of a shop fits, and a long time is whole', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page({ script: false, width: PHONE });
        const payUrl = await sandbox.payUrl({ id: 'A'.repeat(300) });
        await tab.page.goto(`${sandbox.base}/_sandbox/plain`);
        await tab.requireNoSidewaysScrolling('the list');
        await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose' });
        await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'expire', in_seconds: 86_400 });
        await tab.page.goto(`${sandbox.base}/_sandbox/plain?pay_url=${encodeURIComponent(payUrl)}`);
        match(await tab.text(), /Time left\s+14(40:00|[0-3][0-9]:[0-5][0-9])/);
    });

    await suite.test('without scripts: what a shop sends is shown as text', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page({ script: false });
        const evil = '"><img src=x onerror=alert(1)>';
        const payUrl = await sandbox.payUrl({ id: evil, url: 'javascript:alert(1)' });
        await tab.page.goto(`${sandbox.base}/_sandbox/plain`);
        await tab.awaitPlainText(evil);
        await sandbox.control('POST', '/pay', { pay_url: payUrl });
        await tab.page.goto(`${sandbox.base}/_sandbox/plain?pay_url=${encodeURIComponent(payUrl)}`);
        await tab.awaitPlainText('Paid. Thank you!');
        equal(await tab.page.$$eval('img, script, a[href^="javascript:"]', (elements) => elements.length), 0);
    });
}
