<?php

declare(strict_types=1);

namespace AurpayBench\Contender;

require_once __DIR__ . '/ExtCurl.php';

/** ext-curl with connections that outlive the web request. It needs PHP 8.5. */
final class PersistentExtCurl extends ExtCurl
{
    protected function handle(): \CurlHandle
    {
        $handle = parent::handle();
        curl_setopt($handle, CURLOPT_SHARE, curl_share_init_persistent([
            CURL_LOCK_DATA_DNS, CURL_LOCK_DATA_CONNECT, CURL_LOCK_DATA_SSL_SESSION,
        ]));

        return $handle;
    }
}
