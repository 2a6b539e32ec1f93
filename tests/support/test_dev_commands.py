"""./dev on machines that are unlike a developer's.

They have no apt-get, or PHP alone, or a blank in the checkout's path, or root has run ./dev before.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 120.0

# Every system has these commands, macOS too.
BASIC = (
    "awk bash basename cat cksum cp cut date dirname env find getconf grep head id ln ls mkdir mktemp mv od "
    "readlink realpath rm rmdir sed sh sort tail tee touch tr uname wc"
).split()

# The arguments with which the tests call each command. A command that is not listed has none.
ARGUMENTS = {
    # Without root, Laravel 13 is refused before anything else.
    "laravel": [["--laravel", "12"]],
    "release": [["0.1.0"]],
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
                # It runs the other commands.
                continue
            for arguments in ARGUMENTS.get(command, [[]]):
                with self.subTest(command, arguments=arguments):
                    process = self.dev(command, *arguments)
                    output = process.stdout + process.stderr
                    self.assertNotEqual(0, process.returncode, output)
                    self.assertIn("these are missing, and ./dev can install them only on Debian:", output)
                    self.assertRegex(output, r"\n  .* \(Debian: [a-z0-9-]+\)\n")
                    self.assertNotRegex(output, "not found|unbound variable|syntax error|substitution")

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
    """macOS has bash 3.2, which the tests cannot run. So they read the code before ./dev asks for a newer bash."""

    # Bash 3.2 does not know these, or reads them differently.
    NEWER = re.compile(
        r"mapfile|readarray|coproc|(declare|local|typeset) -[a-z]*[An]|\$\{\w+(\^|,)"
        r"|&>>|\|&|;;?&|\[\[ -v |printf '?%\("
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


class SystemTools(Commands):
    def test_without_python_a_command_that_needs_none_goes_on(self) -> None:
        code = (ROOT / "scripts/lib/system-tools.sh").read_text()
        code = code.replace("/usr/bin/python3", str(self.folder / "none"))
        process = subprocess.run(
            [str(self.programs / "bash"), "-euc", f'{code}\nuse_system_tools\necho "<$AURPAY_TOOLS_PYTHON>"'],
            env=self.environment(),
            stdout=subprocess.PIPE,
            text=True,
            timeout=SECONDS,
        )
        self.assertEqual((0, "<>\n"), (process.returncode, process.stdout))


class Sums(unittest.TestCase):
    def test_the_last_line_and_the_status_of_a_command_are_summed(self) -> None:
        cases = [
            # The command's output, its status, whether the output had numbers, and what the sum gets.
            ("a test\n12 passed, 0 failed\n", 0, True, (12, 0)),
            ("12 passed, 3 failed\n", 1, True, (12, 3)),
            ("12 passed, 0 failed\n", 1, True, (12, 1)),
            ("12 passed, 3 failed\nKilled\n", 137, False, (0, 1)),
            ("all files are formatted\n", 0, False, (1, 0)),
            ("", 1, False, (0, 1)),
            ("phpt 1 passed, 0 failed, 2 skipped\n", 0, False, (1, 0)),
        ]
        code = 'read_sum /dev/stdin "$0" && echo numbers; add_sum; add_sum; finish_sum'
        for said, status, has_numbers, (passed, failed) in cases:
            with self.subTest(said, status=status):
                process = subprocess.run(
                    ["bash", "-uc", f'. "{ROOT}/scripts/lib/sums.sh"; {code}', str(status)],
                    input=said,
                    stdout=subprocess.PIPE,
                    text=True,
                    timeout=SECONDS,
                )
                expected = ["numbers"] * has_numbers + [f"{2 * passed} passed, {2 * failed} failed"]
                self.assertEqual(expected, process.stdout.splitlines())
                self.assertEqual(failed == 0 and passed > 0, process.returncode == 0)


class Checkouts(unittest.TestCase):
    """Uses a copy of the checkout, and its own home folder."""

    COPIED = ("aurpay.c", "config.m4", "dev", "php_aurpay.h", "sandbox", "scripts", "src", "tests")

    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="aurpay-dev-"))
        self.addCleanup(shutil.rmtree, self.folder)
        # Another user enters this folder too.
        self.folder.chmod(0o755)
        self.home = self.folder / "home"
        self.home.mkdir()

    def copy(self, path: str, *files: str) -> Path:
        root = self.folder / path
        root.mkdir(parents=True)
        for name in files or self.COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / name, root / name)
        return root

    def environment(self) -> dict[str, str]:
        environment = dict(os.environ, HOME=str(self.home))
        environment.pop("XDG_CACHE_HOME", None)
        return environment

    def bash(self, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", *arguments],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=10 * SECONDS,
            **options,  # type: ignore[call-overload]
        )

    def function(self, root: Path, command: str) -> str:
        process = self.bash("-c", f'. "$0/scripts/lib/build-folder.sh"; {command}', str(root))
        return process.stdout + process.stderr


class PathsWithBlanks(Checkouts):
    def test_the_extension_is_built_and_a_phpt_runs(self) -> None:
        root = self.copy("it's/a b/aurpay")
        test = root / "tests/blank here.phpt"
        code = "<?php echo extension_loaded('aurpay') ? 1 : 0;"
        test.write_text(f"--TEST--\nA path\n--FILE--\n{code}\n--EXPECT--\n1\n")
        process = self.bash(str(root / "dev"), "test", str(test))
        self.assertEqual(0, process.returncode, process.stdout + process.stderr)
        self.assertEqual("1 passed, 0 failed", process.stdout.splitlines()[-1])
        # The place of the build belongs to the user alone, and the next command finds it again.
        place = Path(os.readlink(root / "build"))
        self.assertEqual(self.home / ".cache/aurpay/build", place.parent)
        for folder in (place, place.parent):
            self.assertEqual(0o700, stat.S_IMODE(folder.stat().st_mode), folder)
        self.assertEqual(f"{place}\n", self.function(root, "make_build_folder; echo $build"))

    def test_another_checkout_has_another_place(self) -> None:
        places = set()
        for path in ("a b/aurpay", "a-b/aurpay", "a\tb/aurpay", "a/b/aurpay"):
            root = self.copy(path, "scripts")
            places.add(self.function(root, "place_of_build"))
        self.assertEqual(4, len(places), places)

    def test_a_folder_made_before_the_checkout_was_moved_is_named(self) -> None:
        root = self.copy("a b", "scripts")
        (root / "build/default").mkdir(parents=True)
        self.assertIn(f"remove {root}/build\n", self.function(root, "make_build_folder; echo went on"))
        (root / "build/default").rmdir()
        self.assertEqual("went on\n", self.function(root, "make_build_folder; echo went on"))
        # After another move, the build is in the checkout again: the place belongs to the old path.
        root = root.rename(self.folder / "ab")
        self.assertEqual(f"{root}/build\n", self.function(root, "make_build_folder; echo $build"))
        self.assertFalse((root / "build").is_symlink())

    def test_what_another_user_has_put_there_is_not_used(self) -> None:
        root = self.copy("a b", "scripts")
        own, open_to_all, link = self.folder / "own", self.folder / "open", self.folder / "link"
        open_to_all.mkdir()
        open_to_all.chmod(0o777)
        os.symlink(own, link)
        blank = self.folder / "with blank"
        answers = {own: "yes", open_to_all: "no", link: "no", blank: "no"}
        if os.geteuid() == 0:
            foreign = self.folder / "foreign"
            foreign.mkdir(0o700)
            os.chown(foreign, 65534, 65534)
            answers[foreign] = "no"
        for folder, answer in answers.items():
            with self.subTest(folder.name):
                said = self.function(root, f'make_private_folder "{folder}" && echo yes || echo no')
                self.assertEqual(f"{answer}\n", said)


@unittest.skipUnless(os.geteuid() == 0, "only root can leave files of root behind")
class AfterRoot(Checkouts):
    NOBODY = 65534

    def setUp(self) -> None:
        super().setUp()
        self.root = self.copy("aurpay", "dev", "sandbox", "scripts")
        self.give(self.folder)

    def give(self, folder: Path) -> None:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, self.NOBODY, self.NOBODY, follow_symlinks=False)

    def as_user(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        user = {"user": self.NOBODY, "group": self.NOBODY, "extra_groups": []}
        return self.bash(str(self.root / "dev"), *arguments, **user)

    def assert_refused(self, path: str, *arguments: str) -> None:
        process = self.as_user(*arguments)
        self.assertEqual((1, ""), (process.returncode, process.stdout))
        self.assertRegex(
            process.stderr,
            f"^dev: .* cannot write to {self.root}/{path}, which belongs to root: "
            f"remove {self.root}/build as root, who has run ./dev here\n$",
        )

    def test_the_folder_of_root_is_named(self) -> None:
        (self.root / "build").mkdir()
        # Others need packages that ./dev test has not installed, and say that first.
        for command in ("build", "faults"):
            with self.subTest(command):
                self.assert_refused("build", command)

    def test_a_file_of_root_in_a_folder_of_the_user_is_named(self) -> None:
        place = self.root / "build/default/obj"
        place.mkdir(parents=True)
        self.give(self.root / "build")
        for path in ("build/default/obj/aurpay.o", "build/default/.lock", "build/apt.log"):
            with self.subTest(path):
                (self.root / path).touch()
                self.assert_refused(path, "build")
                (self.root / path).unlink()

    def test_what_another_command_left_of_root_does_not_matter(self) -> None:
        (self.root / "build/bench").mkdir(parents=True)
        os.chown(self.root / "build", self.NOBODY, self.NOBODY)
        process = self.as_user("build")
        # This copy has no config.m4.
        self.assertNotIn("belongs to", process.stderr)
        self.assertIn("config.m4", process.stderr)

    def test_the_sandbox_needs_no_build_folder(self) -> None:
        (self.root / "build").mkdir(0o700)
        process = self.as_user("sandbox", "--json", "--exit-on-stdin-close")
        self.assertTrue(process.stdout.startswith('{"base_uri":'), process.stdout + process.stderr)


if __name__ == "__main__":
    unittest.main()
