<?php

declare(strict_types=1);

namespace AurpayBench\Contender;

/**
 * A way to call the API from PHP. Each contender is written as its library's documentation advises: it keeps one client
 * and one handle for as long as the process allows.
 *
 * This class has what all contenders except aurpay need in addition: the signature of the request, as the vendor's
 * script makes it, and the check of the answer.
 */
abstract class Contender
{
    /** The body that every contender must send: nginx logs each body, and the bench compares them. */
    public const PAY_URL = [
        'price' => 19.99,
        'currency' => 'USD',
        'id' => '1042',
        'url' => 'https://shop.example/order/1042',
        'succeed_url' => 'https://shop.example/order/1042/thanks',
        'timeout_url' => 'https://shop.example/order/1042/pay',
        'callback_url' => 'https://shop.example/aurpay?order=1042',
        'enable_post_callback' => true,
    ];

    /** How many requests run at the same time. With more than 128, the streams that nginx allows, some would wait. */
    protected const CONCURRENCY = 100;

    /**
     * @param non-empty-string $baseUri
     * @param non-empty-string $caFile
     */
    final public function __construct(
        protected readonly string $baseUri,
        protected readonly string $caFile,
        protected readonly string $token,
        protected readonly string $secret,
    ) {
        $this->setUp();
    }

    /** Creates a contender, for the server that the environment or the web server's parameters name. */
    public static function named(string $name): self
    {
        /** @var array<string, non-empty-string> $server */
        $server = $_SERVER;
        $settings = [
            $server['BENCH_BASE_URI'],
            $server['BENCH_CA_FILE'],
            $server['BENCH_TOKEN'],
            $server['BENCH_SECRET'],
        ];
        $class = self::load($name);

        return new $class(...$settings);
    }

    /**
     * Loads the code of the contender, and the part of its library that its file loads at once.
     *
     * @return class-string<self>
     */
    public static function load(string $name): string
    {
        require_once __DIR__ . "/{$name}.php";
        $class = __NAMESPACE__ . '\\' . $name;

        return is_subclass_of($class, self::class) ? $class : throw new \LogicException("{$name} is not a contender");
    }

    /**
     * POST /api/order/pay-url.
     *
     * @return array<mixed> the envelope's data
     */
    abstract public function createPayUrl(): array;

    /**
     * GET /api/v2/order/detail/{order_id} for each order, with CONCURRENCY requests at once if the library has a limit.
     *
     * @param list<string> $orderIds
     * @return array<array<mixed>> the envelope's data by order
     */
    abstract public function orderDetails(array $orderIds): array;

    abstract protected function setUp(): void;

    final protected static function body(): string
    {
        return json_encode(self::PAY_URL, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
    }

    /** @return array{string, string, string} the date, the digest of the body, and the signature */
    final protected function sign(string $method, string $target, string $body = ''): array
    {
        $date = gmdate('Y-m-d\TH:i:s') . '.000Z';
        $digest = $method === 'GET' ? '' : md5($body);
        $origin = "HMAC-SHA256 | {$date} | {$method} {$target}" . ($digest === '' ? '' : " | {$digest}");

        return [$date, $digest, base64_encode(hash_hmac('sha256', $origin, $this->secret, true))];
    }

    /**
     * The headers as the libraries' documentation has them.
     *
     * @return array<string, string>
     */
    final protected function headers(string $method, string $target, string $body = ''): array
    {
        [$date, $digest, $signature] = $this->sign($method, $target, $body);

        return [
            'Accept' => 'application/json',
            'Content-Type' => 'application/json',
            'API-Token' => $this->token,
            'Algorithm' => 'HMAC-SHA256',
            'Date' => $date,
            'Body-MD5' => $digest,
            'Signature' => $signature,
        ];
    }

    /** @return array<mixed> */
    final protected static function open(int $status, string $body): array
    {
        $envelope = json_decode($body, true, 64, JSON_THROW_ON_ERROR | JSON_BIGINT_AS_STRING);
        if (
            $status !== 200 || !is_array($envelope) || ($envelope['code'] ?? null) !== 0
            || ($envelope['result'] ?? null) !== true || !is_array($envelope['data'] ?? null)
        ) {
            throw new \RuntimeException("The API refused the call: {$status} {$body}");
        }

        return $envelope['data'];
    }

    final protected static function detailTarget(string $orderId): string
    {
        return '/api/v2/order/detail/' . $orderId;
    }
}
