<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

/**
 * Conditions, order and page of a listing.
 */
final readonly class Filter
{
    /**
     * @param array<string, string> $equal column => value
     */
    public function __construct(
        public array $equal = [],
        public string $timeColumn = 'create_time',
        public ?string $from = null,
        public ?string $until = null,
        public int $page = 1,
        public int $size = 10,
        public bool $ascending = false,
        /** Words that all must be in $searched, an SQL expression. */
        public string $words = '',
        public string $searched = "''",
    ) {}

    /**
     * @return array{string, array<string, int|string|null>} the WHERE clause and its parameters
     */
    public function where(): array
    {
        $clauses = ['1 = 1'];
        foreach (array_keys($this->equal) as $column) {
            $clauses[] = "$column = :$column";
        }
        $parameters = $this->equal;
        if ($this->from !== null) {
            $clauses[] = $this->timeColumn . ' >= :from_time';
            $parameters['from_time'] = $this->from;
        }
        if ($this->until !== null) {
            $clauses[] = $this->timeColumn . ' <= :until_time';
            $parameters['until_time'] = $this->until;
        }

        [$clauses[], $words] = Search::clause($this->searched, $this->words);

        return [implode(' AND ', $clauses), $parameters + $words];
    }

    /**
     * The rows of the page, and the number of all rows.
     *
     * @return array{list<Row>, int}
     */
    public function select(Database $database, string $table): array
    {
        [$where, $parameters] = $this->where();
        $direction = $this->ascending ? 'ASC' : 'DESC';
        $rows = $database->all(
            "SELECT * FROM $table WHERE $where ORDER BY {$this->timeColumn} $direction, number $direction
             LIMIT :page_size OFFSET :page_offset",
            $parameters + ['page_size' => $this->size, 'page_offset' => ($this->page - 1) * $this->size],
        );

        return [$rows, $database->count("SELECT count(*) FROM $table WHERE $where", $parameters)];
    }
}
