--TEST--
A logger gets no secret: no key, password, parameter, query, pay URL or body, whatever the outcome
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/leak.inc';

final class Logger
{
    /** @var list<array<mixed>> */
    public array $lines = [];

    public function log(mixed ...$line): void
    {
        $this->lines[] = $line;
    }
}

$logger = new Logger();
$all = implode(' ', SECRETS);
foreach ([success(json_encode(['pay_url' => $all])), refusal(5, $all), refusal(401, $all), ['status' => 429, 'body' => $all], ['status' => 502, 'body' => $all], ['status' => 200, 'body' => json_encode([$all])]] as $answer) {
    foreach ([SECRETS['api key'], Credentials::signature(SECRETS['api token'], SECRETS['api secret']), Credentials::accessToken(SECRETS['access token'])] as $credentials) {
        $client = (new Recorder($answer))->client($credentials, ['logger' => $logger, 'retries' => 0]);
        foreach ([
            static fn () => $client->orders()->list(['status' => SECRETS['password']]),
            static fn () => $client->orders()->createPayUrl(['price' => 1, 'currency' => 'USD', 'callback_url' => 'https://shop.example/?token=' . SECRETS['pay token']]),
            static fn () => $client->request('GET', '/x?token=' . SECRETS['pay token'], ['otp' => SECRETS['password']]),
            static fn () => $client->request('POST', '/x', ['otp' => SECRETS['password']]),
        ] as $call) {
            try {
                $call();
            } catch (\Aurpay\AurpayException) {
            }
        }
    }
    try {
        Client::login('user', SECRETS['password'], ['handler' => new Recorder($answer), 'logger' => $logger]);
    } catch (\Aurpay\AurpayException) {
    }
}
echo count($logger->lines), " lines\n";
leaks('all of them', $logger->lines);
?>
--EXPECT--
78 lines
all of them: fine
