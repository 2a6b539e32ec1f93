#!/usr/bin/env bash
# Tests the WooCommerce plugin in real shops: WordPress, MariaDB, php-fpm, nginx with TLS and the sandbox.
#
# usage: ./dev woocommerce [--woocommerce FOLDER] [--browser | --screenshots] [WORD...]
#        ./dev woocommerce [--woocommerce FOLDER] --shop
#        ./dev woocommerce --zip
#
#   --woocommerce FOLDER  WooCommerce's plugin, unpacked (default: $AURPAY_WOOCOMMERCE). Without it, only what needs
#                         WordPress alone is tested, and the rest is counted as skipped
#   --browser             also drives the block checkout in Chromium, and writes screenshots to
#                         build/woocommerce/screenshots
#   --screenshots         like --browser, and renews the pictures in docs/images/woocommerce
#   --shop                makes a shop with three products and a sandbox, to try by hand, until Ctrl-C
#   --zip                 only builds the plugin's zip, build/woocommerce/aurpay-native-gateway.zip
#   WORD                  runs only tests whose class or method has one of these words
#
# The tests are PHPUnit's, in integrations/woocommerce/tests. They run as root: their servers are in a chroot of Debian
# sid, in build/chroots or $AURPAY_CHROOT_CACHE. The first run makes it, which takes some minutes, and builds the
# extension in it. The shops install the plugin from the zip.
#
# AURPAY_PLUGIN_ZIP is another zip to install.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/phpunit.sh"
. "$root/scripts/lib/chroot.sh"
. "$root/scripts/lib/composer.sh"
. "$root/scripts/lib/mirror.sh"
. "$root/scripts/lib/npm.sh"
. "$root/scripts/matrix/chroot.sh"

woocommerce=${AURPAY_WOOCOMMERCE:-}
mode='tests'
browser=
renew=
words=()
while [[ $# -gt 0 ]]; do
    case $1 in
        --woocommerce)
            [[ -n ${2:-} ]] || bad_usage '--woocommerce needs a folder'
            woocommerce=$2
            shift
            ;;
        --browser) browser=yes ;;
        --screenshots) browser=yes && renew=yes ;;
        --shop | --zip) mode=${1#--} ;;
        -h | --help) show_help && exit 0 ;;
        -*) bad_usage "unknown argument '$1'" ;;
        *) words+=("$1") ;;
    esac
    shift
done
if [[ -n $woocommerce ]]; then
    [[ -f $woocommerce/woocommerce.php ]] || bad_usage "there is no woocommerce.php in '$woocommerce'"
    woocommerce=$(realpath -- "$woocommerce")
fi

plugin=integrations/woocommerce
zip=aurpay-native-gateway

# Builds the plugin's zip, and sets $plugin_zip to it, or to nothing if there is no plugin.
build_zip() {
    plugin_zip=${AURPAY_PLUGIN_ZIP:-}
    if [[ -z $plugin_zip && -f $root/$plugin/$zip.php ]]; then
        plugin_zip=$dir/$zip.zip
        python3 "$root/scripts/woocommerce/zip.py" "$root" "$plugin" "$zip" "$plugin_zip"
    fi
}

# Prepares what tests and --shop need.
prepare() {
    require run chroot composer sandbox sandbox-tls
    require_php_tools
    make_chroot sid-woocommerce sid '' php-{cli,fpm,mysql,xml,curl,mbstring,intl,zip,gd,dev,redis} \
        mariadb-{client,server} redis-server wordpress wordpress-theme-twentytwentyfive
    build_in_chroot
    # Other runs may use the chroot now.
    exec 9>&-
    export AURPAY_SHOP_CHROOT=$chroot AURPAY_SHOP_EXTENSION=$extension AURPAY_SHOP_PLUGIN=$plugin_zip
    export AURPAY_SHOP_OUTPUT=$dir AURPAY_WOOCOMMERCE=$woocommerce
}

# Runs PHP as root, with what prepare has exported, and gives its files back to this user.
php_as_root() {
    local status=0 kept
    kept=$(compgen -e | grep -E '^(AURPAY_|NODE_PATH$|CI$)' | paste -sd ,)
    if [[ $EUID -eq 0 ]]; then
        php "$@" || status=$?
    else
        sudo --preserve-env="$kept" php "$@" || status=$?
        as_root chown -R "$EUID" "$dir"
    fi
    return "$status"
}

make_build_folder
dir=$build/woocommerce
own_folder "$dir"
require build
need python3 command python3
need git command git
build_zip
if [[ $mode == zip ]]; then
    [[ -n $plugin_zip ]] || die "there is no $plugin/$zip.php"
    exit 0
fi
[[ -n $plugin_zip ]] || echo "dev: there is no $plugin/$zip.php: what needs the plugin is skipped" >&2
[[ -n $woocommerce ]] || echo 'dev: no folder of WooCommerce (--woocommerce or AURPAY_WOOCOMMERCE):' \
    'what needs it is skipped' >&2
prepare
if [[ $mode == shop ]]; then
    php_as_root "$root/$plugin/tests/try.php"
    exit
fi
arguments=(--configuration "$root/$plugin/tests/phpunit.xml")
[[ ${#words[@]} -eq 0 ]] || arguments+=(--filter "$(phpunit_filter "${words[@]}")")
if [[ -n $browser ]]; then
    require browser
    require_npm_tools
    exec 9>&-
    AURPAY_CHROMIUM=$(command -v chromium)
    export AURPAY_CHROMIUM
    rm -rf "$dir/screenshots"
    mkdir -p "$dir/screenshots"
else
    arguments+=(--exclude-group browser)
fi
php_as_root "$tools_bin/phpunit" "${arguments[@]}"
if [[ -n $renew ]]; then
    for picture in "$root"/docs/images/woocommerce/*.webp; do
        cp "$dir/screenshots/${picture##*/}" "$picture" || die "no test has made ${picture##*/}"
    done
fi
