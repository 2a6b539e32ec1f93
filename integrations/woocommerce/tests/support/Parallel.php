<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** Sends requests at the same time, each on a connection of its own. */
final class Parallel
{
    /**
     * @param list<array{method: string, url: string, headers: array<string, string>, body: string|null}> $requests
     * @param string $cookies of a visitor, in the form of the header
     *
     * @return list<Response> in the order of the requests; the status is 0 where no answer came
     */
    public static function send(array $requests, string $caFile, string $cookies = ''): array
    {
        $multi = curl_multi_init();
        $handles = [];
        $received = [];
        foreach ($requests as $number => $request) {
            $received[$number] = [];
            $handle = curl_init();
            curl_setopt_array($handle, HttpClient::options(
                $request['method'],
                $request['url'],
                $request['headers'],
                $request['body'],
                $caFile,
            ));
            curl_setopt($handle, CURLOPT_HEADERFUNCTION, HttpClient::collector($received[$number]));
            curl_setopt($handle, CURLOPT_FRESH_CONNECT, true);
            $cookies === '' || curl_setopt($handle, CURLOPT_COOKIE, $cookies);
            curl_multi_add_handle($multi, $handle);
            $handles[$number] = $handle;
        }
        do {
            curl_multi_exec($multi, $running);
            $running > 0 && curl_multi_select($multi);
        } while ($running > 0);
        $responses = [];
        foreach ($handles as $number => $handle) {
            $responses[] = new Response(
                (int) curl_getinfo($handle, CURLINFO_RESPONSE_CODE),
                $received[$number],
                (string) curl_multi_getcontent($handle),
                $requests[$number]['url'],
            );
        }

        return $responses;
    }
}
