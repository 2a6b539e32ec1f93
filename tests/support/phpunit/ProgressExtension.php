<?php

declare(strict_types=1);

namespace AurpayTest\PhpUnit;

use PHPUnit\Event\Test;
use PHPUnit\Event\TestRunner;
use PHPUnit\Runner\Extension\Extension;
use PHPUnit\Runner\Extension\Facade;
use PHPUnit\Runner\Extension\ParameterCollection;
use PHPUnit\TextUI\Configuration\Configuration;

/** Makes PHPUnit print as the project's other commands do. */
final class ProgressExtension implements Extension
{
    public function bootstrap(Configuration $configuration, Facade $facade, ParameterCollection $parameters): void
    {
        $progress = new Progress();
        $facade->replaceOutput();
        $facade->registerSubscribers(
            new class ($progress) implements Test\PreparationStartedSubscriber {
                public function __construct(private readonly Progress $progress) {}

                public function notify(Test\PreparationStarted $event): void
                {
                    $this->progress->begin();
                }
            },
            new class ($progress) implements Test\FailedSubscriber {
                public function __construct(private readonly Progress $progress) {}

                public function notify(Test\Failed $event): void
                {
                    $this->progress->fail($event->throwable());
                }
            },
            new class ($progress) implements Test\ErroredSubscriber {
                public function __construct(private readonly Progress $progress) {}

                public function notify(Test\Errored $event): void
                {
                    $this->progress->fail($event->throwable());
                }
            },
            new class ($progress) implements Test\SkippedSubscriber {
                public function __construct(private readonly Progress $progress) {}

                public function notify(Test\Skipped $event): void
                {
                    $this->progress->skip($event->message());
                }
            },
            new class ($progress) implements Test\FinishedSubscriber {
                public function __construct(private readonly Progress $progress) {}

                public function notify(Test\Finished $event): void
                {
                    $this->progress->end($event->test());
                }
            },
            new class ($progress) implements TestRunner\WarningTriggeredSubscriber {
                public function __construct(private readonly Progress $progress) {}

                public function notify(TestRunner\WarningTriggered $event): void
                {
                    $this->progress->failOutside($event->message());
                }
            },
            new class ($progress) implements TestRunner\FinishedSubscriber {
                public function __construct(private readonly Progress $progress) {}

                public function notify(TestRunner\Finished $event): void
                {
                    $this->progress->finish();
                }
            },
        );
    }
}
