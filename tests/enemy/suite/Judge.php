<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

use Aurpay\AurpayException;

use function AurpayTest\call_strictly;
use function AurpayTest\call_weakly;

/** Makes a call, and prints what is wrong with how it ends. */
final class Judge
{
    public int $calls = 0;
    public int $refused = 0;
    public int $problems = 0;

    /** Of Client::sign(), and of the engine. */
    private const DOCUMENTED = [
        'LogicException: Only a client with credentials made by Credentials::signature() signs',
        'Exception: Cannot traverse an already closed generator',
    ];

    /**
     * With strict_types and without.
     *
     * @param string $what for messages
     * @param \Closure(): list<mixed> $arguments makes them anew for each call
     * @param list<'strictly'|'weakly'> $modes
     */
    public function call(string $what, Accepted $call, \Closure $arguments, array $modes = ['strictly', 'weakly']): void
    {
        $target = $call->method->isStatic() || $call->method->isConstructor() ? $call->method->class : $call->object;
        foreach ($modes as $mode) {
            $make = $mode === 'strictly' ? call_strictly(...) : call_weakly(...);
            $given = $arguments();
            $this->judge(
                "{$what}, {$mode}",
                static fn (): mixed => $make($target ?? '', $call->method->name, $given),
                $given,
                $call->method->isConstructor() ? null : $call->method->getReturnType(),
            );
        }
    }

    /**
     * @param \Closure(): mixed $make
     * @param list<mixed> $arguments
     */
    public function judge(string $what, \Closure $make, array $arguments, ?\ReflectionType $type): ?\Throwable
    {
        $before = Shape::of($arguments);
        $requests = Objects::requests();
        $thrown = null;
        $this->calls++;
        Diagnostics::take();
        try {
            $result = $make();
            if (!Api::isOf($result, $type)) {
                $this->complain("{$what} returns " . get_debug_type($result));
            }
        } catch (\Throwable $thrown) {
            $this->judgeThrown($what, $thrown, Objects::requests() - $requests);
        }
        foreach (Diagnostics::take() as $message) {
            $this->complain("{$what}: {$message}");
        }
        if (Shape::of($arguments) !== $before) {
            $this->complain("{$what} changes its arguments");
        }

        return $thrown;
    }

    private function judgeThrown(string $what, \Throwable $thrown, int $requests): void
    {
        $isRefusal = $thrown instanceof \TypeError || $thrown instanceof \ValueError;
        if ($isRefusal && $requests > 0) {
            $this->complain("{$what} was sent, and then refused: {$thrown->getMessage()}");
        }
        $this->refused += (int) $isRefusal;
        $isOwn = $thrown instanceof Thrown || in_array($thrown::class . ": {$thrown->getMessage()}", self::DOCUMENTED, true);
        if (!$isRefusal && !$isOwn && !$thrown instanceof AurpayException) {
            $this->complain("{$what} throws " . $thrown::class . ": {$thrown->getMessage()}");
        }
    }

    public function complain(string $problem): void
    {
        $this->problems++;
        if ($this->problems <= 30) {
            echo $problem, "\n";
        }
    }
}
