// Copies the text of an element.

/** @returns {Promise<boolean>} whether it was copied; if not, the text is selected */
export async function copy(element) {
    try {
        await navigator.clipboard.writeText(element.textContent);

        return true;
    } catch {
        // There is no clipboard on plain http, except on loopback.
        const range = document.createRange();
        range.selectNodeContents(element);
        getSelection().removeAllRanges();
        getSelection().addRange(range);

        return document.execCommand('copy');
    }
}
