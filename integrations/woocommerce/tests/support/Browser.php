<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** Chromium, driven by the scripts in tests/browser. */
final class Browser
{
    /**
     * Plays a scenario in a shop, and returns its result.
     *
     * @param array<string, mixed> $input what the scenario needs besides the shop, the customer and the gateway
     *
     * @return array<array-key, mixed>
     */
    public static function play(string $scenario, Shop $shop, Gateway $gateway, array $input): array
    {
        $input += [
            'shop' => $shop->home,
            'customer' => self::customer(),
            'admin' => ['name' => 'admin', 'password' => Template::PASSWORD],
            'gateway' => $gateway->merchant->controlUri,
            'keys' => [self::keyOf($shop->home), self::keyOf($gateway->merchant->baseUri)],
        ];
        $command = [
            // The script itself calls the gateway.
            'env', "NODE_EXTRA_CA_CERTS={$gateway->merchant->caFile}",
            'node', dirname(__DIR__, 4) . '/tests/support/browser/run.mjs', dirname(__DIR__) . "/browser/$scenario.mjs",
            "{$shop->run->settings->output}/screenshots",
        ];
        $output = Process::start($command, json_encode($input, JSON_THROW_ON_ERROR))->wait(600)->requireSuccess($scenario);
        $lines = explode("\n", trim($output));
        $result = json_decode(end($lines), true, 32, JSON_THROW_ON_ERROR);

        return is_array($result) ? $result : throw new \UnexpectedValueException("$scenario has no result: $output");
    }

    /**
     * What the customer types into the block checkout, by the fields' ids.
     *
     * @return array<string, string>
     */
    private static function customer(): array
    {
        $address = Customer::address();
        $fields = ['email' => $address['email']];
        foreach (['first_name', 'last_name', 'address_1', 'postcode', 'city'] as $name) {
            $fields["billing-$name"] = $address[$name];
        }

        return $fields;
    }

    /** The hash by which Chromium knows the public key of a server's certificate. */
    private static function keyOf(string $address): string
    {
        $context = stream_context_create(['ssl' => ['capture_peer_cert' => true, 'verify_peer' => false, 'verify_peer_name' => false]]);
        $host = parse_url($address, PHP_URL_HOST) . ':' . parse_url($address, PHP_URL_PORT);
        $connection = stream_socket_client("ssl://$host", $number, $reason, 30, STREAM_CLIENT_CONNECT, $context);
        $options = $connection === false ? [] : stream_context_get_options($connection);
        $tls = is_array($options['ssl'] ?? null) ? $options['ssl'] : [];
        $certificate = $tls['peer_certificate'] ?? null;
        $key = $certificate instanceof \OpenSSLCertificate ? openssl_pkey_get_public($certificate) : false;
        $details = $key === false ? false : openssl_pkey_get_details($key);
        $pem = $details === false ? null : $details['key'];
        if (!is_string($pem)) {
            throw new \RuntimeException("$address has no certificate: $reason");
        }
        $der = base64_decode((string) preg_replace('/-----[^-]+-----|\s/', '', $pem), true);

        return base64_encode(hash('sha256', (string) $der, true));
    }
}
