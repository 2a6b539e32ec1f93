<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** For programs: one JSON document, at the end. */
final class JsonReport implements Report
{
    /** Raised when a field changes or goes; a new field does not raise it. */
    private const SCHEMA_VERSION = 1;

    /** @var list<array<string, mixed>> */
    private array $checks = [];

    public function __construct(private readonly bool $problemsOnly) {}

    public function add(Check $check, Finding $finding): void
    {
        if ($this->problemsOnly && !$finding->status->isProblem()) {
            return;
        }
        $this->checks[] = [
            'id' => $check->name(),
            'status' => $finding->status->value,
            'code' => $finding->code,
            'message' => $finding->message,
            'commands' => $finding->commands,
            'link' => $finding->link(),
        ];
    }

    public function end(array $counts): void
    {
        echo json_encode(
            ['schema_version' => self::SCHEMA_VERSION, 'counts' => $counts, 'checks' => $this->checks],
            JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR,
        ), "\n";
    }
}
