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

    /** The API's times have years of four digits. An order's time to pay, up to a day, has to fit too. */
    private const EARLIEST = 86_400;
    private const LATEST = 253_402_127_999;

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
        $this->services->clock->setOffset(self::offset($request->json()));
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
        $input = $request->json();
        $input->allowOnly([...Merchant::CREDENTIALS, 'kyb_verified']);
        $changes = [];
        foreach (array_intersect(Merchant::CREDENTIALS, $input->names()) as $name) {
            $changes[$name] = $input->requiredText($name);
        }
        $merchant = $this->services->merchants->first();
        $this->services->merchants->changeCredentials($merchant->userId, $changes);
        if ($input->has('kyb_verified')) {
            $this->services->merchants->setKybVerified($merchant->userId, $input->flag('kyb_verified'));
        }

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

    private static function offset(Input $input): int
    {
        $input->allowOnly(['offset_seconds', 'now']);
        $field = $input->has('now') ? 'now' : 'offset_seconds';
        $now = $field === 'now' ? strtotime($input->text('now')) : time() + $input->integer('offset_seconds', 0);
        if ($now === false) {
            throw new InvalidInput('now is not a time');
        }

        return $now >= self::EARLIEST && $now <= self::LATEST
            ? $now - time()
            : throw new InvalidInput("$field: the clock can be set from 1970-01-02 to 9999-12-29");
    }
}
