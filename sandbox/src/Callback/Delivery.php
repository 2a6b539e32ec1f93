<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Callback;

use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\Row;

/**
 * Sends the callbacks that are due. It never blocks: a shop that hangs delays
 * neither other shops' callbacks nor the supervisor.
 */
final class Delivery
{
    private const PARALLEL = 8;

    private readonly \CurlMultiHandle $multi;
    /** @var array<int, Attempt> the handle's object id => attempt */
    private array $active = [];

    public function __construct(private readonly Services $services, private readonly ?string $shopCa)
    {
        $this->multi = curl_multi_init();
        $services->callbacks->recover();
    }

    /** Starts callbacks that are due, records those that have ended, and waits for up to $waitMs. */
    public function tick(int $waitMs): void
    {
        while (($resend = $this->services->callbacks->takeResend($this->free())) !== null) {
            $this->begin($resend, Variant::fromJson($resend->text('variant')));
        }
        foreach ($this->free() > 0 ? $this->services->callbacks->due($this->free()) : [] as $callback) {
            $this->begin($callback, null);
        }
        if ($this->active === []) {
            usleep($waitMs * 1000);

            return;
        }
        curl_multi_exec($this->multi, $running);
        if (curl_multi_select($this->multi, $waitMs / 1000) < 1) {
            // curl has nothing to wait for yet, or an error. Sleep, to avoid a busy loop.
            usleep(1000);
        }
        curl_multi_exec($this->multi, $running);
        while (($message = curl_multi_info_read($this->multi)) !== false) {
            $handle = $message['handle'];
            if ($handle instanceof \CurlHandle) {
                $this->finish($handle, is_int($message['result']) ? $message['result'] : 0);
            }
        }
    }

    private function free(): int
    {
        return self::PARALLEL - count($this->active);
    }

    /** @param Variant|null $variant of a callback that is sent again once; null for one that waits in the queue */
    private function begin(Row $callback, ?Variant $variant): void
    {
        $id = $callback->int('id');
        $at = $this->services->clock->stamp();
        $url = $callback->text('url');
        $merchant = $this->services->merchants->byUserId($callback->text('user_id'));
        if ($merchant === null || !Loopback::is($url)) {
            $this->services->callbacks->refuse($id, $at, 'not delivered: the sandbox calls only loopback addresses');

            return;
        }
        $date = ($variant === null ? $callback->textOrNull('fixed_date') : $variant->date)
            ?? $this->services->clock->signatureDate();
        $headers = Signer::headers($merchant, $url, $date);
        $headers = $variant?->apply($headers) ?? $headers;
        $body = $callback->textOrNull('body');
        if ($variant === null) {
            $this->services->callbacks->markSending($id);
        }
        for ($copy = 0; $copy < ($variant->copies ?? 1); $copy++) {
            $attempt = new Attempt($id, $at, $url, $headers, $body, $this->shopCa, $variant);
            $this->services->traffic?->addCallback($url, $headers, $body, $at);
            $this->active[spl_object_id($attempt->handle)] = $attempt;
            curl_multi_add_handle($this->multi, $attempt->handle);
        }
    }

    private function finish(\CurlHandle $handle, int $result): void
    {
        $attempt = $this->active[spl_object_id($handle)];
        unset($this->active[spl_object_id($handle)]);
        curl_multi_remove_handle($this->multi, $handle);
        $record = $attempt->finish($result, $this->services->merchants->secrets());
        if ($attempt->variant === null) {
            $this->services->callbacks->recordAttempt($attempt->callbackId, $record);
        } else {
            $this->services->callbacks->addAttempt($attempt->callbackId, $record);
        }
    }
}
