// Drives a browser through a shop: node run.mjs SCENARIO FOLDER <JSON
// SCENARIO is a script, whose function gets the input, open() and picture(). FOLDER gets the screenshots. Standard input has what the scenario is about, and `keys`,
// the public keys of the certificates that the browser accepts. The scenario's result is the last line of the output, as
// JSON. NODE_PATH has the npm tools.

import { basename, join, resolve } from 'node:path';
import { Browser } from '../../../sandbox/tests/browser/support/browser.mjs';

const [scenario, folder] = process.argv.slice(2);
const chunks = [];
for await (const chunk of process.stdin) {
    chunks.push(chunk);
}
const input = JSON.parse(Buffer.concat(chunks).toString());
const browser = await Browser.launch([`--ignore-certificate-errors-spki-list=${input.keys.join(',')}`]);
let tab = null;

/** A tab of a new visitor, in which texts are English. */
async function open() {
    tab = await browser.open();

    return tab;
}

/** A picture of the whole page, or of the element that the selector finds. */
async function picture(name, selector = null) {
    const element = selector === null ? tab.page : await tab.page.waitForSelector(selector, { visible: true });
    // Bars that stay in the window would be in the middle of the page.
    await tab.page.evaluate(() => window.scrollTo(0, 0));
    const options = { path: join(folder, `${name}.webp`), type: 'webp', quality: 75 };
    await element.screenshot({ ...options, ...(selector === null ? { fullPage: true } : {}) });
}

try {
    const { default: play } = await import(resolve(scenario));
    console.log(JSON.stringify(await play({ ...input, open, picture })));
} catch (failure) {
    await tab?.page.screenshot({ path: join(folder, `failed-${basename(scenario, '.mjs')}.png`), fullPage: true }).catch(() => undefined);
    console.error(failure.stack ?? failure);
    console.error(await tab?.text().catch(() => ''));
    process.exitCode = 1;
} finally {
    await browser.close();
}
