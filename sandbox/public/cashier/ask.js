// Calls of the control endpoints.

/** What the sandbox answered instead of doing it. */
export class Refusal extends Error {
    constructor(status, message) {
        super(message);
        /** The link is wrong, or what it named is gone: asking again does not help. */
        this.isFinal = status === 400 || status === 404;
    }
}

export async function ask(path, body) {
    const response = await fetch(path, body === undefined ? {} : {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) {
        // A refused action leaves the page as it is.
        throw new Refusal(body === undefined ? response.status : 409, answer.error ?? `HTTP ${response.status}`);
    }

    return answer;
}
