// The cashier: the customer's page behind a pay URL.

import { deepEqual, equal, match, ok } from './support/check.mjs';
import { DESKTOP, PHONE } from './support/browser.mjs';
import { readQr } from './support/qr.mjs';
import { text, texts } from './support/texts.mjs';

/** Looks of the page; together they have both widths, both schemes and both languages. */
const LOOKS = [
    { width: DESKTOP, scheme: 'light', language: 'en-US,en' },
    { width: DESKTOP, scheme: 'dark', language: 'de-CH,de,en' },
    { width: PHONE, scheme: 'light', language: 'de' },
    { width: PHONE, scheme: 'dark', language: 'fr,en' },
];

const languageOf = (look) => (look.language.startsWith('de') ? 'de' : 'en');

/** Orders in all states: name => [how the customer comes there, the text's key that shows it]. */
const STATES = {
    'a coin is to be chosen': [[], 'choose_title'],
    'a stable coin is to be chosen': [[], 'coin_not_stable', { fixed_encrypt_price: true }],
    'Bitcoin is to be paid': [[{ action: 'choose', currency: 'BTC' }], 'state_PENDING'],
    'Lightning is to be paid': [[{ action: 'choose', currency: 'BTC-LN' }], 'pay_hint_lightning'],
    'Tron is to be paid, without a wallet link': [[{ action: 'choose', currency: 'USDT-TRC20' }], 'no_wallet_link'],
    'a part is missing': [[{ action: 'choose', currency: 'ETH' }, { action: 'underpay' }], 'title_PARTIAL'],
    'paid': [[{ action: 'choose', currency: 'LTC' }, { action: 'pay' }], 'state_SUCCESS'],
    'paid too much': [[{ action: 'choose', currency: 'BNB' }, { action: 'pay', amount: '9.5' }], 'title_SUCCESS'],
    'expired': [[{ action: 'choose', currency: 'DAI-ERC20' }, { action: 'expire' }], 'state_OVERDUE'],
    'failed': [[{ action: 'choose', currency: 'ETH' }, { action: 'fail' }], 'state_FAILED'],
    'closed': [[{ action: 'choose', currency: 'ETH' }, { action: 'terminate' }], 'state_TERMINATED'],
    'settled': [[{ action: 'choose', currency: 'ETH' }, { action: 'fail' }, { action: 'resolve' }], 'state_RESOLVED'],
    'refunded': [[{ action: 'choose', currency: 'ETH' }, { action: 'pay' }, { action: 'refund' }], 'state_REFUNDED'],
};

export default async function (suite) {
    await suite.test('both languages have the same texts, with the same values in them', async () => {
        const shape = (language) => Object.entries(texts[language])
            .map(([key, value]) => `${key} ${(value.match(/\{[a-z_]+\}/g) ?? []).sort().join(' ')}`);
        deepEqual(shape('de'), shape('en'));
    });

    for (const look of LOOKS) {
        const name = `${look.width} px, ${look.scheme}, ${look.language}`;
        await suite.test(`every state is accessible and fits: ${name}`, (test) => lookAtStates(test, look));
    }

    await suite.test('from the shop\'s checkout to the paid order and back to the shop', async (test) => {
        const sandbox = await test.sandbox();
        const shop = await test.shop(sandbox);
        const tab = await test.page();
        await tab.page.goto(shop.uri);
        await tab.click('Pay with crypto');
        await tab.awaitText('Choose a coin');
        await test.screenshot(tab, 'cashier-choose', 'main');
        await tab.click('BTC on Bitcoin 0.00025637 BTC');
        await tab.awaitText('Pay with BTC');
        equal(await tab.focused(), 'Pay with BTC', 'the focus');
        await test.screenshot(tab, 'cashier-pay', 'main');
        await tab.click('Pay');
        await tab.awaitText('Paid. Thank you!');
        await test.screenshot(tab, 'cashier-paid', 'main');
        await tab.click('Back to the shop');
        await tab.awaitText('Thank you for order 1001');
        const { orders: [order] } = await sandbox.control('GET', '/orders');
        equal(order.status, 'SUCCESS');
        await sandbox.until('the callback', () => shop.callbacks.includes('GET /callback/paid?order=1001'));
    });

    await suite.test('the keyboard alone is enough, from the shop and back', async (test) => {
        const sandbox = await test.sandbox();
        const shop = await test.shop(sandbox);
        const tab = await test.page({ width: PHONE });
        const press = async (name) => {
            await tab.tabTo(name);
            await tab.page.keyboard.press('Enter');
        };
        await tab.page.goto(shop.uri);
        await press('Pay with crypto');
        await tab.awaitText('Choose a coin');
        await press('LTC on Litecoin');
        await tab.awaitText('Pay with LTC');
        await press('Choose another coin');
        await tab.awaitText('Keep LTC');
        equal(await tab.focused(), 'Choose a coin');
        await press('ETH on Ethereum');
        await tab.awaitText('Pay with ETH');
        equal(await tab.focused(), 'Pay with ETH');
        await tab.tabTo('Copy the address');
        await press('Pay half');
        await tab.awaitText('A part is missing');
        await press('Pay what is missing');
        await tab.awaitText('Paid. Thank you!');
        await press('Back to the shop');
        await tab.awaitText('Thank you for order 1001');
    });

    await suite.test('an expired payment leads back to the shop, or to a new choice', async (test) => {
        const sandbox = await test.sandbox();
        const shop = await test.shop(sandbox);
        const tab = await test.page();
        const payUrl = await sandbox.payUrl(shop.addresses());
        const old = await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose', currency: 'BTC' });
        await tab.page.goto(old.pay_url);
        await tab.awaitText('Pay with BTC');
        await tab.fill('Seconds to pay', '1');
        await tab.click('Expire after these seconds');
        await tab.awaitText('Expired: the time to pay is over.');
        await test.screenshot(tab, 'cashier-expired', 'main');
        equal(await tab.page.$eval('#return-link', (link) => link.href), `${shop.uri}/too-late?order=1001`);
        await tab.click('Choose again');
        await tab.click('USDC-ERC20 on Ethereum 25.005 USDC-ERC20');
        await tab.awaitText('Pay with USDC-ERC20');
        const { orders: [order] } = await sandbox.control('GET', '/orders');
        ok(order.order_id !== old.order_id && order.shop.id === '1001', 'a new order for the same shop order');
        equal(new URL(tab.page.url()).hash, new URL(order.pay_url).hash, 'the address is that of the new order');
        await sandbox.until('the callback', () => shop.callbacks.includes('GET /callback/late?order=1001'));
    });

    await suite.test('underpaid: the exact rest is asked for, in the QR code and the link too', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page({ scheme: 'dark' });
        const reader = await test.page();
        const payUrl = await sandbox.payUrl({ price: 100 });
        await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose', currency: 'BTC' });
        await tab.page.goto(payUrl);
        await tab.awaitText('0.00102549');
        await tab.fill('Amount in BTC', '0.00002550');
        await tab.click('Pay this amount');
        await tab.awaitText('Underpaid: 0.0000255 of 0.00102549 BTC has arrived. 0.00099999 BTC is missing.');
        await test.screenshot(tab, 'cashier-underpaid-dark', 'main');
        const { address } = await sandbox.control('GET', `/cashier?pay_url=${encodeURIComponent(payUrl)}`);
        const link = `bitcoin:${address}?amount=0.00099999`;
        equal(await tab.page.$eval('#wallet-link', (element) => element.href), link);
        const content = `BITCOIN:${address.toUpperCase()}?amount=0.00099999`;
        equal(await readQr(tab, reader, '#qr svg'), content);
        equal(await tab.page.$eval('#qr svg', (svg) => svg.getAttribute('aria-label')), `QR code: ${content}`);
    });

    await suite.test('QR codes can be read in every look, and their text alternative is their content', async (test) => {
        const sandbox = await test.sandbox();
        const reader = await test.page();
        const expected = {
            'BTC-LN': (order) => `LIGHTNING:${order.payment_request.toUpperCase()}`,
            'LTC': (order) => `LITECOIN:${order.address.toUpperCase()}?amount=0.3175`,
            'ETH': (order) => `ethereum:${order.address}@1?value=7100000000000000`,
            'BNB': (order) => `ethereum:${order.address}@56?value=41250000000000000`,
            'DAI-ERC20': (order) => 'ethereum:0x6B175474E89094C44Da98b954EedeAC495271d0F@1/transfer'
                + `?address=${order.address}&uint256=25007500000000000000`,
            'USDT-TRC20': (order) => order.address,
        };
        for (const [index, currency] of Object.keys(expected).entries()) {
            const look = LOOKS[index % LOOKS.length];
            const tab = await test.page(look);
            const payUrl = await sandbox.payUrl();
            const order = await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose', currency });
            await tab.page.goto(payUrl);
            equal(await readQr(tab, reader, '#qr svg'), expected[currency](order), currency);
            const label = await tab.page.$eval('#qr svg', (svg) => svg.getAttribute('aria-label'));
            equal(label, text(languageOf(look), 'qr', { content: expected[currency](order) }));
            // ISO/IEC 18004: four modules of white on each side.
            const [quiet, dark, size] = await tab.page.$eval('#qr svg', (svg) => {
                const box = svg.querySelector('path').getBBox();

                return [box.x, box.width, svg.viewBox.baseVal.width];
            });
            deepEqual([quiet, dark], [4, size - 8]);
        }
    });

    for (const mayWrite of [true, false]) {
        const how = mayWrite ? 'with the clipboard' : 'in browsers that allow no clipboard, as on plain http';
        await suite.test(`amount and address are copied, and that is announced: ${how}`, async (test) => {
            const sandbox = await test.sandbox();
            const tab = await test.page();
            await tab.allowClipboard(sandbox.base, mayWrite);
            const payUrl = await sandbox.payUrl();
            const choice = { pay_url: payUrl, action: 'choose', currency: 'BTC' };
            const order = await sandbox.control('POST', '/pay', choice);
            await tab.page.goto(payUrl);
            for (const [button, value] of [['Copy the amount', order.amount], ['Copy the address', order.address]]) {
                await tab.click(button);
                await tab.awaitAnnouncement(`Copied: ${value}`);
                equal(await tab.page.evaluate(() => navigator.clipboard.readText()), value);
                equal(await tab.focused(), button, 'the focus stays');
                equal(await tab.page.evaluate(() => String(getSelection())), mayWrite ? '' : value, 'the selected text');
            }
        });
    }

    await suite.test('buttons that cannot work are off and say why; a paid order is paid again and refunded', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page();
        const payUrl = await sandbox.payUrl();
        const choice = { pay_url: payUrl, action: 'choose', currency: 'ETH' };
        const { order_id: id } = await sandbox.control('POST', '/pay', choice);
        const offButtons = () => tab.page.$$eval('#play [aria-disabled]', (buttons) =>
            Object.fromEntries(buttons.map((button) => [button.innerText, button.title])));
        await tab.page.goto(payUrl);
        await tab.awaitText('Pay with ETH');
        deepEqual(await offButtons(), {
            'Pay again': 'Not possible: nothing was paid yet.',
            'Refund': 'Not possible: nothing was paid yet.',
        });
        await tab.click('Refund');
        await tab.awaitComplaint('Not possible: nothing was paid yet.');
        equal((await sandbox.control('GET', `/orders/${id}`)).status, 'PENDING');
        await tab.click('Pay');
        await tab.awaitText('Paid. Thank you!');
        deepEqual(
            Object.keys(await offButtons()).sort(),
            ['Expire after these seconds', 'Expire now', 'Fail', 'Pay', 'Pay half', 'Pay this amount'],
        );
        await tab.click('Pay again');
        await tab.awaitText('0.0142 ETH has arrived, which is more than the amount of 0.0071 ETH.');
        await tab.click('Refund');
        await tab.awaitText('Refunded: the shop has sent the payment back.');
    });

    await suite.test('a wrong amount is refused in words, at the field, and nothing is paid', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page({ language: 'de' });
        const payUrl = await sandbox.payUrl();
        await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose', currency: 'ETH' });
        await tab.page.goto(payUrl);
        await tab.awaitText('Mit ETH zahlen');
        for (const typed of ['', '0,5', '-1', '1e3', 'viel']) {
            await tab.fill('Betrag in ETH', typed);
            await tab.click('Diesen Betrag zahlen');
            await tab.awaitComplaint(text('de', 'play_bad_amount', { decimals: 8 }));
            equal(await tab.focused(), 'Betrag in ETH');
        }
        await tab.requireAccessible('a refused amount');
        await tab.fill('Betrag in ETH', '0.000000001');
        await tab.click('Diesen Betrag zahlen');
        await tab.awaitComplaint(text('de', 'play_bad_amount', { decimals: 8 }));
        equal(await tab.focused(), 'Betrag in ETH');
        const { received } = await sandbox.control('GET', `/cashier?pay_url=${encodeURIComponent(payUrl)}`);
        equal(received, '0');
    });

    await suite.test('a second click does not pay twice', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page();
        const payUrl = await sandbox.payUrl();
        await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose', currency: 'ETH' });
        await sandbox.control('POST', '/pay', { pay_url: payUrl });
        await tab.page.goto(payUrl);
        await tab.awaitText('Paid. Thank you!');
        await tab.page.$eval('[data-action="pay_again"]', (button) => {
            button.click();
            button.click();
        });
        await tab.awaitText('0.0142 ETH has arrived, which is more');
    });

    await suite.test('a bad link says so in words', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page();
        for (const hash of [
            `#/cashier/choose?token=${'0'.repeat(64)}`,
            '#/cashier/choose?token=',
            '#/cashier/1',
            '#/cashier/<img src=x onerror=alert(1)>',
        ]) {
            await tab.page.goto('about:blank');
            await tab.page.goto(`${sandbox.base}/${hash}`);
            await tab.awaitText('This payment link does not work.');
            await tab.requireAccessible(hash);
        }
    });

    await suite.test('with reduced motion nothing moves', async (test) => {
        const sandbox = await test.sandbox();
        const payUrl = await sandbox.payUrl();
        await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose' });
        const animations = async (options) => {
            const tab = await test.page(options);
            await tab.page.goto(payUrl);
            await tab.page.waitForSelector('.pulse', { visible: true });

            return tab.page.evaluate(() => document.getAnimations().length);
        };
        ok(await animations({}) > 0, 'the usual page has an animation');
        equal(await animations({ reducedMotion: true }), 0);
    });

    await suite.test('what a shop sends is shown as text, and never as a link that runs a script', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page();
        const evil = { id: '<script>alert(1)</script>', url: 'javascript:alert(1)', remark: '"><img src=x>' };
        const payUrl = await sandbox.payUrl(evil);
        const order = await sandbox.control('POST', '/pay', { pay_url: payUrl, action: 'choose', currency: 'ETH' });
        await sandbox.control('POST', '/pay', { order_id: order.order_id, action: 'pay' });
        await tab.page.goto(payUrl);
        await tab.awaitText('Paid. Thank you!');
        equal(await tab.page.$$eval('a[href^="javascript:"], main script, img', (elements) => elements.length), 0);
        ok(await tab.page.$eval('#return-link', (link) => !link.checkVisibility()), 'no way back');
    });
}

async function lookAtStates(test, look) {
    const sandbox = await test.sandbox();
    const tab = await test.page(look);
    const language = languageOf(look);
    const shop = { succeed_url: 'http://127.0.0.1:1/thanks', timeout_url: 'http://127.0.0.1:1/late' };
    for (const [state, [actions, key, terms]] of Object.entries(STATES)) {
        const payUrl = await sandbox.payUrl({ ...shop, ...terms });
        let order = null;
        for (const action of actions) {
            order = await sandbox.control('POST', '/pay', { pay_url: payUrl, ...action });
        }
        await tab.page.goto(payUrl);
        await tab.awaitText(text(language, key));
        if (order !== null) {
            await tab.awaitText(order.order_id);
        }
        equal(await tab.page.evaluate(() => document.documentElement.lang), language);
        await tab.requireAccessible(state);
        await tab.requireNoSidewaysScrolling(state);
    }
    const order = await sandbox.api('POST', '/api/order/pay-info', {
        chain: 'ETH', currency: 'USDT-ERC20', vs_price: 18, vs_currency: 'USD',
    });
    await tab.page.goto(order.pay_url);
    await tab.awaitText(text(language, 'why_coin_of_shop'));
    await tab.requireAccessible('the coin of the shop');
    await tab.requireNoSidewaysScrolling('the coin of the shop');
    if (look.width === PHONE && look.scheme === 'dark') {
        await test.screenshot(tab, 'cashier-phone-dark', 'main');
    }
    match(order.order_id, /^[0-9]{20}$/);
}
