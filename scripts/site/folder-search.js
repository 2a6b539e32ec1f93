// Makes the search work when the site is opened from a folder. There, a browser lets a page load scripts, but no JSON, and no
// workers. So the index is a script too, and the theme's worker runs in a frame.
if (location.protocol === 'file:') {
    // It sets __search.index, which the theme then uses. The theme's script, which comes next, waits for it.
    document.write(`<script src="${new URL('search/search_index.js', document.currentScript.src)}"></script>`);

    window.Worker = class extends EventTarget {
        #frame = document.createElement('iframe');
        #ready;

        constructor(url) {
            super();
            this.#frame.hidden = true;
            document.body.append(this.#frame);
            const scope = this.#frame.contentWindow;
            scope.postMessage = (data) => this.dispatchEvent(new MessageEvent('message', { data }));
            const script = scope.document.createElement('script');
            script.src = url;
            this.#ready = new Promise((loaded) => { script.onload = loaded; });
            scope.document.body.append(script);
        }

        async postMessage(data) {
            await this.#ready;
            this.#frame.contentWindow.dispatchEvent(new MessageEvent('message', { data }));
        }
    };
}
