'use strict';

// The page behind a pay URL: #/cashier/choose?token=… before a coin is chosen,
// #/cashier/{order_id} after. Everything happens through _sandbox. All URLs are relative, as a merchant's page has a
// prefix: /m/{name}/.

const byId = (id) => document.getElementById(id);

async function ask(path, body) {
    const response = await fetch(path, body === undefined ? {} : {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) {
        throw new Error(answer.error);
    }
    return answer;
}

function say(text) {
    byId('message').textContent = text;
    byId('message').hidden = text === '';
}

function showPrice(order) {
    for (const element of document.querySelectorAll('.price')) {
        element.textContent = `${order.vs_price} ${order.vs_currency}`;
    }
}

function showCoins(order) {
    const options = order.coins.map((coin) => {
        const option = new Option(`${coin.currency} on ${coin.chain}`, JSON.stringify([coin.chain, coin.currency]));
        option.disabled = !coin.status;
        return option;
    });
    byId('coin').replaceChildren(...options);
}

// The shop's page for its customer after the payment. Only http and https URLs, never javascript: and the like.
function returnUrl(order) {
    const wanted = { SUCCESS: order.shop.succeed_url, OVERDUE: order.shop.timeout_url }[order.status] ?? '';
    return /^https?:\/\//i.test(wanted) ? wanted : '';
}

function showOrder(order) {
    byId('order-id').textContent = order.order_id;
    byId('amount').textContent = `${order.amount} ${order.currency} (${order.chain_name})`;
    byId('address').textContent = order.payment_request ?? order.address;
    byId('status').textContent = order.status;
    const url = returnUrl(order);
    byId('return').hidden = url === '';
    if (url !== '') {
        byId('return-link').href = url;
    }
}

function show(order) {
    showPrice(order);
    byId('choose').hidden = order.order_id !== null;
    byId('order').hidden = order.order_id === null;
    if (order.order_id === null) {
        showCoins(order);
    } else {
        showOrder(order);
    }
    say('');
}

async function load() {
    if (location.hash === '') {
        say('Open this page through a pay_url.');
        return;
    }
    try {
        show(await ask(`_sandbox/cashier?pay_url=${encodeURIComponent(location.href)}`));
    } catch (error) {
        say(error.message);
    }
}

async function act(request) {
    try {
        await ask('_sandbox/pay', { pay_url: location.href, ...request });
        await load();
    } catch (error) {
        say(error.message);
    }
}

byId('coins').addEventListener('submit', (event) => {
    event.preventDefault();
    const [chain, currency] = JSON.parse(byId('coin').value);
    act({ action: 'choose', chain, currency });
});

byId('actions').addEventListener('click', (event) => {
    const action = event.target.dataset.action;
    if (action !== undefined) {
        act({ action });
    }
});

window.addEventListener('hashchange', load);
load();
