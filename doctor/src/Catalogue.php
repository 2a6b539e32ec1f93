<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** All problems that the doctor can report: each has one cause, and what to do about it. */
final class Catalogue
{
    /**
     * By code: how bad it is, its cause, and the commands or settings that end it (Host::command() fills them).
     * ./dev doctor --update writes docs/errors.md from it.
     */
    public const PROBLEMS = [
        'extension-missing' => [Status::Failed, 'this PHP has no aurpay.so in its extension_dir', [
            "pie install 'aurpay/aurpay:*@alpha'", 'pecl install aurpay-alpha', 'without a package: docs/install.md',
        ]],
        'extension-not-enabled' => [Status::Failed, 'aurpay.so is installed, and no ini file of this PHP loads it', [
            '{enable}',
        ]],
        'extension-twice' => [Status::Warning, 'two ini files load the extension, so PHP warns at every start', [
            'take the line extension=aurpay out of {file}',
        ]],
        'classes-disabled' => [Status::Failed, 'disable_classes in php.ini names classes of the extension', [
            'take {classes} out of disable_classes in {ini}', '{reload-fpm}',
        ]],
        'libcurl-resends' => [Status::Warning, 'libcurl before 7.80 cannot be kept from resending a call on its own, so each call that is not a read opens a new connection, and more failures have an unknown outcome', [
            'upgrade to a release of the system that has libcurl 7.80',
        ]],
        'libcurl-built-old' => [Status::Warning, 'the extension was built with an older libcurl than the one that runs, and uses only what that one had', [
            'uninstall the extension, and build it again: docs/install.md#upgrade-and-uninstall',
        ]],
        'libcurl-name-lookup' => [Status::Warning, 'with libcurl before 7.87, a slow name server keeps a call beyond its timeout', [
            "echo 'options timeout:1 attempts:1' >>/etc/resolv.conf",
        ]],
        'libcurl-connect-timeout' => [Status::Warning, 'libcurl 8.8 to 8.10 does not apply connect_timeout to the name lookup', [
            "echo 'options timeout:1 attempts:1' >>/etc/resolv.conf",
        ]],
        'http2-missing' => [Status::Warning, 'libcurl was built without HTTP/2, so many reads at once need several connections', [
            '{install libcurl4}', '{reload-fpm}',
        ]],
        'tls-library-differs' => [Status::Warning, "libcurl uses another TLS library than the extension's OpenSSL, so connections over HTTP/1.1 cannot be checked inside TLS, and are not reused", [
            '{install libcurl4-openssl-dev}', 'uninstall the extension, and build it again: docs/install.md#upgrade-and-uninstall', '{reload-fpm}',
        ]],
        'ca-file-unreadable' => [Status::Failed, 'the file of trusted CAs is missing, or this user may not read it', [
            '{mend-ca-file}',
        ]],
        'ca-file-empty' => [Status::Failed, 'the file of trusted CAs has no certificate in PEM', [
            '{mend-ca-file}',
        ]],
        'ca-file-old' => [Status::Warning, 'nobody has changed the file of trusted CAs for two years, so new CAs are unknown, and CAs that were withdrawn are still trusted', [
            '{install ca-certificates}',
        ]],
        'memory-limit-small' => [Status::Warning, 'memory_limit is smaller than the largest answer that is accepted needs when it is decoded', [
            'memory_limit = 128M', '{reload-fpm}',
        ]],
        'connections-end-soon' => [Status::Warning, "aurpay's settings in php.ini end idle connections sooner than calls would", [
            'aurpay.max_idle_seconds = 60', 'aurpay.max_connection_seconds = 600', '{reload-fpm}',
        ]],
        'option-refused' => [Status::Failed, 'a given option is not valid, so no client can be made', [
            'aurpay-doctor --help',
        ]],
        'name-unknown' => [Status::Failed, "this machine's resolver does not know the gateway's name", [
            'getent ahosts {host}', 'cat /etc/resolv.conf',
        ]],
        'port-unreachable' => [Status::Failed, 'no address of the gateway accepts a connection from this machine', [
            'curl --verbose --output /dev/null {uri}',
        ]],
        'ipv6-broken' => [Status::Warning, 'the gateway is reached over IPv4 and not over IPv6: calls may lose time, or come from another address than usual', [
            "'ip_version' => 4    // in the options of Aurpay\\Client",
        ]],
        'ipv4-broken' => [Status::Warning, 'the gateway is reached over IPv6 and not over IPv4: calls may lose time, or come from another address than usual', [
            "'ip_version' => 6    // in the options of Aurpay\\Client",
        ]],
        'gateway-name' => [Status::Failed, "the extension could not resolve the server's or the proxy's name", [
            'getent ahosts {host}',
        ]],
        'gateway-connection' => [Status::Failed, 'the extension could not connect', [
            'curl --verbose --output /dev/null {uri}',
        ]],
        'gateway-proxy' => [Status::Failed, 'the proxy failed, or refused to connect to the server', [
            "'proxy' => 'http://user:password@host:port'    // in the options of Aurpay\\Client",
        ]],
        'gateway-ca-file' => [Status::Failed, 'libcurl cannot use the file of trusted CAs', [
            '{mend-ca-file}',
        ]],
        'gateway-clock' => [Status::Failed, "the server's certificate is expired or not yet valid by this machine's clock", [
            'date --utc', '{set-clock}',
        ]],
        'gateway-certificate-host' => [Status::Failed, "the server's certificate is for another name than the one in base_uri", [
            "'base_uri' => 'https://dashboard.aurpay.net'    // in the options of Aurpay\\Client",
        ]],
        'gateway-certificate-authority' => [Status::Failed, 'the certificate is not signed by a trusted CA: a CA is missing, or somebody intercepts the connection', [
            'openssl s_client -connect {authority} -servername {host} -showcerts </dev/null', '{install ca-certificates}',
        ]],
        'gateway-certificate' => [Status::Failed, 'the certificate was refused for another reason, which the message gives', [
            'openssl s_client -connect {authority} -servername {host} -showcerts </dev/null',
        ]],
        'gateway-public-key' => [Status::Failed, "the server's key is not the one in pinned_public_key: the server has a new key, or somebody intercepts the connection", [
            'openssl s_client -connect {authority} -servername {host} </dev/null | openssl x509 -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64',
            'ask the support of Aurpay whether this is the new key, and only then set it',
        ]],
        'gateway-tls' => [Status::Failed, 'the TLS handshake failed: the server has no TLS 1.2, or the port does not speak TLS', [
            'openssl s_client -connect {authority} -servername {host} </dev/null',
        ]],
        'gateway-lost' => [Status::Failed, 'the connection was lost, or the call ran out of time, before the answer was complete', [
            'aurpay-doctor --timeout 60 gateway',
        ]],
        'gateway-answer' => [Status::Failed, "what answers is not the API: base_uri is wrong, or a proxy's page answers", [
            'curl --verbose {uri}',
        ]],
        'gateway-refuses' => [Status::Failed, 'the API refuses calls whatever their key is: it is down, or does not serve this account or the address of this machine', [
            'sleep {seconds} && aurpay-doctor {check}', 'tell the support of Aurpay the message, and the public address of this machine',
        ]],
        'clock-drifts' => [Status::Warning, "this machine's clock is more than 10 seconds from the server's", [
            '{set-clock}',
        ]],
        'clock-wrong' => [Status::Failed, "this machine's clock is so far from the server's that signatures and callbacks are refused", [
            '{set-clock}',
        ]],
        'credential-incomplete' => [Status::Failed, 'one of the two values of a pair is set, and the other is not', [
            '{missing}=…    # in the file that --env names, or in the environment',
        ]],
        'credential-malformed' => [Status::Failed, 'a key, token or secret is blank, or has white space or other characters that were not in the dashboard', [
            'copy {variable} from the dashboard again, without white space',
        ]],
        'credential-refused' => [Status::Failed, 'the gateway does not accept the key, token or signature', [
            'copy {variable} from the dashboard again',
        ]],
        'too-many-calls' => [Status::Warning, 'the gateway refused the call because there were too many', [
            'sleep {seconds} && aurpay-doctor {check}',
        ]],
        'callback-url-refused' => [Status::Failed, 'the callback URL is not https, has no host, or has a user, a fragment or white space: createPayUrl() refuses it', [
            'aurpay-doctor --callback-url https://shop.example/aurpay/callback callback-url',
        ]],
        'callback-url-unknown' => [Status::Failed, "the name in the callback URL does not exist in this machine's DNS", [
            'getent ahosts {host}',
        ]],
        'callback-url-private' => [Status::Failed, 'the callback URL leads to an address that cannot be reached from the internet', [
            "'callback_url' => the public address of the shop    // in createPayUrl()",
        ]],
        'callback-url-inside' => [Status::Warning, 'the name in the callback URL has an address for this machine (in /etc/hosts, or in DNS of its network) that cannot be reached from the internet; others may see another one', [
            'dig +short {host} @1.1.1.1',
        ]],
        'callback-url-unreachable' => [Status::Failed, 'nothing answers at the callback URL, or its certificate is not valid', [
            'curl --verbose --output /dev/null {url}',
        ]],
        'callback-url-redirects' => [Status::Failed, 'the callback URL redirects, and the gateway does not follow', [
            "'callback_url' => the address it redirects to    // in createPayUrl()",
        ]],
        'callback-url-open' => [Status::Failed, 'the shop answers 200 to a callback without a valid signature: it does not verify callbacks, or something else answers', [
            'curl --request POST --include {url}',
        ]],
        'callback-url-missing' => [Status::Failed, 'there is no handler at the callback URL, or not for POST', [
            'curl --request POST --include {url}',
        ]],
        'callback-url-csrf' => [Status::Failed, 'CSRF protection refuses the callback', [
            'except the path of callbacks from CSRF protection',
        ]],
        'callback-url-login' => [Status::Failed, 'the callback URL asks for a login', [
            'let POST and GET to the path of callbacks through without a login',
        ]],
        'callback-url-blocked' => [Status::Failed, 'a firewall, a CDN or the web server refuses the callback before the shop sees it', [
            'let POST and GET to the path of callbacks through, from every address', 'curl --request POST --include {url}',
        ]],
        'callback-url-fails' => [Status::Failed, 'the shop or its web server fails when a callback comes', [
            'curl --request POST --include {url}',
        ]],
        'callback-header' => [Status::Failed, 'a header of the callback is missing or came twice: a proxy or the web server changes headers', [
            'fastcgi_pass_request_headers on;    # nginx', 'let Callback-Token, Date and Signature through a proxy or a CDN, unchanged and once',
        ]],
        'callback-token' => [Status::Failed, "the callback's token is not that of the settings", [
            'copy AURPAY_CALLBACK_TOKEN from the dashboard again',
        ]],
        'callback-signature' => [Status::Failed, 'the signature fits neither the URL nor any likely form of it', [
            'copy AURPAY_CALLBACK_SECRET from the dashboard again', 'aurpay-doctor --callback-url URL callback FILE    # the callback_url of createPayUrl()',
        ]],
        'callback-other-url' => [Status::Failed, 'the signature is right for another form of the URL: the shop verifies another URL than it gave as callback_url', [
            "\$callback->verify('{signed-url}', \$headers, \$body)",
        ]],
        'callback-date' => [Status::Failed, "the callback's date is not ISO-8601 with a zone", [
            'aurpay-doctor callback FILE',
        ]],
        'callback-body' => [Status::Failed, 'the body is not a JSON object', [
            "'enable_post_callback' => true    // in createPayUrl()", "file_get_contents('php://input')    // the bytes that came, not what a framework made of them",
        ]],
        'web-unreachable' => [Status::Failed, 'the web server or php-fpm does not answer with the page of the doctor', [
            'aurpay-doctor probe /var/www/html',
        ]],
        'web-extension-missing' => [Status::Failed, 'the PHP of the web server has not loaded the extension', [
            '{enable}', '{reload-fpm}',
        ]],
        'web-differs' => [Status::Warning, "the web server's PHP has loaded other versions, or trusts other CAs, than the command line's", [
            '{reload-fpm}', 'php-config --version',
        ]],
        'web-not-reused' => [Status::Warning, 'a worker made two calls and did not reuse its connection', [
            'pm = dynamic', 'pm.max_requests = 1000', '{reload-fpm}',
        ]],
    ];
}
