<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** The mails that a shop would have sent. */
final readonly class Mails
{
    public function __construct(private string $file) {}

    /**
     * @param string|null $to only those to this address
     *
     * @return list<Mail>
     */
    public function all(?string $to = null): array
    {
        $mails = [];
        foreach (JsonLines::read($this->file) as $line) {
            $mail = self::mail($line);
            if ($to === null || in_array($to, $mail->to, true)) {
                $mails[] = $mail;
            }
        }

        return $mails;
    }

    public function clear(): void
    {
        @unlink($this->file);
        clearstatcache();
    }

    private static function mail(mixed $line): Mail
    {
        if (!is_array($line) || !is_array($line['to']) || !is_string($line['subject']) || !is_string($line['message'])) {
            throw new \UnexpectedValueException('This is no mail of the mail catcher');
        }

        return new Mail(array_values(array_filter($line['to'], is_string(...))), $line['subject'], $line['message']);
    }
}
