// Calls of the control endpoints.

/** What the sandbox answered instead of doing it. */
export class Refusal extends Error {
    constructor(status, message) {
        super(message);
        /** What was asked for is wrong or gone: asking again does not help. */
        this.isFinal = status >= 400 && status < 500;
        /** What the customer typed is wrong. */
        this.isOfInput = status === 400;
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
        throw new Refusal(response.status, answer.error ?? `HTTP ${response.status}`);
    }

    return answer;
}
