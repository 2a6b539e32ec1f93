<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

use AurpayTest\Faults\Report;

/** ext-curl as people write it by hand: a new handle for each call, and every error checked. */
final class CurlSender implements Sender
{
    private const CANNOT_CONNECT = [CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR];

    /**
     * @param object|null $share a CurlShareHandle or CurlSharePersistentHandle, which keeps the connections
     * @param bool $preventsResend with an option that PHP has since 8.4
     */
    public function __construct(
        private readonly string $baseUri,
        private readonly string $caFile,
        private readonly ?object $share = null,
        private readonly bool $preventsResend = false,
    ) {}

    /** Since PHP 8.5: its connections belong to the process, and outlive the web request. */
    public static function persistentShare(): object
    {
        $locks = [CURL_LOCK_DATA_CONNECT, CURL_LOCK_DATA_DNS, CURL_LOCK_DATA_SSL_SESSION];
        return curl_share_init_persistent($locks);
    }

    public function send(string $id): Told
    {
        $handle = curl_init($this->baseUri . self::PATH . $id) ?: throw new \RuntimeException('curl_init');
        $options = [
            CURLOPT_POSTFIELDS => json_encode(self::BODY, JSON_THROW_ON_ERROR),
            CURLOPT_HTTPHEADER => ['API-Key: key', 'Content-Type: application/json'],
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => self::SECONDS,
        ];
        curl_setopt_array($handle, $options + ($this->caFile === '' ? [] : [CURLOPT_CAINFO => $this->caFile]));
        if ($this->share !== null) {
            // @phpstan-ignore argument.type (it may be of a class of PHP 8.5)
            curl_setopt($handle, CURLOPT_SHARE, $this->share);
        }
        if ($this->preventsResend) {
            curl_setopt($handle, CURLOPT_PREREQFUNCTION, self::once());
        }
        $body = curl_exec($handle);
        if (is_bool($body)) {
            $isConnecting = in_array(curl_errno($handle), self::CANNOT_CONNECT, true);

            return new Told($isConnecting ? Report::NotExecuted : Report::Failed);
        }

        return Told::byAnswer((int) curl_getinfo($handle, CURLINFO_RESPONSE_CODE), $body);
    }

    /** libcurl calls it before it sends the request, and again before it sends it once more. */
    private static function once(): \Closure
    {
        $times = 0;

        return static function () use (&$times): int {
            return $times++ === 0 ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
        };
    }
}
