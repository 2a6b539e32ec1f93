<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Testing;

use Aurpay\Client;
use Aurpay\Pages;
use Aurpay\TransportReason;

/** How a stand-in of Aurpay\Client calls: it asks the option `handler`, once. */
final class Wire
{
    /** @var \WeakMap<Client, self>|null */
    private static ?\WeakMap $wires = null;

    /** @var callable(string, string, array<string, string>, string): array<string, mixed> */
    private $handler;

    /** @var array<string, mixed>|null */
    private ?array $lastResponse = null;

    /** @param array<string, mixed> $options of Aurpay\Client */
    public function __construct(array $options)
    {
        $handler = $options['handler'] ?? null;
        $this->handler = is_callable($handler) ? $handler : throw new \LogicException(
            'The extension aurpay is not loaded, and its stand-ins cannot reach a network. Call Aurpay::fake(), or load the extension.',
        );
    }

    /** @param array<string, mixed> $options */
    public static function connect(Client $client, array $options): void
    {
        self::$wires ??= new \WeakMap();
        self::$wires[$client] = new self($options);
    }

    public static function of(Client $client): self
    {
        return self::$wires[$client] ?? throw new \Error('The Aurpay\Client object has not been correctly initialized by its constructor');
    }

    /**
     * Calls an endpoint.
     *
     * @param string               $name   of Endpoints::ALL
     * @param array<string, mixed> $params
     */
    public function call(string $name, #[\SensitiveParameter] array $params = [], string|int|null $id = null): mixed
    {
        [$method, $path] = Endpoints::ALL[$name];
        if ($id !== null && preg_match('/^[A-Za-z0-9_-]{1,64}$/D', (string) $id) !== 1) {
            throw new \ValueError('$orderId must be 1 to 64 of A-Z a-z 0-9 _ -');
        }

        return $this->send($method, str_replace('{id}', (string) $id, $path), $params);
    }

    /** @param array<string, mixed> $params */
    public function send(string $method, #[\SensitiveParameter] string $path, #[\SensitiveParameter] array $params): mixed
    {
        $params = self::onWire($params);
        $isRead = $method === 'GET';
        $target = $isRead && $params !== [] ? $path . (str_contains($path, '?') ? '&' : '?') . http_build_query($params) : $path;
        $answer = ($this->handler)($method, $target, [], $isRead || $params === [] ? '' : FakeGateway::json($params));
        $status = is_int($answer['status'] ?? null) ? $answer['status'] : 200;
        $this->lastResponse = [
            'method' => $method,
            'path' => explode('?', $target)[0],
            'status' => isset($answer['fault']) ? 0 : $status,
            'trace_id' => null,
            'http_version' => '',
            'reused_connection' => false,
            'retries' => 0,
            'timings' => ['name_lookup' => 0.0, 'connect' => 0.0, 'tls' => 0.0, 'first_byte' => 0.0, 'total' => 0.0],
        ];

        return self::data("$method " . explode('?', $target)[0], $isRead, $answer, $status);
    }

    /**
     * All elements of a list.
     *
     * @param array<string, mixed> $filter
     *
     * @return Pages<array<string, mixed>>
     */
    public function pages(string $name, #[\SensitiveParameter] array $filter): Pages
    {
        $elements = function () use ($name, $filter): \Generator {
            $number = is_int($filter['page'] ?? null) ? $filter['page'] : 1;
            do {
                $page = $this->call($name, ['page' => $number] + $filter);
                $data = is_array($page) && is_array($page['data'] ?? null) ? $page['data'] : [];
                foreach ($data as $element) {
                    yield $element;
                }
                $last = is_array($page) && is_int($page['max_page'] ?? null) ? $page['max_page'] : 1;
            } while ($data !== [] && $number++ < $last);
        };
        $pages = (new \ReflectionClass(Pages::class))->newInstanceWithoutConstructor();
        // Its constructor is private, and so is this property.
        (new \ReflectionProperty($pages, 'elements'))->setValue($pages, $elements);

        return $pages;
    }

    /** @return array<string, mixed>|null */
    public function lastResponse(): ?array
    {
        return $this->lastResponse;
    }

    /**
     * What the answer says, by the extension's rules.
     *
     * @param array<string, mixed> $answer
     */
    private static function data(string $request, bool $isRead, array $answer, int $status): mixed
    {
        $fault = $answer['fault'] ?? null;
        if ($fault instanceof TransportReason) {
            $failure = Thrown::transport($request, $fault);

            throw ($answer['sent'] ?? false) === true && !$isRead ? Thrown::unknown($request, $failure) : $failure;
        }
        $decoded = json_decode(is_string($answer['body'] ?? null) ? $answer['body'] : '', true);
        $envelope = is_array($decoded) ? $decoded : [];
        $result = is_bool($envelope['result'] ?? null) ? $envelope['result'] : null;
        if ($result === true && $status >= 200 && $status < 300) {
            return $envelope['data'] ?? null;
        }
        $isRefusal = match (true) {
            $status === 429 => true,
            // Any JSON, but a success that contradicts itself.
            $status >= 400 && $status < 500 => is_array($decoded) && $result !== true,
            // Under these it settles nothing, except for a read.
            $status >= 500 => $isRead && $result === false,
            default => $status >= 200 && $status < 300 && $result === false,
        };
        if (!$isRefusal) {
            throw $isRead ? Thrown::foreignAnswer($request, $status) : Thrown::unknown($request, null, $status);
        }
        $headers = is_array($answer['headers'] ?? null) ? $answer['headers'] : [];
        $retryAfter = $headers['Retry-After'] ?? null;
        throw Thrown::refusal($request, $status, $envelope, is_numeric($retryAfter) ? (int) $retryAfter : null);
    }

    /**
     * Parameters as they are on the wire: amounts as text, enums by their value, dates in UTC.
     *
     * @param array<string, mixed> $params
     *
     * @return array<string, mixed>
     */
    private static function onWire(array $params): array
    {
        return array_map(static fn (mixed $value): mixed => match (true) {
            $value instanceof \BackedEnum => $value->value,
            $value instanceof \DateTimeInterface => gmdate('Y-m-d\TH:i:s', $value->getTimestamp()),
            default => $value,
        }, $params);
    }
}
