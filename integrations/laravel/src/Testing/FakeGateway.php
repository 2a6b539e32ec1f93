<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Testing;

/**
 * The gateway of a test: the option `handler` of Aurpay\Client. It remembers what was sent, and answers with what the
 * test has said, or as a merchant's account of orders does.
 */
final class FakeGateway
{
    /** @var list<SentCall> */
    private array $sent = [];

    /** @var array<string, list<array<array-key, mixed>|Fault>> */
    private array $answers = [];

    private ?Fault $outage = null;

    public function __construct(public readonly FakeOrders $orders) {}

    /**
     * Answers a request.
     *
     * @param array<string, string> $headers
     *
     * @return array<string, mixed>
     */
    public function __invoke(string $method, string $target, #[\SensitiveParameter] array $headers, string $body): array
    {
        [$name, $id] = Endpoints::nameOf($method, $target);
        $call = new SentCall($name, $id, self::params($target, $body));
        $this->sent[] = $call;
        $answer = $this->outage ?? $this->next($name);
        if ($answer instanceof Fault) {
            $answer->isExecuted && $this->orders->answer($call);

            return $answer->answer;
        }
        $answer ??= $this->orders->answer($call);

        return $answer instanceof Fault
            ? $answer->answer
            : ['status' => 200, 'body' => self::json(['code' => 0, 'message' => 'ok', 'data' => $answer, 'result' => true])];
    }

    /** @param list<array<array-key, mixed>|Fault> $answers for the next calls of this name, one each */
    public function willAnswer(string $name, array $answers): void
    {
        $name = Endpoints::resolve($name);
        $this->answers[$name] = [...$this->answers[$name] ?? [], ...$answers];
    }

    /** Every call fails in this way until it is null. */
    public function outage(?Fault $fault): void
    {
        $this->outage = $fault;
    }

    /** @return list<SentCall> all, or those of a name */
    public function sent(?string $name = null): array
    {
        $wanted = $name === null ? null : Endpoints::resolve($name);

        return array_values(array_filter($this->sent, static fn (SentCall $call): bool => $wanted === null || $call->name === $wanted));
    }

    /** @param array<array-key, mixed> $value */
    public static function json(array $value): string
    {
        return json_encode($value, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
    }

    /** @return array<array-key, mixed>|Fault|null */
    private function next(string $name): array|Fault|null
    {
        $answers = $this->answers[$name] ?? [];
        $next = array_shift($answers);
        $this->answers[$name] = $answers;

        return $next;
    }

    /**
     * Query or body. Numbers stay text: an amount has exactly the digits that are sent.
     *
     * @return array<string, mixed>
     */
    private static function params(string $target, string $body): array
    {
        if ($body !== '') {
            $exact = preg_replace_callback(
                '/"(?:[^"\\\\]|\\\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/s',
                static fn (array $token): string => $token[0][0] === '"' ? $token[0] : "\"$token[0]\"",
                $body,
            );
            $params = json_decode((string) $exact, true);
            is_array($params) || parse_str($body, $params);
        } else {
            parse_str(explode('?', $target, 2)[1] ?? '', $params);
        }

        /** @var array<string, mixed> $params its names are not numbers */
        return $params;
    }
}
