// A customer buys in examples/laravel and pays, sees it on the page that is open, and the merchant refunds. The result has
// the errors of the pages.

import { equal } from '../../../../sandbox/tests/browser/support/check.mjs';

export default async function shop({ shop, merchant, gateway, open, picture }) {
    const customer = await open();
    const errors = [];
    customer.page.on('pageerror', (error) => errors.push(error.message));
    await customer.page.goto(shop);
    await press(customer, 'Buy Tea for 12.50 USD');
    await customer.awaitText('Choose the coin');
    await customer.page.select('#coin', 'TRX/USDT-TRC20');
    await press(customer, 'Pay 12.50 USD');
    await customer.awaitText('We are waiting for your payment');
    await picture('laravel-order');
    const payUrl = await customer.page.$eval('a[rel=noreferrer]', (link) => link.href);
    const paid = await fetch(`${gateway}/pay`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ pay_url: payUrl, action: 'pay' }),
    });
    equal(paid.status, 200);
    await customer.awaitText('your payment has come');

    const admin = await open();
    equal((await fetch(`${shop}/admin`)).status, 401);
    await admin.page.authenticate(merchant);
    await admin.page.goto(`${shop}/admin`);
    await admin.awaitText('paid');
    await press(admin, 'Refund ');
    await customer.awaitText('Your money was sent back');
    await admin.page.reload();
    await admin.awaitText('REFUNDED');
    await picture('laravel-admin');

    return { errors };

    async function press(tab, text) {
        const button = await tab.page.waitForSelector(`::-p-xpath(//button[starts-with(., '${text}')])`);
        await Promise.all([tab.page.waitForNavigation(), button.click()]);
    }
}
