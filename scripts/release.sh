#!/usr/bin/env bash
# Checks that a version is ready to be released, and builds the files of the release.
#
# usage: ./dev release VERSION [--only-checks] [--tagged]
#        ./dev release --binary [PACKAGE.tgz] [--into FOLDER]
#        ./dev release --compare REF
#        ./dev release --complete VERSION FOLDER
#        ./dev release --sign KEY [FOLDER]
#        ./dev release --verify FOLDER FINGERPRINT
#
#   --only-checks  builds nothing
#   --tagged       the tag must exist and be this commit, instead of not to exist yet: for release.yml
#   --binary       builds the zip for PIE, for this machine's PHP, and tries it
#   --compare      compares the version and the files of the package with those of another commit
#   --complete     checks that the binaries of all platforms are in a folder, too, and writes the checksums of all files
#   --sign         signs SHA256SUMS
#   --verify       checks files that were downloaded against SHA256SUMS, and who has signed it
#
# "./dev release --binary --help" and the like say more.
#
# Given a version, it fails if this is not the branch main, if something is not committed, if the sources, package.xml,
# CHANGELOG.md and the documents disagree about the version or its date, if generated files are old, or if the tag or a
# newer one exists. Then it writes to build/release, where it first removes the files of an earlier run:
#
#   aurpay-VERSION.tgz       the package for pecl and PIE
#   aurpay-VERSION.cdx.json  the bill of materials (CycloneDX): the files, and the libraries that are linked
#   SHA256SUMS
#
# It publishes nothing. RELEASING.md says what comes before and after.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/sums.sh"

case ${1:-} in
    --binary | --compare | --complete | --sign | --verify)
        part=${1#--}
        shift
        exec bash "$root/scripts/release/$part.sh" "$@"
        ;;
esac

. "$root/scripts/release/files.sh"

version=
only_checks=
tagged=
while [[ $# -gt 0 ]]; do
    case $1 in
        --only-checks) only_checks=yes ;;
        --tagged) tagged=yes ;;
        -h | --help) show_help && exit 0 ;;
        -*) bad_usage "unknown argument '$1'" ;;
        *)
            [[ -z $version ]] || bad_usage 'one version at a time'
            version=$1
            ;;
    esac
    shift
done
number='(0|[1-9][0-9]*)'
[[ $version =~ ^$number\.$number\.$number((alpha|beta|RC)[1-9][0-9]*)?$ ]] ||
    bad_usage 'a version is needed, such as 1.2.3 or 1.2.3RC1'

require build package stubs
cd "$root"
make_build_folder
dir=$build/release
own_folder "$dir"

# The first value of a tag of package.xml.
of_package() {
    sed -n -E "0,/<$1>/s,.*<$1>(.*)</$1>.*,\1,p" package.xml
}

# Compares: expect WHAT EXPECTED FOUND.
expect() {
    [[ $2 == "$3" ]] || {
        echo "$1: '$3', but it should be '$2'"
        return 1
    }
}

check_tree() {
    local changes
    changes=$(git status --porcelain)
    [[ -z $changes ]] || {
        printf 'commit or remove these first:\n%s\n' "$changes"
        return 1
    }
    [[ -n $tagged || "$(git branch --show-current)" == main ]] || {
        echo 'a release is made on the branch main: git switch main'
        return 1
    }
}

check_version() {
    php scripts/package/lists.php --version
    expect 'the version in src/core/common.h' "$version" \
        "$(sed -n -E 's/^#define AURPAY_VERSION "(.*)"$/\1/p' src/core/common.h)"
    expect 'the release in package.xml' "$version" "$(of_package release)"
}

# The newest section is that of the version, with the date of package.xml, and says something.
check_changelog() {
    local heading date
    date=$(of_package date)
    # Somewhere on earth it may be tomorrow already.
    # shellcheck disable=SC2016 # PHP's variables
    php -r '
        $date = DateTimeImmutable::createFromFormat("!Y-m-d", $argv[1]);
        $problem = match (true) {
            $date === false || $date->format("Y-m-d") !== $argv[1] => "is no date",
            $date->getTimestamp() > time() + 14 * 3600 => "is in the future",
            default => null,
        };
        $problem === null || exit(print("the <date> in package.xml, {$argv[1]}, $problem\n"));
    ' "$date"
    heading=$(grep -m 1 -E '^## \[[0-9]' CHANGELOG.md || true)
    expect 'the newest version in CHANGELOG.md' "## [$version] - $date" "$heading"
    awk -v heading="$heading" '$0 == heading { on = 1; next } /^## / { on = 0 } on && /^- / { found = 1 }
        END { exit !found }' CHANGELOG.md || {
        echo "CHANGELOG.md has no entry for $version"
        return 1
    }
    awk '/^## / { on = $0 == "## [Unreleased]" } on && /^- / { exit 1 }' CHANGELOG.md || {
        echo "CHANGELOG.md still has entries under Unreleased"
        return 1
    }
}

# What the documents download, copy and print.
check_docs() {
    local other
    other=$(grep -H -n -o -E 'aurpay[-_ ][0-9]+\.[0-9]+\.[0-9]+[A-Za-z0-9]*' docs/install.md docs/doctor.md packaging/README.md |
        grep -v -E ":aurpay[-_ ]${version//./\\.}$" || true)
    [[ -z $other ]] || {
        printf 'these name another version:\n%s\n' "$other"
        return 1
    }
    grep -q -F "Version => $version" docs/install.md || {
        echo "docs/install.md does not show 'Version => $version'"
        return 1
    }
}

check_generated() {
    php scripts/package/lists.php --sources
    bash scripts/stubs.sh --check
    bash scripts/reference.sh --check
    bash scripts/doctor.sh --check
}

check_tag() {
    local newer
    [[ "$(git rev-parse --is-shallow-repository)" == false ]] || {
        echo 'this clone may lack tags: git fetch --unshallow --tags'
        return 1
    }
    # shellcheck disable=SC2016 # PHP's variables
    newer=$(git tag --list 'v[0-9]*' | php -r '
        $tags = file("php://stdin", FILE_IGNORE_NEW_LINES);
        echo implode(" ", array_filter($tags, fn ($tag) => version_compare(substr($tag, 1), $argv[1], ">")));
    ' "$version")
    [[ -z $newer ]] || {
        echo "$version is older than these: $newer"
        return 1
    }
    if [[ -z $tagged ]]; then
        ! git rev-parse --quiet --verify "refs/tags/v$version" >/dev/null || {
            echo "the tag v$version exists: choose another version, or build the files of the tag's commit with --tagged"
            return 1
        }
        return
    fi
    git rev-parse --quiet --verify "refs/tags/v$version" >/dev/null || {
        echo "there is no tag v$version: git fetch --tags"
        return 1
    }
    expect "the commit of the tag v$version" "$(git rev-parse HEAD)" "$(git rev-parse "refs/tags/v$version^{commit}")"
}

build_files() {
    bash scripts/package.sh --no-chroot pecl >"$dir/package.log" 2>&1 || {
        cat "$dir/package.log"
        die 'the package could not be built'
    }
    cp "$build/package/aurpay-$version.tgz" "$dir"
    php scripts/release/materials.php "$dir/aurpay-$version.tgz" "$version" >"$dir/aurpay-$version.cdx.json"
    write_sums "$dir"
    cat "$dir/SHA256SUMS"
}

# Before the checks: what an earlier run has left must not be signed after a refusal.
[[ -n $only_checks ]] || rm -f "$dir"/aurpay-* "$dir"/php_aurpay-* "$dir"/SHA256SUMS*
# Not in a condition, where bash would not end a check at its first failure. This ends the script if one fails.
run_checks "$dir" tree version changelog docs generated tag
[[ -z $only_checks ]] || exit 0
build_files
echo 'Next: RELEASING.md, "The release"'
