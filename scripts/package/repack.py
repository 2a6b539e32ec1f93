"""Packs a package of pecl again, so that a commit gives the same bytes whoever packs it, and whenever.

usage: python3 scripts/package/repack.py PACKAGE.tgz PACKAGE.xml

pecl takes the owners, modes and times of the files as they are in the checkout, and writes today's date and the time into
package.xml. Here, root owns the files, everybody may read them, and the date is that of PACKAGE.xml, without a time.
"""

from __future__ import annotations

import datetime
import gzip
import io
import re
import sys
import tarfile
from pathlib import Path

_, package, description = sys.argv
date = re.search(r"<date>([0-9-]+)</date>", Path(description).read_text(encoding="utf-8"))
if date is None:
    sys.exit(f"{description} has no date")
midnight = datetime.datetime.fromisoformat(f"{date[1]}T00:00:00+00:00").timestamp()

with tarfile.open(package) as archive:
    files = {member.name: (member.mode, archive.extractfile(member).read()) for member in archive if member.isfile()}
mode, text = files["package.xml"]
text = re.sub(rb"<date>[^<]*</date>", date[0].encode(), text, count=1)
files["package.xml"] = (mode, re.sub(rb"\n *<time>[^<]*</time>", b"", text, count=1))

packed = io.BytesIO()
with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
    # pecl looks for package.xml first.
    for name in sorted(files, key=lambda name: (name != "package.xml", name)):
        mode, content = files[name]
        member = tarfile.TarInfo(name)
        member.size = len(content)
        member.mode = 0o755 if mode & 0o100 else 0o644
        member.mtime = int(midnight)
        member.uname = member.gname = "root"
        archive.addfile(member, io.BytesIO(content))
Path(package).write_bytes(gzip.compress(packed.getvalue(), mtime=0))
