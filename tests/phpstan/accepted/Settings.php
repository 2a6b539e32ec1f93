<?php

declare(strict_types=1);

namespace SampleShop;

use Aurpay\Algorithm;
use Aurpay\AuthenticationException;
use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\TransportException;
use Aurpay\TransportReason;

/** Makes a client from a shop's settings. */
final class Settings
{
    /** @param array{token: string, secret: string, timeout?: int, ca_file?: string} $settings */
    public static function client(array $settings, object $logger): Client
    {
        $options = [
            'base_uri' => 'https://dashboard.aurpay.net',
            'timeout' => $settings['timeout'] ?? 30,
            'connect_timeout' => 2.5,
            'retries' => 1,
            'user_agent' => 'sample-shop/1.0',
            'max_response_bytes' => 1 << 20,
            'concurrency' => 20,
            'logger' => $logger,
        ];
        if (isset($settings['ca_file'])) {
            $options['ca_file'] = $settings['ca_file'];
        }

        return new Client(Credentials::signature($settings['token'], $settings['secret'], Algorithm::HmacSha3), $options);
    }

    public static function pinned(string $key, string $proxy): Client
    {
        return new Client(Credentials::apiKey($key), ['pinned_public_key' => 'sha256//' . $key, 'proxy' => $proxy]);
    }

    public static function keyOf(string $username, string $password): ?string
    {
        try {
            $login = Client::login($username, $password, ['timeout' => 5]);
            $client = new Client(Credentials::accessToken($login['access_token']));

            return $login['expire'] > 0 ? $client->fetchApiKey()['api_key'] : null;
        } catch (AuthenticationException | TransportException) {
            return null;
        }
    }

    /** The message for an administrator who tries the settings; null when the next try may succeed. */
    public static function mistake(TransportException $exception): ?string
    {
        return match ($exception->reason) {
            TransportReason::Name, TransportReason::Connection => 'base_uri',
            TransportReason::CaFile, TransportReason::CertificateAuthority => 'ca_file',
            TransportReason::PublicKey => 'pinned_public_key',
            TransportReason::Proxy => 'proxy',
            default => null,
        };
    }

    /** @return list<string> */
    public static function debug(Client $client): array
    {
        $signed = $client->sign('POST', '/api/order/pay-url', '{}', '2024-06-13T09:36:14.690Z');
        $plugin = $client->request('GET', '/api/plugin/key', ['verbose' => true]);

        return [$signed['origin'], $signed['body_md5'], ...array_keys($signed['headers']), get_debug_type($plugin)];
    }
}
