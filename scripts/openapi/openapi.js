'use strict';

// For scripts/openapi.sh: checks the OpenAPI description, and compares recorded traffic with it.
//
// usage: node openapi.js lint DESCRIPTION
//        node openapi.js replay DESCRIPTION FOLDER [COLLECTION]     the traffic is in FOLDER/*.jsonl
//
// Each ends with "N passed, N failed".

const fs = require('node:fs');

/** How many failures are shown: more would have the same reason. */
const SHOWN = 30;

function readJson(file) {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
}

function finish(passed, failed) {
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

// ---- lint

async function lint(file) {
    const { createConfig, formatProblems, getTotals, lint: lintWith } = require('@redocly/openapi-core');
    const config = await createConfig({
        extends: ['recommended'],
        rules: {
            // The path of the order list ends with a slash, as on the real service.
            'no-path-trailing-slash': 'off',
            // Documented refusals have HTTP status 200.
            'operation-4xx-response': 'off',
            'no-invalid-media-type-examples': 'error',
            'no-invalid-schema-examples': 'error',
            'operation-description': 'off',
            'operation-operationId-unique': 'error',
            'no-unused-components': 'error',
        },
    });
    const problems = await lintWith({ ref: file, config });
    const { errors, warnings } = getTotals(problems);
    if (problems.length > 0) {
        formatProblems(problems, { format: 'stylish', totals: { errors, warnings, ignored: 0 }, version: '' });
    }
    finish(errors + warnings === 0 ? 1 : 0, errors + warnings);
}

// ---- replay: the description, made strict

/**
 * The description allows members that the service may add, but the sandbox must not add any. So this closes every
 * described object of an answer. An object with several parts (allOf, oneOf, anyOf) is closed as a whole.
 */
function close(schema, isPart = false) {
    if (schema === null || typeof schema !== 'object') {
        return;
    }
    const isWhole = schema.$ref !== undefined || schema.properties || schema.allOf || schema.oneOf || schema.anyOf;
    if (isWhole && !isPart && schema.additionalProperties === undefined) {
        schema.unevaluatedProperties = false;
    }
    for (const part of [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) {
        close(part, true);
    }
    Object.values(schema.properties ?? {}).forEach((member) => close(member));
    close(schema.items);
}

/** Components that answers are made of, and the answers of all operations. */
function closeAnswers(description) {
    for (const schema of Object.values(description.components.schemas)) {
        close(schema, true);
    }
    for (const response of Object.values(description.components.responses)) {
        close(response.content['application/json'].schema);
    }
    for (const operation of operationsOf(description)) {
        for (const response of Object.values(operation.responses)) {
            close(response.content?.['application/json'].schema);
        }
    }
}

function operationsOf(description) {
    return Object.values(description.paths).flatMap((path) => Object.values(path));
}

/** Returns a check for each security scheme: has a request its header? The sandbox has checked the values. */
function credentialChecks(description) {
    const hasHeader = (name) => (context) => {
        const value = context.request.headers[name.toLowerCase()];
        // Body-MD5 is empty for GET, and servers drop an empty header.
        return name === 'Body-MD5' ? value !== undefined || context.request.method === 'get' : Boolean(value);
    };
    return Object.fromEntries(
        Object.entries(description.components.securitySchemes).map(([name, scheme]) => [
            name,
            hasHeader(scheme.type === 'http' ? 'Authorization' : scheme.name),
        ]),
    );
}

async function validatorOf(description) {
    const { OpenAPIBackend } = require('openapi-backend');
    const { dereference } = require('@apidevtools/json-schema-ref-parser');
    const { default: Ajv2020 } = require('ajv/dist/2020');
    // Copy it to a tree: openapi-backend takes an object that two places share for a cycle.
    const tree = JSON.parse(JSON.stringify(await dereference(description)));
    const backend = new OpenAPIBackend({
        definition: tree,
        strict: true,
        ignoreTrailingSlashes: false,
        customizeAjv: (original, options, context) =>
            new Ajv2020({ ...options, strict: false, logger: false, coerceTypes: context === 'paramsValidator' }),
        securityHandlers: credentialChecks(description),
        handlers: {
            notFound: () => ({ unknown: true }),
            methodNotAllowed: () => ({ unknown: true }),
            unauthorizedHandler: (context) => ({ operation: context.operation, problems: ['it has no credentials'] }),
            validationFail: (context) => ({
                operation: context.operation,
                problems: context.validation.errors.map(tell),
            }),
            notImplemented: (context) => ({ operation: context.operation, problems: [] }),
        },
    });
    // openapi-backend can validate only OpenAPI 3.0. "lint" has validated the description already.
    backend.validateDefinition = () => tree;
    await backend.init();
    return backend;
}

function tell(error) {
    const detail = error.params?.additionalProperty ?? error.params?.unevaluatedProperty ?? error.params?.allowedValue;
    return `${error.instancePath || 'the whole'} ${error.message}${detail === undefined ? '' : `: ${detail}`}`;
}

// ---- replay: one exchange

const REFUSED_AS_MALFORMED = 400;
const REFUSED_UNREAD = 401;

function requestOf(exchange) {
    const [path] = exchange.target.split('?');
    const query = exchange.target.slice(path.length + 1);
    const isForm = path === '/api/user/login';
    const body = isForm ? Object.fromEntries(new URLSearchParams(exchange.request_body)) : exchange.request_body;
    return {
        method: exchange.method,
        path,
        query,
        headers: exchange.request_headers,
        body: body === '' ? undefined : body,
    };
}

/** Returns the problems of an exchange, and its operation. */
async function judge(backend, exchange) {
    const found = await backend.handleRequest(requestOf(exchange));
    const answer = parse(exchange.response_body);
    if (found.unknown) {
        const refused = exchange.status === 404 || exchange.status === 405;
        return { problems: refused ? [] : ['it is not in the description'] };
    }
    const { operation } = found;
    // A request that was refused as malformed need not match, and the sandbox does not check one without credentials.
    const isExempt = [REFUSED_AS_MALFORMED, REFUSED_UNREAD].includes(answer?.code);
    const problems = isExempt ? [] : found.problems.map((problem) => `request: ${problem}`);
    if (operation.responses[exchange.status] === undefined) {
        problems.push(`HTTP status ${exchange.status} is not described`);
    } else {
        const body = backend.validator.validateResponse(answer, operation, exchange.status);
        problems.push(...(body.errors ?? []).map((error) => `answer: ${tell(error)}`));
        const headers = backend.validator.validateResponseHeaders(exchange.response_headers, operation, {
            statusCode: exchange.status,
            setMatchType: 'any',
        });
        problems.push(...(headers.errors ?? []).map((error) => `answer: ${tell(error)}`));
    }
    return { operationId: operation.operationId, succeeded: answer?.code === 0, isExempt, problems };
}

/** Validates callbacks as calls of a shop's API with one path, which stands for all callback URLs. */
async function callbackValidatorOf(description) {
    const { paid } = operationsOf(description).find(({ operationId }) => operationId === 'createPayInfo').callbacks;
    close(description.components.schemas.CallbackBody);
    return validatorOf({ ...description, paths: { '/callback': Object.values(paid)[0] } });
}

async function judgeCallback(shop, callback) {
    const found = await shop.handleRequest({ ...requestOf(callback), path: '/callback', query: '' });
    return found.unknown ? ['it is not in the description'] : found.problems;
}

function parse(json) {
    try {
        return JSON.parse(json);
    } catch {
        return undefined;
    }
}

// ---- replay: the vendor's saved examples as traffic

function withoutComments(json) {
    return json.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n\r]*/g, (part) => (part[0] === '"' ? part : ''));
}

function examplesOf(collection) {
    return collection.item.flatMap((folder) =>
        (folder.item ?? []).flatMap((item) =>
            (item.response ?? []).map((example) => {
                const request = example.originalRequest;
                const url = new URL(typeof request.url === 'string' ? request.url : request.url.raw);
                const variables = request.url.variable ?? [];
                const path = variables.reduce((at, { key, value }) => at.replace(`:${key}`, value), url.pathname);
                const body = request.body;
                return {
                    name: `the example "${example.name}" of "${folder.name} / ${item.name}"`,
                    method: request.method,
                    target: path + url.search,
                    // The saved examples have no such headers.
                    request_headers: {
                        'api-key': '***',
                        authorization: '***',
                        ...(body ? { 'content-type': 'application/json' } : {}),
                    },
                    request_body:
                        body?.mode === 'raw'
                            ? withoutComments(body.raw)
                            : new URLSearchParams((body?.urlencoded ?? []).map(({ key, value }) => [key, value])).toString(),
                    status: example.code,
                    response_headers: {},
                    response_body: example.body,
                };
            }),
        ),
    );
}

// ---- replay: tests of the check itself, with mistakes

/** Returns broken copies of a successful exchange, each with its mistake. None of them may pass. */
function spoilt(exchange, operation) {
    const answer = parse(exchange.response_body);
    const withAnswer = (changed) => ({ ...exchange, response_body: JSON.stringify({ ...answer, ...changed }) });
    const withoutCredentials = Object.entries(exchange.request_headers).filter(
        ([name]) => !['api-key', 'signature', 'authorization'].includes(name),
    );
    const isList = Array.isArray(answer.data);
    const extra = isList ? [{ ...answer.data[0], extra: 1 }] : { ...answer.data, extra: 1 };
    const typed = operation['x-undocumented-answer'] !== true;
    return [
        ['a code that is a string', withAnswer({ code: '0' })],
        ['a result that contradicts the code', withAnswer({ result: false })],
        ['a member of the envelope that is not described', withAnswer({ extra: 1 })],
        ['no data', withAnswer({ data: undefined })],
        ['an answer that is not JSON', { ...exchange, response_body: '<html></html>' }],
        ['a status that is not described', { ...exchange, status: 201 }],
        ['a path that is not described', { ...exchange, target: '/api/none' }],
        ['a parameter that is not described', { ...exchange, target: `${exchange.target.split('?')[0]}?extra=1` }],
        ...(typed ? [['a member that is not described', withAnswer({ data: extra })]] : []),
        ...(typed ? [['data of another shape', withAnswer({ data: isList ? [{}] : {} })]] : []),
        ...(operation.requestBody ? [['no body', { ...exchange, request_body: '' }]] : []),
        ...(operation.security.length > 0
            ? [['no credentials', { ...exchange, request_headers: Object.fromEntries(withoutCredentials) }]]
            : []),
    ];
}

function spoiltCallbacks(callback) {
    const { signature, ...unsigned } = callback.request_headers;
    const copies = [
        ['no signature', { ...callback, request_headers: unsigned }],
        ['another method', { ...callback, method: 'PUT' }],
    ];
    if (callback.method === 'POST') {
        const body = { ...parse(callback.request_body), extra: 1 };
        copies.push(['a member that is not described', { ...callback, request_body: JSON.stringify(body) }]);
        copies.push(['no body', { ...callback, request_body: '' }]);
    }
    return copies;
}

// ---- replay: all of it

function readTraffic(folder) {
    const files = fs.readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
    return files.sort().flatMap((file) =>
        fs
            .readFileSync(`${folder}/${file}`, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => ({ ...JSON.parse(line), source: file.replace('.jsonl', '') })),
    );
}

function countBy(list, nameOf) {
    const counts = new Map();
    list.forEach((entry) => counts.set(nameOf(entry), (counts.get(nameOf(entry)) ?? 0) + 1));
    return counts;
}

async function replay(descriptionFile, folder, collectionFile) {
    const open = await validatorOf(readJson(descriptionFile));
    const closedDescription = readJson(descriptionFile);
    closeAnswers(closedDescription);
    const closed = await validatorOf(closedDescription);

    const shop = await callbackValidatorOf(readJson(descriptionFile));
    const traffic = readTraffic(folder);
    const callbacks = traffic.filter(({ kind }) => kind === 'callback');
    const recorded = traffic.filter(({ kind }) => kind === 'call');
    const exchanges = recorded.filter(({ fault }) => !fault);
    const examples = collectionFile === undefined ? [] : examplesOf(readJson(collectionFile));
    const operations = operationsOf(closedDescription);
    let passed = 0;
    let failed = 0;
    const count = (problems, name) => {
        passed += problems.length === 0 ? 1 : 0;
        failed += problems.length === 0 ? 0 : 1;
        if (problems.length > 0 && failed <= SHOWN) {
            console.log(`${name}\n${problems.map((problem) => `    ${problem}`).join('\n')}`);
        }
    };

    const successes = [];
    let exempt = 0;
    let warned = 0;
    for (const exchange of exchanges) {
        const { operationId, succeeded, isExempt, problems: found } = await judge(closed, exchange);
        // What the sandbox has told the shop about is no news, but its answer has to fit.
        const isWarned = exchange.warnings.some((warning) => /^unknown_(field|filter): /.test(warning));
        const problems = isWarned ? found.filter((problem) => !problem.startsWith('request: ')) : found;
        exempt += isExempt ? 1 : 0;
        warned += isWarned ? 1 : 0;
        if (succeeded && !isWarned) {
            successes.push({ operationId, exchange, problems });
        }
        const excerpt = [exchange.request_body, exchange.response_body].map((text) => `    ${text.slice(0, 300)}`);
        count(problems, `${exchange.source}: ${exchange.method} ${exchange.target}\n${excerpt.join('\n')}`);
    }
    for (const callback of callbacks) {
        const name = `${callback.source}: callback ${callback.method} ${callback.target}\n    ${callback.request_body}`;
        count(await judgeCallback(shop, callback), name);
    }
    for (const method of ['GET', 'POST']) {
        const sent = callbacks.find((callback) => callback.method === method);
        count(sent === undefined ? ['the traffic has none'] : [], `a callback with ${method}`);
        for (const [what, bad] of sent === undefined ? [] : spoiltCallbacks(sent)) {
            const problems = await judgeCallback(shop, bad);
            count(problems.length > 0 ? [] : [`the check did not notice ${what}`], `a callback with ${method}`);
        }
    }
    for (const example of examples) {
        count((await judge(open, example)).problems, example.name);
    }
    const seen = countBy(successes, ({ operationId }) => operationId);
    const seenFrom = countBy(successes, ({ operationId, exchange }) => `${operationId} ${exchange.source}`);
    for (const operation of operations) {
        const { operationId } = operation;
        count(seen.has(operationId) ? [] : ['no call in the traffic succeeded'], `operation ${operationId}`);
        const good = successes.find((one) => one.operationId === operationId && one.problems.length === 0);
        for (const [what, bad] of good === undefined ? [] : spoilt(good.exchange, operation)) {
            const { problems } = await judge(closed, bad);
            count(problems.length > 0 ? [] : [`the check did not notice ${what}`], `operation ${operationId}`);
        }
    }

    const sources = [...countBy(exchanges, ({ source }) => source).keys()];
    const row = (first, cells) => console.log(first.padEnd(26) + cells.map((cell) => String(cell).padStart(12)).join(''));
    row('successful calls', sources);
    operations.forEach(({ operationId }) =>
        row(`  ${operationId}`, sources.map((source) => seenFrom.get(`${operationId} ${source}`) ?? 0)),
    );
    console.log(`${exchanges.length} recorded exchanges, ${exempt} of them refused before their request had to fit`);
    console.log(`${warned} had fields or filters that the sandbox warned of`);
    console.log(`${recorded.length - exchanges.length} more were spoilt by a fault and left out`);
    console.log(`${callbacks.length} callbacks`);
    console.log(`${examples.length} published examples, ${operations.length} operations`);
    finish(passed, failed);
}

async function main([command, ...rest]) {
    if (command === 'lint' && rest.length === 1) {
        await lint(rest[0]);
    } else if (command === 'replay' && (rest.length === 2 || rest.length === 3)) {
        await replay(...rest);
    } else {
        throw new Error('usage: openapi.js lint|replay …');
    }
}

main(process.argv.slice(2)).catch((failure) => {
    console.error(`openapi: ${failure.stack}`);
    process.exitCode = 1;
});
