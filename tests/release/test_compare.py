"""./dev release --compare: what a change does to the package.

Each test changes something in a clone of this checkout, and compares it with the commit before.
"""

from __future__ import annotations

import unittest

from clone import VERSION, CloneTest


class Compare(CloneTest):
    def setUp(self) -> None:
        super().setUp()
        self.commit()

    def compare(self) -> tuple[int, str]:
        return self.dev_release("--compare", "HEAD")

    def test_no_change_is_told(self) -> None:
        status, output = self.compare()
        self.assertEqual(0, status, output)
        first, second = output.splitlines()
        self.assertEqual(f"version {VERSION}, as before", first)
        count = (self.clone / "package.xml").read_text().count("<file ")
        self.assertEqual(f"{count} files in the package, before {count}", second)

    def test_added_and_removed_files_are_listed(self) -> None:
        self.edit("package.xml", '<file name="LICENSE" role="doc"/>', "")
        self.edit("package.xml", '<dir name="docs">', '<dir name="docs"><file name="new.md" role="doc"/>')
        (self.clone / "LICENSE").unlink()
        status, output = self.compare()
        self.assertEqual(0, status, output)
        self.assertEqual(["- LICENSE", "+ docs/new.md"], output.splitlines()[2:])

    def test_a_file_that_is_only_forgotten_is_refused(self) -> None:
        self.edit("package.xml", '<file name="LICENSE" role="doc"/>', "")
        status, output = self.compare()
        self.assertEqual(1, status, output)
        self.assertIn("LICENSE is in the tree, but no longer in package.xml", output)

    def test_a_lower_version_is_refused(self) -> None:
        self.edit("src/core/common.h", f'"{VERSION}"', '"0.0.9"')
        status, output = self.compare()
        self.assertEqual((1, f"dev: 0.0.9 is lower than {VERSION}"), (status, output.splitlines()[-1]), output)

    def test_a_new_version_needs_a_section_of_the_changelog(self) -> None:
        self.edit("src/core/common.h", f'"{VERSION}"', '"7.10.0"')
        status, output = self.compare()
        self.assertEqual((1, "dev: CHANGELOG.md has no section for 7.10.0"), (status, output.splitlines()[-1]), output)
        self.edit("CHANGELOG.md", "## [Unreleased]", "## [Unreleased]\n\n## [7.10.0] - 2030-01-01")
        status, output = self.compare()
        self.assertEqual((0, f"version 7.10.0, before {VERSION}"), (status, output.splitlines()[0]), output)


if __name__ == "__main__":
    unittest.main()
