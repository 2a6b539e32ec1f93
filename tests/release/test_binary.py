"""./dev release --binary: the zip that PIE downloads for this machine's PHP."""

from __future__ import annotations

import platform
import shutil
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


class Binary(unittest.TestCase):
    def test_the_zip_has_the_name_that_pie_asks_for_and_works_with_any_libcurl(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="aurpay-binary-test-"))
        self.addCleanup(shutil.rmtree, folder)
        subprocess.run(["pecl", "package", str(ROOT / "package.xml")], cwd=folder, check=True, capture_output=True)
        (package,) = folder.glob("aurpay-*.tgz")
        process = subprocess.run(
            ["./dev", "release", "--binary", str(package), "--into", str(folder / "into")],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        self.assertEqual(0, process.returncode, process.stdout + process.stderr)
        self.assertIn('a call answers {"order_id":"7","amount":"18.0098"}\n', process.stdout)

        version = package.name.removeprefix("aurpay-").removesuffix(".tgz")
        php = subprocess.run(["php", "-v"], check=True, capture_output=True, text=True).stdout
        minor = ".".join(php.split()[1].split(".")[:2])
        machine = platform.machine().replace("aarch64", "arm64")
        threads = "-zts" if "ZTS" in php.splitlines()[0] else ""
        name = f"php_aurpay-v{version}_php{minor}-{machine}-linux-{platform.libc_ver()[0]}{threads}.zip"
        self.assertEqual([name], [path.name for path in (folder / "into").iterdir()])

        with zipfile.ZipFile(folder / "into" / name) as archive:
            self.assertEqual(["aurpay.so", "LICENSE"], archive.namelist())
            archive.extract("aurpay.so", folder)
        linked = subprocess.run(
            ["readelf", "--wide", "--dynamic", "--version-info", "--dyn-syms", str(folder / "aurpay.so")],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        self.assertIn("[libcurl.so.4]", linked)
        self.assertRegex(linked, r"UND curl_easy_perform|UND curl_multi_perform")
        self.assertNotRegex(linked, r"UND curl_\w+@|RPATH|RUNPATH")


if __name__ == "__main__":
    unittest.main()
