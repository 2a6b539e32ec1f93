"""Hooks of MkDocs: what the theme or Markdown cannot say by itself."""

from __future__ import annotations

import html
import json
import re
import textwrap
from pathlib import Path
from typing import Any

not_searched: set[str] = set()


def on_page_content(content: str, page: Any, **_: Any) -> str:
    page.meta.setdefault("description", description(content) or f"{page.title}, a file of aurpay")
    if page.meta.get("searched") is False:
        not_searched.add(page.url)
    return without_empty_headers(content)


def description(content: str) -> str:
    """The first paragraph's first sentences, for the list of a search engine."""
    paragraph = re.search(r"<p>(.*?)</p>", content, re.S)
    if not paragraph:
        return ""
    text = " ".join(html.unescape(re.sub(r"<[^>]+>", "", paragraph[1])).split())
    chosen, *others = re.findall(r".+?[.](?= |$)|.+$", text)
    for sentence in others:
        if len(chosen) + len(sentence) > 160:
            break
        chosen += sentence
    return html.escape(textwrap.shorten(chosen, 200, placeholder=" …"))


def without_empty_headers(content: str) -> str:
    """Markdown has no table without a header, and no empty corner: a screen reader would read headers without a text."""
    content = re.sub(r"<thead>\s*<tr>(?:\s*<th[^>]*></th>)+\s*</tr>\s*</thead>", "", content)
    return re.sub(r"<th([^>]*)></th>", r"<td\1></td>", content)


def on_post_build(config: Any, **_: Any) -> None:
    path = Path(config["site_dir"]) / "search" / "search_index.json"
    index = json.loads(path.read_text())
    index["docs"] = [each for each in index["docs"] if each["location"].split("#")[0] not in not_searched]
    text = json.dumps(index, separators=(",", ":"))
    path.write_text(text)
    # For search.js.
    path.with_suffix(".js").write_text(f"__search = {{ index: Promise.resolve({text}) }};\n")
