"""A clone of this checkout for a test, with what is not committed yet."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = ("dev", "scripts", "src", "stubs", "docs", "package.xml", "config.m4", "config.w32", "CHANGELOG.md")


class CloneTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="aurpay-release-"))
        self.addCleanup(shutil.rmtree, folder)
        self.clone = folder / "clone"
        self.run_in(folder, "git", "clone", "--quiet", "--no-tags", str(ROOT), str(self.clone))
        for name in FILES:
            self.run_in(self.clone, "rm", "-rf", name)
            self.run_in(ROOT, "cp", "-a", name, str(self.clone))

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
