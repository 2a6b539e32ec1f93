#!/usr/bin/env bash
# Checks the sources with compilers, clang-tidy, cppcheck, shellcheck, php-cs-fixer, PHPStan, phpcs and actionlint.
#
# usage: ./dev lint [CHECK...]
#
#   CHECK  runs only these checks: gcc clang core-purity layers line-length comment-names clang-tidy cppcheck shellcheck
#          php-syntax php-style phpstan python-syntax woocommerce-style woocommerce-phpstan woocommerce-translations
#          laravel-phpstan musl workflows
#
# Editors can use the compile commands that clang-tidy gets: build/lint/compile_commands.json.

. "$(dirname "${BASH_SOURCE[0]}")/lib/command.sh"
. "$root/scripts/lib/build-folder.sh"
. "$root/scripts/lib/packages.sh"
. "$root/scripts/lib/composer.sh"
. "$root/scripts/lib/files.sh"
. "$root/scripts/lib/laravel.sh"
. "$root/scripts/lib/npm.sh"
. "$root/scripts/lib/sums.sh"

help_if_asked "${1:-}"
all_checks=(gcc clang core-purity layers line-length comment-names clang-tidy cppcheck shellcheck php-syntax php-style phpstan
    python-syntax woocommerce-style woocommerce-phpstan woocommerce-translations laravel-phpstan musl workflows)
checks=("$@")
[[ ${#checks[@]} -gt 0 ]] || checks=("${all_checks[@]}")
for check in "${checks[@]}"; do
    [[ " ${all_checks[*]} " == *" $check "* ]] || bad_usage "there is no check '$check'"
done

require build run unit lint composer translations
cd "$root"
make_build_folder
dir=$build/lint
own_folder "$dir"
own_folder "$build/phpstan"
own_folder "$build/phpstan-woocommerce"
own_folder "$build/phpstan-laravel"

php_folders() {
    existing sandbox examples stubs tests bench integrations fuzz
}

check_gcc() {
    bash scripts/build.sh --cc gcc --werror --dir gcc
}

check_clang() {
    bash scripts/build.sh --cc clang --werror --dir clang
}

# The core and the providers do not depend on PHP.
check_core_purity() {
    if grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"](php|zend|Zend|ext/|main/|SAPI|TSRM)' \
        -r src/core src/providers; then
        echo 'src/core and src/providers must not include headers of PHP'
        return 1
    fi
}

# Each function is in the file that its name and its header say, and no two files call each other.
check_layers() {
    php scripts/lint/layers.php
}

check_line_length() {
    c_files | php scripts/lint/lines.php line-length
}

check_comment_names() {
    c_files | php scripts/lint/lines.php comment-names
}

# Prints a compile command for each C file, to be run in the root of the checkout. The headers of PHP and of libraries
# are system headers.
write_compile_commands() {
    local php_config=${PHP_CONFIG:-php-config} pure bindings flags file separator=
    pure="-std=c11 -D_GNU_SOURCE -Wall -Wextra -I. -Isrc $(pkg-config --cflags libcurl libcrypto cmocka jansson)"
    bindings="$pure -Wno-unused-parameter -DHAVE_CONFIG_H -DCOMPILE_DL_AURPAY -DZEND_COMPILE_DL_EXT=1"
    bindings+=" -Ibuild/clang/obj $("$php_config" --includes | sed -E 's/-I/-isystem /g')"
    echo '['
    while read -r file; do
        case $file in
            aurpay.c | src/php/* | bench/bare_extension.c) flags=$bindings ;;
            *) flags=$pure ;;
        esac
        printf '%s{"directory": "%s", "file": "%s", "command": "clang %s -c %s"}\n' \
            "$separator" "$root" "$file" "$flags" "$file"
        separator=,
    done < <(c_files | grep '\.c$')
    echo ']'
}

check_clang_tidy() {
    # The bindings include the config.h of the clang build.
    check_clang || return
    write_compile_commands >"$dir/compile_commands.json"
    clang-tidy --version | grep -q 'version 14\.' || echo "warning: $(clang-tidy --version | grep version) instead of 14"
    c_files | grep '\.c$' | grep -vE '^(tests|fuzz)/' |
        xargs -P "$(cpu_count)" -n 4 clang-tidy --quiet -p "$dir" 2>"$dir/clang-tidy.errors" || {
        grep -v 'warnings generated' "$dir/clang-tidy.errors"
        return 1
    }
}

check_cppcheck() {
    local folders
    mapfile -t folders < <(existing aurpay.c src bench)
    cppcheck --quiet --error-exitcode=1 --std=c11 -j "$(cpu_count)" --inline-suppr -I . -I src \
        --include=scripts/lint/cppcheck-php.h -DCOMPILE_DL_AURPAY --library=posix \
        --enable=warning,performance,portability --suppressions-list=scripts/lint/cppcheck-suppressions.txt \
        --template='{file}:{line}: {severity}: {message} [{id}]' "${folders[@]}"
}

check_shellcheck() {
    shellcheck dev .ci/run scripts/*.sh scripts/*/*.sh sandbox/tests/support/*.sh \
        integrations/woocommerce/tests/support/*.sh
}

check_php_syntax() {
    local folders files
    mapfile -t folders < <(php_folders)
    mapfile -t files < <(php_files "${folders[@]}")
    [[ ${#files[@]} -gt 0 ]] || return
    # php -l checks only one file per run.
    printf '%s\0' "${files[@]}" | xargs -0 -P "$(cpu_count)" -n 1 php -d short_open_tag=0 -l >"$dir/php-syntax" || {
        grep -v '^No syntax errors' "$dir/php-syntax"
        return 1
    }
}

check_php_style() {
    require_php_tools
    "$tools_bin/php-cs-fixer" fix --config=.php-cs-fixer.dist.php --show-progress=none --dry-run --diff
}

check_phpstan() {
    local folders
    require_php_tools
    # PHPStan needs the libraries that the bench and ./dev faults --peers call.
    bash scripts/bench/peers.sh
    require_composer_packages tests/faults/composer.json "$build/faults"
    mapfile -t folders < <(existing sandbox doctor examples tests/faults/suite tests/support bench fuzz integrations/woocommerce/tests)
    "$tools_bin/phpstan" analyse --configuration=phpstan.neon.dist --no-progress --memory-limit=1G "${folders[@]}"
}

# The WooCommerce plugin follows the coding standards of WordPress, not PSR-12.
check_woocommerce_style() {
    require_php_tools
    # The standards name some sniffs that phpcs will remove one day: -q does not print that.
    php -d memory_limit=512M "$tools_bin/phpcs" -q --standard=integrations/woocommerce/phpcs.xml.dist \
        --runtime-set installed_paths "$build/tools/vendor/wp-coding-standards/wpcs" integrations/woocommerce
}

check_woocommerce_phpstan() {
    require_php_tools
    "$tools_bin/phpstan" analyse --configuration=integrations/woocommerce/phpstan.neon.dist --no-progress \
        --memory-limit=2G
}

check_woocommerce_translations() {
    python3 scripts/woocommerce/translations.py integrations/woocommerce --check
}

# Without the extension, by its stubs alone, and with it. Workers of PHPStan read the ini files, but not the options.
check_laravel_phpstan() {
    local extension analyse=(vendor/bin/phpstan analyse "--configuration=$build/laravel/phpstan.neon" --no-progress --memory-limit=1G)
    require_application 12
    exec 9>&-
    extension=$(bash "$root/scripts/build.sh" --print-path)
    mkdir -p "$build/laravel/ini"
    echo "extension=$extension" >"$build/laravel/ini/aurpay.ini"
    cat >"$build/laravel/phpstan.neon" <<NEON
includes:
    - $app/vendor/larastan/larastan/extension.neon
    - $root/integrations/laravel/phpstan.neon.dist
NEON
    env -C "$app" "${analyse[@]}"
    # After the colon comes a folder beside PHP's own.
    env -C "$app" PHP_INI_SCAN_DIR=":$build/laravel/ini" "${analyse[@]}"
}

# Alpine's C library declares functions in other headers than Debian's.
check_musl() {
    check_clang || return
    need musl-tools command musl-gcc
    c_files | grep '\.c$' | grep -vE '^(tests|bench|fuzz)/' |
        bash scripts/lint/musl.sh "$dir/musl" "$build/clang/obj"
}

# What cannot run here is at least checked: the workflows, and the forms for issues.
check_workflows() {
    require_npm_tools
    node scripts/lint/workflows-selftest.js
    node scripts/lint/workflows.js .github
}

check_python_syntax() {
    find tests scripts -name '*.py' -print0 | xargs -0 -r python3 -c '
import ast, pathlib, sys
for name in sys.argv[1:]:
    ast.parse(pathlib.Path(name).read_bytes(), name)
'
}

run_checks "$dir" "${checks[@]}"
