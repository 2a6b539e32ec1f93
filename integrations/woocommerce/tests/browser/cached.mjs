// A cache gives the page after the checkout as it was at first, also after the payment has arrived. The result is how often
// the browser has loaded the page.

import { equal } from '../../../../sandbox/tests/browser/support/check.mjs';

export default async function cached({ page: address, gateway, payment, open }) {
    const tab = await open();
    let kept = null;
    let loads = 0;
    let questions = 0;
    await tab.page.setRequestInterception(true);
    tab.page.on('request', (request) => {
        if (request.isNavigationRequest() && kept !== null) {
            loads += 1;
            return request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: kept });
        }
        questions += request.url().includes('aurpay_native_state') ? 1 : 0;
        return request.continue();
    });
    kept = await (await tab.page.goto(address)).text();
    const paid = await fetch(`${gateway}/pay`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ order_id: payment, action: 'pay' }),
    });
    equal(paid.status, 200);
    await tab.page.waitForFunction(() => performance.getEntriesByType('navigation')[0].type === 'reload');
    await tab.awaitText('Your payment has arrived');
    const before = questions;
    await until(() => questions >= before + 2);

    return { loads };

    async function until(isTrue) {
        while (!isTrue()) {
            await new Promise((resolve) => setTimeout(resolve, 200));
        }
    }
}
