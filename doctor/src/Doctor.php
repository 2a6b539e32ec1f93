<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** Runs checks one after the other. */
final class Doctor
{
    /** @param list<Check> $checks */
    public function __construct(private readonly array $checks) {}

    public static function of(Settings $settings): self
    {
        $facts = Facts::ofThisProcess();
        $gateway = new Gateway($settings);
        $web = new Web($settings);

        return new self([
            new ExtensionCheck(),
            new LibcurlCheck($facts),
            new TlsLibraryCheck($facts),
            new AtMostOnceCheck($facts),
            new CaFileCheck($facts, $settings),
            new SettingsCheck(),
            new NamesCheck($settings),
            new ConnectionCheck($settings),
            new CertificateCheck($settings),
            new GatewayCheck($gateway, $settings),
            new ClockCheck($gateway),
            ...CredentialsCheck::all($settings, $gateway),
            new CallbackSecretCheck($settings),
            new CallbackUrlCheck($settings),
            new WebCheck($web, $facts),
            new ReuseCheck($web, $settings),
        ]);
    }

    /** @return array<string, string> what each check asks, by its name */
    public function list(): array
    {
        return array_column(array_map(static fn (Check $check): array => [$check->name(), $check->about()], $this->checks), 1, 0);
    }

    /**
     * @param list<string> $names of the checks to run; all if there is none
     * @return array<value-of<Status>, int> how many findings there are of each status
     */
    public function examine(array $names, Report $report): array
    {
        $counts = array_fill_keys(array_column(Status::cases(), 'value'), 0);
        foreach ($this->checks as $check) {
            if ($names !== [] && !in_array($check->name(), $names, true)) {
                continue;
            }
            foreach (self::findings($check) as $finding) {
                $counts[$finding->status->value]++;
                $report->add($check, $finding);
            }
        }
        $report->end($counts);

        return $counts;
    }

    /** @return iterable<Finding> */
    private static function findings(Check $check): iterable
    {
        if ($check->needsExtension() && !extension_loaded('aurpay')) {
            return [Finding::skipped('the extension is not loaded')];
        }
        try {
            return [...$check->findings()];
        } catch (\Error $failure) {
            // A function in disable_functions does not exist. The other checks may not need it.
            if (preg_match('/^Call to undefined function (?:.*\\\\)?(\w+)\(\)/', $failure->getMessage(), $match) !== 1) {
                throw $failure;
            }

            return [Finding::skipped("this PHP has no function {$match[1]}: see disable_functions in php.ini")];
        }
    }
}
