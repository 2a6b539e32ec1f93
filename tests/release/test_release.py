"""./dev release: it refuses a version as soon as one place disagrees, and builds nothing then.

Each test has a clone of this checkout in which a release is prepared, and spoils one thing in it.
"""

from __future__ import annotations

import unittest

from clone import VERSION, CloneTest


class Release(CloneTest):
    def setUp(self) -> None:
        super().setUp()
        self.commit()

    def release(self, version: str = VERSION, *options: str) -> tuple[int, str]:
        return self.dev_release(version, "--only-checks", *options)

    def assert_refused(self, check: str, words: str, version: str = VERSION) -> None:
        status, output = self.release(version)
        self.assertEqual(1, status, output)
        self.assertRegex(output, rf"(?m)^{check} +FAILED", output)
        self.assertIn(words, output)

    def test_a_prepared_release_passes_every_check(self) -> None:
        status, output = self.release()
        self.assertEqual((0, "6 passed, 0 failed"), (status, output.strip().splitlines()[-1]), output)

    def test_a_changelog_without_the_version_is_refused(self) -> None:
        self.edit("CHANGELOG.md", f"## [{VERSION}] - {self.date()}\n", "")
        self.commit()
        self.assert_refused("changelog", "the newest version in CHANGELOG.md: ''")

    def test_a_changelog_with_another_date_than_the_package_is_refused(self) -> None:
        self.edit("CHANGELOG.md", f"## [{VERSION}] - {self.date()}", f"## [{VERSION}] - 2001-01-01")
        self.commit()
        self.assert_refused("changelog", "2001-01-01")

    def test_a_changelog_without_a_date_is_refused(self) -> None:
        self.edit("CHANGELOG.md", f"## [{VERSION}] - {self.date()}", f"## [{VERSION}]")
        self.commit()
        self.assert_refused("changelog", f"'## [{VERSION}]', but it should be '## [{VERSION}] - {self.date()}'")

    def test_a_date_that_has_not_come_or_does_not_exist_is_refused(self) -> None:
        old = self.date()
        for date, words in (("2999-01-01", "in the future"), ("2026-02-30", "no date")):
            for name in ("CHANGELOG.md", "package.xml"):
                self.edit(name, old, date)
            self.commit()
            self.assert_refused("changelog", words)
            old = date

    def test_entries_that_are_left_under_unreleased_are_refused(self) -> None:
        self.edit("CHANGELOG.md", "## [Unreleased]\n", "## [Unreleased]\n\n### Added\n\n- Something.\n")
        self.commit()
        self.assert_refused("changelog", "CHANGELOG.md still has entries under Unreleased")

    def test_a_section_of_the_changelog_that_says_nothing_is_refused(self) -> None:
        self.edit("CHANGELOG.md", f"## [{VERSION}] - {self.date()}", f"## [{VERSION}] - {self.date()}\n\n## [0.0.9] - 2001-01-01")
        self.commit()
        self.assert_refused("changelog", f"CHANGELOG.md has no entry for {VERSION}")

    def test_another_version_than_that_of_the_sources_is_refused(self) -> None:
        self.assert_refused("version", f"'{VERSION}', but it should be '7.9.0'", "7.9.0")

    def test_documents_with_another_version_are_refused(self) -> None:
        self.edit("docs/install.md", f"aurpay-{VERSION}.tgz", "aurpay-0.0.9.tgz")
        self.edit("docs/install.md", f"aurpay_{VERSION}-1_amd64.deb", "aurpay_0.0.8-1_amd64.deb")
        self.edit("docs/doctor.md", f"aurpay {VERSION} is loaded", "aurpay 0.0.7 is loaded")
        self.edit("packaging/README.md", f"aurpay-{VERSION}.tgz", "aurpay-0.0.6.tgz")
        self.commit()
        status, output = self.release()
        self.assertEqual(1, status, output)
        self.assertRegex(output, r"(?m)^docs +FAILED")
        for words in ("aurpay-0.0.9", "aurpay_0.0.8", "aurpay 0.0.7", "aurpay-0.0.6"):
            self.assertIn(words, output)

    def test_a_doctor_of_another_version_is_refused(self) -> None:
        self.edit("doctor/aurpay-doctor", f"const VERSION = '{VERSION}'", "const VERSION = '0.0.9'")
        self.commit()
        self.assert_refused("generated", "./dev doctor --update")

    def test_a_reference_that_was_not_made_from_the_stubs_is_refused(self) -> None:
        self.edit("docs/reference.md", "Aurpay", "Orpay")
        self.commit()
        self.assert_refused("generated", "reference")

    def test_what_is_not_committed_is_refused(self) -> None:
        (self.clone / "left-over").touch()
        self.assert_refused("tree", "left-over")

    def test_a_tag_that_exists_is_refused(self) -> None:
        self.run_in(self.clone, "git", "tag", f"v{VERSION}")
        self.assert_refused("tag", f"the tag v{VERSION} exists")

    def test_a_version_that_is_older_than_a_released_one_is_refused(self) -> None:
        for tag in ("v7.8.8", "v7.8.9RC1", "v7.10.0"):
            self.run_in(self.clone, "git", "tag", tag, "HEAD~1")
        self.assert_refused("tag", f"{VERSION} is older than these: v7.10.0\n")

    def test_a_commit_of_another_branch_and_a_clone_without_its_history_are_refused(self) -> None:
        self.run_in(self.clone, "git", "checkout", "--quiet", "--detach")
        self.assert_refused("tree", "a release is made on the branch main")
        self.run_in(self.clone, "git", "checkout", "--quiet", "main")
        (self.clone / ".git/shallow").write_text(self.run_in(self.clone, "git", "rev-parse", "HEAD"))
        self.assert_refused("tag", "git fetch --unshallow --tags")

    def test_a_refusal_leaves_no_files_of_an_earlier_build_that_could_be_signed(self) -> None:
        folder = self.clone / "build/release"
        folder.mkdir(parents=True)
        for name in (f"aurpay-{VERSION}.tgz", "SHA256SUMS"):
            (folder / name).touch()
        (self.clone / "left-over").touch()
        status, output = self.dev_release(VERSION)
        self.assertEqual(1, status, output)
        self.assertEqual([], [path.name for path in folder.iterdir() if path.suffix != ".log"])

    def test_the_tag_of_this_commit_is_released_by_its_workflow(self) -> None:
        status, output = self.release(VERSION, "--tagged")
        self.assertIn(f"there is no tag v{VERSION}: git fetch --tags", output)
        self.run_in(self.clone, "git", "tag", f"v{VERSION}")
        self.run_in(self.clone, "git", "checkout", "--quiet", "--detach")
        status, output = self.release(VERSION, "--tagged")
        self.assertEqual((0, "6 passed, 0 failed"), (status, output.strip().splitlines()[-1]), output)

    def test_the_tag_of_another_commit_is_refused(self) -> None:
        self.run_in(self.clone, "git", "tag", f"v{VERSION}", "HEAD~1")
        status, output = self.release(VERSION, "--tagged")
        self.assertEqual(1, status, output)
        self.assertRegex(output, r"(?m)^the commit of the tag v7\.8\.9: '[0-9a-f]{40}', but it should be '[0-9a-f]{40}'$")

    def test_what_is_no_version_is_refused_with_an_example(self) -> None:
        for version in ("v0.1", "v0.1.0", "0.1", "0.1.0-beta", "0.1.0\n", "00.1.0", "0.01.0", "0.1.0RC0"):
            status, output = self.release(version)
            self.assertEqual(2, status, version)
            self.assertIn("such as 1.2.3", output)


if __name__ == "__main__":
    unittest.main()
