// Runs config.w32 with stubs of the functions that configure.js has on Windows, and prints the C sources that it
// names. If something is wrong, prints a line for each problem and exits with 1.
//
// usage: node scripts/package/config-w32.js FILE

'use strict';

const fs = require('fs');
const vm = require('vm');

const file = process.argv[2];
const script = fs.readFileSync(file, 'utf8');
const wrong = [];

const everyLibrary = [
    'libcurl_a.lib', 'libcurl.lib', 'libcrypto.lib', 'libssl.lib', 'crypt32.lib', 'winmm.lib', 'wldap32.lib',
    'normaliz.lib', 'zlib_a.lib', 'libssh2.lib', 'nghttp2.lib', 'brotlidec.lib', 'brotlicommon.lib', 'libzstd.lib',
];
const machine = {
    enabled: 'yes',
    libraries: everyLibrary,
    headers: {
        'curl/easy.h': '',
        'curl/curlver.h': '#define LIBCURL_VERSION_NUM 0x080e01\n',
        'openssl/ssl.h': '',
        'openssl/opensslv.h': '# define OPENSSL_VERSION_MAJOR  3\n',
    },
};

// Runs the script for a machine, and returns what it did.
function run(on) {
    const did = { options: [], extensions: [], sources: [], flags: [], needs: [], warnings: [] };
    const include = 'C:\\deps\\include';
    const configure = {
        PHP_AURPAY: on.enabled,
        PHP_AURPAY_SHARED: true,
        PHP_PHP_BUILD: 'C:\\deps',
        configure_module_dirname: 'aurpay',
        ARG_ENABLE: (name, help, value) => did.options.push({ name, help, value }),
        CHECK_LIB: (names, target) => {
            const found = names.split(';').find((name) => on.libraries.includes(name));
            if (!found) {
                return false;
            }
            expect(target === 'aurpay', `${found} is linked to ${target}`);
            return `C:\\deps\\lib\\${found}`;
        },
        CHECK_HEADER_ADD_INCLUDE: (header, flags) => {
            if (!(header in on.headers)) {
                return false;
            }
            did.flags.push(`${flags} /I ${include}`);
            return include;
        },
        GREP_HEADER: (header, pattern, folder) => {
            if (folder !== include) {
                throw new Error(`${header} is looked for in ${folder}`);
            }
            return header in on.headers && new RegExp(pattern).test(on.headers[header]);
        },
        // Like confutils.js of PHP 8.2 to 8.5, for OpenSSL 1.1 and later.
        SETUP_OPENSSL: (target) => {
            const names = ['libcrypto.lib', 'libssl.lib', 'crypt32.lib'];
            const here = names.every((name) => configure.CHECK_LIB(name, target))
                && configure.CHECK_HEADER_ADD_INCLUDE('openssl/ssl.h', `CFLAGS_${target.toUpperCase()}`);
            return here ? 2 : 0;
        },
        EXTENSION: (name, list, shared, flags) => {
            did.extensions.push({ name, shared, flags });
            configure.ADD_SOURCES('aurpay', list, name);
        },
        ADD_SOURCES: (folder, list, target, objects) => {
            for (const source of list.split(/\s+/)) {
                const parts = source.split('\\');
                const name = parts.pop();
                // With phpize the folder of the object is that of the list, and not of the source.
                const where = [objects, ...parts].filter(Boolean).join('\\');
                const under = folder.replace(/\//g, '\\').replace(/^aurpay\\?/, '');
                did.sources.push({
                    path: [under, ...parts, name].filter(Boolean).join('\\').replace(/\\/g, '/'),
                    object: `${where}\\${name.replace(/\.[a-z0-9A-Z]+$/, '.obj')}`.toLowerCase(),
                    target,
                });
            }
        },
        ADD_FLAG: (name, value) => did.flags.push(`${name} ${value}`),
        ADD_EXTENSION_DEP: (name, other) => did.needs.push(`${name} ${other}`),
        AC_DEFINE: () => {},
        WARNING: (text) => did.warnings.push(text),
        ERROR: (text) => {
            throw new Error(`ERROR: ${text}`);
        },
    };
    // A name that is not here is an error, as it would be for JScript.
    vm.runInNewContext(script, configure, { filename: file });
    return did;
}

function expect(condition, text) {
    if (!condition) {
        wrong.push(text);
    }
}

const without = (...names) => ({ libraries: everyLibrary.filter((name) => !names.includes(name)) });
const withHeader = (name, text) => ({ headers: { ...machine.headers, [name]: text } });
const withoutHeader = (gone) => ({
    headers: Object.fromEntries(Object.entries(machine.headers).filter(([name]) => name !== gone)),
});

// JScript has the syntax of 1999.
const code = script.replace(/\/\/.*$/gm, '').replace(/"(?:[^"\\]|\\.)*"/g, '""');
expect(!/\b(let|const|class)\b|=>|`|,\s*[\]}]/.test(code), 'the script is not JScript');

const enabled = run(machine);
expect(enabled.options.map((option) => option.name).join() === 'aurpay', 'the option is not --enable-aurpay');
expect(enabled.extensions.length === 1 && enabled.extensions[0].name === 'aurpay', 'the extension is not enabled');
expect(enabled.sources.every((source) => source.target === 'aurpay'), 'a source is of another target');
expect(enabled.warnings.length === 0, `warnings: ${enabled.warnings.join(', ')}`);
expect(enabled.needs.join() === 'aurpay json,aurpay date,aurpay spl', `needs ${enabled.needs.join(', ')}`);
expect(enabled.flags.includes('CFLAGS_AURPAY /D CURL_STATICLIB'), 'CURL_STATICLIB is not defined for the static libcurl');
expect(
    new Set(enabled.sources.map((source) => source.object)).size === enabled.sources.length,
    'two sources become the same object',
);

const disabled = run({ ...machine, enabled: 'no' });
expect(disabled.extensions.length === 0, 'the extension is enabled when it was not asked for');

// The DLL of libcurl needs no other library.
const dll = run({ ...machine, libraries: ['libcurl.lib', 'libcrypto.lib', 'libssl.lib', 'crypt32.lib'] });
expect(dll.extensions.length === 1 && dll.warnings.length === 0, 'the DLL of libcurl is not accepted');
expect(!dll.flags.some((flag) => flag.includes('STATICLIB')), 'the DLL of libcurl is taken for a static library');

const bare = run({ ...machine, ...without('brotlidec.lib', 'libzstd.lib') });
expect(bare.extensions.length === 1 && bare.warnings.length === 2, 'brotli and zstd are not optional, with warnings');

const refused = {
    'without libcurl': without('libcurl_a.lib', 'libcurl.lib'),
    'without the headers of libcurl': withoutHeader('curl/easy.h'),
    'without a library of the static libcurl': without('nghttp2.lib'),
    'without libcrypto': without('libcrypto.lib'),
    'without the headers of OpenSSL': withoutHeader('openssl/ssl.h'),
    'with libcurl 7.73': withHeader('curl/curlver.h', '#define LIBCURL_VERSION_NUM 0x074900\n'),
    'with OpenSSL 1.1.0': withHeader('openssl/opensslv.h', '# define OPENSSL_VERSION_NUMBER  0x101000bfL\n'),
};
for (const [name, change] of Object.entries(refused)) {
    const did = run({ ...machine, ...change });
    expect(did.extensions.length === 0, `the extension is enabled ${name}`);
    expect(did.warnings.some((text) => text.startsWith('aurpay not enabled')), `there is no warning ${name}`);
}
const accepted = {
    'libcurl 7.74': withHeader('curl/curlver.h', '#define LIBCURL_VERSION_NUM 0x074A00\n'),
    'libcurl 7.88': withHeader('curl/curlver.h', '#define LIBCURL_VERSION_NUM 0x075801\n'),
    'OpenSSL 1.1.1': withHeader('openssl/opensslv.h', '# define OPENSSL_VERSION_NUMBER  0x1010117fL\n'),
};
for (const [name, change] of Object.entries(accepted)) {
    expect(run({ ...machine, ...change }).extensions.length === 1, `the extension is not enabled with ${name}`);
}

for (const text of wrong) {
    console.error(`config.w32: ${text}`);
}
if (wrong.length > 0) {
    process.exit(1);
}
console.log(enabled.sources.map((source) => source.path).join('\n'));
