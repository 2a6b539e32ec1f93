<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

use Aurpay\ApiException;
use Aurpay\AurpayException;
use Aurpay\AuthenticationException;
use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\RateLimitException;

/** Whether the gateway accepts credentials of one kind: a call that changes nothing is signed with them. */
final class CredentialsCheck implements Check
{
    /**
     * @param list<string> $variables that hold them
     * @param \Closure(list<string>): Credentials $make
     * @param \Closure(Client): mixed $read a call that changes nothing
     * @param Gateway|null $control the same call with a key that does not exist
     */
    private function __construct(
        private readonly string $name,
        private readonly string $about,
        private readonly array $variables,
        private readonly \Closure $make,
        private readonly \Closure $read,
        private readonly Settings $settings,
        private readonly ?Gateway $control = null,
    ) {}

    /** @return list<self> */
    public static function all(Settings $settings, Gateway $gateway): array
    {
        $currencies = static fn (Client $client): array => $client->orders()->fiatCurrencies();
        // The one call that the documents describe for an access token. The key is thrown away.
        $key = static fn (Client $client): array => $client->fetchApiKey();

        return [
            new self('api-key', 'the gateway accepts the API key', ['AURPAY_API_KEY'], static fn (array $values): Credentials => Credentials::apiKey(...$values), $currencies, $settings, $gateway),
            new self('signature', 'the gateway accepts a signed call', ['AURPAY_API_TOKEN', 'AURPAY_API_SECRET'], static fn (array $values): Credentials => Credentials::signature(...$values), $currencies, $settings, $gateway),
            new self('access-token', 'the gateway accepts the access token', ['AURPAY_ACCESS_TOKEN'], static fn (array $values): Credentials => Credentials::accessToken(...$values), $key, $settings),
        ];
    }

    public function name(): string
    {
        return $this->name;
    }

    public function about(): string
    {
        return "{$this->about} (" . implode(', ', $this->variables) . ')';
    }

    public function needsExtension(): bool
    {
        return true;
    }

    public function findings(): iterable
    {
        $values = array_map($this->settings->variable(...), $this->variables);
        $missing = array_keys($values, null, true);
        if (count($missing) === count($values)) {
            return [Finding::skipped($this->variables[0] . ' is not set')];
        }
        if ($missing !== []) {
            $variable = $this->variables[$missing[0]];

            return [Finding::problem('credential-incomplete', "{$variable} is not set", ['missing' => $variable])];
        }
        try {
            $credentials = ($this->make)(array_values(array_filter($values, is_string(...))));
        } catch (\ValueError $refused) {
            return [Finding::problem('credential-malformed', $refused->getMessage(), ['variable' => $this->blamed($refused)])];
        }

        return [$this->call($credentials)];
    }

    /** The variable that a message names as the first or the second argument. */
    private function blamed(\ValueError $refused): string
    {
        preg_match('/Argument #(\d)/', $refused->getMessage(), $match);

        return $this->variables[(int) ($match[1] ?? 1) - 1] ?? $this->variables[0];
    }

    private function call(Credentials $credentials): Finding
    {
        $variable = implode(' and ', $this->variables);
        try {
            ($this->read)($this->settings->client($credentials));
        } catch (AuthenticationException $refused) {
            return Finding::problem('credential-refused', $refused->getMessage(), ['variable' => $variable]);
        } catch (RateLimitException $refused) {
            return Finding::problem('too-many-calls', $refused->getMessage(), ['seconds' => (string) ($refused->retryAfter ?? 60), 'check' => $this->name]);
        } catch (\Error|AurpayException $failure) {
            return $failure instanceof ApiException
                ? Finding::problem('gateway-refuses', $failure->getMessage(), ['seconds' => '60', 'check' => $this->name])
                : Finding::skipped('the gateway does not answer; see the check gateway');
        }
        if ($this->control?->needsNoKey() === true) {
            return Finding::skipped('the gateway answers this call with a key that does not exist, too: it proves nothing');
        }

        return Finding::good("the gateway accepts {$variable}");
    }
}
