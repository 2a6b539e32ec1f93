<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

/**
 * A handler in place of the network. Every call of every provider succeeds: one answer fits all endpoints. The shop's
 * code can run in it.
 */
final class Wire
{
    public int $requests = 0;

    /** @var (\Closure(string, string): mixed)|null */
    public ?\Closure $act = null;

    private readonly bool $isAzPays;

    /** @param string $class whose calls are answered */
    public function __construct(string $class)
    {
        $this->isAzPays = str_starts_with($class, 'Aurpay\AzPays\\');
    }

    /**
     * @param array<string, string> $headers
     * @return array<string, mixed>
     */
    public function __invoke(string $method, string $target, array $headers, string $body): array
    {
        $this->requests++;
        if ($this->act !== null) {
            ($this->act)($method, $target);
        }

        return ['status' => str_ends_with($target, '/register/') ? 201 : 200, 'body' => self::body($target, $this->isAzPays)];
    }

    /** A record, a page with one record and a list, all in one; it names the record that was asked for. */
    public static function body(string $target, bool $isAzPays): string
    {
        $path = (string) strtok($target, '?');
        $page = (int) (preg_match('/[?&]page=(\d+)/', $target, $match) === 1 ? $match[1] : 1);
        $record = [
            'order_id' => basename($path), 'uuid' => basename($path), 'status' => 'SUCCESS', 'vs_price' => '1', 'vs_currency' => '1',
            'data' => [['order_id' => (string) $page, 'amount' => '1.5']], 'page' => $page, 'max_page' => 2,
        ];
        if ($isAzPays && str_ends_with($path, '/transactions')) {
            $record = $record['data'];
        }
        $envelope = $isAzPays
            ? ['succeed' => true, 'result' => $record, 'meta' => ['current_page' => $page, 'last_page' => 2]]
            : ['code' => 0, 'result' => true, 'data' => $record];

        return json_encode($envelope, JSON_THROW_ON_ERROR);
    }
}
