// Logos of the coins: our own drawings, not the projects' marks.

const SVG = 'http://www.w3.org/2000/svg';

/** Currency => colour, and a path in a circle of 40 units. */
const LOGOS = {
    'ETH': ['#4a5568', 'M20 7l8 13-8 5-8-5zM20 28l8-5-8 11-8-11z'],
    'USDT-ERC20': ['#0b6b55', 'M11 11h18v5h-6v14h-6V16h-6z'],
    'USDC-ERC20': ['#1f5fbf', 'M28 16h-5a3 3 0 1 0 0 8h5v5h-6a9 9 0 1 1 0-18h6z'],
    'DAI-ERC20': ['#8a5a00', 'M12 11h8a9 9 0 0 1 0 18h-8zM17 16v8h3a4 4 0 0 0 0-8z'],
    'BTC': ['#b3530b', 'M13 10h9a5 5 0 0 1 4 9 6 6 0 0 1-4 11h-9zM18 14v4h4a2 2 0 0 0 0-4zM18 22v4h4a2 2 0 0 0 0-4z'],
    'BTC-LN': ['#6a3fb5', 'M22 6L11 23h7l-2 11 13-18h-8z'],
    'LTC': ['#4b5f85', 'M15 9h6l-3 12h3l-1 4h-3l-1 1h12l-1 5H11z'],
    'BNB': ['#7a6200', 'M20 8l12 12-12 12L8 20zM20 15l-5 5 5 5 5-5z'],
    'USDT-TRC20': ['#0b6b55', 'M11 11h18v5h-6v14h-6V16h-6z'],
    'USDC-TRC20': ['#1f5fbf', 'M28 16h-5a3 3 0 1 0 0 8h5v5h-6a9 9 0 1 1 0-18h6z'],
};

/** A decoration: the name of the coin stands beside it. */
export function coinLogo(currency) {
    const [colour, shape] = LOGOS[currency] ?? ['#4a5568', 'M20 14a6 6 0 1 0 .1 0z'];
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 40 40');
    svg.setAttribute('aria-hidden', 'true');
    const circle = document.createElementNS(SVG, 'circle');
    for (const [name, value] of Object.entries({ cx: 20, cy: 20, r: 20, fill: colour })) {
        circle.setAttribute(name, value);
    }
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', shape);
    path.setAttribute('fill', '#fff');
    path.setAttribute('fill-rule', 'evenodd');
    svg.append(circle, path);

    return svg;
}
