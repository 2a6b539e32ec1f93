// A running sandbox, started as a shop author starts it.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PATIENCE_MS } from './browser.mjs';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

export class Sandbox {
    #process;
    #ended;

    constructor(process, ended, ready) {
        this.#process = process;
        this.#ended = ended;
        /** What --json prints: addresses and credentials. */
        this.ready = ready;
        this.base = ready.base_uri;
    }

    static async start(...options) {
        const child = spawn(
            process.env.AURPAY_TOOLS_PHP || 'php',
            [`${root}/bin/sandbox`, '--json', '--exit-on-stdin-close', ...options],
            { stdio: ['pipe', 'pipe', 'pipe'] },
        );
        let words = '';
        child.stderr.on('data', (data) => { words += data; });
        const ended = new Promise((resolve) => { child.once('close', resolve); });
        const line = await Promise.race([
            new Promise((resolve) => { createInterface(child.stdout).once('line', resolve); }),
            ended.then(() => { throw new Error(`the sandbox did not start: ${words}`); }),
        ]);

        return new Sandbox(child, ended, JSON.parse(line));
    }

    /** A merchant with a world of its own, below this sandbox. */
    async merchant(name) {
        return new Sandbox(this.#process, this.#ended, await this.control('POST', '/merchants', { name }));
    }

    /** A call with the merchant's API key; the answer's data. */
    async api(method, path, body) {
        const answer = await this.fetch(method, path, body, { 'API-Key': this.ready.api_key });
        if (answer.json.code !== 0) {
            throw new Error(`${method} ${path}: ${answer.text}`);
        }

        return answer.json.data;
    }

    /** A control endpoint's answer. */
    async control(method, path, body) {
        const answer = await this.fetch(method, `/_sandbox${path}`, body);
        if (answer.status !== 200) {
            throw new Error(`${method} /_sandbox${path}: ${answer.text}`);
        }

        return answer.json;
    }

    /** A new pay URL for 25 USD. */
    async payUrl(fields = {}) {
        return (await this.api('POST', '/api/order/pay-url', { price: 25, currency: 'USD', ...fields })).pay_url;
    }

    /** Waits until something is true that nothing announces. */
    async until(what, condition) {
        const deadline = Date.now() + PATIENCE_MS;
        while (!await condition()) {
            if (Date.now() > deadline) {
                throw new Error(`${what}: not within ${PATIENCE_MS} ms`);
            }
            await new Promise((resolve) => { setTimeout(resolve, 50); });
        }
    }

    /** A request on a connection of its own; any certificate is accepted. */
    fetch(method, path, body, headers = {}) {
        const send = this.base.startsWith('https:') ? httpsRequest : httpRequest;

        return new Promise((resolve, reject) => {
            const request = send(
                this.base + path,
                { method, headers, agent: false, rejectUnauthorized: false },
                (response) => {
                    const chunks = [];
                    response.on('data', (chunk) => chunks.push(chunk));
                    response.on('error', reject);
                    response.on('end', () => {
                        const text = Buffer.concat(chunks).toString();
                        const isJson = String(response.headers['content-type']).startsWith('application/json');
                        resolve({
                            status: response.statusCode,
                            headers: response.headers,
                            text,
                            json: isJson ? JSON.parse(text) : null,
                        });
                    });
                },
            );
            request.on('error', reject);
            request.end(body === undefined ? undefined : JSON.stringify(body));
        });
    }

    /** Ends the sandbox and waits for its end. */
    async close() {
        this.#process.stdin.end();
        await this.#ended;
    }
}
