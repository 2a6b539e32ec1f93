// What the theme's search lacks. It comes before the theme's script.
{
    const INDEX = 0;
    const RESULT = 3;
    const isFromFolder = location.protocol === 'file:';

    // When the site is opened from a folder, a browser lets a page load scripts, but no workers. There the worker's script runs
    // in a frame.
    class FrameWorker extends EventTarget {
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
    }

    if (isFromFolder) {
        // No JSON can be loaded either, so the index is a script too. It sets __search.index, which the theme then uses.
        document.write(`<script src="${new URL('search/search_index.js', document.currentScript.src)}"></script>`);
    }

    // The theme sends a message only once the one before is answered, and drops all that wait but the last. So a key that was
    // pressed while the worker was still being loaded could take the place of the index, and the search stayed without one.
    // Without the index the worker finds nothing, whatever it is asked. That is answered here, at once, and the index never
    // waits.
    window.Worker = class extends (isFromFolder ? FrameWorker : Worker) {
        #hasIndex = false;

        postMessage(message) {
            this.#hasIndex ||= message.type === INDEX;
            if (this.#hasIndex) {
                super.postMessage(message);
            } else {
                const data = { type: RESULT, data: { items: [] } };
                setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })));
            }
        }
    };
}
