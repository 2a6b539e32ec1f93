// Reads QR codes from pictures of the page, with a decoder that has nothing to do with the encoder.

import { createRequire } from 'node:module';

const require = createRequire(`${process.env.NODE_PATH}/`);
const decode = require('jsqr').default ?? require('jsqr');

/**
 * What a camera reads from an element of the page.
 *
 * @param {import('./browser.mjs').Tab} tab
 * @param {import('./browser.mjs').Tab} reader a tab without a Content-Security-Policy, which unpacks the picture
 */
export async function readQr(tab, reader, selector) {
    const element = await tab.page.waitForSelector(selector, { visible: true });
    const picture = await element.screenshot({ encoding: 'base64' });
    const { pixels, width, height } = await reader.page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d');
        context.drawImage(bitmap, 0, 0);
        const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);

        return { pixels: Array.from(data), width: bitmap.width, height: bitmap.height };
    }, picture);

    return decode(Uint8ClampedArray.from(pixels), width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
}
