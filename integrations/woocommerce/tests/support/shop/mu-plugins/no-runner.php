<?php

declare(strict_types=1);

// Action Scheduler runs due jobs by a request of its own that the pages of the admin area start. Tests run them themselves.

add_filter('action_scheduler_allow_async_request_runner', '__return_false', PHP_INT_MAX);
