// The developer's page in trouble: while it changes under its user, and at addresses that nobody has planned.

import { deepEqual, equal } from './support/check.mjs';

/** A pending order whose callbacks nobody takes, so that its page changes for a while. */
async function restlessOrder(sandbox) {
    const { order_id: id } = await sandbox.api('POST', '/api/order/pay-info', {
        chain: 'BTC', currency: 'BTC', vs_price: 25, vs_currency: 'USD', id: '1', timeout_callback: 'http://127.0.0.1:1/?order=1',
    });

    return id;
}

export default async function (suite) {
    await suite.test('what is typed, and how far a table is scrolled, stays while the order changes', async (test) => {
        const sandbox = await test.sandbox();
        const id = await restlessOrder(sandbox);
        const tab = await test.page({ width: 360 });
        await tab.page.goto(`${sandbox.base}/#/orders/${id}`);
        await tab.fill('Amount in BTC', '0.00001234');
        await tab.page.keyboard.press('ArrowLeft');
        await tab.page.$eval('.scroll', (table) => { table.scrollLeft = 40; });
        await sandbox.control('POST', '/pay', { order_id: id, action: 'expire' });
        await tab.awaitText('Pay late');
        await tab.awaitTrue(() => document.querySelectorAll('.scroll').length === 2);
        deepEqual(await tab.page.evaluate(() => [
            document.activeElement.value,
            document.activeElement.selectionStart,
            document.querySelector('.scroll').scrollLeft,
        ]), ['0.00001234', '0.0000123'.length, 40]);
        await tab.click('Pay this amount');
        // What was typed is paid. The field has the rest now.
        await tab.awaitTrue(() => document.querySelector('[data-focus="amount"]').value === '0.00024403');
    });

    await suite.test('screen readers are told a problem once, not at every refresh', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page();
        const asked = [];
        tab.page.on('request', (request) => request.url().endsWith('/_sandbox/orders/1') && asked.push(request.url()));
        await tab.page.goto(`${sandbox.base}/#/orders/1`);
        await tab.awaitText('No order 1');
        await tab.page.evaluate(() => {
            window.changes = 0;
            new MutationObserver(() => { window.changes += 1; })
                .observe(document.getElementById('message'), { childList: true, characterData: true, subtree: true });
        });
        const before = asked.length;
        await sandbox.until('two refreshes', () => asked.length >= before + 3);
        equal(await tab.page.evaluate(() => window.changes), 0);
    });

    await suite.test('an unknown section shows the orders, whatever its name', async (test) => {
        const sandbox = await test.sandbox();
        const id = await restlessOrder(sandbox);
        for (const name of ['nothing', 'constructor', '__proto__']) {
            const tab = await test.page();
            await tab.page.goto(`${sandbox.base}/#/${name}`);
            await tab.awaitText(id);
        }
    });

    await suite.test('from another machine, a link with the token works in a page of another site too', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page();
        // To the sandbox, who comes through a proxy is on another machine. To browsers, localhost is another site.
        await tab.page.setExtraHTTPHeaders({ Via: '1.1 proxy' });
        await tab.page.goto(`${sandbox.base.replace('127.0.0.1', 'localhost')}/readme`);
        await Promise.all([tab.page.waitForNavigation(), tab.page.evaluate((address) => {
            const link = document.createElement('a');
            link.href = address;
            document.body.append(link);
            link.click();
        }, `${sandbox.base}/?token=${sandbox.ready.developer_token}`)]);
        await tab.awaitTrue(() => document.body?.innerText.includes('Live log'));
        equal(tab.page.url(), `${sandbox.base}/`);
    });
}
