#!/usr/bin/env bash
# For release.sh: compares the version and the files of the package with those of another commit.
#
# usage: ./dev release --compare REF
#
#   REF  the branch that a change is for, or a tag
#
# Prints what the change adds to the package and takes from it. It fails if the version gets lower, if it is changed
# without a section of CHANGELOG.md, or if a file that was in the package still is in the tree, but no longer in the
# package.

. "$(dirname "${BASH_SOURCE[0]}")/../lib/command.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/release/files.sh"

help_if_asked "${1:-}"
[[ $# -eq 1 ]] || bad_usage 'a commit is needed'
require package
cd "$root"
base=$(git rev-parse --quiet --verify "$1^{commit}") || die "there is no commit '$1'"

version_of() {
    sed -n -E 's/^#define AURPAY_VERSION "(.*)"$/\1/p'
}

# The two commits may differ in everything, so package.xml alone is read.
files_of() {
    php scripts/package/lists.php --files "$1" | LC_ALL=C sort
}

old=$(git show "$base:src/core/common.h" | version_of)
new=$(version_of <src/core/common.h)
[[ -n $old && -n $new ]] || die 'src/core/common.h names no version'
if [[ $old == "$new" ]]; then
    echo "version $new, as before"
else
    echo "version $new, before $old"
    # shellcheck disable=SC2016 # PHP's variables
    php -r 'exit(version_compare($argv[1], $argv[2], ">") ? 0 : 1);' "$new" "$old" || die "$new is lower than $old"
    grep -q -F "## [$new] - " CHANGELOG.md || die "CHANGELOG.md has no section for $new"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git show "$base:package.xml" >"$work/package.xml" || die "$1 has no package.xml"
before=$(files_of "$work/package.xml")
after=$(files_of "$root/package.xml")
[[ -n $before && -n $after ]] || die 'package.xml lists no file'
removed=$(LC_ALL=C comm -23 <(echo "$before") <(echo "$after"))
echo "$(wc -l <<<"$after") files in the package, before $(wc -l <<<"$before")"
diff <(echo "$before") <(echo "$after") | sed -n -E 's/^> /+ /p; s/^< /- /p' || true
while read -r file; do
    [[ -z $file || ! -e $file ]] || die "$file is in the tree, but no longer in package.xml"
done <<<"$removed"
