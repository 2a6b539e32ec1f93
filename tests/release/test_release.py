"""./dev release: it refuses a version as soon as one place disagrees, and builds nothing then.

Each test has a clone of this checkout in which a release is prepared, and spoils one thing in it.
"""

from __future__ import annotations

import unittest

from clone import CloneTest


class Release(CloneTest):
    def setUp(self) -> None:
        super().setUp()
        self.edit("CHANGELOG.md", "## [Unreleased]", f"## [Unreleased]\n\n## [0.1.0] - {self.date()}")
        self.commit()

    def date(self) -> str:
        return (self.clone / "package.xml").read_text().split("<date>")[1].split("<")[0]

    def release(self, version: str = "0.1.0", *options: str) -> tuple[int, str]:
        return self.dev_release(version, "--only-checks", *options)

    def assert_refused(self, check: str, words: str, version: str = "0.1.0") -> None:
        status, output = self.release(version)
        self.assertEqual(1, status, output)
        self.assertRegex(output, rf"(?m)^{check} +FAILED", output)
        self.assertIn(words, output)

    def test_a_prepared_release_passes_every_check(self) -> None:
        status, output = self.release()
        self.assertEqual((0, "6 passed, 0 failed"), (status, output.strip().splitlines()[-1]), output)

    def test_a_changelog_without_the_version_is_refused(self) -> None:
        self.edit("CHANGELOG.md", f"## [0.1.0] - {self.date()}\n", "")
        self.commit()
        self.assert_refused("changelog", "the newest version in CHANGELOG.md: ''")

    def test_a_changelog_with_another_date_than_the_package_is_refused(self) -> None:
        self.edit("CHANGELOG.md", f"## [0.1.0] - {self.date()}", "## [0.1.0] - 2001-01-01")
        self.commit()
        self.assert_refused("changelog", "2001-01-01")

    def test_a_changelog_without_a_date_is_refused(self) -> None:
        self.edit("CHANGELOG.md", f"## [0.1.0] - {self.date()}", "## [0.1.0]")
        self.commit()
        self.assert_refused("changelog", f"'## [0.1.0]', but it should be '## [0.1.0] - {self.date()}'")

    def test_entries_that_are_left_under_unreleased_are_refused(self) -> None:
        self.edit("CHANGELOG.md", "## [Unreleased]\n", "## [Unreleased]\n\n### Added\n\n- Something.\n")
        self.commit()
        self.assert_refused("changelog", "CHANGELOG.md still has entries under Unreleased")

    def test_a_section_of_the_changelog_that_says_nothing_is_refused(self) -> None:
        self.edit("CHANGELOG.md", f"## [0.1.0] - {self.date()}", f"## [0.1.0] - {self.date()}\n\n## [0.0.9] - 2001-01-01")
        self.commit()
        self.assert_refused("changelog", "CHANGELOG.md has no entry for 0.1.0")

    def test_another_version_than_that_of_the_sources_is_refused(self) -> None:
        self.assert_refused("version", "'0.1.0', but it should be '0.2.0'", "0.2.0")

    def test_a_command_of_the_documentation_with_another_version_is_refused(self) -> None:
        self.edit("docs/install.md", "aurpay-0.1.0.tgz", "aurpay-0.0.9.tgz")
        self.commit()
        self.assert_refused("docs", "aurpay-0.0.9")

    def test_a_reference_that_was_not_made_from_the_stubs_is_refused(self) -> None:
        self.edit("docs/reference.md", "Aurpay", "Orpay")
        self.commit()
        self.assert_refused("generated", "reference")

    def test_what_is_not_committed_is_refused(self) -> None:
        (self.clone / "left-over").touch()
        self.assert_refused("tree", "left-over")

    def test_a_tag_that_exists_is_refused(self) -> None:
        self.run_in(self.clone, "git", "tag", "v0.1.0")
        self.assert_refused("tag", "the tag v0.1.0 exists")

    def test_the_tag_of_this_commit_is_released_by_its_workflow(self) -> None:
        self.run_in(self.clone, "git", "tag", "v0.1.0")
        status, output = self.release("0.1.0", "--tagged")
        self.assertEqual((0, "6 passed, 0 failed"), (status, output.strip().splitlines()[-1]), output)

    def test_the_tag_of_another_commit_is_refused(self) -> None:
        self.run_in(self.clone, "git", "tag", "v0.1.0", "HEAD~1")
        status, output = self.release("0.1.0", "--tagged")
        self.assertEqual(1, status, output)
        self.assertRegex(output, r"(?m)^the commit of the tag v0\.1\.0: '[0-9a-f]{40}', but it should be '[0-9a-f]{40}'$")

    def test_what_is_no_version_is_refused_with_an_example(self) -> None:
        status, output = self.release("v0.1")
        self.assertNotEqual(0, status)
        self.assertIn("such as 1.2.3", output)


if __name__ == "__main__":
    unittest.main()
