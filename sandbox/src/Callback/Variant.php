<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Callback;

use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Json\Writer;

/**
 * How a callback that is sent again differs from the first one. A shop must
 * refuse a wrong signature, a wrong token and an old date, and must count a
 * payment once, however often it is told of it.
 */
final readonly class Variant
{
    private const FIELDS = ['keep_date', 'date', 'signature', 'token', 'copies'];
    private const MOST_COPIES = 5;

    public function __construct(
        /** The Date header; null for the time of sending. */
        public ?string $date = null,
        public bool $wrongSignature = false,
        public bool $wrongToken = false,
        public int $copies = 1,
        /** Whether the first Date is kept. The caller puts it into $date. */
        public bool $keepDate = false,
    ) {}

    public static function fromInput(Input $input): self
    {
        $input->allowOnly(self::FIELDS);
        $date = $input->has('date') ? $input->text('date') : null;
        if ($date !== null && preg_match('/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/D', $date) !== 1) {
            throw new InvalidInput('date must look like 2024-06-17T00:00:00Z');
        }
        $keepDate = $input->flag('keep_date');
        if ($keepDate && $date !== null) {
            throw new InvalidInput('keep_date and date exclude each other');
        }
        $copies = $input->integer('copies', 1);
        if ($copies < 1 || $copies > self::MOST_COPIES) {
            throw new InvalidInput('copies must be 1 to ' . self::MOST_COPIES);
        }

        return new self($date, self::isWrong($input, 'signature'), self::isWrong($input, 'token'), $copies, $keepDate);
    }

    public static function fromJson(string $json): self
    {
        return self::fromInput(Input::fromJson($json));
    }

    public function toJson(): string
    {
        return Writer::encode(array_filter([
            'date' => $this->date,
            'signature' => $this->wrongSignature ? 'wrong' : null,
            'token' => $this->wrongToken ? 'wrong' : null,
            'copies' => new Number((string) $this->copies),
        ], static fn (mixed $value): bool => $value !== null));
    }

    /** Whether the callback is queued again as it is, and repeated until the shop accepts it. */
    public function isRepeated(): bool
    {
        return $this->date === null && !$this->wrongSignature && !$this->wrongToken && $this->copies === 1;
    }

    public function withDate(string $date): self
    {
        return new self($date, $this->wrongSignature, $this->wrongToken, $this->copies);
    }

    /**
     * @param array<string, string> $headers those that Signer has made
     *
     * @return array<string, string>
     */
    public function apply(array $headers): array
    {
        if ($this->wrongSignature) {
            // Another key makes a signature of the right form.
            $headers['Signature'] = base64_encode(hash_hmac('sha256', $headers['Signature'], random_bytes(32), true));
        }
        if ($this->wrongToken) {
            $headers['Callback-Token'] = strtoupper(bin2hex(random_bytes(22)));
        }

        return $headers;
    }

    /** For the list of attempts; null for a callback as it is. */
    public function words(): ?string
    {
        $words = array_filter([
            $this->date === null ? '' : 'with a given date',
            $this->wrongSignature ? 'with a wrong signature' : '',
            $this->wrongToken ? 'with a wrong token' : '',
            $this->copies === 1 ? '' : "one of {$this->copies} at once",
        ]);

        return $words === [] ? null : implode(', ', $words);
    }

    private static function isWrong(Input $input, string $name): bool
    {
        $value = $input->text($name);

        return match ($value) {
            '' => false,
            'wrong' => true,
            default => throw new InvalidInput("$name must be \"wrong\" or missing"),
        };
    }
}
