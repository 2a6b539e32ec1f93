<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Advice;

/**
 * What the real service would accept in silence, and the shop's author should know.
 */
final readonly class Warning
{
    public const UNKNOWN_FIELD = 'unknown_field';
    public const UNKNOWN_FILTER = 'unknown_filter';
    public const CALLBACK_WITHOUT_ORDER = 'callback_without_order';
    public const POST_CALLBACK_LEFT_OUT = 'post_callback_left_out';
    public const SAME_PAYMENT = 'same_payment';
    public const POLLED_TOO_OFTEN = 'polled_too_often';
    public const CALLBACK_NOT_ACCEPTED = 'callback_not_accepted';

    /** A header is a part of the head, which a server keeps in a few kilobytes. */
    private const LONGEST_HEADER = 200;

    public function __construct(public string $code, public string $message) {}

    /** The warning on one line of ASCII: names in it come from the shop. */
    public function header(): string
    {
        $line = (string) preg_replace('/[^\x20-\x7e]/', '?', "{$this->code}: {$this->message}");

        return strlen($line) <= self::LONGEST_HEADER ? $line : substr($line, 0, self::LONGEST_HEADER - 3) . '...';
    }
}
