/*
 * Checks that workflows.js finds what it is for: it has to report each fault of a workflow and of forms that have many, and
 * nothing else.
 *
 * usage: node scripts/lint/workflows-selftest.js
 */

'use strict';

const assert = require('node:assert');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const files = {
    'workflows/faulty.yml': `name: Faulty
on: push
permissions:
  contents: write
jobs:
  unknown-runner:
    runs-on: ubuntu-99.04
    steps:
      - uses: actions/checkout@v4
      - run: ./dev nonsense && bash scripts/nonsense.sh
  injected:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo "\${{ github.ref_name }} \${{ nonsense.value }}"
      - run: cd $folder
`,
    'workflows/right.yml': `name: Right
on: push
permissions:
  contents: read
concurrency: right
jobs:
  job:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
        with:
          persist-credentials: false
      - run: ./dev lint && echo "\${{ github.sha }}"
`,
    'ISSUE_TEMPLATE/config.yml': 'contact_links:\n  - name: A link\n    url: https://example.com\n',
    'ISSUE_TEMPLATE/faulty.yml': `name: Faulty
description: ''
body:
  - type: text
    attributes: {label: A}
  - type: input
    id: twice
    attributes: {label: B}
  - type: dropdown
    id: twice
    attributes: {}
`,
};

// The beginnings of the lines, without the folder.
const expected = [
    'workflows/faulty.yml:7: label "ubuntu-99.04" is unknown',
    'workflows/faulty.yml:15: undefined variable "nonsense"',
    'workflows/faulty.yml: has no concurrency',
    'workflows/faulty.yml: the whole workflow may write contents',
    'workflows/faulty.yml: job unknown-runner has no timeout-minutes',
    'workflows/faulty.yml: job unknown-runner: actions/checkout@v4 is not pinned',
    'workflows/faulty.yml: job unknown-runner: checkout leaves its token',
    'workflows/faulty.yml: job unknown-runner: there is no command ./dev nonsense',
    'workflows/faulty.yml: job unknown-runner: there is no scripts/nonsense.sh',
    'workflows/faulty.yml: job injected: pass this expression by env',
    'workflows/faulty.yml: job injected, step "cd $folder"',
    'ISSUE_TEMPLATE/config.yml: a link needs name, url and about',
    'ISSUE_TEMPLATE/faulty.yml: has no description',
    'ISSUE_TEMPLATE/faulty.yml: there is no element of type text',
    'ISSUE_TEMPLATE/faulty.yml: an element of type dropdown has no label',
    'ISSUE_TEMPLATE/faulty.yml: an element of type dropdown has no options',
    'ISSUE_TEMPLATE/faulty.yml: the id twice is not valid, or there twice',
];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aurpay-workflows-'));
try {
    for (const [name, text] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        fs.writeFileSync(path.join(folder, name), text);
    }
    const result = spawnSync(process.execPath, [path.join(__dirname, 'workflows.js'), folder], { encoding: 'utf8' });
    const found = result.stdout.split(`${folder}/`).slice(1);
    assert.strictEqual(result.status, 1, result.stdout + result.stderr);
    for (const line of expected) {
        assert(found.some((problem) => problem.startsWith(line)), `not found: ${line}\n${result.stdout}`);
    }
    assert.strictEqual(found.length, expected.length, `found something else, too:\n${result.stdout}`);
} finally {
    fs.rmSync(folder, { recursive: true });
}
