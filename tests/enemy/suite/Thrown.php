<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

/** What the shop's own code throws in these tests. */
final class Thrown extends \Exception {}
