<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/**
 * Compares what the caller was told with what the server did.
 *
 * @phpstan-type Entry array{method: string, target: string, connection: int, behaviour: string, executed: bool,
 *     protocol: ?string}
 */
final class Checker
{
    /**
     * @param list<Entry> $requests all requests of this call that reached the server, in their order
     * @param Entry|null $before the request before them
     * @return list<string> the problems
     */
    public static function problems(Plan $plan, Outcome $outcome, array $requests, ?array $before): array
    {
        $executions = self::executions($requests);
        $problems = self::outcomeProblems($plan, $outcome);
        if (!$plan->call->isRead) {
            array_push($problems, ...self::truthProblems($outcome, count($requests), $executions));
        }
        array_push($problems, ...self::executionProblems($plan, $executions));
        if ($requests !== [] && $plan->firstMet() !== null) {
            array_push($problems, ...self::stagingProblems($plan, $requests[0], $before));
        }

        return $problems;
    }

    /** @param list<Entry> $requests */
    public static function executions(array $requests): int
    {
        return count(array_filter($requests, static fn (array $entry): bool => $entry['executed']));
    }

    /** @return list<string> */
    private static function outcomeProblems(Plan $plan, Outcome $outcome): array
    {
        $problems = [];
        if (!in_array($outcome->due, $plan->due, true)) {
            $due = implode(' or ', array_map(static fn (Due $one): string => $one->value, $plan->due));
            $problems[] = "expected {$due}";
        }
        if ($outcome->due === Due::Unknown && $outcome->thrown?->getPrevious() === null) {
            $problems[] = 'there is no previous exception that says what happened';
        }

        return $problems;
    }

    /**
     * The rules for a call that is not a read, whatever the fault.
     *
     * @return list<string>
     */
    public static function truthProblems(Outcome $outcome, int $requests, int $executions): array
    {
        $problems = [];
        if ($requests > 1) {
            $problems[] = "{$requests} requests reached the server";
        }
        if ($executions > 1) {
            $problems[] = "executed {$executions} times";
        }
        $saysNothing = $outcome->due?->saysNothingWasExecuted() || str_contains($outcome->message, 'nothing was');
        if ($executions > 0 && $saysNothing) {
            $problems[] = 'reports that nothing was executed, although the call was executed';
        }
        if ($executions !== 1 && $outcome->due === Due::Success) {
            $problems[] = "success, executed {$executions} times";
        }
        if ($outcome->due === Due::TransportFailed && !str_contains($outcome->message, 'nothing was sent')) {
            $problems[] = 'does not say that nothing was sent';
        }

        return $problems;
    }

    /** @return list<string> */
    private static function executionProblems(Plan $plan, int $executions): array
    {
        $isOver = $plan->call->isRead && $plan->due === [Due::Success];
        $isOpen = match ($plan->fault->executed) {
            Executed::Yes => $executions > 0,
            Executed::No => $executions === 0 || $isOver,
            Executed::Either => $isOver || ($executions > 0) === $plan->behaviour['execute'],
            Executed::IfItArrives => true,
        };

        return $isOpen ? [] : ["the fault did not happen: {$executions} executions"];
    }

    /**
     * Whether the call met the intended fault; otherwise it would test something else.
     *
     * @param Entry $first
     * @param Entry|null $before
     * @return list<string>
     */
    private static function stagingProblems(Plan $plan, array $first, ?array $before): array
    {
        $problems = [];
        if (!Endpoints::fits($plan->call->name, $first['method'], $first['target'])) {
            $problems[] = "the request was {$first['method']} {$first['target']}";
        }
        if ($first['behaviour'] !== $plan->firstMet()) {
            $problems[] = "the request met {$first['behaviour']}";
        }
        $protocol = $plan->transport === Transport::Http2 && !$plan->needsOwnConnection ? 'h2' : 'http/1.1';
        if ($plan->transport->isTls() && $first['protocol'] !== $protocol) {
            $problems[] = "the request came by {$first['protocol']}";
        }
        $wasWarm = $before !== null && $before['connection'] === $first['connection'];
        if ($plan->fault->warmUp === [] && $wasWarm !== ($plan->isWarm && !$plan->needsOwnConnection)) {
            $problems[] = 'the connection was ' . ($wasWarm ? 'warm' : 'cold');
        }

        return $problems;
    }
}
