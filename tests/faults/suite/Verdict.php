<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** What a careful program concludes from an answer when its client does not know the API. */
final class Verdict
{
    public static function of(Plan $plan, int $status, string $body): Outcome
    {
        // Such a program does not read a success or a refusal into a body that is not the API's.
        $answer = json_decode($body, true);
        $isJson = is_array($answer);
        if ($status >= 400 && $status < 500) {
            return new Outcome(Report::NotExecuted, "HTTP status {$status}");
        }
        $isSuccess = $isJson && match ($plan->call->provider) {
            Provider::Aurpay => ($answer['code'] ?? null) === 0 && ($answer['result'] ?? null) === true,
            Provider::AzPays => ($answer['succeed'] ?? null) === true,
            Provider::EnayaPay => ($answer['response_code'] ?? 0) === 0,
        };
        if ($status >= 200 && $status < 300 && $isSuccess && $status !== 203) {
            return new Outcome(Report::Success);
        }
        $isRefusal = $isJson && $status < 300 && match ($plan->call->provider) {
            Provider::Aurpay => isset($answer['code']),
            Provider::AzPays => isset($answer['succeed']),
            Provider::EnayaPay => true,
        };

        return new Outcome($isRefusal ? Report::NotExecuted : Report::Failed, "HTTP status {$status}");
    }
}
