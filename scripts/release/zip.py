"""Writes files into a new zip, without their folders and times, so that the same files give the same zip.

usage: python3 scripts/release/zip.py ZIP FILE...
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

_, name, *files = sys.argv
with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
    for file in map(Path, files):
        entry = zipfile.ZipInfo(file.name, (1980, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o100644 << 16
        archive.writestr(entry, file.read_bytes())
