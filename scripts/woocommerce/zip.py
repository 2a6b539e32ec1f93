#!/usr/bin/env python3
"""Builds the zip of the WooCommerce plugin, the same bytes for the same files.

usage: zip.py CHECKOUT FOLDER NAME ZIP

The zip has git's files of FOLDER, below a folder NAME, without what only developers need. A file that git does not know
yet is part of it, unless git ignores it.
"""

import os
import subprocess
import sys
import zipfile

# Folders and files that a shop does not need.
LEFT_OUT = ('tests/', 'tools/', '.')
LEFT_OUT_FILES = ('composer.json', 'composer.lock', 'package.json', 'phpcs.xml.dist', 'phpstan.neon.dist',
                  'phpstan-constants.php')
# The earliest time that a zip can have.
TIME = (1980, 1, 1, 0, 0, 0)


def files(checkout, folder):
    """The paths of the plugin's files in its folder, sorted."""
    listed = subprocess.run(
        ['git', '-c', f'safe.directory={checkout}', '-C', os.path.join(checkout, folder), 'ls-files', '-z', '--cached',
         '--others', '--exclude-standard', '.'],
        check=True, capture_output=True).stdout.decode().split('\0')
    return sorted(
        name for name in set(listed)
        if name and not name.startswith(LEFT_OUT) and name not in LEFT_OUT_FILES
        and os.path.isfile(os.path.join(checkout, folder, name)))


def main(checkout, folder, name, target):
    names = files(checkout, folder)
    with zipfile.ZipFile(target + '.new', 'w') as archive:
        for file in names:
            entry = zipfile.ZipInfo(f'{name}/{file}', TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            with open(os.path.join(checkout, folder, file), 'rb') as source:
                archive.writestr(entry, source.read(), compresslevel=9)
    os.replace(target + '.new', target)
    print(f'{os.path.relpath(target, checkout)}: {len(names)} files, {os.path.getsize(target)} bytes')


if __name__ == '__main__':
    main(*sys.argv[1:])
