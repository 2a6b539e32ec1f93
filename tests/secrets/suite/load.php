<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

foreach (['Tables', 'Markers', 'Forms', 'Values', 'Shown', 'Witness', 'Output', 'Methods', 'Answers', 'Logger'] as $class) {
    require_once __DIR__ . "/{$class}.php";
}
