// Runs the browser tests, one after the other: node run.mjs FOLDER [--screenshots] [WORDS...]
// FOLDER gets a picture of the last page of each failed test. NODE_PATH has the npm tools; see scripts/browser.sh.

import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browser } from './support/browser.mjs';
import { Suite } from './support/suite.mjs';

const [folder, ...words] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const browser = await Browser.launch();
const suite = new Suite({
    browser,
    folder,
    screenshots: words.includes('--screenshots'),
    only: words.filter((word) => word !== '--screenshots'),
});
// An interrupted run must not leave a browser, a sandbox or a shop behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
        await suite.cleanUp();
        await browser.close();
        process.exit(1);
    });
}
try {
    for (const file of readdirSync(here).filter((name) => name.endsWith('.test.mjs')).sort()) {
        const tests = await import(`./${file}`);
        await tests.default(suite);
    }
} finally {
    await browser.close();
}
process.exitCode = suite.finish();
