<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

use AurpayTest\Faults\Report;

/** What a client reported about one call. */
final class Told implements \JsonSerializable
{
    /**
     * @param int $status the HTTP status of what the client took for the answer; 0 without an answer
     * @param string|null $id the call that this answer names
     */
    public function __construct(
        public readonly Report $report,
        public readonly int $status = 0,
        public readonly ?string $id = null,
    ) {}

    /** What a careful program concludes from an answer: it reads no success into a body that is not the API's. */
    public static function byAnswer(int $status, string $body): self
    {
        if ($status >= 400 && $status < 500) {
            return new self(Report::NotExecuted, $status);
        }
        $answer = json_decode($body, true);
        if (!is_array($answer)) {
            return new self(Report::Failed, $status);
        }
        $isSuccess = ($answer['code'] ?? null) === 0 && ($answer['result'] ?? null) === true;

        return new self($isSuccess ? Report::Success : Report::Failed, $status, self::idIn($answer['data'] ?? null));
    }

    public static function idIn(mixed $data): ?string
    {
        $target = is_array($data) ? $data['target'] ?? null : null;

        return is_string($target) ? basename($target) : null;
    }

    public static function fromJson(mixed $json): self
    {
        [$report, $status, $id] = is_array($json)
            ? [$json['report'] ?? null, $json['status'] ?? null, $json['id'] ?? null] : [null, null, null];
        if (!is_string($report) || !is_int($status) || !($id === null || is_string($id))) {
            throw new \UnexpectedValueException('the page did not say what was reported: ' . json_encode($json));
        }

        return new self(Report::from($report), $status, $id);
    }

    /** @return array{report: string, status: int, id: ?string} */
    public function jsonSerialize(): array
    {
        return ['report' => $this->report->value, 'status' => $this->status, 'id' => $this->id];
    }
}
