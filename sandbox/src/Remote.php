<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

/**
 * A world of a running sandbox, as a test uses it: addresses, credentials and
 * control endpoints.
 */
abstract class Remote
{
    public readonly string $baseUri;
    public readonly string $controlUri;
    /** The CA to verify https with; null without --tls. */
    public readonly ?string $caFile;

    /**
     * @param array<array-key, mixed> $details the line of --json, or the answer of POST /_sandbox/merchants
     */
    protected function __construct(private readonly array $details)
    {
        $this->baseUri = $this->get('base_uri');
        $this->controlUri = $this->get('control_uri');
        $caFile = $details['ca_file'] ?? null;
        $this->caFile = is_string($caFile) ? $caFile : null;
    }

    /** A credential or another member: api_key, api_token, api_secret, callback_token, random_seed … Numbers are text. */
    public function get(string $name): string
    {
        $texts = array_map(strval(...), array_filter($this->details, is_scalar(...)));

        return $texts[$name] ?? throw new \OutOfBoundsException(
            "The sandbox has no $name. It has: " . implode(', ', array_keys($texts)),
        );
    }

    /**
     * A control endpoint: control('POST', '/pay', ['order_id' => $id, 'action' => 'underpay']).
     *
     * @param array<string, mixed>|null $body
     *
     * @return array<string, mixed>
     *
     * @throws \RuntimeException with the sandbox's words, if it refuses
     */
    public function control(string $method, string $path, ?array $body = null): array
    {
        [$status, $answer] = $this->send($method, $path, $body);
        if ($status >= 400) {
            $error = $answer['error'] ?? "HTTP status $status";

            throw new \RuntimeException("$method $path: " . (is_string($error) ? $error : ''));
        }

        return $answer;
    }

    /** Empties this world, except its credentials. */
    public function reset(): void
    {
        $this->control('POST', '/reset');
    }

    /**
     * Waits until an order has a status, and returns it with its callbacks.
     *
     * @return array<string, mixed>
     */
    public function awaitStatus(string $orderId, string $status, int $seconds = 30): array
    {
        $seen = static fn (array $order): string => 'The order is ' . self::text($order, 'status');

        return $this->await("/orders/$orderId?status=$status", $seconds, $seen);
    }

    /**
     * Waits until a callback for an order is in a state, and returns it with the shop's answers.
     *
     * @return array<array-key, mixed>
     */
    public function awaitCallback(string $orderId, string $state = 'delivered', int $seconds = 30): array
    {
        $seen = fn (): string => $this->callbackStates($orderId);

        return self::callbacks($this->await("/callbacks?order_id=$orderId&state=$state", $seconds, $seen))[0] ?? [];
    }

    /** The callbacks for an order, and what the shop has answered last, in words. */
    private function callbackStates(string $orderId): string
    {
        $states = [];
        foreach (self::callbacks($this->control('GET', "/callbacks?order_id=$orderId")) as $callback) {
            $attempts = is_array($callback['attempts'] ?? null) ? $callback['attempts'] : [];
            $last = end($attempts);
            $answer = is_array($last) ? self::text($last, 'status') . self::text($last, 'error') : 'not sent yet';
            $states[] = 'Callback ' . self::text($callback, 'id') . ' is ' . self::text($callback, 'state') . " ($answer)";
        }

        return $states === [] ? 'The order has no callback' : implode(', ', $states);
    }

    /**
     * @param array<string, mixed> $answer
     *
     * @return list<array<array-key, mixed>>
     */
    private static function callbacks(array $answer): array
    {
        return is_array($answer['callbacks'] ?? null) ? array_values(array_filter($answer['callbacks'], is_array(...))) : [];
    }

    /** @param array<array-key, mixed> $members */
    private static function text(array $members, string $name): string
    {
        return is_scalar($members[$name] ?? null) ? (string) $members[$name] : '';
    }

    /**
     * @param \Closure(array<string, mixed>): string $seen says what there is instead, when the time is over
     *
     * @return array<string, mixed>
     */
    private function await(string $path, int $seconds, \Closure $seen): array
    {
        $deadline = microtime(true) + $seconds;
        do {
            $wait = max(1, min(30, (int) ceil($deadline - microtime(true))));
            [$status, $answer] = $this->send('GET', "$path&wait=$wait", null);
            if ($status === 200 && !isset($answer['waited_out'])) {
                return $answer;
            }
            if ($status !== 200 && $status !== 503) {
                $error = $answer['error'] ?? '';

                throw new \RuntimeException("GET $path: " . (is_string($error) ? $error : ''));
            }
            // Too many requests wait: "Retry-After: 1".
            $status === 503 && sleep(1);
        } while (microtime(true) < $deadline);

        throw new \RuntimeException("Not within $seconds seconds: $path. " . $seen($answer));
    }

    /**
     * @param array<string, mixed>|null $body
     *
     * @return array{int, array<string, mixed>}
     */
    private function send(string $method, string $path, ?array $body): array
    {
        $handle = curl_init();
        curl_setopt_array($handle, [
            CURLOPT_URL => $this->controlUri . '/' . ltrim($path, '/'),
            CURLOPT_CUSTOMREQUEST => $method === '' ? 'GET' : $method,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_PROXY => '',
            CURLOPT_NOSIGNAL => true,
            CURLOPT_TIMEOUT => 120,
            // A request that waits is sent to another port.
            CURLOPT_FOLLOWLOCATION => true,
            CURLOPT_HTTPHEADER => ['Content-Type: application/json'],
        ]);
        if ($body !== null) {
            $json = json_encode((object) $body, JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION);
            curl_setopt($handle, CURLOPT_POSTFIELDS, $json);
        }
        if ($this->caFile !== null && $this->caFile !== '') {
            curl_setopt($handle, CURLOPT_CAINFO, $this->caFile);
        }
        $content = curl_exec($handle);
        if (!is_string($content)) {
            throw new \RuntimeException("The sandbox does not answer $method $path: " . curl_error($handle));
        }
        $answer = json_decode($content, true, 64, JSON_BIGINT_AS_STRING);
        /** @var array<string, mixed> $members */
        $members = is_array($answer) ? $answer : [];

        return [curl_getinfo($handle, CURLINFO_RESPONSE_CODE), $members];
    }
}
