<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Callback\Signer;
use Aurpay\Sandbox\Json\Reader;
use Aurpay\Sandbox\Json\Writer;

/**
 * One sending of a callback, and what the shop has answered. Secrets are
 * masked before they come here.
 */
final readonly class CallbackAttempt
{
    /** How much of the shop's answer is kept. */
    public const KEPT_BYTES = 8192;

    /**
     * @param array<string, string>|null $requestHeaders null if nothing was sent
     * @param array<string, string>|null $answerHeaders  null if there was no answer
     */
    public function __construct(
        public string $at,
        public string $date,
        public ?int $status,
        public ?string $error,
        public int $tookMs,
        /** How it differs from the callback as it is, in words. */
        public ?string $variant = null,
        public ?array $requestHeaders = null,
        public ?array $answerHeaders = null,
        /** The first KEPT_BYTES of the body. */
        public string $answerBody = '',
        public int $answerBytes = 0,
    ) {}

    /**
     * @return array<string, int|string|null>
     */
    public function toColumns(int $callbackId): array
    {
        return [
            'callback_id' => $callbackId,
            'at' => $this->at,
            'date_header' => $this->date,
            'status' => $this->status,
            'error' => $this->error,
            'took_ms' => $this->tookMs,
            'variant' => $this->variant,
            'request_headers' => self::encode($this->requestHeaders),
            'answer_headers' => self::encode($this->answerHeaders),
            'answer_body' => $this->answerBody,
            'answer_bytes' => $this->answerBytes,
        ];
    }

    /**
     * @return array<string, mixed>
     */
    public static function summary(Row $row): array
    {
        return [
            'at' => $row->text('at'),
            'date_header' => $row->text('date_header'),
            'status' => $row->intOrNull('status'),
            'error' => $row->textOrNull('error'),
            'took_ms' => $row->int('took_ms'),
            'variant' => $row->textOrNull('variant'),
        ];
    }

    /**
     * @return array<string, mixed>
     */
    public static function details(Row $row, string $url, ?string $requestBody): array
    {
        $date = $row->text('date_header');

        return self::summary($row) + [
            // The first question about a signature that a shop refuses.
            'signed' => $date === '' ? null : Signer::origin($url, $date),
            'request' => ['headers' => self::decode($row, 'request_headers'), 'body' => $requestBody],
            'answer' => $row->textOrNull('answer_headers') === null ? null : [
                'headers' => self::decode($row, 'answer_headers'),
                'body' => $row->textOrNull('answer_body') ?? '',
                'body_bytes' => $row->intOrNull('answer_bytes') ?? 0,
            ],
        ];
    }

    /**
     * @param array<string, string>|null $headers
     */
    private static function encode(?array $headers): ?string
    {
        return $headers === null ? null : Writer::encode((object) $headers);
    }

    private static function decode(Row $row, string $column): ?object
    {
        $json = $row->textOrNull($column);

        return $json === null ? null : (object) (array) Reader::decode($json);
    }
}
