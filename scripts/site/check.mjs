// Checks the built site in Chromium: node check.mjs FOLDER. NODE_PATH has the npm tools; see scripts/site.sh.
//
// Every page: its links lead to a page and an anchor, images have a text, it has a title of its own and a description.
// Those of the navigation are also opened, as wide as a phone: nothing is wider than the window, each image is drawn, no
// other host is asked, no error is reported. Then the navigation, the search, and axe, light and dark.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser } from '../../sandbox/tests/browser/support/browser.mjs';

const folder = process.argv[2];
const PHONE = 390;
const DESKTOP = 1280;
// Both have PHP, messages, and tables that are wide.
const FOR_AXE = [
    ['docs/errors.html', 'light', DESKTOP],
    ['docs/install.html', 'dark', PHONE],
];
const TYPES = {
    '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
    '.svg': 'image/svg+xml', '.webp': 'image/webp', '.png': 'image/png',
};

let problems = [];
let passed = 0;
let failed = 0;

function require(good, problem) {
    if (!good) {
        problems.push(problem);
    }
}

/** Runs a check, and prints its problems. */
async function check(title, body) {
    await body().catch((failure) => problems.push(failure.message));
    console.log(`${title}: ${problems.length === 0 ? 'passed' : 'FAILED'}`);
    [...new Set(problems)].forEach((problem) => console.log(`  ${problem}`));
    passed += problems.length === 0 ? 1 : 0;
    failed += problems.length === 0 ? 0 : 1;
    problems = [];
}

/**
 * Every page builds the index of the search, which takes time. So only the check of the search gets the whole one, the others
 * one without pages.
 */
let wholeIndex = false;

function content(name) {
    const text = readFileSync(join(folder, name));

    return name === '/search/search_index.json' && !wholeIndex ? JSON.stringify({ ...JSON.parse(text), docs: [] }) : text;
}

/** When the search's worker comes. The check of the search lets it come late, as on a slow line. */
let workerComes = Promise.resolve();

/** Serves the folder on a free port. */
async function serve() {
    const server = createServer(async (request, response) => {
        try {
            const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
            if (name.includes('/workers/')) {
                await workerComes;
            }
            response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'text/plain' }).end(content(name));
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });

    return server;
}

/** Reads pages without drawing them. Runs in a page of the site. */
async function readPages(names) {
    const read = async (name) => {
        const url = new URL(name, location.origin).href;
        const page = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
        const targets = (selector) => [...page.querySelectorAll(selector)]
            .map((link) => new URL(link.getAttribute('href'), url).href);

        return [name, {
            title: page.title,
            description: page.querySelector('meta[name=description]')?.content ?? '',
            ids: [...page.querySelectorAll('[id]')].map((element) => element.id),
            links: targets('a[href], link[href]'),
            navigation: targets('.md-nav--primary a.md-nav__link'),
            images: [...page.images].map((image) => ({ src: image.getAttribute('src'), alt: image.alt })),
        }];
    };

    return Promise.all(names.map(read));
}

function checkHeads(pages) {
    const titles = new Map();
    for (const [name, { title, description, images }] of pages) {
        require(description !== '', `${name} has no description`);
        images.forEach(({ src, alt }) => require(alt !== '', `${name}: the image ${src} has no text`));
        if (name !== '404.html') {
            require(title !== '' && !titles.has(title), `${name} has the title of ${titles.get(title)}: "${title}"`);
            titles.set(title, name);
        }
    }
}

function checkLinks(base, pages) {
    for (const [name, { links }] of pages) {
        for (const link of links.filter((each) => each.startsWith(base))) {
            const [path, anchor] = decodeURIComponent(link.slice(base.length)).split('#');
            const target = pages.get(path);
            const exists = target || statSync(join(folder, path), { throwIfNoEntry: false })?.isFile();
            require(exists, `${name}: the link to ${path} leads nowhere`);
            // MkDocs gives this name to the top of a page.
            require(!target || !anchor || anchor === '__skip' || target.ids.includes(anchor),
                `${name}: ${path} has no #${anchor}`);
        }
    }
}

/** Opens a page in a tab that is as wide as a phone. */
async function checkDrawn(tab, base, name) {
    const asked = [];
    const note = (request) => asked.push(request.url());
    tab.page.on('request', note);
    await tab.page.goto(base + name, { waitUntil: 'load' });
    tab.page.off('request', note);
    const [width, window, images] = await tab.page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
        [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.getAttribute('src')),
    ]);
    const strangers = asked.filter((url) => !url.startsWith(base) && !/^(data|blob):/.test(url));
    require(strangers.length === 0, `${name} asks other hosts: ${strangers.join(' ')}`);
    require(width <= window, `${name} is ${width} pixels wide on a phone of ${window}`);
    require(images.length === 0, `${name} does not draw ${images.join(' ')}`);
    require(tab.errors.length === 0, `${name}: ${tab.errors.splice(0).join('; ')}`);
}

/** The navigation of a wide window says where one is, and all of it can be reached with the keyboard. */
async function checkNavigation(browser, base) {
    const tab = await browser.open();
    await tab.page.goto(`${base}docs/refunds.html`);
    const [marked, hidden] = await tab.page.evaluate(() => {
        const links = [...document.querySelectorAll('.md-nav--primary a.md-nav__link')]
            .filter((link) => !link.closest('.md-nav--secondary'));

        return [
            links.filter((link) => link.matches('.md-nav__link--active')).map((link) => link.getAttribute('href')),
            links.filter((link) => !link.checkVisibility()).map((link) => link.textContent.trim()),
        ];
    });
    require(marked.join() === 'refunds.html', `the navigation marks ${marked} as the page`);
    require(hidden.length === 0, `the navigation hides ${hidden.join(', ')}`);
    await tab.close();
}

async function checkSwitchOfColours(browser, base) {
    const tab = await browser.open();
    await tab.page.goto(`${base}index.html`);
    await tab.tabTo('Switch to dark');
    await tab.page.keyboard.press('Space');
    const scheme = await tab.page.evaluate(() => document.body.dataset.mdColorScheme);
    require(scheme === 'slate', `after Space, the colours are those of ${scheme}`);
    await tab.close();
}

async function checkSearch(browser, base, word, wanted) {
    const tab = await browser.open();
    let typed;
    workerComes = new Promise((resolve) => { typed = resolve; });
    wholeIndex = true;
    await tab.page.goto(`${base}index.html`, { waitUntil: 'networkidle2' });
    await tab.page.type('.md-search__input', word);
    typed();
    const found = await tab.page.waitForFunction((path) => {
        const links = [...document.querySelectorAll('.md-search-result__link')].map((link) => link.href);

        return links.length > 0 && (links.some((link) => link.includes(path)) ? 'yes' : links.join(' '));
    }, { timeout: 30_000 }, wanted).then((result) => result.jsonValue(), (failure) => failure.message);
    wholeIndex = false;
    require(found === 'yes', `the search for "${word}" does not find ${wanted}: ${found}`);
    require(tab.errors.length === 0, tab.errors.join('; '));
    await tab.close();
}

async function checkAccessibility(browser, base, name, scheme, width) {
    const tab = await browser.open({ width, scheme });
    await tab.page.goto(base + name);
    // After site.js has marked what scrolls.
    await tab.page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); }));
    await tab.requireAccessible(name);
    await tab.close();
}

const names = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.html')).map((name) => name.split(sep).join('/')).sort();
const server = await serve();
const browser = await Browser.launch();
try {
    const base = `http://127.0.0.1:${server.address().port}/`;
    const phone = await browser.open({ width: PHONE });
    await phone.page.goto(`${base}404.html`);
    const pages = new Map(await phone.page.evaluate(readPages, names));
    await check('titles, descriptions, texts of images', async () => checkHeads(pages));
    await check('links and anchors', async () => checkLinks(base, pages));
    await check('pages on a phone', async () => {
        const urls = pages.get('index.html').navigation.map((url) => url.slice(base.length).split('#')[0]);
        for (const name of new Set(urls)) {
            await checkDrawn(phone, base, name);
        }
    });
    await check('navigation', () => checkNavigation(browser, base));
    await check('switch of colours', () => checkSwitchOfColours(browser, base));
    await check('search', () => checkSearch(browser, base, 'OutcomeUnknownException', 'docs/faults.html'));
    const files = pathToFileURL(join(resolve(folder), '/')).href;
    await check('search, from the folder', () => checkSearch(browser, files, 'OutcomeUnknownException', 'docs/faults.html'));
    for (const [name, scheme, width] of FOR_AXE) {
        await check(`axe: ${name}, ${scheme}, ${width} pixels`, () => checkAccessibility(browser, base, name, scheme, width));
    }
} finally {
    await browser.close();
    server.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
