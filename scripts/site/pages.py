"""Copies the pages of the site, and the files that they link to, at their paths in the repository.

usage: pages.py ROOT FOLDER

It fails if a link leads to nothing, or if a page of docs/, or one that a page links to, is not in mkdocs.yml.
"""

from __future__ import annotations

import html
import re
import shutil
import sys
from pathlib import Path

# A link or an image, outside of code.
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)\s]*)?\)")
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.M | re.S)


def nav_pages(root: Path) -> list[str]:
    nav = (root / "mkdocs.yml").read_text().split("\nnav:\n")[1]
    return re.findall(r"\S+\.md$", nav, re.M)


def files_of(target: Path) -> list[Path]:
    """The files to which a link leads: the file, or all of a folder."""
    if target.is_dir():
        return [each for each in sorted(target.rglob("*")) if each.is_file()]
    return [target]


def list_folder(source: Path, copy: Path) -> None:
    """Writes a page of the files of a folder: not every web server lists them."""
    if (copy / "README.md").exists():
        return
    names = [str(each.relative_to(source)) for each in files_of(source)]
    items = "".join(f'<li><a href="{html.escape(name)}">{html.escape(name)}</a></li>\n' for name in names)
    title = html.escape(source.name)
    page = f'<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>{title}</title><h1>{title}</h1>\n<ul>\n{items}</ul></html>\n'
    (copy / "index.html").write_text(page)


def main(root: Path, folder: Path) -> int:
    pages = nav_pages(root)
    problems = [f"docs/{each.name} is not in mkdocs.yml" for each in sorted((root / "docs").glob("*.md")) if f"docs/{each.name}" not in pages]
    files: set[Path] = set()
    folders: set[Path] = set()
    for page in pages:
        text = CODE.sub("", (root / page).read_text())
        files.add(root / page)
        for link in LINK.findall(text):
            if re.match(r"[a-z]+:", link):
                continue
            target = (root / page).parent / link
            resolved = Path(target).resolve()
            if not resolved.is_relative_to(root) or not resolved.exists():
                problems.append(f"{page}: {link} leads nowhere")
            elif resolved.suffix == ".md" and str(resolved.relative_to(root)) not in pages:
                problems.append(f"{page}: {link} is not in mkdocs.yml")
            else:
                files.update(files_of(resolved))
                folders.update({resolved} if resolved.is_dir() else set())
    for source in files:
        copy = folder / source.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, copy)
    for source in folders:
        list_folder(source, folder / source.relative_to(root))
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()))
