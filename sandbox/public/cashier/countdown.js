// The time that is left to pay, by the sandbox's clock.

const SOON_SECONDS = 60;
/** More than clocks differ within a second, even when they are set right. */
const JUMP_MS = 2_000;

/** The difference of the browser's clocks. It changes when the machine sleeps: then only one of them goes on. */
const difference = () => Date.now() - performance.now();

export class Countdown {
    #element;
    #onSoon;
    #onJump;
    #difference = 0;
    #end = 0;
    #isEarly = false;
    #timer = null;

    /**
     * @param {{onSoon: () => void, onJump: () => void}} handlers called when one minute is left, and when the machine
     *        has slept: only the sandbox knows how long
     */
    constructor(element, { onSoon, onJump }) {
        this.#element = element;
        this.#onSoon = onSoon;
        this.#onJump = onJump;
    }

    /** Both are times of the sandbox's clock, which may be set forward. */
    start(expiresAt, now) {
        this.#difference = difference();
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
        if (Math.abs(difference() - this.#difference) > JUMP_MS) {
            this.#difference = difference();
            this.#onJump();
        }
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
