// Keeps the page up to date without a reload: by server-sent events, or by asking every 2 s.

const POLL_MS = 2_000;
/** While it polls, the page tries events again after this many polls: slots for streams become free. */
const POLLS_BEFORE_EVENTS = 15;
/** The sandbox ends each stream within 8 s. One that is silent for longer is dead, though the browser may not know it. */
const SILENT_MS = 20_000;

export class Live {
    #load;
    #onContent;
    #onEnd;
    #address = null;
    #events = null;
    #known = '';
    #source = null;
    #timer = null;
    #watchdog = null;
    #polls = 0;

    /**
     * @param {{load: () => void, onContent: (content: object) => void, onEnd: () => void}} handlers
     *        load asks for the content and calls follow() again; onEnd is called when a stream was refused
     */
    constructor({ load, onContent, onEnd }) {
        this.#load = load;
        this.#onContent = onContent;
        this.#onEnd = onEnd;
        // A tab in the background needs no news, and its stream would take the place of another.
        document.addEventListener('visibilitychange', () => {
            if (this.#address === null) {
                return;
            }
            if (document.hidden) {
                this.pause();
            } else {
                this.#load();
            }
        });
    }

    /**
     * Follows what the address shows; `known` is the version that the page has, `events` the address of the stream, or
     * null if there is none.
     */
    follow(address, known, events) {
        this.#known = known;
        this.#events = events;
        if (address !== this.#address) {
            this.pause();
            this.#address = address;
            this.#polls = 0;
        }
        if (document.hidden || this.#source !== null) {
            return;
        }
        if (window.EventSource === undefined || events === null || this.#polls > 0) {
            this.poll(address);
        } else {
            this.#listen();
        }
    }

    /** Asks again in 2 s. */
    poll(address) {
        this.#address = address;
        this.#stopTimer();
        this.#mark('polling');
        this.#polls = (this.#polls + 1) % POLLS_BEFORE_EVENTS;
        this.#timer = setTimeout(() => document.hidden || this.#load(), POLL_MS);
    }

    /** Closes the stream and stops the timer. follow() and poll() start again. */
    pause() {
        this.#source?.close();
        this.#source = null;
        clearTimeout(this.#watchdog);
        this.#stopTimer();
        this.#mark('off');
    }

    stop() {
        this.pause();
        this.#address = null;
    }

    #listen() {
        this.#stopTimer();
        const query = new URLSearchParams({ pay_url: this.#address, known: this.#known });
        const source = new EventSource(`${this.#events}?${query}`);
        this.#source = source;
        this.#watch();
        source.onopen = () => {
            this.#stopTimer();
            this.#watch();
            this.#mark('events');
        };
        source.onmessage = ({ data }) => this.#onContent(JSON.parse(data));
        source.onerror = () => {
            if (source !== this.#source) {
                return;
            }
            // Each stream ends after some seconds, and the browser opens the next one. It gives up only if it is
            // refused. If neither comes in time, the page asks.
            if (source.readyState === EventSource.CLOSED) {
                this.#source = null;
                clearTimeout(this.#watchdog);
                this.poll(this.#address);
            } else {
                // One timer from the first error on: attempts that fail at once come one after the other.
                this.#timer ??= setTimeout(() => this.#giveUp(), POLL_MS);
            }
        };
    }

    /** The page asks instead. */
    #giveUp() {
        this.pause();
        this.#polls = 1;
        this.#onEnd();
    }

    #watch() {
        clearTimeout(this.#watchdog);
        this.#watchdog = setTimeout(() => this.#giveUp(), SILENT_MS);
    }

    #stopTimer() {
        clearTimeout(this.#timer);
        this.#timer = null;
    }

    /** Which way is in use, for those who look into the page. */
    #mark(way) {
        document.documentElement.dataset.live = way;
    }
}
