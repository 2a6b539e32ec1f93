<?php

declare(strict_types=1);

namespace SampleShop;

use Aurpay\ApiException;
use Aurpay\AuthenticationException;
use Aurpay\AzPays;
use Aurpay\EnayaPay;
use Aurpay\OutcomeUnknownException;

/** AzPays and EnayaPay. */
final class OtherProviders
{
    public function password(string $mail): bool
    {
        try {
            AzPays\Client::sign($mail, ['timeout' => 10]);
        } catch (OutcomeUnknownException) {
            return false;
        } catch (ApiException $exception) {
            return $exception->httpStatus === 429;
        }

        return true;
    }

    public function token(string $mail, string $code): string
    {
        $user = AzPays\Client::verify($mail, $code, ['timeout' => 10]);
        $purses = (new AzPays\Client($user['access_token']))->request('GET', '/purses');

        return is_array($purses) && ($user['email'] ?? null) === $mail ? $user['access_token'] : '';
    }

    /** @return list<string> */
    public function purses(string $token): array
    {
        $client = new AzPays\Client($token, ['connect_timeout' => 3]);
        $lines = [];
        foreach ($client->purses() as $purse) {
            if (AzPays\PurseStatus::tryFrom($purse['status']) === AzPays\PurseStatus::Active) {
                $read = $client->purse($purse['uuid']);
                $lines[] = "{$read['name']}: {$read['balance']} {$read['currency']}, frozen {$read['freeze']}";
            }
        }
        foreach ($client->eachTransaction(['page' => 2]) as $transaction) {
            if (($transaction['type'] ?? null) === AzPays\TransactionType::PAYOUT) {
                $lines[] = 'a payout';
            }
        }
        $lines[] = count($client->transactions()['data']) . ' in ' . ($client->lastResponse()['timings']['total'] ?? 0.0) . ' ms';
        $status = AzPays\TransactionStatus::Confirmed->value === ($client->transaction('1')['status'] ?? null);

        return $status ? $lines : [];
    }

    public function card(string $apiKey, string $phone, string $publicKey): string
    {
        $client = new EnayaPay\Client($apiKey, ['timeout' => 20]);
        try {
            $client->register(['user_phone' => $phone, 'user_name' => 'Ali', 'user_password' => 'secret']);
            $token = $client->verify(['user_phone' => $phone, 'user_otp' => '1234'])['token'];
            $client->login(['user_phone' => $phone, 'user_password' => 'secret']);
            $client->resetPassword($token, ['user_phone' => $phone, 'user_password' => 'new']);
            $client->changePassword($token, ['current_password' => 'new', 'new_password' => 'newer']);
            $balance = $client->balance($token, [
                'pan' => '1234567890123456',
                'ipin' => EnayaPay\Ipin::encrypt($publicKey, 'a-uuid', '0000'),
                'uuid' => 'a-uuid',
                'expiration_date' => '2612',
            ]);
        } catch (AuthenticationException) {
            return 'wrong password';
        } catch (ApiException $exception) {
            return (string) $exception->getCode();
        }

        return "{$balance['balance']} ({$balance['response_status']}, {$balance['response_code']})";
    }
}
