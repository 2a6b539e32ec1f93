#!/usr/bin/env bash
# For deb.sh: tries the packages beside it. This changes the machine it runs on.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
log=$(mktemp)
deb=$(echo php*-aurpay_*.deb)
name=${deb%%_*}
php=${name%-aurpay}

fail() {
    cat "$log"
    echo "$*"
    exit 1
}

apt() {
    apt-get --quiet --yes --no-install-recommends "$@" >"$log" 2>&1 </dev/null || fail "failed: apt-get $*"
}

# Checks what a page of php-fpm says of the extension.
fpm_says() {
    local answer
    answer=$(SCRIPT_FILENAME=/tmp/page.php SCRIPT_NAME=/ REQUEST_METHOD=GET cgi-fcgi -bind -connect /run/test.sock)
    [[ $answer == *"$1" ]] || fail "php-fpm says: $answer"
}

start_fpm() {
    "php-fpm${php#php}" --fpm-config /tmp/fpm.conf
}

stop_fpm() {
    local pid
    pid=$(cat /run/test.pid)
    kill -QUIT "$pid"
    while [[ -e /proc/$pid ]]; do
        sleep 0.1
    done
}

apt update
apt install ./older.deb
grep -E '^(Setting up|Get:)' "$log" | sed -n 's/^Setting up /> /p' | grep aurpay
apt install "$php-cli" "$php-fpm" libfcgi-bin
sh ./call >"$log" 2>&1 || fail 'the extension does not work on the command line'
"aurpay-doctor${php#php}" --problems extension libcurl settings >"$log" 2>&1 || fail 'aurpay-doctor finds a problem'
for sapi in cli fpm; do
    [[ -L /etc/php/${php#php}/$sapi/conf.d/80-aurpay.ini ]] || fail "there is no 80-aurpay.ini for $sapi"
done

cat >/tmp/fpm.conf <<'CONF'
[global]
pid = /run/test.pid
error_log = /tmp/fpm.log
[test]
listen = /run/test.sock
listen.mode = 0666
user = www-data
group = www-data
pm = static
pm.max_children = 1
CONF
# A page that calls through a handler, so that the code of the extension runs.
cat >/tmp/page.php <<'PHP'
<?php
$client = new Aurpay\Client('key', ['handler' => fn () => ['status' => 200, 'headers' => [],
    'body' => '{"code":0,"result":true,"data":["USD"]}']]);
echo phpversion('aurpay'), ' ', implode($client->orders()->fiatCurrencies());
PHP
chmod 644 /tmp/page.php
start_fpm
version=$(php -r 'echo phpversion("aurpay");')
fpm_says "$version USD"

apt install "./$deb"
grep -q "^Setting up $name " "$log" || fail 'apt did not upgrade the package'
fpm_says "$version USD"
stop_fpm
start_fpm
fpm_says "$version USD"
echo "> upgraded while php-fpm was running, which says: $version USD"

apt purge "$name"
[[ "$(php -r 'echo "no warning";' 2>&1)" == 'no warning' ]] || fail 'php warns after the purge'
! php --ri aurpay >"$log" 2>&1 || fail 'the extension is still there after the purge'
stop_fpm
! find / -xdev -name '*aurpay*' ! -path '/root/*' | grep . || fail 'left behind'
echo '> purged, and nothing was left'
