#!/usr/bin/env python3
"""Keeps the translations of the WooCommerce plugin: the template (.pot) from the sources, and from each .po file what
WordPress loads: a .l10n.php, and a JSON file for each script with texts.

usage: translations.py PLUGIN_FOLDER [--check]

  --check  changes nothing; names what is out of date or not translated, and fails

It needs gettext.
"""

import gettext
import io
import json
import os
import re
import subprocess
import sys
import tempfile

DOMAIN = 'aurpay-native-gateway'
# The handles by which WordPress knows the scripts with texts.
SCRIPTS = {'assets/admin.js': 'aurpay-native-admin', 'assets/checkout.js': 'aurpay-native-checkout'}
KEYWORDS = ('__', '_e', '_n:1,2', '_x:1,2c', '_nx:1,2,4c', 'esc_html__', 'esc_html_e', 'esc_html_x:1,2c',
            'esc_attr__', 'esc_attr_e', 'esc_attr_x:1,2c')
# WordPress translates them in its list of plugins.
HEADERS = ('Plugin Name', 'Description')


def run(*command, data=None):
    """Runs a command of gettext, and returns what it prints."""
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f'{command[0]} failed: {done.stderr.decode()}')
    return done.stdout


def sources():
    """The files with texts, in a fixed order."""
    found = []
    for folder, _, names in os.walk('.'):
        path = os.path.relpath(folder, '.')
        if path.split(os.sep)[0] not in ('tests', 'languages'):
            found += [os.path.normpath(os.path.join(path, name)) for name in names]
    return (sorted(name for name in found if name.endswith('.php') and name != 'phpstan-constants.php'),
            sorted(name for name in found if name.endswith('.js')))


def template():
    """The .pot file."""
    php, scripts = sources()
    options = ['--from-code=UTF-8', '--add-comments=translators:', '--no-wrap', '--add-location=file', '--output=-', '--keyword',
               '--package-name=Aurpay Native Gateway for WooCommerce', *(f'--keyword={word}' for word in KEYWORDS)]
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for number, (language, files) in enumerate((('PHP', php), ('JavaScript', scripts))):
            parts.append(os.path.join(folder, f'{number}.pot'))
            with open(parts[-1], 'wb') as part:
                part.write(run('xgettext', f'--language={language}', *options, *files))
        parts.append(os.path.join(folder, 'headers.pot'))
        with open(parts[-1], 'w', encoding='utf-8') as part:
            part.write(headers())
        text = run('msgcat', '--no-wrap', '--sort-by-file', *parts).decode()
    # msgcat says which part a comment is from.
    text = re.sub(r'^#\. #-#-#-#-#.*\n', '', text, flags=re.MULTILINE)
    start = text.index('\n#', text.index('msgid ""'))
    return pot_header() + text[start:]


def pot_header():
    """The first entry. It has no date, so that the file only changes with the texts."""
    return ('# Copyright (C) the authors of aurpay\n'
            '# This file is distributed under GPL-2.0-or-later.\n'
            'msgid ""\nmsgstr ""\n'
            '"Project-Id-Version: Aurpay Native Gateway for WooCommerce\\n"\n'
            '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
            '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"\n'
            f'"X-Domain: {DOMAIN}\\n"\n')


def headers():
    """The texts of the plugin's header."""
    main = f'{DOMAIN}.php'
    with open(main, encoding='utf-8') as file:
        text = file.read()
    entries = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n']
    for name in HEADERS:
        value = re.search(rf'^ \* {name}: +(.+)$', text, re.MULTILINE).group(1).strip()
        entries.append(f'#. {name} of the plugin\n#: {main}\nmsgid {json.dumps(value, ensure_ascii=False)}\nmsgstr ""\n')
    return '\n'.join(entries)


def merged(po, pot):
    """A .po file with all the texts of the template, and no others."""
    with tempfile.NamedTemporaryFile(suffix='.pot') as file:
        file.write(pot.encode())
        file.flush()
        return run('msgmerge', '--quiet', '--no-wrap', '--add-location=file', '--no-fuzzy-matching', '--output-file=-', po, file.name)


def catalogue(text, only=None):
    """The translations of a .po file: all, or those of one source. Plurals are joined by NUL, as WordPress wants it."""
    if only is not None:
        header, *entries = text.split(b'\n\n')
        text = b'\n\n'.join([header, *(entry for entry in entries if only in places(entry))]) + b'\n'
    found = gettext.GNUTranslations(io.BytesIO(run('msgfmt', '--output-file=-', '-', data=text)))
    messages = {}
    for key, value in sorted(found._catalog.items(), key=lambda item: (str(item[0]))):
        if isinstance(key, tuple):
            messages.setdefault(key[0], []).append(value)
        elif key:
            messages[key] = [value]
    return messages


def places(entry):
    """The files that an entry of a .po file comes from."""
    return ' '.join(re.findall(r'^#: (.+)$', entry.decode(), re.MULTILINE)).split()


def plural_forms(text):
    """The rule of a .po file for plurals."""
    return re.search(r'"Plural-Forms: (.+?);?\\n"', text.decode()).group(1) + ';'


def php_string(text):
    """A text as a PHP literal."""
    return "'" + text.replace('\\', '\\\\').replace("'", "\\'") + "'"


def php_file(language, text):
    """The .l10n.php file."""
    lines = ['<?php', f'// Generated from {DOMAIN}-{language}.po.', 'return array(',
             f"\t'domain' => '{DOMAIN}',", f"\t'language' => '{language}',",
             f"\t'plural-forms' => {php_string(plural_forms(text))},", "\t'messages' => array("]
    for key, values in catalogue(text).items():
        value = ' . "\\0" . '.join(php_string(value) for value in values)
        lines.append(f'\t\t{php_string(key)} => {value},')
    return '\n'.join(lines + ['\t),', ');', '']).encode()


def json_file(language, text, source):
    """The file with the texts of one script."""
    messages = {'': {'domain': 'messages', 'lang': language, 'plural-forms': plural_forms(text)}}
    messages.update(catalogue(text, source))
    return (json.dumps({'domain': 'messages', 'locale_data': {'messages': messages}}, ensure_ascii=False, indent='\t')
            + '\n').encode()


def wanted():
    """All files of the folder languages, by name, and what is not translated."""
    pot = template()
    files = {f'{DOMAIN}.pot': pot.encode()}
    missing = []
    for name in sorted(os.listdir('languages')):
        if not name.endswith('.po'):
            continue
        language = name[len(DOMAIN) + 1:-len('.po')]
        text = merged(os.path.join('languages', name), pot)
        left = run('msgattrib', '--untranslated', '--no-obsolete', '-', data=text).decode()
        missing += [f'languages/{name} has no translation of {entry}' for entry in re.findall(r'^msgid (".+")$', left, re.M)]
        text = run('msgattrib', '--no-obsolete', '--no-wrap', '-', data=text)
        files[name] = text
        run('msgfmt', '--check', '--output-file=-', '-', data=text)
        files[f'{DOMAIN}-{language}.l10n.php'] = php_file(language, text)
        for source, handle in SCRIPTS.items():
            files[f'{DOMAIN}-{language}-{handle}.json'] = json_file(language, text, source)
    return files, missing


def main(folder, check=None):
    """Writes the files, or compares them."""
    os.chdir(folder)
    os.makedirs('languages', exist_ok=True)
    files, problems = wanted()
    for name, content in files.items():
        path = os.path.join('languages', name)
        old = b''
        if os.path.exists(path):
            with open(path, 'rb') as file:
                old = file.read()
        if old == content:
            continue
        if check is not None:
            problems.append(f'languages/{name} is out of date: run ./dev format')
        else:
            with open(path, 'wb') as file:
                file.write(content)
    problems += [f'languages/{name} is not made from a .po file' for name in sorted(os.listdir('languages'))
                 if name not in files]
    if problems:
        sys.exit('\n'.join(problems))


if __name__ == '__main__':
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ['--check']):
        sys.exit(__doc__)
    main(*sys.argv[1:])
