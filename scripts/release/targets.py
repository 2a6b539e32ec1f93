"""The platforms that a release has binaries for, as PIE (1.4 and later) asks for them.

usage: python3 scripts/release/targets.py --matrix       the jobs of release.yml that build them, as JSON
       python3 scripts/release/targets.py --names TAG    the names of their files, one per line

Windows is not among them: php-windows-builder makes its own list. Neither is macOS, where a binary would work only with
the libraries of one installation of Homebrew.
"""

from __future__ import annotations

import json
import sys

VERSIONS = ("8.2", "8.3", "8.4", "8.5")
# The oldest Debian with official images of PHP: what is linked with an older libc also runs with a newer one.
LIBCS = {"glibc": "bookworm", "musl": "alpine"}
RUNNERS = {"x86_64": "ubuntu-24.04", "arm64": "ubuntu-24.04-arm"}
KINDS = {"cli": "", "zts": "-zts"}


def targets() -> list[dict[str, str]]:
    return [
        {
            "platform": f"php{version}-{architecture}-linux-{libc}{suffix}",
            "image": f"php:{version}-{kind}-{system}",
            "runner": runner,
        }
        for version in VERSIONS
        for libc, system in LIBCS.items()
        for architecture, runner in RUNNERS.items()
        for kind, suffix in KINDS.items()
    ]


def main(arguments: list[str]) -> int:
    if arguments == ["--matrix"]:
        print(json.dumps({"include": targets()}))
    elif len(arguments) == 2 and arguments[0] == "--names":
        for target in targets():
            print(f"php_aurpay-{arguments[1]}_{target['platform']}.zip".lower())
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
