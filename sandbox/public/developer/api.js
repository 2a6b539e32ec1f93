// Calls of the control endpoints. Paths are relative, so that the page also works below another path.

/** Calls an endpoint and returns its answer. Throws an Error with the sandbox's own words. */
export async function ask(path, { method = 'GET', body } = {}) {
    let response;
    try {
        response = await fetch(`_sandbox${path}`, {
            method,
            headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
            body: body === undefined ? undefined : JSON.stringify(body),
        });
    } catch {
        throw new Error('The sandbox does not answer. Is it still running?');
    }
    const answer = await response.json().catch(() => ({ error: `HTTP status ${response.status}` }));
    if (!response.ok) {
        throw new Error(answer.error ?? `HTTP status ${response.status}`);
    }
    return answer;
}

export function send(path, body = {}) {
    return ask(path, { method: 'POST', body });
}

/** A query of the parameters that have a value. */
export function query(parameters) {
    const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
    return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
