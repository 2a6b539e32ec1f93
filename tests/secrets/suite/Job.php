<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** One process: a group of tests, with the plain markers or the rich ones. */
final readonly class Job
{
    /**
     * @param string $group the class in groups/
     * @param bool $isWatched whether the build is used whose memory is watched
     * @param string|null $end the scenario of Ends; null for other groups
     * @param string|null $expected what the output must have
     * @param int $every makes only one of so many calls, where there are very many
     */
    public function __construct(
        public string $group,
        public bool $isRich,
        public bool $isWatched = false,
        public ?string $end = null,
        public ?string $expected = null,
        public int $every = 1,
    ) {}

    public function name(): string
    {
        return $this->group . ($this->end === null ? '' : ": {$this->end}") . ($this->isRich ? ', rich' : ', plain')
            . ($this->isWatched ? ', watched' : '');
    }
}
