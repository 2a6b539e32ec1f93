"""./dev release --complete, --sign and --verify: the files of a release, their checksums and their signature.

The keys are made for the test, in a folder of their own.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PLATFORMS = [
    f"php{version}-{architecture}-linux-{libc}{suffix}"
    for version in ("8.2", "8.3", "8.4", "8.5")
    for architecture in ("arm64", "x86_64")
    for libc in ("glibc", "musl")
    for suffix in ("", "-zts")
]


def run(*arguments: str, environment: dict[str, str] | None = None) -> tuple[int, str]:
    process = subprocess.run(
        ["./dev", "release", *arguments],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    return process.returncode, process.stdout + process.stderr


class Files(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="aurpay-files-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.release = self.folder / "release"
        self.release.mkdir()

    def write(self, *names: str) -> None:
        for name in names:
            (self.release / name).write_text(f"content of {name}\n")

    def sums(self) -> dict[str, str]:
        lines = (self.release / "SHA256SUMS").read_text().splitlines()
        return {name: digest for digest, name in (line.split("  ") for line in lines)}


class Complete(Files):
    def setUp(self) -> None:
        super().setUp()
        version = next(
            line.split('"')[1]
            for line in (ROOT / "src/core/common.h").read_text().splitlines()
            if line.startswith("#define AURPAY_VERSION")
        )
        # The section of an unreleased version has no date yet, and no name.
        self.version = version if f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text() else "Unreleased"
        self.names = [
            f"aurpay-{self.version}.tgz",
            f"aurpay-{self.version}.cdx.json",
            *(f"php_aurpay-v{self.version}_{platform}.zip".lower() for platform in PLATFORMS),
            f"php_aurpay-v{self.version}-8.3-nts-vs16-x86_64.zip",
        ]
        self.write(*self.names)

    def complete(self) -> tuple[int, str]:
        return run("--complete", self.version, str(self.release))

    def test_all_files_get_a_checksum_and_the_notes_are_those_of_the_changelog(self) -> None:
        status, output = self.complete()
        self.assertEqual(0, status, output)
        expected = {name: hashlib.sha256(f"content of {name}\n".encode()).hexdigest() for name in self.names}
        self.assertEqual(expected, self.sums())
        notes = (self.folder / "release.md").read_text()
        self.assertIn("### Added", notes)
        self.assertNotIn("## [", notes.replace("### [", ""))

    def test_the_folder_that_we_are_in_gets_its_notes_beside_it(self) -> None:
        command = [str(ROOT / "dev"), "release", "--complete", self.version, "."]
        process = subprocess.run(command, cwd=self.release, capture_output=True, text=True)
        self.assertEqual(0, process.returncode, process.stdout + process.stderr)
        self.assertTrue((self.folder / "release.md").is_file())
        self.assertEqual(sorted(self.names), sorted(self.sums()))

    def test_a_platform_without_a_binary_is_refused(self) -> None:
        name = f"php_aurpay-v{self.version}_php8.4-arm64-linux-musl-zts.zip".lower()
        (self.release / name).unlink()
        status, output = self.complete()
        self.assertEqual(1, status, output)
        self.assertIn(f"missing:\n{name}\n", output)

    def test_a_release_without_a_dll_is_refused(self) -> None:
        (self.release / self.names[-1]).unlink()
        status, output = self.complete()
        self.assertEqual((1, "dev: there is no DLL for Windows\n"), (status, output))

    def test_a_file_that_is_not_of_the_release_is_refused(self) -> None:
        self.write("php_aurpay-v0.0.9_php8.4-arm64-linux-musl.zip")
        status, output = self.complete()
        self.assertEqual(1, status, output)
        self.assertIn("do not belong to the release:\nphp_aurpay-v0.0.9_php8.4-arm64-linux-musl.zip\n", output)


class Signature(Files):
    def setUp(self) -> None:
        super().setUp()
        self.home = self.folder / "gnupg"
        self.home.mkdir(mode=0o700)
        self.environment = {"GNUPGHOME": str(self.home)}
        self.addCleanup(subprocess.run, ["gpgconf", "--homedir", str(self.home), "--kill", "all"], check=True)
        self.fingerprint = self.make_key("release@test.invalid")
        self.write("aurpay-9.9.9.tgz", "aurpay-9.9.9.cdx.json")
        names = ("aurpay-9.9.9.tgz", "aurpay-9.9.9.cdx.json")
        lines = (f"{hashlib.sha256((self.release / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
        (self.release / "SHA256SUMS").write_text("".join(lines))

    def gpg(self, *arguments: str) -> str:
        command = ["gpg", "--batch", "--homedir", str(self.home), "--passphrase", "", *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def make_key(self, name: str) -> str:
        self.gpg("--quick-generate-key", name, "ed25519", "sign", "never")
        lines = self.gpg("--with-colons", "--list-keys", name).splitlines()
        return next(line.split(":")[9] for line in lines if line.startswith("fpr:"))

    def sign(self, key: str = "release@test.invalid") -> tuple[int, str]:
        return run("--sign", key, str(self.release), environment=self.environment)

    def verify(self, fingerprint: str | None = None) -> tuple[int, str]:
        return run("--verify", str(self.release), fingerprint or self.fingerprint, environment=self.environment)

    def assert_refused(self, words: str, result: tuple[int, str]) -> None:
        self.assertEqual(1, result[0], result[1])
        self.assertIn(words, result[1])

    def test_what_was_signed_is_verified(self) -> None:
        status, output = self.sign()
        self.assertEqual((0, f"signed SHA256SUMS with {self.fingerprint}"), (status, output.splitlines()[-1]), output)
        expected = f"signed by {self.fingerprint}: 2 files are as they were released\n"
        self.assertEqual((0, expected), self.verify())
        self.assertEqual((0, expected), self.verify(" ".join(self.fingerprint[at : at + 4] for at in range(0, 40, 4))))
        # The commands that users are told.
        self.gpg("--verify", str(self.release / "SHA256SUMS.asc"), str(self.release / "SHA256SUMS"))
        subprocess.run(["sha256sum", "--check", "--ignore-missing", "SHA256SUMS"], cwd=self.release, check=True, capture_output=True)

    def test_a_changed_file_is_refused(self) -> None:
        self.sign()
        (self.release / "aurpay-9.9.9.tgz").write_text("changed\n")
        self.assert_refused("a file was changed", self.verify())

    def test_a_file_that_is_not_listed_is_refused(self) -> None:
        self.sign()
        self.write("php_aurpay-v9.9.9_php8.4-x86_64-linux-glibc.zip")
        self.assert_refused("> php_aurpay-v9.9.9_php8.4-x86_64-linux-glibc.zip", self.verify())

    def test_a_missing_file_is_refused(self) -> None:
        self.sign()
        (self.release / "aurpay-9.9.9.cdx.json").unlink()
        self.assert_refused("< aurpay-9.9.9.cdx.json", self.verify())

    def test_changed_checksums_are_refused(self) -> None:
        self.sign()
        sums = self.release / "SHA256SUMS"
        sums.write_text(sums.read_text().replace("aurpay-9.9.9.tgz", "aurpay-9.9.8.tgz"))
        self.assert_refused("the signature is not valid", self.verify())

    def test_the_signature_of_somebody_else_is_refused(self) -> None:
        other = self.make_key("other@test.invalid")
        self.sign("other@test.invalid")
        self.assert_refused(f"signed by {other}, not by {self.fingerprint}", self.verify())

    def test_a_key_that_was_not_imported_is_refused(self) -> None:
        self.sign()
        empty = self.folder / "empty"
        empty.mkdir(mode=0o700)
        self.assert_refused(
            "the key was not imported",
            run("--verify", str(self.release), self.fingerprint, environment={"GNUPGHOME": str(empty)}),
        )

    def test_a_revoked_key_is_refused(self) -> None:
        self.sign()
        certificate = self.home / "openpgp-revocs.d" / f"{self.fingerprint}.rev"
        certificate.write_text(certificate.read_text().replace(":-----BEGIN", "-----BEGIN"))
        self.gpg("--import", str(certificate))
        self.assert_refused("was revoked", self.verify())

    def test_files_that_differ_from_their_checksums_are_not_signed(self) -> None:
        (self.release / "aurpay-9.9.9.tgz").write_text("changed\n")
        self.assert_refused("a file was changed", self.sign())
        self.assertFalse((self.release / "SHA256SUMS.asc").exists())

    def test_an_unknown_key_signs_nothing(self) -> None:
        self.assert_refused("could not sign with 'nobody@test.invalid'", self.sign("nobody@test.invalid"))

    def test_a_key_that_has_expired_signs_nothing_and_takes_no_signature_away(self) -> None:
        self.sign()
        signature = (self.release / "SHA256SUMS.asc").read_bytes()
        name = "expired@test.invalid"
        self.gpg("--faked-system-time", "20200101T000000", "--quick-generate-key", name, "ed25519", "sign", "1d")
        self.assert_refused(f"could not sign with '{name}': gpg --list-secret-keys", self.sign(name))
        self.assertEqual(signature, (self.release / "SHA256SUMS.asc").read_bytes())

    def test_a_short_fingerprint_is_refused(self) -> None:
        self.sign()
        status, output = self.verify(self.fingerprint[-16:])
        self.assertEqual(2, status, output)
        self.assertIn("a fingerprint has 40 digits", output)


if __name__ == "__main__":
    unittest.main()
