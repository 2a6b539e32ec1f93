<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;

/**
 * What the suite passes to the methods: secrets wherever one can be, and valid values elsewhere. Notes which secrets
 * were passed. A parameter that it does not know ends the run.
 */
final class Values
{
    /** Which secret an argument is, by the names of the method and the parameter, or by the parameter's alone. */
    private const SECRETS = [
        'Aurpay\Credentials::signature $token' => 'api token',
        'Aurpay\Credentials::signature $secret' => 'api secret',
        'Aurpay\Credentials::accessToken $token' => 'access token',
        'Aurpay\AzPays\Client::__construct $token' => 'access token',
        'Aurpay\Callback::__construct $token' => 'callback token',
        'Aurpay\Callback::__construct $secret' => 'callback secret',
        'Aurpay\EnayaPay\Client::resetPassword $token' => 'user token',
        'Aurpay\EnayaPay\Client::changePassword $token' => 'user token',
        'Aurpay\EnayaPay\Client::balance $token' => 'user token',
        '$key' => 'api key',
        '$apiKey' => 'api key',
        '$password' => 'positional password',
        '$code' => 'positional code',
        '$ipin' => 'positional ipin',
        '$body' => 'body',
    ];

    /** Values of parameters that carry no secret. */
    private const HARMLESS = [
        'method' => 'POST',
        'orderId' => '4711',
        'orderIds' => ['4711'],
        'id' => '4711',
        'uuid' => '9d3c',
        'uuids' => ['9d3c'],
        'price' => '10',
        'currency' => 'USD',
        'date' => null,
        'server' => false,
        'tolerance' => 300,
        'username' => 'user',
        'algorithm' => 'HMAC-SHA256',
        'publicKey' => self::PUBLIC_KEY,
    ];

    private const DOCUMENTED = [
        'STRING' => 'text',
        'TEXT' => '0249',
        'MONEY' => '1.5',
        'BOOLEAN' => true,
        'INTEGER' => 1,
        'URL' => 'https://shop.example/',
        'CALLBACK_URL' => 'https://shop.example/paid',
        'DATE' => '2024-06-17T00:00:00',
    ];

    /** Of a key that was made for this test and then thrown away. */
    public const PUBLIC_KEY = <<<'PEM'
        -----BEGIN PUBLIC KEY-----
        MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDWQbcaiq0I2a8Zz/WyP0ND/mAY
        FD8LPYVG3NmZhgTx13KlHAjzhFbEl9JTpBUjV8GJq6qpZJwHTZ+XpzuYc6/x7Xtg
        JilHUGWbHW4/1QpgTh22cWzpvHtGbE437+RV2WhpQKWx/h9DHy/+eNUm2PACBNvl
        6bf9du0GqUnqaj+wAQIDAQAB
        -----END PUBLIC KEY-----
        PEM;

    /** @var array<string, string> the names of the secrets that were passed */
    public array $passed = [];

    /** @param array<string, mixed> $options of clients */
    public function __construct(private readonly array $options, public string $credentials = 'api key') {}

    /** @return list<mixed> */
    public function arguments(\ReflectionMethod $method): array
    {
        return array_map(
            fn (\ReflectionParameter $parameter): mixed => $this->argument($method, $parameter),
            $method->getParameters(),
        );
    }

    /** A secret by its name, which is noted. */
    public function secret(string $name): string
    {
        $this->passed[$name] = $name;

        return Markers::of($name);
    }

    /** An object whose methods are called. */
    public function object(string $class): object
    {
        return match ($class) {
            'Aurpay\Client' => new Client($this->credentials(), $this->options()),
            'Aurpay\AzPays\Client' => new \Aurpay\AzPays\Client($this->secret('access token'), $this->options()),
            'Aurpay\EnayaPay\Client' => new \Aurpay\EnayaPay\Client($this->secret('api key'), $this->options()),
            'Aurpay\Callback' => new Callback($this->secret('callback token'), $this->secret('callback secret')),
            'Aurpay\Order', 'Aurpay\Transaction', 'Aurpay\Wallet', 'Aurpay\Lightning'
                => new $class($this->object('Aurpay\Client')),
            'Aurpay\Pages' => (new \Aurpay\Order($this->client()))->each(),
            default => throw new \LogicException("tests/secrets/suite/Values.php makes no object of {$class}"),
        };
    }

    public function credentials(): Credentials
    {
        return match ($this->credentials) {
            'api key' => Credentials::apiKey($this->secret('api key')),
            'api secret' => Credentials::signature($this->secret('api token'), $this->secret('api secret')),
            'access token' => Credentials::accessToken($this->secret('access token')),
            default => throw new \LogicException("{$this->credentials} are no credentials"),
        };
    }

    /** @return array<string, mixed> */
    public function options(): array
    {
        if (!isset($this->options['handler'])) {
            return $this->options;
        }

        return $this->options + [
            'proxy' => 'http://user:' . rawurlencode($this->secret('proxy password')) . '@127.0.0.1:1',
        ];
    }

    /**
     * Documented parameters of a method, or what is given to request().
     *
     * @return array<string, mixed>
     */
    public function parameters(string $class, string $method): array
    {
        $endpoint = Tables::endpointOf($class, $method);
        if ($endpoint === null) {
            return $method === 'request'
                ? $this->undocumented($class)
                : throw new \LogicException("it is not known which endpoint {$class}::{$method}() calls");
        }
        $values = [];
        foreach ($endpoint['parameters'] as $name => ['type' => $type]) {
            $values[$name] = $type === 'SECRET'
                ? $this->secret("parameter {$name}")
                : self::DOCUMENTED[$type] ?? throw new \LogicException("there is no value for the type {$type}");
        }

        return $values;
    }

    /**
     * Secrets under the names that the documents have for them, also deep inside.
     *
     * @return array<string, mixed>
     */
    private function undocumented(string $class): array
    {
        $provider = self::providerOf($class);
        $fields = Tables::secretFields($provider);
        $values = ['amount' => '1.5', 'deep' => [['user' => [end($fields) => $this->secret('pay token')]]]];
        foreach (Tables::secretParameters($provider) as $name) {
            $values[$name] = $this->secret("parameter {$name}");
        }

        return $values;
    }

    public static function providerOf(string $class): string
    {
        return match (true) {
            str_contains($class, 'AzPays') => 'azpays',
            str_contains($class, 'EnayaPay') => 'enayapay',
            default => 'aurpay',
        };
    }

    private function client(): Client
    {
        return new Client($this->credentials(), $this->options());
    }

    private function argument(\ReflectionMethod $method, \ReflectionParameter $parameter): mixed
    {
        $name = $parameter->getName();
        $called = "{$method->class}::{$method->name}";
        $secret = self::SECRETS["{$called} \${$name}"] ?? self::SECRETS["\${$name}"] ?? null;
        if ($secret !== null) {
            return $this->secret($secret);
        }
        if (array_key_exists($name, self::HARMLESS)) {
            return self::HARMLESS[$name];
        }

        return match ($name) {
            'credentials' => $this->credentials(),
            'client' => $this->client(),
            'options' => $this->options(),
            'params', 'filter' => $this->parameters($method->class, $method->name),
            'path', 'target' => '/x?token=' . $this->secret('query'),
            'url' => 'https://shop.example/paid?token=' . $this->secret('query'),
            'headers' => (new Callback($this->secret('callback token'), $this->secret('callback secret')))
                ->sign('https://shop.example/paid?token=' . $this->secret('query')),
            default => throw new \LogicException(
                "tests/secrets/suite/Values.php has no value for {$called}(\${$name})",
            ),
        };
    }
}
