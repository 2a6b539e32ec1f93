<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

use Aurpay\Laravel\StoreFailure;
use Illuminate\Contracts\Container\Container;
use Illuminate\Database\QueryException;

/** Runs the checks of the installation. */
final class Doctor
{
    /** In the order in which mistakes follow from each other. True for those that call over the network. */
    private const CHECKS = [
        ClientCheck::class => false,
        CallbackCredentialsCheck::class => false,
        CallbackAddressCheck::class => false,
        GatewayCheck::class => true,
        TableCheck::class => false,
        CallbackRouteCheck::class => false,
        CallbackReachabilityCheck::class => true,
        QueueCheck::class => false,
        CacheCheck::class => false,
        SchedulerCheck::class => false,
        FailedJobCheck::class => false,
        PaymentCheck::class => false,
    ];

    public function __construct(private readonly Container $container) {}

    /**
     * @param bool $offline leaves out what calls over the network
     *
     * @return array<string, list<Finding>> subject => what was found
     */
    public function examine(bool $offline): array
    {
        $extension = new ExtensionCheck('aurpay');
        $found = [$extension->subject() => $extension->findings()];
        if ($found[$extension->subject()][0]->level === Level::Failed) {
            // Nothing else can work.
            return $found;
        }
        foreach (self::CHECKS as $class => $usesNetwork) {
            if (!$usesNetwork || !$offline) {
                $check = $this->container->make($class);
                $found[$check->subject()] = self::run($check);
            }
        }

        return $found;
    }

    /** @return list<Finding> */
    private static function run(Check $check): array
    {
        try {
            return $check->findings();
        } catch (\Throwable $failure) {
            // The message of a failed query has all its values, secrets among them.
            $reason = $failure instanceof QueryException ? StoreFailure::reason($failure) : $failure->getMessage();

            return [Finding::failed("It could not be checked: $reason", 'Correct what the message says, and run the command again.')];
        }
    }
}
