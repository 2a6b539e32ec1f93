'use strict';

// For scripts/collection.sh: prepares a sandbox for the vendor's collection, writes a copy of the collection that
// newman can run against the sandbox, and compares the answers that newman got with the collection's own examples.
//
// usage: node collection.js prepare COLLECTION MERCHANT FOLDER
//        node collection.js check COLLECTION NAME=REPORT...

const fs = require('node:fs');
const path = require('node:path');

const SERVICE = 'https://dashboard.aurpay.net';
const SIGNED_FOLDER = 'Signature Authentication Method';

function readJson(file) {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** All requests of the collection in order, each with the name of its folder. */
function requestsOf(collection) {
    return collection.item.flatMap((folder) => (folder.item ?? []).map((item) => ({ folder: folder.name, item })));
}

function nameOf({ folder, item }) {
    return `${folder === SIGNED_FOLDER ? 'Signed' : folder} / ${item.name}`;
}

function exampleBody(example) {
    return JSON.parse(example.body);
}

function urlOf(request) {
    return typeof request.url === 'string' ? request.url : request.url.raw;
}

// ---- prepare: the sandbox

async function post(merchant, url, body, headers = {}) {
    const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok || (answer.code ?? 0) !== 0) {
        throw new Error(`${url}: ${JSON.stringify(answer)}`);
    }
    return answer.data ?? answer;
}

/** The published answer of the request with this name, in the plain folders. */
function documented(collection, name) {
    const found = requestsOf(collection).find(({ item }) => item.name === name);
    return exampleBody(found.item.response[0]).data;
}

/**
 * Creates an order like the published one in the path of the request: an invoice for a detail, a paid order for a
 * refund.
 */
async function makeOrders(collection, merchant) {
    const control = (at, body) => post(merchant, merchant.control_uri + at, body);
    const shown = documented(collection, 'Get Orders Details');
    const refunded = documented(collection, 'Get Orders Refund Info');
    const invoice = await control('/orders', {
        order_type: shown.order_type,
        currency: shown.currency,
        vs_price: Number(shown.vs_price),
        vs_currency: shown.vs_currency,
    });
    // More than a page of finished orders, as in the published lists.
    await control('/orders', { count: 12, status: 'SUCCESS' });
    const made = await post(
        merchant,
        `${merchant.base_uri}/api/order/pay-info`,
        { chain: refunded.chain, currency: refunded.currency, vs_price: 10, vs_currency: 'USD' },
        { 'API-Key': merchant.api_key },
    );
    await control('/pay', { order_id: made.order_id, action: 'pay' });
    return { invoice: invoice.order_ids[0], paid: made.order_id };
}

/** Gives the merchant the user name and the masked password of the login request, which is sent as it is. */
async function adoptLogin(collection, merchant) {
    const login = requestsOf(collection).find(({ item }) => item.name === 'Get Access Token').item.request;
    const form = Object.fromEntries(login.body.urlencoded.map(({ key, value }) => [key, value]));
    await post(merchant, `${merchant.control_uri}/merchant`, { username: form.username, password: form.password });
}

// ---- prepare: the collection. Replaces only the host, the order ids in paths, the masked keys and the format of
// "auth". Requests, bodies and scripts stay.

function redirectUrl(url, baseUri, orders) {
    const order = url.includes('/detail/') ? orders.invoice : orders.paid;
    return url.replace(SERVICE, baseUri).replace(':order_id', order);
}

function usableAuth(auth, key) {
    switch (auth?.type) {
        case 'apikey':
            return { type: 'apikey', apikey: { key: 'API-Key', value: key, in: 'header' } };
        case 'oauth2':
            // The collection's own script sets this variable.
            return { type: 'bearer', bearer: { token: '{{AccessToken}}' } };
        default:
            return { type: 'noauth' };
    }
}

async function prepare(collectionFile, merchantFile, folder) {
    const collection = readJson(collectionFile);
    const merchant = readJson(merchantFile);
    await adoptLogin(collection, merchant);
    const orders = { plain: await makeOrders(collection, merchant), signed: await makeOrders(collection, merchant) };
    for (const { folder: name, item } of requestsOf(collection)) {
        const key = name === 'Bitcoin Lightning Network' ? merchant.lightning_api_key : merchant.api_key;
        const request = item.request;
        request.url = redirectUrl(urlOf(request), merchant.base_uri, orders[name === SIGNED_FOLDER ? 'signed' : 'plain']);
        request.auth = usableAuth(request.auth, key);
        delete item.response;
    }
    for (const group of collection.item) {
        delete group.auth;
    }
    const values = { API_TOKEN: merchant.api_token, SECRET_KEY: merchant.api_secret };
    fs.writeFileSync(path.join(folder, 'collection.json'), JSON.stringify(collection), { mode: 0o600 });
    fs.writeFileSync(
        path.join(folder, 'environment.json'),
        JSON.stringify({
            name: 'sandbox',
            values: Object.entries(values).map(([key, value]) => ({ key, value, enabled: true })),
        }),
        { mode: 0o600 },
    );
}

// ---- check: which documented answer belongs to a request

/** Returns a JSON body without its comments, which JSON parsers reject, and a form as it is. */
function plainBody(request) {
    const body = request.body;
    if (!body?.mode) {
        return '';
    }
    if (body.mode !== 'raw') {
        return JSON.stringify(body[body.mode].map(({ key, value }) => [key, value]));
    }
    const bare = body.raw.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n\r]*/g, (part) => (part[0] === '"' ? part : ''));
    return JSON.stringify(Object.entries(JSON.parse(bare)).sort());
}

function pathOf(request) {
    return new URL(urlOf(request)).pathname;
}

/**
 * The published answer to exactly this request. If there is none, a success, since the request is valid. If no success
 * is published either, the refusal. Some examples belong to another path.
 */
function fittingExample(item) {
    const own = (item.response ?? []).filter((one) => pathOf(one.originalRequest) === pathOf(item.request));
    return (
        own.find((one) => plainBody(one.originalRequest) === plainBody(item.request)) ??
        own.find((one) => exampleBody(one).result === true) ??
        own[0]
    );
}

// ---- check: the shape of an answer

function typeOf(value) {
    return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

/** The names of the members that are null in any published answer. They may be null in every answer. */
function nullableMembers(value, names = new Set()) {
    if (value !== null && typeof value === 'object') {
        for (const [name, member] of Object.entries(value)) {
            if (member === null) {
                names.add(name);
            }
            nullableMembers(member, names);
        }
    }
    return names;
}

function publishedNulls(collection) {
    const names = new Set();
    for (const { item } of requestsOf(collection)) {
        for (const example of item.response ?? []) {
            nullableMembers(exampleBody(example), names);
        }
    }
    return names;
}

/**
 * Compares a value with the published values in its place (several, for the entries of a list), and returns the
 * differences. All levels must have the same members, with the same JSON types.
 */
function differences(published, got, nullable, where = '') {
    const types = new Set(published.map(typeOf));
    const type = typeOf(got);
    if (!types.has(type)) {
        const name = where.split('.').pop();
        return type === 'null' && nullable.has(name)
            ? []
            : [`${where || 'the answer'} is ${type} instead of ${[...types].join(' or ')}`];
    }
    const alike = published.filter((one) => typeOf(one) === type);
    if (type === 'array') {
        const entries = alike.flat();
        if (entries.length > 0 && got.length === 0) {
            return [`${where} is empty`];
        }
        return unique(got.flatMap((entry) => differences(entries, entry, nullable, `${where}[]`)));
    }
    if (type === 'object') {
        const names = new Set(alike.flatMap(Object.keys));
        const extra = Object.keys(got).filter((name) => !names.has(name));
        const missing = [...names].filter((name) => !(name in got) && alike.every((one) => name in one));
        const inside = (name) => (where === '' ? name : `${where}.${name}`);
        return [
            ...extra.map((name) => `${inside(name)} is not in the published answer`),
            ...missing.map((name) => `${inside(name)} is missing`),
            ...Object.keys(got)
                .filter((name) => names.has(name))
                .flatMap((name) => {
                    const members = alike.filter((one) => name in one).map((one) => one[name]);
                    return differences(members, got[name], nullable, inside(name));
                }),
        ];
    }
    return [];
}

function unique(list) {
    return [...new Set(list)];
}

// ---- check: one request

function answerOf(execution) {
    if (execution.response === undefined) {
        throw new Error(execution.requestError?.message ?? 'no answer');
    }
    const { type, data } = execution.response.stream;
    return { status: execution.response.code, body: JSON.parse(Buffer.from(data, type).toString('utf8')) };
}

/**
 * The script at the top of the collection fails on every request without a body. newman reports that and still sends
 * the request. Nothing else may fail.
 */
function scriptErrors(execution, item) {
    return [...(execution.prerequestScript ?? []), ...(execution.testScript ?? [])]
        .map(({ error }) => error)
        .filter((error) => error && !(item.request.body === undefined && error.name === 'TypeError'))
        .map((error) => `a script of the collection failed: ${error.message}`);
}

/** Checks that a request has only a signature of the vendor's script, or only a key, as its folder says. */
function credentialErrors(execution, folder) {
    const names = new Set(execution.request.header.map(({ key }) => key.toLowerCase()));
    const signed = ['api-token', 'algorithm', 'date', 'signature'].every((name) => names.has(name));
    if (folder === SIGNED_FOLDER) {
        return signed && !names.has('api-key') ? [] : ['it must be sent with a signature and without an API key'];
    }
    return names.has('signature') ? ['it must be sent without a signature'] : [];
}

function summary(status, body) {
    return `${status} code ${body.code} ${body.result}`;
}

/** Compares an answer with the documented one: returns both in short, and what is wrong. */
function judge({ folder, item }, execution, nullable) {
    const example = fittingExample(item);
    const expected = example === undefined ? 'no example' : summary(example.code, exampleBody(example));
    try {
        if (execution?.item.name !== item.name) {
            throw new Error('newman did not run this request, or not in order');
        }
        const { status, body } = answerOf(execution);
        const errors = [...scriptErrors(execution, item), ...credentialErrors(execution, folder)];
        if (example === undefined) {
            const invented = status === 200 && body.code === 0 && body.result === true && body.data?.invented === true;
            errors.push(...(invented ? [] : ['the answer is not documented, so it must say that it is invented']));
            return { expected, got: `${summary(status, body)}, invented`, errors };
        }
        const published = exampleBody(example);
        for (const name of ['code', 'message', 'result']) {
            if (published[name] !== body[name]) {
                errors.push(`${name} is ${JSON.stringify(body[name])} instead of ${JSON.stringify(published[name])}`);
            }
        }
        if (status !== example.code) {
            errors.push(`HTTP ${status} instead of ${example.code}`);
        }
        errors.push(...differences([published], body, nullable));
        return { expected, got: summary(status, body), errors: unique(errors) };
    } catch (failure) {
        return { expected, got: 'nothing', errors: [failure.message] };
    }
}

function check(collectionFile, reports) {
    const collection = readJson(collectionFile);
    const nullable = publishedNulls(collection);
    const requests = requestsOf(collection);
    const runs = reports.map((argument) => {
        const [name, file] = argument.split('=');
        return { name, executions: readJson(file).run.executions };
    });
    const line = (cells) => cells.map((cell, i) => cell.padEnd([4, 50, 22][i] ?? 28)).join(' ').trimEnd();
    console.log(line(['', 'request', 'documented', ...runs.map(({ name }) => `over ${name}`)]));
    let failed = 0;
    requests.forEach((request, index) => {
        const results = runs.map(({ executions }) => judge(request, executions[index], nullable));
        const errors = results.flatMap((result, run) => result.errors.map((error) => `${runs[run].name}: ${error}`));
        failed += errors.length > 0 ? 1 : 0;
        const marks = results.map((result) => `${result.got} ${result.errors.length > 0 ? 'WRONG' : 'ok'}`);
        console.log(line([String(index + 1), nameOf(request), results[0].expected, ...marks]));
        errors.forEach((error) => console.log(`     ${error}`));
    });
    for (const { name, executions } of runs) {
        if (executions.length !== requests.length) {
            failed += 1;
            console.log(`over ${name} newman ran ${executions.length} requests of ${requests.length}`);
        }
    }
    console.log(`${requests.length - Math.min(failed, requests.length)} passed, ${failed} failed`);
    return failed === 0 && requests.length > 0 ? 0 : 1;
}

async function main([command, ...rest]) {
    if (command === 'prepare' && rest.length === 3) {
        await prepare(...rest);
    } else if (command === 'check' && rest.length > 1) {
        process.exitCode = check(rest[0], rest.slice(1));
    } else {
        throw new Error('usage: collection.js prepare|check …');
    }
}

main(process.argv.slice(2)).catch((failure) => {
    console.error(`collection: ${failure.message}`);
    process.exitCode = 1;
});
