<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

use Aurpay\AurpayException;
use Aurpay\AuthenticationException;
use Aurpay\Client;
use Illuminate\Contracts\Container\Container;

/** Whether Aurpay answers, and accepts the credentials. It reads the list of currencies. */
final class GatewayCheck implements Check
{
    /** Seconds that clocks may differ. */
    private const TOLERANCE = 5;

    public function __construct(private readonly Container $container) {}

    public function subject(): string
    {
        return 'Gateway';
    }

    public function findings(): array
    {
        try {
            $this->container->make(Client::class)->orders()->fiatCurrencies();

            return [Finding::ok('Aurpay answers, and accepts the credentials.')];
        } catch (AuthenticationException $refusal) {
            return [Finding::failed($refusal->getMessage(), self::advice($refusal->clockDifference))];
        } catch (AurpayException $failure) {
            return [Finding::failed($failure->getMessage(), 'Correct what the message says. If Aurpay itself does not answer, try again later.')];
        }
    }

    /** @param int|null $difference seconds that the server's clock is ahead of this machine's */
    private static function advice(?int $difference): string
    {
        return $difference === null || abs($difference) <= self::TOLERANCE
            ? 'Compare the API credentials in .env with the dashboard.'
            : sprintf(
                "Set the clock of this machine (NTP): it is %d seconds %s Aurpay's.",
                abs($difference),
                $difference > 0 ? 'behind' : 'ahead of',
            );
    }
}
