"""What the commands of ./dev do on machines unlike a developer's: without apt-get, with PHP alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 120.0

# What every system has, macOS too.
BASIC = (
    "awk bash basename cat cksum cp cut date dirname env find getconf grep head id ln ls mkdir mktemp mv od readlink "
    "realpath rm rmdir sed sh sort tail tee touch tr uname wc"
).split()

# How each command is called here. One that is not named has no arguments.
ARGUMENTS = {
    "collection": [["README.md"]],
    "matrix": [["debug-zts"], ["php-8.4"]],
    "sandbox": [[], ["--tls"]],
}


def commands() -> list[str]:
    match = re.search(r"^commands=\((.*)\)$", (ROOT / "dev").read_text(), re.M)
    assert match is not None
    return match[1].split()


class Commands(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="aurpay-dev-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.programs = self.folder / "bin"
        self.programs.mkdir()
        self.add_programs(*BASIC)

    def add_programs(self, *names: str) -> None:
        for name in names:
            path = shutil.which(name)
            if path is not None:
                os.symlink(path, self.programs / name)

    def environment(self) -> dict[str, str]:
        return {"PATH": str(self.programs), "HOME": str(self.folder), "TMPDIR": str(self.folder)}

    def dev(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.programs / "bash"), str(ROOT / "dev"), *arguments],
            cwd=ROOT,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )


class WithoutAptGet(Commands):
    def test_every_command_names_what_is_missing_and_fails(self) -> None:
        for command in commands():
            if command == "ci":
                # It runs the others.
                continue
            for arguments in ARGUMENTS.get(command, [[]]):
                with self.subTest(command, arguments=arguments):
                    process = self.dev(command, *arguments)
                    output = process.stdout + process.stderr
                    self.assertNotEqual(0, process.returncode, output)
                    self.assertIn("missing, and installed by itself on Debian alone:", output)
                    self.assertRegex(output, r"\n  .* \(Debian: [a-z0-9-]+\)\n")
                    self.assertNotRegex(output, "command not found|unbound variable|syntax error|substitution")

    def test_what_is_missing_has_the_name_that_it_has_elsewhere(self) -> None:
        errors = self.dev("build").stderr
        self.assertIn("  the program phpize (Debian: php-dev)\n", errors)
        self.assertRegex(errors, r"  the library libcurl, .* \(Debian: libcurl4-openssl-dev\)\n")
        self.assertIn("  the PHP extension pdo_sqlite (Debian: php-sqlite3)\n", self.dev("sandbox").stderr)

    def test_help_needs_nothing(self) -> None:
        for command in commands():
            with self.subTest(command):
                process = self.dev("help", command)
                self.assertEqual((0, ""), (process.returncode, process.stderr))
                self.assertIn(f"usage: ./dev {command}", process.stdout)


class BashOfMacOS(unittest.TestCase):
    """macOS has bash 3.2, which is not here to try. So what runs before a newer one is asked for is read."""

    # What 3.2 does not know, or takes for another thing.
    NEWER = re.compile(
        r"mapfile|readarray|coproc|(declare|local|typeset) -[a-z]*[An]|\$\{\w+(\^|,)|&>>|\|&|;;?&|\[\[ -v |printf '?%\("
    )

    def before_require(self, file: Path) -> str:
        lines = []
        for line in file.read_text().splitlines():
            if re.match(r"\s*(require|require_\w+)\b(?!\()", line):
                break
            if not line.lstrip().startswith("#"):
                lines.append(line)
        return "\n".join(lines)

    def code(self, file: Path) -> str:
        return "\n".join(line for line in file.read_text().splitlines() if not line.lstrip().startswith("#"))

    def test_what_runs_until_a_newer_one_is_asked_for_is_of_bash_3_2(self) -> None:
        files = {ROOT / "dev": self.code(ROOT / "dev")}
        for command in commands():
            file = ROOT / "scripts" / f"{command}.sh"
            files[file] = self.before_require(file)
        for code in list(files.values()):
            for path in re.findall(r'^\. "\$root/(scripts/lib/.*\.sh)"', code, re.M):
                files[ROOT / path] = self.code(ROOT / path)
        files[ROOT / "scripts/lib/command.sh"] = self.code(ROOT / "scripts/lib/command.sh")
        self.assertIn(ROOT / "scripts/lib/packages.sh", files)
        for file, code in files.items():
            with self.subTest(str(file.relative_to(ROOT))):
                self.assertIsNone(self.NEWER.search(code), self.NEWER.search(code))

    def test_a_newer_bash_is_among_what_is_asked_for(self) -> None:
        probe = 'missing_among <<<"bash version $0"'
        for version, answer in {"3.2": "", "4.4": "", "99.0": "bash version 99.0\n"}.items():
            process = subprocess.run(
                ["bash", "-c", f'. "{ROOT}/scripts/lib/packages.sh"; {probe}', version],
                stdout=subprocess.PIPE,
                text=True,
                timeout=SECONDS,
            )
            self.assertEqual(answer, process.stdout)
        groups = (ROOT / "scripts/lib/packages.txt").read_text()
        for group in ("build", "run", "stubs", "composer", "npm"):
            self.assertRegex(groups, rf"(?m)^{group} +bash +version +4\.4$")


class Sandbox(Commands):
    def test_without_tls_it_needs_php_alone(self) -> None:
        self.add_programs("php")
        process = subprocess.Popen(
            [str(self.programs / "bash"), str(ROOT / "dev"), "sandbox", "--json", "--exit-on-stdin-close"],
            cwd=ROOT,
            env=self.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
        finally:
            _, errors = process.communicate(timeout=SECONDS)
        self.assertTrue(line, errors)
        self.assertTrue(json.loads(line)["base_uri"].startswith("http://127.0.0.1:"))


if __name__ == "__main__":
    unittest.main()
