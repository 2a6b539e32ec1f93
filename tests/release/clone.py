"""A clone of this checkout for a test, with what is not committed yet, and with a version of the test's own.

The tests must pass before a release, in it, and after it: they depend neither on the version nor on CHANGELOG.md.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# Most files are in these folders. A release needs only their documents, and the stubs of the invented provider.
UNUSED = ("integrations/", "sandbox/", "tests/")
VERSION = "7.8.9"
CHANGELOG = f"""# Changelog

## [Unreleased]

## [{VERSION}] - DATE

### Added

- Something.
"""


class CloneTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="aurpay-release-"))
        self.addCleanup(shutil.rmtree, folder)
        self.clone = folder / "clone"
        self.run_in(folder, "git", "clone", "--quiet", "--no-tags", "--no-checkout", str(ROOT), str(self.clone))
        patterns = ("/*", *(f"!/{unused}" for unused in UNUSED), "*.md", "/tests/provider/")
        self.run_in(self.clone, "git", "sparse-checkout", "set", "--no-cone", *patterns)
        self.run_in(self.clone, "git", "checkout", "--quiet", "-B", "main")
        changed = ("git", "ls-files", "-z", "--modified", "--others", "--exclude-standard")
        for name in filter(None, self.run_in(ROOT, *changed).split("\0")):
            if name.startswith(UNUSED):
                continue
            if (ROOT / name).exists():
                (self.clone / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, self.clone / name)
            else:
                (self.clone / name).unlink(missing_ok=True)
        self.set_version()

    def set_version(self) -> None:
        old = (ROOT / "src/core/common.h").read_text().split('#define AURPAY_VERSION "')[1].split('"')[0]
        self.edit("src/core/common.h", f'"{old}"', f'"{VERSION}"')
        self.edit("package.xml", f"<release>{old}</release>", f"<release>{VERSION}</release>")
        self.edit("doctor/aurpay-doctor", f"const VERSION = '{old}'", f"const VERSION = '{VERSION}'")
        for name in ("docs/install.md", "docs/doctor.md", "packaging/README.md"):
            path = self.clone / name
            path.write_text(path.read_text().replace(old, VERSION))
        (self.clone / "CHANGELOG.md").write_text(CHANGELOG.replace("DATE", self.date()))

    def date(self) -> str:
        return (self.clone / "package.xml").read_text().split("<date>")[1].split("<")[0]

    def run_in(self, folder: Path, *command: str) -> str:
        return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.clone / name
        text = path.read_text()
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1))

    def commit(self) -> None:
        names = ("-c", "user.name=test", "-c", "user.email=test@test.invalid")
        self.run_in(self.clone, "git", "add", "--all")
        self.run_in(self.clone, "git", *names, "commit", "--quiet", "--allow-empty", "--message", "Release")

    def dev_release(self, *arguments: str) -> tuple[int, str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("AURPAY_")}
        process = subprocess.run(
            ["./dev", "release", *arguments],
            cwd=self.clone,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        return process.returncode, process.stdout + process.stderr
