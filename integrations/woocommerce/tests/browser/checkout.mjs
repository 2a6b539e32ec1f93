// A customer buys in the block checkout and pays; the merchant refunds. The result has the order's id, and what the browser
// has complained about.

import { equal, match } from '../../../../sandbox/tests/browser/support/check.mjs';

export default async function checkout({ shop, product, customer, method, coin, coinField, admin, gateway, open, picture }) {
    const tab = await open();
    await buy();
    const order = Number(/order-received\/(\d+)/.exec(tab.page.url())[1]);
    await picture('waiting');
    await pay();
    // The page finds out by itself.
    await tab.awaitText('Your payment has arrived');
    await picture('paid');
    const merchant = await refund();

    return { order, errors: [...tab.errors, ...merchant.errors] };

    async function buy() {
        await tab.page.goto(`${shop}/?p=${product}`);
        await picture('product');
        await tab.page.click('button[name="add-to-cart"]');
        await tab.awaitText('has been added to your cart');
        await tab.page.goto(`${shop}/checkout/`);
        for (const [field, typed] of Object.entries(customer)) {
            await type(field, typed);
        }
        await tab.page.locator(`#radio-control-wc-payment-method-options-${method}`).click();
        const choice = await tab.page.waitForSelector(`#${coinField}`, { visible: true });
        await choice.select(coin);
        await tab.awaitText('$25.00');
        await picture('checkout');
        await tab.page.locator('.wc-block-components-checkout-place-order-button').click();
        await tab.page.waitForFunction(() => window.location.pathname.includes('/order-received/'));
        await tab.page.waitForSelector('main');
    }

    async function type(field, typed) {
        const input = await tab.page.waitForSelector(`#${field}`, { visible: true });
        await input.evaluate((element) => element.select());
        await input.type(typed);
        equal(await input.evaluate((element) => element.value), typed);
    }

    async function pay() {
        const { orders } = await (await fetch(`${gateway}/orders`)).json();
        equal(orders.length, 1);
        const paid = await fetch(`${gateway}/pay`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ order_id: orders[0].order_id, action: 'pay' }),
        });
        equal(paid.status, 200);
    }

    async function refund() {
        const desk = await open();
        await desk.page.goto(`${shop}/wp-login.php`);
        await desk.page.type('#user_login', admin.name);
        await desk.page.type('#user_pass', admin.password);
        await Promise.all([desk.page.waitForNavigation(), desk.page.click('#wp-submit')]);
        await desk.page.goto(`${shop}/wp-admin/admin.php?page=wc-orders&action=edit&id=${order}`);
        match(await desk.text(), /Processing/);
        await picture('order');
        await picture('order-box', '#aurpay-native-payments');
        desk.page.on('dialog', (dialog) => dialog.accept());
        await desk.page.click('button.refund-items');
        // The quantity fills in the amount.
        const quantity = await desk.page.waitForSelector('.refund_order_item_qty', { visible: true });
        await quantity.type('1');
        await desk.page.click('#refund_reason');
        await picture('refund', '#woocommerce-order-items');
        await Promise.all([
            desk.page.waitForNavigation(),
            desk.page.waitForSelector('button.do-api-refund', { visible: true }).then((button) => button.click()),
        ]);
        await desk.awaitText('Refunded');
        await picture('refunded');

        return desk;
    }
}
