// A small shop: a page with a button that leads to the cashier, and the pages to which the cashier leads back.

import { createServer } from 'node:http';

export class Shop {
    /** The callbacks that it got: method, path and query. */
    callbacks = [];
    #server;
    #sandbox;

    constructor(server, sandbox) {
        this.#server = server;
        this.#sandbox = sandbox;
        this.uri = `http://127.0.0.1:${server.address().port}`;
    }

    static async start(sandbox) {
        const server = createServer();
        await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
        const shop = new Shop(server, sandbox);
        server.on('request', (request, response) => {
            shop.#answer(request, response).catch((failure) => response.writeHead(500).end(failure.message));
        });

        return shop;
    }

    /** The addresses that the shop gives to the gateway. */
    addresses() {
        return {
            id: '1001',
            url: `${this.uri}/orders/1001`,
            succeed_url: `${this.uri}/thanks?order=1001`,
            timeout_url: `${this.uri}/too-late?order=1001`,
            callback_url: `${this.uri}/callback/paid?order=1001`,
            timeout_callback: `${this.uri}/callback/late?order=1001`,
        };
    }

    async #answer(request, response) {
        if (request.url === '/checkout') {
            const payUrl = await this.#sandbox.payUrl(this.addresses());
            response.writeHead(303, { Location: payUrl }).end();
            return;
        }
        if (request.url.startsWith('/callback/')) {
            this.callbacks.push(`${request.method} ${request.url}`);
            response.writeHead(200).end();
            return;
        }
        const page = {
            '/': '<h1>The cart</h1><form action="/checkout" method="post"><button>Pay with crypto</button></form>',
            '/thanks?order=1001': '<h1>Thank you for order 1001</h1>',
            '/too-late?order=1001': '<h1>Order 1001 was not paid in time</h1>',
        }[request.url];
        const document = `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,"><main>${page}</main>`;
        response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' })
            .end(page === undefined ? 'Not found' : document);
    }

    async close() {
        this.#server.closeAllConnections();
        await new Promise((resolve) => { this.#server.close(resolve); });
    }
}
