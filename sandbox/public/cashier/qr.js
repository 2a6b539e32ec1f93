// QR codes as inline SVG.

import { encode } from './uqr.js';

const SVG = 'http://www.w3.org/2000/svg';
/** The quiet zone that ISO/IEC 18004 asks for, in modules. */
const QUIET_ZONE = 4;

/** @param {string} label the text alternative */
export function qrCode(content, label) {
    const { data, size } = encode(content, { ecc: 'M', border: QUIET_ZONE });
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
    svg.setAttribute('shape-rendering', 'crispEdges');
    const path = document.createElementNS(SVG, 'path');
    const modules = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
    path.setAttribute('d', modules.join(''));
    path.setAttribute('fill', '#000');
    svg.append(path);

    return svg;
}
