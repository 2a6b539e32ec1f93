// The developer's page: what is done there, and whether everybody can use it.

import { PATIENCE_MS } from './support/browser.mjs';

const PHONE = 360;

/** Waits for a value that a control endpoint shows. */
async function until(what, look) {
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
        const found = await look();
        if (found) {
            return found;
        }
        await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    throw new Error(`${what}: not within ${PATIENCE_MS} ms`);
}

async function order(sandbox, fields = {}) {
    const { order_id: id } = await sandbox.api('POST', '/api/order/pay-info', {
        chain: 'ETH', currency: 'USDT-ERC20', vs_price: 18, vs_currency: 'USD', ...fields,
    });
    return id;
}

async function open(test, sandbox, place = '', options = {}) {
    const tab = await test.page(options);
    await tab.page.goto(`${sandbox.base}/${place}`);
    return tab;
}

/** Opens another place of the page, as a link does. */
async function go(tab, place) {
    await tab.page.evaluate((to) => { location.hash = to; }, place);
}

async function type(tab, label, text) {
    const field = await tab.page.waitForSelector(`::-p-aria([name="${label}"])`, { visible: true });
    await field.click({ count: 3 });
    await field.type(text);
}

/** Clicks a thing of this role: a link's cell in a table has the same name as the link. */
async function press(tab, role, name) {
    await tab.clickOn(`::-p-aria([name="${name}"][role="${role}"])`);
}

/** Waits for the text of another document. What looks at a page fails while the next one takes its place. */
async function arrive(tab, text) {
    await until(`the page with "${text}"`, async () => (await tab.text().catch(() => '')).includes(text));
}

/** The page's requests from now on whose address is chosen. */
function watch(tab, isChosen) {
    const seen = [];
    tab.page.on('request', (request) => isChosen(request.url()) && seen.push(request.url()));
    return seen;
}

const focused = (tab) => tab.page.evaluate(() => document.activeElement.textContent);
const status = async (sandbox, id) => (await sandbox.control('GET', `/orders/${id}`)).status;

export default async function (suite) {
    await suite.test('every transition of an order has a button that does it; the rest is off and says why', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await open(test, sandbox);
        const ways = [
            [['Pay'], 'SUCCESS'],
            [['Pay', 'Refund'], 'REFUNDED'],
            [['Underpay'], 'PARTIAL'],
            [['Underpay', 'Resolve (accept as it is)'], 'RESOLVED'],
            [['Let it expire'], 'OVERDUE'],
            [['Let it expire', 'Pay late'], 'SUCCESS'],
            [['Fail'], 'FAILED'],
            [['Terminate'], 'TERMINATED'],
        ];
        for (const [titles, end] of ways) {
            const id = await order(sandbox);
            await go(tab, `#/orders/${id}`);
            for (const title of titles) {
                await press(tab, 'button', title);
                await tab.awaitText(`Order ${id} is `);
            }
            await tab.awaitText(`Order ${id} is ${end}.`);
            if (await status(sandbox, id) !== end) {
                throw new Error(`${titles}: the order is ${await status(sandbox, id)}`);
            }
        }
        await go(tab, '#/orders');
        await tab.awaitText('terminated');
        await test.screenshot(tab, 'developer-orders');
        const id = await order(sandbox);
        await go(tab, `#/orders/${id}`);
        await tab.awaitText('The order is PENDING; this needs SUCCESS or RESOLVED');
        const payments = watch(tab, (address) => address.endsWith('/_sandbox/pay'));
        await tab.click('Refund');
        await tab.click('Pay');
        await tab.awaitText(`Order ${id} is SUCCESS.`);
        if (payments.length !== 1) {
            throw new Error('a button that is off did something');
        }
    });

    await suite.test('the focus stays on the button that was pressed, though its order has changed', async (test) => {
        const sandbox = await test.sandbox();
        const id = await order(sandbox);
        const tab = await open(test, sandbox, `#/orders/${id}`);
        const button = await tab.page.waitForSelector('::-p-aria([name="Fail"])');
        await button.focus();
        await tab.page.keyboard.press('Enter');
        await tab.awaitText('The order is FAILED; this needs PENDING or PARTIAL');
        if (await focused(tab) !== 'Fail') {
            throw new Error(`the focus is on ${await focused(tab)}`);
        }
    });

    await suite.test('orders that a script makes and pays appear without a reload; a pay URL waits for its coin', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await open(test, sandbox);
        await tab.awaitText('No order.');
        const payUrl = await sandbox.payUrl({ id: 'shop-77' });
        await tab.awaitText('Pay URLs without a coin');
        await sandbox.control('POST', '/pay', { pay_url: payUrl });
        await tab.awaitText('SUCCESS');
        await tab.awaitText('shop-77');
        await tab.page.waitForFunction(() => !document.body.innerText.includes('without a coin'));
    });

    await suite.test('the search finds orders by the shop\'s id and status; pages lead through many', async (test) => {
        const sandbox = await test.sandbox();
        const id = await order(sandbox, { id: 'needle/1' });
        await sandbox.control('POST', '/orders', { count: 60, status: 'SUCCESS' });
        const tab = await open(test, sandbox);
        await tab.awaitText('Page 1 of 2');
        await tab.click('Next page');
        await tab.awaitText('Page 2 of 2');
        await tab.awaitText(id);
        await tab.click('Previous page');
        await tab.awaitText('Page 1 of 2');
        await type(tab, 'Id, shop’s id, status or coin', 'NEEDLE pending');
        await tab.click('Find');
        await tab.awaitText('1 found');
        await tab.awaitText(id);
        await type(tab, 'Search everything', 'needle');
        await tab.page.keyboard.press('Enter');
        await tab.awaitText('Search: needle');
        await tab.awaitText('Orders: 1');
        await type(tab, 'Search everything', 'pay-info');
        await tab.page.keyboard.press('Enter');
        await tab.awaitText('Requests: 1');
    });

    await suite.test('a callback shows what was sent and answered; each "send again" reaches the shop', async (test) => {
        const sandbox = await test.sandbox();
        const shop = await test.shop(sandbox);
        const id = await order(sandbox, { ...shop.addresses() });
        await sandbox.control('POST', '/pay', { order_id: id, action: 'expire' });
        await sandbox.control('POST', '/pay', { order_id: id });
        const callbacks = await until('both deliveries', async () => {
            const { callbacks: all } = await sandbox.control('GET', '/callbacks');
            return all.every((one) => one.state === 'delivered') && all;
        });
        const tab = await open(test, sandbox, '#/callbacks');
        await tab.awaitText('delivered');
        await press(tab, 'link', `#${callbacks[1].id} success`);
        await tab.awaitText('callback-token: ***');
        await tab.awaitText('The shop’s answer');
        const presses = [
            ['Send again', ''],
            ['With its first date', ''],
            ['With a date of an hour ago', 'with a given date'],
            ['With a wrong signature', 'with a wrong signature'],
            ['With a wrong token', 'with a wrong token'],
            ['Twice at once', 'one of 2 at once'],
        ];
        let attempts = 1;
        for (const [title, words] of presses) {
            await press(tab, 'button', title);
            attempts += title === 'Twice at once' ? 2 : 1;
            await until(title, async () =>
                (await sandbox.control('GET', `/callbacks/${callbacks[1].id}`)).attempts.length === attempts);
            await tab.awaitText(words === '' ? 'is sent again' : words);
        }
        const before = shop.callbacks.length;
        await tab.click('Out of order');
        await until('the older callback', () => shop.callbacks.length > before);
        if (!shop.callbacks.at(-1).includes('/callback/late')) {
            throw new Error(`not the older callback: ${shop.callbacks.at(-1)}`);
        }
    });

    await suite.test('a 401 is explained: what the sandbox signed against what it got', async (test) => {
        const sandbox = await test.sandbox();
        await sandbox.fetch('GET', '/api/v2/tx?page=1', undefined, {
            'API-Token': sandbox.ready.api_token,
            Algorithm: 'HMAC-SHA256',
            Date: '2024-06-17T00:00:00Z',
            'Body-MD5': '',
            Signature: 'eA==',
        });
        const tab = await open(test, sandbox, '#/requests');
        await tab.awaitText('Date is more than 300 seconds');
        await press(tab, 'link', '#1');
        await tab.awaitText('HMAC-SHA256 | 2024-06-17T00:00:00Z | GET /api/v2/tx?page=1');
        await tab.awaitText('The shop sent');
        await test.screenshot(tab, 'developer-signature');
    });

    await suite.test('the live log shows calls as they come, and leaves the focus where it is', async (test) => {
        const sandbox = await test.sandbox();
        await sandbox.api('GET', '/api/contract/balance');
        const tab = await open(test, sandbox);
        await tab.awaitText('GET /api/contract/balance');
        await tab.page.focus('#entries a');
        await sandbox.api('GET', '/api/v2/tx?page=7');
        await tab.awaitText('GET /api/v2/tx?page=7');
        if (await focused(tab) !== 'GET /api/contract/balance') {
            throw new Error(`the focus is on ${await focused(tab)}`);
        }
        await tab.click('Pause');
        await tab.awaitText('New calls are not shown.');
        const polls = watch(tab, (address) => address.includes('requests?after='));
        const refreshes = watch(tab, (address) => address.includes('/_sandbox/orders?'));
        await sandbox.api('GET', '/api/v2/tx?page=8');
        // The log asks more often than the list of orders.
        await until('two refreshes of the orders', () => refreshes.length >= 2);
        if (polls.length > 0 || await tab.page.evaluate(() => document.querySelector('#entries').innerText.includes('page=8'))) {
            throw new Error('the log was not paused');
        }
        await tab.click('Pause');
        await tab.page.waitForFunction(() => document.querySelector('#entries').innerText.includes('page=8'));
    });

    await suite.test('a fault is ordered with the form, listed and deleted', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await open(test, sandbox, '#/faults');
        await tab.awaitText('No fault waits');
        await tab.click('Add the fault');
        await tab.awaitText('Choose what goes wrong');
        await tab.page.select('select[name=method]', 'GET');
        await type(tab, 'Path begins with', '/api/v2');
        await type(tab, 'Status', '503');
        await tab.click('Add the fault');
        await tab.awaitText('status: 503');
        const answer = await sandbox.fetch('GET', '/api/v2/tx', undefined, { 'API-Key': sandbox.ready.api_key });
        if (answer.status !== 503) {
            throw new Error(`the fault was not produced: ${answer.status}`);
        }
        await tab.awaitText('No fault waits');
        await type(tab, 'For how many calls (0: until deleted)', '0');
        await tab.click('Add the fault');
        await tab.awaitText('until deleted');
        await tab.click('Delete all faults');
        await tab.awaitText('All faults are deleted.');
        await tab.awaitText('No fault waits');
    });

    await suite.test('a fault has a probability; a wrong one is refused in the sandbox\'s words', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await open(test, sandbox, '#/faults');
        await type(tab, 'Status', '503');
        await type(tab, 'Probability (1: always)', '0.25');
        await tab.click('Add the fault');
        await tab.awaitText('probability: 0.25');
        await type(tab, 'Probability (1: always)', '0.12345678');
        await tab.click('Add the fault');
        await tab.awaitText('probability must be from 0 to 1, with at most 6 decimals');
    });

    await suite.test('an order is paid in parts, with any amount', async (test) => {
        const sandbox = await test.sandbox();
        const id = await order(sandbox);
        const tab = await open(test, sandbox, `#/orders/${id}`);
        await type(tab, 'Amount in USDT-ERC20', '5.5');
        await tab.click('Pay this amount');
        await tab.awaitText(`Order ${id} is PARTIAL.`);
        await tab.awaitText('5.5 USDT-ERC20');
        await type(tab, 'Amount in USDT-ERC20', 'much');
        await tab.click('Pay this amount');
        await tab.awaitTrue(() => document.getElementById('message').classList.contains('bad'));
        await type(tab, 'Amount in USDT-ERC20', (await sandbox.control('GET', `/orders/${id}`)).missing);
        await tab.click('Pay this amount');
        await tab.awaitText(`Order ${id} is SUCCESS.`);
        if (await tab.page.$('::-p-aria([name="Pay this amount"])') !== null) {
            throw new Error('a paid order can be paid once more');
        }
    });

    await suite.test('warnings are listed, lead to their request, and are deleted', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await open(test, sandbox, '#/warnings');
        await tab.awaitText('No warning.');
        await order(sandbox, { calback_url: 'http://127.0.0.1/' });
        await tab.awaitText('unknown_field');
        await press(tab, 'link', 'POST /api/order/pay-info');
        await tab.awaitText('Request #1');
        await tab.awaitText('calback_url');
        await tab.awaitText('(unknown_field)');
        await go(tab, '#/warnings');
        await tab.click('Delete all warnings');
        await tab.awaitText('All warnings are deleted.');
        await tab.awaitText('No warning.');
    });

    await suite.test('below a merchant\'s prefix, the page shows and changes that merchant\'s world', async (test) => {
        const sandbox = await test.sandbox();
        const merchant = await sandbox.merchant('suite-1');
        const foreign = await order(sandbox, { id: 'of-the-sandbox' });
        const id = await order(merchant, { id: 'of-the-merchant' });
        const tab = await open(test, merchant);
        const asked = watch(tab, (address) => !address.startsWith(`${merchant.base}/`) && !address.startsWith('data:'));
        await tab.awaitText('of-the-merchant');
        if ((await tab.text()).includes('of-the-sandbox')) {
            throw new Error('an order of another world is shown');
        }
        await go(tab, `#/orders/${id}`);
        await press(tab, 'button', 'Pay');
        await tab.awaitText(`Order ${id} is SUCCESS.`);
        if (await status(merchant, id) !== 'SUCCESS' || await status(sandbox, foreign) !== 'PENDING') {
            throw new Error('not that order was paid');
        }
        for (const place of ['#/callbacks', '#/requests', '#/warnings', '#/faults', '#/clock']) {
            await go(tab, place);
            await tab.awaitTrue((wanted) => document.querySelector('nav [aria-current]')?.getAttribute('href') === wanted, place);
        }
        await go(tab, '#/shop');
        await tab.awaitText(merchant.ready.api_key);
        const payUrl = await merchant.payUrl();
        await tab.click('Newest payment');
        await arrive(tab, '25.0 USD');
        if (!tab.page.url().startsWith(`${merchant.base}/cashier#`)) {
            throw new Error(`the newest payment is at ${tab.page.url()}`);
        }
        await tab.page.goto(payUrl);
        await arrive(tab, '25.0 USD');
        const elsewhere = asked.filter((address) => !address.includes('/m/suite-1/_sandbox/events?'));
        if (elsewhere.length > 0) {
            throw new Error(`the page has asked for ${elsewhere.join(' ')}`);
        }
    });

    await suite.test('the clock goes forward and back; orders expire by it', async (test) => {
        const sandbox = await test.sandbox();
        const id = await order(sandbox);
        const tab = await open(test, sandbox, '#/clock');
        const offset = async (wanted) => {
            const { clock_offset_seconds: shown } = await sandbox.control('GET', '');
            if (shown !== wanted) {
                throw new Error(`the offset is ${shown}`);
            }
        };
        await tab.awaitText('the real time');
        await tab.click('Forward 10 minutes');
        await tab.awaitText('10 min ahead of the real time');
        await tab.click('Forward 30 minutes');
        await tab.awaitText('40 min ahead of the real time');
        await tab.click('Forward 1 day');
        await tab.awaitText('1 day 40 min ahead of the real time');
        await offset(88_800);
        await until('the timeout', async () => await status(sandbox, id) === 'OVERDUE');
        await tab.click('Back to the real time');
        await tab.awaitText('The clock shows the real time.');
        await offset(0);
    });

    await suite.test('credentials and the .env block are copied', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await open(test, sandbox, '#/shop');
        const { environment } = await sandbox.control('GET', '/merchant');
        await tab.page.browserContext().overridePermissions(sandbox.base, ['clipboard-read', 'clipboard-sanitized-write']);
        await tab.page.bringToFront();
        for (const [name, wanted] of [['api_secret', sandbox.ready.api_secret], ['.env', environment]]) {
            await tab.click(`Copy ${name}`);
            await tab.awaitText(`${name} is copied.`);
            const copied = await tab.page.evaluate(() => navigator.clipboard.readText());
            if (copied !== wanted) {
                throw new Error(`${name}: ${copied} was copied, not ${wanted}`);
            }
        }
    });

    await suite.test('/latest and a pay URL lead to the cashier; the page links to README and description', async (test) => {
        const sandbox = await test.sandbox();
        const payUrl = await sandbox.payUrl();
        const tab = await open(test, sandbox);
        await tab.click('Newest payment');
        await arrive(tab, '25.0 USD');
        await tab.page.goto(sandbox.base);
        await go(tab, payUrl.slice(payUrl.indexOf('#')));
        await arrive(tab, '25.0 USD');
        await tab.page.goto(sandbox.base);
        await tab.click('README');
        await arrive(tab, '# The Aurpay sandbox');
        await tab.page.goto(sandbox.base);
        await tab.click('OpenAPI description');
        await arrive(tab, '"openapi"');
    });

    await suite.test('what a shop sends is shown as text, and never a javascript: link', async (test) => {
        const sandbox = await test.sandbox();
        const evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
        const id = await order(sandbox, { id: evil, remark: evil, url: 'javascript:document.title=1' });
        await sandbox.fetch('POST', `/api/${encodeURIComponent(evil)}`, undefined, { 'X-Evil': evil, 'API-Token': evil });
        const tab = await open(test, sandbox);
        for (const place of ['#/orders', `#/orders/${id}`, '#/requests', '#/requests/2', `#/search?q=${encodeURIComponent(evil)}`]) {
            await go(tab, place);
            await tab.awaitText(place.includes('requests') ? 'img%20src' : '<img src=x');
            const found = await tab.page.evaluate(() => document.querySelectorAll('#columns img, #columns script, [href^="javascript:"]').length);
            if (found > 0) {
                throw new Error(`${place}: the page took it for HTML`);
            }
        }
    });

    await suite.test('a sandbox that ends is told, and not with a broken page', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await open(test, sandbox);
        await tab.awaitText('No order.');
        await sandbox.close();
        await tab.awaitText('The sandbox does not answer. Is it still running?');
    });

    for (const scheme of ['light', 'dark']) {
        for (const [device, width] of [['desktop', 1280], ['phone', PHONE]]) {
            await suite.test(`every section is accessible and fits: ${device}, ${scheme}`, async (test) => {
                const sandbox = await test.sandbox();
                const shop = await test.shop(sandbox);
                const id = await order(sandbox, { ...shop.addresses(), remark: 'w'.repeat(200) });
                await sandbox.control('POST', '/pay', { order_id: id });
                await order(sandbox, { callback_url: `https://shop.example/${'c'.repeat(100)}`, ['u'.repeat(60)]: 1 });
                await sandbox.payUrl();
                await sandbox.fetch('GET', '/api/v2/tx', undefined, { 'API-Token': 'nobody' });
                await sandbox.control('POST', '/faults', { path: '/api/none', status: 502, count: 0 });
                await sandbox.control('POST', '/orders', { count: 60, status: 'FAILED' });
                await until('the delivery', async () =>
                    (await sandbox.control('GET', '/callbacks')).callbacks[0].state === 'delivered');
                const { requests } = await sandbox.control('GET', '/requests');
                const tab = await open(test, sandbox, '', { scheme, width });
                const places = {
                    '#/orders': 'Page 1 of 2',
                    [`#/orders/${id}`]: 'Actions',
                    '#/callbacks': 'success',
                    '#/callbacks/1': 'Attempts',
                    '#/requests': 'found',
                    [`#/requests/${requests.at(-1).id}`]: 'Signature check',
                    '#/warnings': 'unknown_field',
                    '#/faults': 'status: 502',
                    '#/clock': 'That is',
                    '#/shop': 'One by one',
                    '#/search?q=usdt': 'Requests: 0',
                };
                for (const [place, text] of Object.entries(places)) {
                    await go(tab, place);
                    await tab.awaitText(text);
                    await tab.requireAccessible(`${place}, ${device}, ${scheme}`);
                    await tab.requireNoSidewaysScrolling(`${place}, ${device}, ${scheme}`);
                }
            });
        }
    }

    await suite.test('the keyboard alone is enough: the skip link, a section, and its heading has the focus', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await open(test, sandbox);
        await tab.awaitText('No order.');
        await tab.page.keyboard.press('Tab');
        if (await focused(tab) !== 'Skip to the content') {
            throw new Error(`first comes ${await focused(tab)}`);
        }
        await tab.page.keyboard.press('Enter');
        const place = await tab.page.evaluate(() => `${document.activeElement.id} ${location.hash}`);
        if (place !== 'view ') {
            throw new Error(`the skip link leads to ${place}`);
        }
        await tab.page.focus('nav a[href="#/faults"]');
        await tab.page.keyboard.press('Enter');
        await tab.awaitText('Add the fault');
        if (await focused(tab) !== 'Faults') {
            throw new Error(`the focus is on ${await focused(tab)}`);
        }
    });
}
