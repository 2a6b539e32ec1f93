<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

use AurpayTest\PrivateNames;

/** All that events act on. */
final class Scene
{
    /** How long answers take, in seconds, when something is to happen in the middle of calls. */
    public const DELAY = 0.1;

    /**
     * @param Shop $steady its workers live from the beginning to the end
     * @param Shop $changing its workers come and go
     * @param string $caFile the file of CAs that both shops trust
     */
    public function __construct(
        public readonly Gateway $gateway,
        public readonly PrivateNames $names,
        public readonly Clock $clock,
        public readonly Shop $steady,
        public readonly Shop $changing,
        public readonly Traffic $traffic,
        public readonly string $caFile,
    ) {}

    /** Trusts another CA, as an administrator replaces a file. */
    public function trust(string $file): void
    {
        copy($file, "{$this->caFile}.new");
        rename("{$this->caFile}.new", $this->caFile);
    }
}
