<?php

/*
 * A real php-fpm for phpt files, and web requests to it without a web server.
 */

declare(strict_types=1);

namespace AurpayTest;

require_once __DIR__ . '/harness.php';
require_once __DIR__ . '/harness/FastCgi.php';
require_once __DIR__ . '/harness/Fpm.php';

/** For SKIPIF: prints "skip ..." when there is no php-fpm that can load the extension. */
function skip_unless_fpm(bool $withExtension = true): void
{
    try {
        Fpm::check($withExtension);
    } catch (Unsupported $reason) {
        echo 'skip ', $reason->getMessage();
    }
}
