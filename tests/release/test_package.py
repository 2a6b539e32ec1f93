"""./dev package pecl: whoever builds the package of a commit, and whenever, gets the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import tarfile
import unittest
from pathlib import Path

from clone import CloneTest


class Package(CloneTest):
    def package(self, umask: int, time: int, zone: str) -> Path:
        """Builds it from files that have the modes of a umask, and a time."""
        for path in self.clone.rglob("*"):
            if ".git" not in path.parts and path.is_file() and not path.is_symlink():
                path.chmod((0o777 if path.stat().st_mode & 0o100 else 0o666) & ~umask)
                os.utime(path, (time, time))
        process = subprocess.run(
            ["sh", "-c", f"umask {umask:o}; exec ./dev package --no-chroot pecl"],
            cwd=self.clone,
            env={**os.environ, "TZ": zone},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        self.assertEqual(0, process.returncode, process.stdout + process.stderr)
        (package,) = (self.clone / "build/package").glob("aurpay-*.tgz")
        return package

    def test_two_builds_are_the_same_and_everybody_may_read_the_files(self) -> None:
        first = hashlib.sha256(self.package(0o022, 1_000_000_000, "UTC").read_bytes()).hexdigest()
        package = self.package(0o077, 1_700_000_000, "Pacific/Kiritimati")
        self.assertEqual(first, hashlib.sha256(package.read_bytes()).hexdigest())

        with tarfile.open(package) as archive:
            members = archive.getmembers()
            contents = archive.extractfile("package.xml")
            assert contents is not None
            description = contents.read().decode()
        self.assertEqual("package.xml", members[0].name)
        executable = [member.name.split("/", 1)[1] for member in members if member.mode == 0o755]
        self.assertEqual(["doctor/aurpay-doctor"], executable)
        self.assertEqual({0o644, 0o755}, {member.mode for member in members})
        self.assertEqual({(0, 0, "root", "root")}, {(each.uid, each.gid, each.uname, each.gname) for each in members})

        # Neither the day nor the second of the build: that of the release.
        date = (self.clone / "package.xml").read_text().split("<date>")[1].split("<")[0]
        self.assertIn(f"<date>{date}</date>", description)
        self.assertNotIn("<time>", description)


if __name__ == "__main__":
    unittest.main()
