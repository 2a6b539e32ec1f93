<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

/** How bad a finding is. */
enum Level: string
{
    case Ok = 'ok';
    /** It works, but not as well or as safely as it could. */
    case Warning = 'warning';
    case Failed = 'failed';
}
