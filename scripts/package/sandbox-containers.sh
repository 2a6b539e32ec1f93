# For sandbox-image.sh: the containers of sandbox/compose. It runs on the first of two machines.
# shellcheck shell=bash
# shellcheck disable=SC2154,SC2153 # sandbox-image.sh sets $work and $image, two-machines.sh $OTHER_MACHINE
# shellcheck disable=SC2016 # variables of PHP

user=$(cat "$work/user")
read -ra other_machine <<<"$OTHER_MACHINE"
# The command of the service in compose.yaml stands in for CMD, the last word.
mapfile -t entrypoint < <(head -n -1 "$work/command")
mapfile -t sandbox_command <"$work/sandbox"
mapfile -t healthcheck <"$work/healthcheck"
mapfile -t shop_command <"$work/shop"
mapfile -t shop_environment <"$work/environment"

printf '127.0.0.1 localhost\n10.77.0.1 sandbox\n10.77.0.2 shop\n' >"$image/etc/hosts"
mkdir -p "$image/shop"
mv "$image/shop.php" "$image/shop/"
mount -t proc proc "$image/proc"

fail() {
    echo "$*"
    cat "$work"/*.log
    exit 1
}

# Becomes a command in a container, as the image's user: enter_container [NAME=VALUE...] COMMAND...
enter_container() {
    exec chroot --userspec="$user:$user" "$image" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/data "$@"
}

in_container() {
    (enter_container "$@")
}

# Repeats a command until it succeeds, for a minute: until_succeeds WHAT COMMAND...
until_succeeds() {
    local what=$1 deadline=$((SECONDS + 60))
    shift
    until "$@" >"$work/last.log" 2>&1; do
        [[ $SECONDS -lt $deadline ]] || fail "not within a minute: $what"
        sleep 0.1
    done
}

start_sandbox() {
    enter_container "${entrypoint[@]}" "${sandbox_command[@]}" >"$work/sandbox.log" 2>&1 &
    sandbox=$!
    until_succeeds 'the health check' in_container "${healthcheck[@]}"
}

stop_sandbox() {
    local status=0
    kill -TERM "$sandbox"
    wait "$sandbox" || status=$?
    [[ $status -eq 0 ]] || fail "the sandbox ended with status $status"
    ! in_container "${healthcheck[@]}" 2>/dev/null || fail 'the health check succeeds without a sandbox'
}

# Calls an address from the first machine: call METHOD URL [BODY].
call() {
    in_container php -r 'echo file_get_contents($argv[2], false, stream_context_create([
        "ssl" => ["cafile" => "/share/ca.pem"],
        "http" => ["method" => $argv[1], "content" => $argv[3] ?? "", "header" => "Content-Type: application/json"],
    ]));' -- "$@"
}

member() {
    in_container php -r 'echo json_decode($argv[1], true)[$argv[2]];' -- "$@"
}

! in_container "${healthcheck[@]}" 2>/dev/null || fail 'the health check succeeds before the start'
start_sandbox
[[ $(ps -o user= -p "$(pgrep -o -f bin/sandbox)") != root ]] || fail 'the sandbox runs as root'
[[ $(stat -c %a "$image/data/ca.key") == 600 ]] || fail 'others can read the key of the CA'

"${other_machine[@]}" chroot --userspec="$user:$user" "$image" /usr/bin/env -i PATH=/usr/bin:/bin \
    "${shop_environment[@]}" "${shop_command[@]}" >"$work/shop.log" 2>&1 &
until_succeeds 'the shop' bash -c 'exec 3<>/dev/tcp/10.77.0.2/8000'
bought=$(call POST http://shop:8000/buy) || fail 'the shop could not make a payment'
echo "> shop: $bought"
order=$(member "$bought" order)
[[ $(member "$bought" pay_url) == https://sandbox:8480/* ]] || fail 'the pay_url has another host'
call POST https://sandbox:8480/_sandbox/pay "{\"order_id\": \"$(member "$bought" order_id)\"}" >"$work/pay.log" ||
    fail 'the customer could not pay'
paid() {
    [[ $(call GET "http://shop:8000/order?order=$order") == *'"paid"'* ]]
}
until_succeeds 'the callback' paid
echo "> shop: order $order is paid"
forged=$(call GET "http://shop:8000/paid?order=$order" 2>&1 || true)
[[ $forged == *'404 Not Found'* ]] || fail "the shop took an unsigned callback: $forged"

ca=$(sha256sum <"$image/share/ca.pem")
stop_sandbox
start_sandbox
[[ $(sha256sum <"$image/share/ca.pem") == "$ca" ]] || fail 'a restart has changed the CA'
stop_sandbox
