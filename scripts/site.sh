#!/usr/bin/env bash
# Makes a site of the documentation, with a search, in build/site/html.
#
# usage: ./dev site [--check] [--serve]
#
#   --check  then looks at every page in Chromium: links and anchors, images, width on a phone, requests to other hosts;
#            then at the search and the navigation, and runs axe
#   --serve  then serves it on a free port of this machine, until Ctrl-C
#
# MkDocs makes it of README.md, docs/ and the other pages that mkdocs.yml names. It fails if a link of a page leads nowhere,
# or if a page is not in mkdocs.yml. Source files that a page links to become pages. The site needs no other host, and can be
# opened from the folder.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/npm.sh"

check=
serve=
while [[ $# -gt 0 ]]; do
    case $1 in
        --check) check=yes ;;
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
cp scripts/site/*.css scripts/site/*.js "$dir/pages"
quietly "$dir/log" mkdocs build --strict --quiet || die 'the site could not be made'
echo "the site: build/site/html/index.html"
if [[ -n $check ]]; then
    require browser
    require_npm_tools
    AURPAY_CHROMIUM=$(command -v chromium)
    export AURPAY_CHROMIUM
    node scripts/site/check.mjs "$dir/html" 9>&- </dev/null
fi
if [[ -n $serve ]]; then
    exec 9>&-
    exec python3 scripts/site/serve.py "$dir/html"
fi
