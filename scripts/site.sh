#!/usr/bin/env bash
# Makes a site of the documentation, with a search, in build/site/html.
#
# usage: ./dev site [--serve]
#
#   --serve  then serves it on a free port of this machine, until Ctrl-C
#
# MkDocs makes it of README.md, docs/ and the other pages that mkdocs.yml names. It fails if a link of a page leads nowhere,
# or if a page is not in mkdocs.yml. The site needs no other host: it can be opened from the folder, but for its search.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"

serve=
while [[ $# -gt 0 ]]; do
    case $1 in
        --serve) serve=yes ;;
        -h | --help) show_help && exit 0 ;;
        *) bad_usage "unknown argument '$1'" ;;
    esac
    shift
done

# Well kept, and in Debian: no packages of Python's own registry are needed.
need mkdocs command mkdocs
need mkdocs-material file /usr/share/mkdocs/themes/material/main.html
cd "$root"
make_build_folder
dir=$build/site
lock_folder "$dir"
rm -rf "$dir/pages" "$dir/html"
mkdir -p "$dir/pages"
python3 scripts/site/pages.py "$root" "$dir/pages"
cp scripts/site/site.css "$dir/pages"
quietly "$dir/log" mkdocs build --strict --quiet || die 'the site could not be made'
echo "the site: build/site/html/index.html"
if [[ -n $serve ]]; then
    exec 9>&-
    exec python3 scripts/site/serve.py "$dir/html"
fi
