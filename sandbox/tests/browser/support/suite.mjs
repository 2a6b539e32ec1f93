// Runs tests and counts them. What a test starts is ended with it.

import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Sandbox } from './sandbox.mjs';
import { Shop } from './shop.mjs';

const root = dirname(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))));
const PICTURES = join(root, 'docs/images/sandbox');
const LARGEST_PICTURE = 100_000;

export class Suite {
    #passed = 0;
    #failed = 0;
    #open = [];

    /**
     * @param {{browser: import('./browser.mjs').Browser, folder: string, screenshots: boolean, only: string[]}} options
     */
    constructor({ browser, folder, screenshots, only }) {
        this.browser = browser;
        this.folder = folder;
        this.screenshots = screenshots;
        this.only = only;
    }

    /**
     * @param {string} title what the test proves
     * @param {(test: Test) => Promise<void>} body
     */
    async test(title, body) {
        if (this.only.length > 0 && !this.only.some((word) => title.includes(word))) {
            return;
        }
        const test = new Test(this.browser, this.#open, this.screenshots);
        try {
            await body(test);
            test.requireNoPageErrors();
            this.#passed += 1;
            console.log(`ok    ${title}`);
        } catch (failure) {
            this.#failed += 1;
            const told = failure instanceof Error ? failure.stack : String(failure);
            console.log(`FAIL  ${title}\n      ${told.replaceAll('\n', '\n      ')}`);
            await test.takePicture(join(this.folder, `${title.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60)}.png`));
        } finally {
            await this.cleanUp();
        }
    }

    async cleanUp() {
        for (const thing of this.#open.splice(0).reverse()) {
            await thing.close().catch((failure) => console.log(`      at the end: ${failure.message}`));
        }
    }

    finish() {
        console.log(`axe looked at ${this.browser.axeRuns()} states of pages`);
        console.log(`${this.#passed} passed, ${this.#failed} failed`);
        return this.#failed === 0 && this.#passed > 0 ? 0 : 1;
    }
}

/** What a test works with. */
class Test {
    #browser;
    #open;
    #pages = [];
    #screenshots;

    constructor(browser, open, screenshots) {
        this.#browser = browser;
        this.#open = open;
        this.#screenshots = screenshots;
    }

    /** Starts a sandbox with these options, which ends with the test. */
    async sandbox(...options) {
        return this.#keep(await Sandbox.start(...options));
    }

    /** Starts a small shop, which ends with the test. */
    async shop(sandbox) {
        return this.#keep(await Shop.start(sandbox));
    }

    /**
     * Opens a tab in a browser profile of its own: see Browser.open for the options.
     *
     * @returns {Promise<import('./browser.mjs').Tab>}
     */
    async page(options = {}) {
        const tab = this.#keep(await this.#browser.open(options));
        this.#pages.push(tab);

        return tab;
    }

    requireNoPageErrors() {
        const errors = this.#pages.flatMap((tab) => tab.errors);
        if (errors.length > 0) {
            throw new Error(`errors in the page's console:\n${errors.join('\n')}`);
        }
    }

    /** With --screenshots, writes docs/images/sandbox/NAME.webp: the element, or the whole page. */
    async screenshot(tab, name, selector = null) {
        if (!this.#screenshots) {
            return;
        }
        mkdirSync(PICTURES, { recursive: true });
        const file = join(PICTURES, `${name}.webp`);
        const element = selector === null ? null : await tab.page.$(selector);
        const options = { path: file, type: 'webp', quality: 70 };
        await (element ?? tab.page).screenshot({ ...options, ...(element === null ? { fullPage: true } : {}) });
        if (statSync(file).size > LARGEST_PICTURE) {
            rmSync(file);
            throw new Error(`${name}.webp has more than ${LARGEST_PICTURE} bytes`);
        }
    }

    async takePicture(file) {
        const tab = this.#pages.at(-1);
        await tab?.page.screenshot({ path: file, fullPage: true }).catch(() => undefined);
    }

    #keep(thing) {
        this.#open.push(thing);

        return thing;
    }
}
