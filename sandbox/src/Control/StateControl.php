<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Opening;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\Merchant;

/**
 * The sandbox as a whole: health, reset, clock, merchant.
 */
final readonly class StateControl
{
    private const EMPTIED = [
        'orders', 'checkouts', 'transactions', 'callbacks', 'callback_attempts', 'callback_resends', 'requests', 'faults',
        'settings', 'warnings', 'polls', 'wallets', 'payments', 'deadlines', 'azpays_passwords', 'azpays_transactions',
        'enayapay_users', 'enayapay_cards',
    ];

    /** The API's times and order ids have years of four digits. An order's time to pay, up to a day, has to fit too. */
    private const EARLIEST = 86_400;
    private const LATEST = 253_370_764_799;

    public function __construct(private Services $services) {}

    /**
     * GET /_sandbox
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function index(Request $request, array $arguments): array
    {
        return [
            'status' => 'ok',
            'base_uri' => $this->services->config->baseUri,
            'time' => $this->services->clock->signatureDate(),
            'clock_offset_seconds' => $this->services->clock->offset(),
            ...$this->services->modes->describe(),
        ];
    }

    /**
     * POST /_sandbox/reset: deletes everything except the credentials.
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function reset(Request $request, array $arguments): array
    {
        $this->services->database->transaction(function (): void {
            foreach (self::EMPTIED as $table) {
                $this->services->database->run("DELETE FROM $table");
            }
            $userId = $this->services->merchants->first()->userId;
            $this->services->merchants->setKybVerified($userId, false);
            $this->services->wallets->open($userId);
            (new Opening($this->services))->state();
        });

        return ['reset' => true];
    }

    /**
     * POST /_sandbox/clock {"offset_seconds": n} or {"now": "2024-06-17T00:00:00Z"}
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function clock(Request $request, array $arguments): array
    {
        $this->services->clock->setOffset(self::offset($request->json()->allowOnly(['offset_seconds', 'now'])));
        $this->services->cashier->expireOldOrders();

        return $this->index($request, $arguments);
    }

    /**
     * POST /_sandbox/merchant: changes credentials, or kyb_verified.
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function merchant(Request $request, array $arguments): array
    {
        $input = $request->json()->allowOnly([...Merchant::CREDENTIALS, 'kyb_verified']);
        $changes = [];
        foreach (array_intersect($input->names(), Merchant::CREDENTIALS) as $name) {
            $changes[$name] = self::credential($input, $name);
        }
        $merchant = $this->services->merchants->first();
        // What is wrong is refused before anything is changed.
        $isVerified = $input->flag('kyb_verified', $merchant->kybVerified);
        $this->services->merchants->changeCredentials($merchant->userId, $changes);
        $this->services->merchants->setKybVerified($merchant->userId, $isVerified);

        return ['user_id' => $merchant->userId, 'changed' => $input->names()];
    }

    /**
     * GET and POST /_sandbox/settings {"strict": true}
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, bool|int>
     */
    public function settings(Request $request, array $arguments): array
    {
        $this->services->modes->change($request->json());

        return $this->services->modes->describe();
    }

    /**
     * GET /_sandbox/merchant: addresses and credentials, and the lines of a .env file
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function shopSettings(Request $request, array $arguments): array
    {
        return (new ShopSettings($this->services))->describe();
    }

    /** A time in seconds; UTC if it names no zone. */
    private static function time(string $text): int
    {
        // PHP takes a letter alone for a time zone.
        if (preg_match('~^\d{4}-\d\d-\d\d[0-9A-Za-z :.+/-]*$~D', $text) === 1) {
            try {
                $time = new \DateTimeImmutable($text, new \DateTimeZone('UTC'));
                // With a warning, 31 February is 2 March.
                if (\DateTimeImmutable::getLastErrors() === false) {
                    return $time->getTimestamp();
                }
            } catch (\Exception) {
                // Refused below.
            }
        }

        throw new InvalidInput('now must look like 2024-06-17T00:00:00Z');
    }

    private static function credential(Input $input, string $name): string
    {
        $value = $input->requiredText($name);
        // A line break would begin another header of a callback.
        if (in_array($name, Merchant::IN_HEADERS, true) && preg_match('/^[\x21-\x7e]+$/D', $value) !== 1) {
            throw new InvalidInput("$name is sent in a header: it must be ASCII without blanks and control characters");
        }

        return $value;
    }

    private static function offset(Input $input): int
    {
        if ($input->has('now') === $input->has('offset_seconds')) {
            throw new InvalidInput('The body must have either offset_seconds or now');
        }
        $field = $input->has('now') ? 'now' : 'offset_seconds';
        $now = $field === 'now' ? self::time($input->text('now')) : time() + $input->integer('offset_seconds', 0);

        return $now >= self::EARLIEST && $now <= self::LATEST
            ? $now - time()
            : throw new InvalidInput("$field: the clock can be set from 1970-01-02 to 9998-12-31");
    }
}
