// The orders, and one of them with all that can be done with it.

import { ask, send } from './api.js';
import { callbackTable } from './callbacks.js';
import {
    button, cashierAddress, definitions, element, externalLink, placeLink, state, table, time,
} from './dom.js';
import { listView } from './list.js';
import { perform } from './page.js';

export function orderTable(orders) {
    return table('Orders', [
        ['Order', (order) => placeLink(`#/orders/${order.order_id}`, order.order_id), 'short'],
        ['Shop’s id', (order) => order.shop.id],
        ['Status', (order) => state(order.status), 'short'],
        ['Amount', (order) => `${order.amount} ${order.currency}`],
        ['Price', (order) => `${order.vs_price} ${order.vs_currency}`, 'short'],
        ['Created', (order) => time(order.create_time), 'short'],
    ], orders, 'No order.');
}

function checkoutTable(checkouts) {
    return checkouts.length === 0 ? [] : [
        element('h3', {}, 'Pay URLs without a coin: the customer has not chosen one yet'),
        table('Pay URLs without a coin', [
            ['Pay URL', (checkout) => element('a', {
                href: cashierAddress(checkout.pay_url),
                'data-focus': checkout.pay_url,
            }, `…${checkout.pay_url.slice(-8)}`), 'short'],
            ['Shop’s id', (checkout) => checkout.shop.id],
            ['Price', (checkout) => `${checkout.vs_price} ${checkout.vs_currency}`, 'short'],
            ['Created', (checkout) => time(checkout.create_time), 'short'],
        ], checkouts, ''),
        element('h3', {}, 'Orders'),
    ];
}

function actionList(order) {
    const act = (action) => () => perform(
        (changed) => `Order ${order.order_id} is ${changed.status}.`,
        () => send('/pay', { order_id: order.order_id, action }),
    );
    return element('ul', { class: 'actions' }, order.actions.map((entry) => {
        const id = `about-${entry.action}`;
        return element(
            'li',
            {},
            button(entry.title, act(entry.action), { reason: entry.reason, focus: entry.action, describedBy: id }),
            element('span', { id, class: 'quiet' }, entry.reason ?? `becomes ${entry.becomes}`),
        );
    }));
}

/** Pays a part, or too much. A Lightning invoice has only one amount. */
function payForm(order) {
    const canPay = order.actions.some((entry) => entry.action === 'pay' && entry.possible);
    if (!canPay || order.payment_request !== null) {
        return [];
    }
    const field = element('input', {
        name: 'amount', value: order.missing, inputmode: 'decimal', autocomplete: 'off', 'data-focus': 'amount',
    });
    return [element(
        'form',
        {
            'aria-label': 'Pay an amount',
            onsubmit: (event) => {
                event.preventDefault();
                perform(
                    (changed) => `Order ${order.order_id} is ${changed.status}.`,
                    () => send('/pay', { order_id: order.order_id, action: 'pay', amount: field.value.trim() }),
                );
            },
        },
        element('label', {}, `Amount in ${order.currency} `, field),
        element('button', { type: 'submit', 'data-focus': 'pay amount' }, 'Pay this amount'),
    )];
}

function transactionTable(transactions) {
    return table('Transactions', [
        ['Transaction', (one) => one.tx_id],
        ['Type', (one) => one.tx_type, 'short'],
        ['Status', (one) => state(one.status), 'short'],
        ['Amount', (one) => `${one.amount} ${one.currency}`],
        ['Obtained', (one) => one.obtained],
        ['Fee', (one) => one.fee],
        ['To', (one) => one.to_addr],
        ['Hash', (one) => one.tx_hash],
    ], transactions, 'No transaction.');
}

function details(order) {
    return definitions([
        ['Status', state(order.status)],
        ['Shop’s id', order.shop.id],
        ['Price', `${order.vs_price} ${order.vs_currency}`],
        ['Amount', `${order.amount} ${order.currency} (${order.chain_name})`],
        ['Received', `${order.received} ${order.currency}`],
        ['To', order.payment_request ?? order.address],
        ['Type', order.order_type],
        ['Platform', order.platform],
        ['Remark', order.remark],
        ['Created', time(order.create_time)],
        ['Changed', time(order.update_time)],
        ['Cashier page', element('a', { href: cashierAddress(order.pay_url), 'data-focus': 'cashier' }, 'Open the cashier page')],
        ['callback_url', order.shop.callback_url],
        ['timeout_callback', order.shop.timeout_callback],
        ['succeed_url', externalLink(order.shop.succeed_url)],
        ['timeout_url', externalLink(order.shop.timeout_url)],
        ['url', externalLink(order.shop.url)],
        ['Callbacks are', order.shop.enable_post_callback ? 'POST' : 'GET'],
    ]);
}

export const orders = {
    list: listView({
        name: 'orders',
        title: 'Orders',
        hint: 'Id, shop’s id, status or coin',
        more: async (target) => ((target.query.q ?? '') === '' && (target.query.page ?? '1') === '1'
            ? (await ask('/checkouts')).checkouts
            : []),
        above: checkoutTable,
        draw: orderTable,
        first: 'A shop makes one with POST /api/order/pay-url or /api/order/pay-info. What it needs is at “Credentials”.',
    }),
    one: {
        title: (target) => `Order ${target.id}`,
        load: (target) => ask(`/orders/${encodeURIComponent(target.id)}`),
        body: (order) => [
            details(order),
            element('h3', {}, 'Actions'),
            actionList(order),
            ...payForm(order),
            element('h3', {}, 'Transactions'),
            transactionTable(order.transactions),
            element('h3', {}, 'Callbacks'),
            callbackTable(order.callbacks),
        ],
    },
};
