<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Json\Writer;
use Aurpay\Sandbox\Money\Decimal;

/**
 * A fault that a test has ordered for the next calls.
 */
final readonly class Fault
{
    /**
     * @param array<string, string> $headers
     */
    public function __construct(
        public int $delayMs,
        public ?int $status,
        public ?string $body,
        public string $contentType,
        public array $headers,
        public ?int $truncate,
        public bool $drop,
        /** Whether the call is executed before the fault. */
        public bool $execute,
        /** How probable it is for each call. */
        public int $millionths = Draws::RANGE,
    ) {}

    public static function fromInput(Input $input): self
    {
        $status = $input->has('status') ? $input->integer('status', 0) : null;
        $body = $input->has('body') ? $input->text('body') : null;
        $delayMs = $input->integer('delay_ms', 0);
        $truncate = $input->has('truncate') ? $input->integer('truncate', 0) : null;
        if ($status !== null && ($status < 200 || $status > 599)) {
            throw new InvalidInput('status must be between 200 and 599');
        }
        if ($delayMs < 0 || $delayMs > 60_000 || ($truncate !== null && $truncate < 0)) {
            throw new InvalidInput('delay_ms must be between 0 and 60000, truncate 0 or more');
        }
        $type = $input->text('content_type');
        if (!self::isUsableValue($type)) {
            throw new InvalidInput('content_type must be one line');
        }
        foreach ($input->object('headers')->texts() as $name => $value) {
            // PHP makes an integer of a name of digits.
            if (preg_match('/^[A-Za-z0-9-]+$/D', (string) $name) !== 1 || !self::isUsableValue($value)) {
                throw new InvalidInput("headers: $name is not a usable header");
            }
        }
        $replaces = $status !== null || $body !== null;

        return new self(
            $delayMs,
            $status,
            $body,
            $type,
            $input->object('headers')->texts(),
            $truncate,
            $input->flag('drop'),
            $input->flag('execute', !$replaces),
            self::millionths($input),
        );
    }

    public static function fromJson(string $json): self
    {
        return self::fromInput(Input::fromJson($json));
    }

    public function toJson(): string
    {
        return Writer::encode(array_filter([
            'delay_ms' => new Number((string) $this->delayMs),
            'status' => $this->status,
            'body' => $this->body,
            'content_type' => $this->contentType,
            'headers' => (object) $this->headers,
            'truncate' => $this->truncate,
            'drop' => $this->drop,
            'execute' => $this->execute,
            'probability' => $this->millionths === Draws::RANGE
                ? null
                : new Number(sprintf('0.%06d', $this->millionths)),
        ], static fn (mixed $value): bool => $value !== null));
    }

    /** Whether a call with it would be answered like one without it. */
    public function isWithoutEffect(): bool
    {
        return $this->delayMs === 0 && $this->status === null && $this->body === null && $this->headers === []
            && $this->truncate === null && !$this->drop && $this->execute;
    }

    /** Makes the faulty answer from the real answer. */
    public function spoil(Response $response): Response
    {
        $headers = $response->headers;
        if ($this->status !== null || $this->body !== null) {
            $headers = array_diff_key($headers, ['Content-Type' => 1]) + ['Content-Type' => $this->type()];
        }

        return new Response(
            $this->status ?? $response->status,
            $this->body ?? ($this->status === null ? $response->body : $this->errorPage()),
            $this->withOwn($headers),
            $this->truncate,
            $this->drop,
            $this->status === null && $this->body === null ? $response->code : null,
        );
    }

    /**
     * The fault's own headers replace others, whatever the case of their names.
     *
     * @param array<string, string> $headers
     *
     * @return array<string, string>
     */
    private function withOwn(array $headers): array
    {
        $spellings = [];
        foreach (['Content-Length', 'Content-Encoding', ...array_keys($headers)] as $name) {
            $spellings[strtolower($name)] = $name;
        }
        foreach ($this->headers as $name => $value) {
            $headers[$spellings[strtolower((string) $name)] ?? $name] = $value;
        }

        return $headers;
    }

    private static function isUsableValue(string $header): bool
    {
        return preg_match('/[\r\n\0]/', $header) !== 1;
    }

    private static function millionths(Input $input): int
    {
        if (!$input->has('probability')) {
            return Draws::RANGE;
        }
        // PHP's json_encode() writes 0.00001 as 1.0e-5.
        $digits = Decimal::plain($input->number('probability')) ?? '';
        if (preg_match('/^(?:0(?:\.([0-9]{1,6}))?|1(?:\.0{1,6})?)$/D', $digits, $match) !== 1) {
            throw new InvalidInput('probability must be from 0 to 1, with at most 6 decimals');
        }

        return $digits[0] === '1' ? Draws::RANGE : (int) str_pad($match[1] ?? '', 6, '0');
    }

    private function type(): string
    {
        return match (true) {
            $this->contentType !== '' => $this->contentType,
            $this->body === null => 'text/html',
            default => json_decode($this->body) === null ? 'text/html' : 'application/json',
        };
    }

    /** An error page like that of a proxy in front of the service. */
    private function errorPage(): string
    {
        return "<html><head><title>{$this->status}</title></head><body><h1>{$this->status}</h1></body></html>\n";
    }
}
