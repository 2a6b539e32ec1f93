"""Copies the pages of the site, and the files that they link to, at their paths in the repository.

usage: pages.py ROOT FOLDER

A source file becomes a page that shows it: web servers would offer it for download, or run it. A folder becomes a page that
lists its files. Fails if a link leads to nothing, or if a page of docs/, or one that a page links to, is not in mkdocs.yml.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path, PurePosixPath
from posixpath import relpath

# Code, or the target of a link or an image, with the text of the link if that is only a page's file.
TOKEN = re.compile(r"^```.*?^```|`[^`\n]*`|(?P<text>\[[\w./-]+\.md)?\]\((?P<target>[^)\s#]+)", re.M | re.S)
SHOWN_AS_THEY_ARE = {".svg", ".webp", ".png"}
LANGUAGES = {".php": "php", ".c": "c", ".json": "json", ".neon": "yaml"}


def nav_pages(root: Path) -> dict[str, str]:
    """The names that mkdocs.yml gives to pages, by path."""
    nav = (root / "mkdocs.yml").read_text().split("\nnav:\n")[1]
    return {path: name for name, path in re.findall(r"- (.+): (\S+\.md)$", nav, re.M)}


class Site:
    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.folder = folder
        self.pages = nav_pages(root)
        self.made: dict[str, str] = {}
        self.problems: list[str] = []

    def make(self) -> None:
        listed = {f"docs/{each.name}" for each in (self.root / "docs").glob("*.md")}
        self.problems += [f"{each} is not in mkdocs.yml" for each in sorted(listed - set(self.pages))]
        for page in self.pages:
            self.write(page, self.with_links((self.root / page).read_text(), page))

    def with_links(self, text: str, page: str) -> str:
        """The text with links that lead to the copies."""

        def replace(match: re.Match[str]) -> str:
            link = match["target"]
            if link is None or re.match(r"[a-z]+:", link):
                return match[0]
            target = self.copy_target(link, page)
            # A reader of the site knows a page by its name in the navigation.
            text = f"[{self.pages.get(target, target)}" if match["text"] else ""
            return f"{text}]({relpath(target, str(PurePosixPath(page).parent))}"

        return TOKEN.sub(replace, text)

    def copy_target(self, link: str, page: str) -> str:
        """Copies what a page links to. Answers the path of the copy."""
        target = (self.root / page).parent.joinpath(link).resolve()
        if not target.is_relative_to(self.root) or not target.exists():
            self.problems.append(f"{page}: {link} leads nowhere")
            return page
        path = str(target.relative_to(self.root))
        if target.is_dir():
            return self.list_folder(path)
        if target.suffix == ".md":
            if path not in self.pages:
                self.problems.append(f"{page}: {link} is not in mkdocs.yml")
            return path
        if target.suffix in SHOWN_AS_THEY_ARE:
            self.place(path)
            shutil.copyfile(target, self.folder / path)
            return path
        return self.show_source(path)

    def show_source(self, path: str) -> str:
        # Not order.php.html: some web servers run a file with .php anywhere in its name.
        page = str(PurePosixPath(path).with_suffix(".md"))
        language = LANGUAGES.get(PurePosixPath(path).suffix, "text")
        text = (self.root / path).read_text().rstrip("\n")
        self.write(page, f"# {path}\n\n````{language}\n{text}\n````\n", source=path)
        return page

    def list_folder(self, path: str) -> str:
        if (self.root / path / "README.md").exists():
            return f"{path}/README.md"
        page = f"{path}/README.md"
        files = [str(each.relative_to(self.root)) for each in sorted((self.root / path).rglob("*")) if each.is_file()]
        items = [f"- [{each}]({relpath(self.show_source(each), path)})\n" for each in files]
        self.write(page, f"# {path}/\n\n{''.join(items)}", source=f"{path}/")
        return page

    def write(self, page: str, text: str, source: str = "") -> None:
        source = source or page
        if self.made.setdefault(page, source) != source:
            self.problems.append(f"{source} and {self.made[page]} would be the same page")
        # A search is for the pages that explain, not for each word of the sources.
        meta = "" if source in self.pages else "---\nsearched: false\n---\n\n"
        self.place(page)
        (self.folder / page).write_text(meta + text)

    def place(self, path: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)


def main(root: Path, folder: Path) -> int:
    site = Site(root, folder)
    site.make()
    print("\n".join(site.problems), end="\n" if site.problems else "")
    return 1 if site.problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()))
