// The time that is left to pay, by the sandbox's clock.

const SOON_SECONDS = 60;

export class Countdown {
    #element;
    #onSoon;
    #end = 0;
    #isEarly = false;
    #timer = null;

    /** @param {() => void} onSoon called when one minute is left */
    constructor(element, onSoon) {
        this.#element = element;
        this.#onSoon = onSoon;
    }

    /** Both are times of the sandbox's clock, which may be set forward. */
    start(expiresAt, now) {
        this.#end = performance.now() + Date.parse(expiresAt) - Date.parse(now);
        this.#isEarly = this.#left() > SOON_SECONDS;
        clearInterval(this.#timer);
        this.#timer = setInterval(() => this.#tick(), 1000);
        this.#draw();
    }

    stop() {
        clearInterval(this.#timer);
    }

    #left() {
        // Whole milliseconds first: a rounding error of the clock would make a second of its own.
        return Math.max(0, Math.ceil(Math.round(this.#end - performance.now()) / 1000));
    }

    #tick() {
        this.#draw();
        if (this.#isEarly && this.#left() <= SOON_SECONDS) {
            this.#isEarly = false;
            this.#onSoon();
        }
    }

    #draw() {
        const left = this.#left();
        const two = (number) => String(number).padStart(2, '0');
        this.#element.textContent = `${two(Math.floor(left / 60))}:${two(left % 60)}`;
    }
}
