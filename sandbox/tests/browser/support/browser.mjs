// Chromium, and tabs in it that look like a certain device and user.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

// ES modules do not look at NODE_PATH.
const require = createRequire(`${process.env.NODE_PATH}/`);
const puppeteer = require('puppeteer-core');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** How long an awaited event may take: a machine that builds something beside the tests is slow. */
export const PATIENCE_MS = 60_000;

export const DESKTOP = 1280;
export const PHONE = 320;

export class Browser {
    #chromium;
    #tabs = [];

    constructor(chromium) {
        this.#chromium = chromium;
    }

    /** @param {string[]} options further ones of Chromium's command line */
    static async launch(options = []) {
        return new Browser(await puppeteer.launch({
            executablePath: process.env.AURPAY_CHROMIUM || '/usr/bin/chromium',
            args: [
                '--disable-dev-shm-usage',
                '--no-proxy-server',
                // Chromium's own sandbox refuses to run as root.
                ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
                ...options,
            ],
            protocolTimeout: 2 * PATIENCE_MS,
        }));
    }

    /**
     * Opens a tab in a new profile.
     *
     * width: of the window in CSS pixels. scheme: 'light' or 'dark'. language: of the user, as in Accept-Language.
     * reducedMotion: what the system asks for. script: false switches JavaScript off. insecure: accept the
     * certificate of a sandbox with --tls.
     */
    async open({
        width = DESKTOP,
        scheme = 'light',
        language = 'en-US,en',
        reducedMotion = false,
        script = true,
        insecure = false,
    } = {}) {
        const context = await this.#chromium.createBrowserContext();
        const page = await context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        await page.setViewport({ width, height: width === PHONE ? 640 : 900 });
        await page.emulateMediaFeatures([
            { name: 'prefers-color-scheme', value: scheme },
            { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
        ]);
        const session = await page.createCDPSession();
        await session.send('Emulation.setUserAgentOverride', {
            userAgent: await this.#chromium.userAgent(),
            acceptLanguage: language,
        });
        await page.setJavaScriptEnabled(script);
        if (insecure) {
            await session.send('Security.setIgnoreCertificateErrors', { ignore: true });
        }

        const tab = new Tab(context, page, session);
        this.#tabs.push(tab);

        return tab;
    }

    axeRuns() {
        return this.#tabs.reduce((sum, tab) => sum + tab.axeRuns, 0);
    }

    async close() {
        await this.#chromium.close();
    }
}

/** A tab, with what tests of pages need often. `page` is puppeteer's. */
export class Tab {
    /** Errors of the page's scripts, and what its Content-Security-Policy refused. */
    errors = [];
    axeRuns = 0;
    #context;

    constructor(context, page, session) {
        this.#context = context;
        this.page = page;
        this.session = session;
        page.on('pageerror', (error) => this.errors.push(String(error)));
        page.on('console', (message) => {
            // The browser reports every answer that is not 2xx as an error; those are the tests' own subject.
            if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
                this.errors.push(message.text());
            }
        });
    }

    /** Waits until the page shows this text. Capital letters do not matter, as style sheets change them. */
    async awaitText(text) {
        await this.page.waitForFunction(
            // While one document takes the place of another, there is no body.
            (wanted) => document.body?.innerText.toLowerCase().includes(wanted.toLowerCase()),
            {},
            text,
        ).catch(async (failure) => {
            const shown = await this.text().catch(() => failure.message);
            throw new Error(`the page does not show "${text}", but:\n${shown}`);
        });
    }

    /** The page's visible text. */
    async text() {
        return this.page.evaluate(() => document.body.innerText);
    }

    /** Lets pages of this origin read the clipboard, so that tests see what was copied, and write it as usual, or not. */
    async allowClipboard(origin, mayWrite = true) {
        const write = mayWrite ? ['clipboard-write', 'clipboard-sanitized-write'] : [];
        await this.#context.overridePermissions(origin, ['clipboard-read', ...write]);
    }

    /** Clicks the visible button or link with this name, as assistive technology reads it. */
    async click(name) {
        await this.clickOn(`::-p-aria([name="${name}"])`);
    }

    /** Clicks the element that this selector finds, once it is visible. */
    async clickOn(selector) {
        const deadline = Date.now() + PATIENCE_MS;
        for (;;) {
            const element = await this.page.waitForSelector(selector, { visible: true });
            try {
                await element.click();

                return;
            } catch (failure) {
                // The page was drawn again after the element was found. Nothing was clicked.
                if (!String(failure).includes('detached') || Date.now() > deadline) {
                    throw failure;
                }
            }
        }
    }

    /** Clicks a link or the button of a form without scripts, and waits for the page to which it leads. */
    async follow(name) {
        await Promise.all([this.page.waitForNavigation(), this.click(name)]);
    }

    /** Like awaitText, for pages without scripts, which do not change by themselves. */
    async awaitPlainText(wanted) {
        const shown = await this.text();
        if (!shown.includes(wanted)) {
            throw new Error(`the page does not show "${wanted}", but:\n${shown}`);
        }
    }

    /** Opens a tab of the same window in front of this one. */
    async coverWithAnotherTab() {
        const other = await this.#context.newPage();
        await other.bringToFront();

        return other;
    }

    /** Types a text into the field with this label, in place of what it has. */
    async fill(label, typed) {
        const field = await this.page.waitForSelector(`::-p-aria([name="${label}"])`, { visible: true });
        await field.evaluate((element) => element.select());
        await this.page.keyboard.press('Backspace');
        await field.type(typed);
    }

    /** The name of the element with the focus, as assistive technology reads it; '' if nothing has it. */
    async focused() {
        return this.page.evaluate(() => {
            const element = document.activeElement;
            return element === document.body ? '' : (element.getAttribute('aria-label')
                ?? element.labels?.[0]?.textContent ?? element.innerText).replace(/\s+/g, ' ').trim();
        });
    }

    /** Presses Tab until an element whose name begins like this has the focus. */
    async tabTo(name) {
        const seen = [];
        while (seen.length < 60) {
            await this.page.keyboard.press('Tab');
            const focused = await this.focused();
            if (focused.startsWith(name)) {
                return;
            }
            seen.push(focused);
        }
        throw new Error(`Tab does not reach "${name}", but: ${seen.join(' | ')}`);
    }

    /** Waits until screen readers are told this. */
    async awaitAnnouncement(message) {
        await this.awaitTrue((said) => document.getElementById('announcement').textContent === said, message);
    }

    /** Waits until the panel that plays the customer says this. */
    async awaitComplaint(message) {
        await this.awaitTrue((said) => document.getElementById('play-error').innerText === said, message);
    }

    /** Waits until this is true in the page. */
    async awaitTrue(condition, ...values) {
        await this.page.waitForFunction(condition, {}, ...values);
    }

    /** Runs axe, and fails with each violation and the elements that have it. */
    async requireAccessible(state) {
        // Not as a <script>: the page's Content-Security-Policy refuses that.
        await this.page.evaluate(axeSource);
        this.axeRuns += 1;
        const { violations } = await this.page.evaluate(() => window.axe.run());
        if (violations.length > 0) {
            const told = violations.flatMap(({ id, help, nodes }) => [
                `${id}: ${help}`,
                ...nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`),
            ]);
            throw new Error(`axe, ${state}:\n${told.join('\n')}`);
        }
    }

    /** Fails if the page is wider than its window. */
    async requireNoSidewaysScrolling(state) {
        const [content, window] = await this.page.evaluate(
            () => [document.documentElement.scrollWidth, document.documentElement.clientWidth],
        );
        if (content > window) {
            throw new Error(`${state}: the page is ${content} pixels wide in a window of ${window}`);
        }
    }

    async close() {
        await this.#context.close();
    }
}
