<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\EnayaPay\Cards;
use Aurpay\Sandbox\EnayaPay\Users;
use Aurpay\Sandbox\Store\Accounts;

/**
 * What a client needs to use a world: its addresses and credentials.
 */
final class ConnectionDetails
{
    /**
     * The members of the line that --json prints.
     *
     * @return array<string, int|string|null>
     */
    public static function of(Services $services): array
    {
        $config = $services->config;
        $merchant = $services->merchants->first();

        return [
            'base_uri' => $config->baseUri,
            'control_uri' => $config->baseUri . '/_sandbox',
            'ca_file' => $config->caFile === '' ? null : $config->caFile,
            ...$merchant->credentials(),
            'user_id' => $merchant->userId,
            'developer_token' => $config->developerToken,
            ...self::otherProviders($services),
            'random_seed' => $services->modes->randomSeed(),
            'pid' => $config->pid,
        ];
    }

    /**
     * The addresses and credentials of AzPays and EnayaPay.
     *
     * @return array<string, string>
     */
    public static function otherProviders(Services $services): array
    {
        $told = [];
        foreach (Accounts::PUBLIC as $name) {
            $told[$name] = $services->accounts->get($name);
        }
        $baseUri = $services->config->baseUri;

        return [
            'azpays_base_uri' => $baseUri . Provider::AzPays->value,
            'enayapay_base_uri' => $baseUri . Provider::EnayaPay->value,
            ...$told,
            'enayapay_token' => $services->enayapayTokens->issue(Users::FIRST),
            'enayapay_pan' => Cards::FIRST['pan'],
            'enayapay_ipin' => Cards::FIRST['ipin'],
            'enayapay_expiration_date' => Cards::FIRST['expiration_date'],
        ];
    }
}
