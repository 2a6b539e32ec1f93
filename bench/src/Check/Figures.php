<?php

declare(strict_types=1);

namespace AurpayBench\Check;

use AurpayBench\{CallLoops, Counts, OrderPages, PageCounts, Pages, Php, RoundTrips, Sample, Tools};
use AurpayBench\Server\{LoggedRequest, Nginx};

/** The counted figures of a build of the extension. Lower is better, and the numbers of requests and connections must stay. */
final readonly class Figures
{
    private const REPETITIONS = 5;
    private const CALLS = 100;
    private const WEB_REQUESTS = 20;
    private const PAGES = 10;
    private const DETAILS = 200;
    private const NEAR_MILLISECONDS = 20;
    private const FAR_MILLISECONDS = 60;

    private Php $php;
    private Counts $counts;
    private CallLoops $loops;
    private OrderPages $pages;

    public function __construct(private Tools $tools)
    {
        $this->php = Php::withAll($tools);
        $this->counts = new Counts($tools, $this->php);
        $this->loops = new CallLoops($tools, $this->php);
        $this->pages = new OrderPages($tools);
    }

    /** @return array<string, float> by name */
    public function measure(): array
    {
        $figures = [];
        foreach ([$this->countedByValgrind(), $this->page(), $this->seenByTheServer(), $this->roundTrips()] as $group) {
            foreach ($group as $name => $count) {
                $figures += self::named($name, $count());
            }
        }

        return $figures;
    }

    /**
     * @param array<string, float> $counted
     * @return array<string, float>
     */
    private static function named(string $name, array $counted): array
    {
        $figures = [];
        foreach ($counted as $what => $figure) {
            $figures["{$what} of {$name}"] = round($figure, 2);
            fprintf(STDERR, "%-50s %12.2f\n", "{$what} of {$name}", $figure);
        }

        return $figures;
    }

    /** The cost of bare C here. It depends only on the environment, not on the extension. */
    public function limit(): float
    {
        $nginx = new Nginx($this->tools);

        return self::median(fn (): float => $this->counts->callInstructions($this->loops->bare('once'), $nginx->settings()));
    }

    /** @return array<string, \Closure(): array<string, float>> */
    private function countedByValgrind(): array
    {
        $counts = $this->counts;
        $kept = $this->tools->extensionKeepingHandles;
        $keeping = new CallLoops($this->tools, Php::withAll($this->tools->withExtensions($kept, $kept)));
        $call = $this->loops->contender('Aurpay');
        $nginx = new Nginx($this->tools);
        $with = ['curl', $this->tools->extension];

        return [
            'a call' => static fn (): array => [
                'instructions' => self::median(
                    static fn (): float => $counts->callInstructions($call, $nginx->settings()),
                ),
                'allocations' => $counts->callAllocations($call, $nginx->settings()),
            ],
            'a call that keeps its handle' => static fn (): array => [
                'instructions' => self::median(
                    static fn (): float => $counts->callInstructions($keeping->contender('Aurpay'), $nginx->settings()),
                ),
            ],
            'a call with a new client' => fn (): array => [
                'instructions' => self::median(
                    fn (): float => $counts->callInstructions($this->loops->contender('NewAurpay'), $nginx->settings()),
                ),
            ],
            '100 orders decoded' => fn (): array => [
                'instructions' => $counts->decodeInstructions('aurpay', $this->pages, false),
            ],
            '100 orders decoded, with numbers' => fn (): array => [
                'instructions' => $counts->decodeInstructions('aurpay', $this->pages, true),
            ],
            'a callback verified' => static fn (): array => ['instructions' => $counts->verifyInstructions('aurpay')],
            'loading the extension' => static fn (): array => [
                'instructions' => $counts->startInstructions($with) - $counts->startInstructions(['curl']),
            ],
        ];
    }

    /**
     * What a page with a call costs in a php-fpm worker, more than an empty page.
     *
     * @return array<string, \Closure(): array<string, float>>
     */
    private function page(): array
    {
        $counts = new PageCounts($this->tools, $this->php);
        [$empty, $ours] = [Pages::SCRIPTS[Pages::EMPTY], Pages::SCRIPTS[Pages::OURS]];

        return [
            // The least: a page that has to wait for its answer once more does a little more. System calls vary too much.
            'a page with a call' => static fn (): array => [
                'instructions' => min(array_map($counts->instructions(...), [$ours, $ours, $ours]))
                    - $counts->instructions($empty),
            ],
        ];
    }

    /** @return array<string, \Closure(): array<string, float>> */
    private function seenByTheServer(): array
    {
        $counts = $this->counts;
        $groups = [
            self::CALLS . ' calls' => fn (): array =>
                $counts->callsOnTheWire('aurpay', $this->loops->contender('Aurpay'), self::CALLS),
            self::WEB_REQUESTS . ' web requests with a call' => static fn (): array =>
                $counts->webRequestsOnTheWire('Aurpay', self::WEB_REQUESTS),
            self::PAGES . ' pages of each()' => fn (): array => $counts->pagesOnTheWire($this->pages, self::PAGES),
            self::DETAILS . ' details at once' => static fn (): array =>
                $counts->detailsOnTheWire('Aurpay', self::DETAILS),
        ];

        return array_map(
            static fn (\Closure $group): \Closure => static function () use ($group): array {
                $requests = $group();

                return [
                    'requests' => (float) count($requests),
                    'connections' => (float) LoggedRequest::connections($requests),
                ];
            },
            $groups,
        );
    }

    /** @return array<string, \Closure(): array<string, float>> */
    private function roundTrips(): array
    {
        $firstCall = static function (RoundTrips $network): \Closure {
            $worker = $network->worker();
            $network->call($worker, 'Aurpay');

            return static fn (): array => $network->call($worker, 'Aurpay');
        };
        $details = static fn (RoundTrips $network): \Closure =>
            static fn (): array => $network->details('Aurpay', self::DETAILS);

        return [
            'a web request\'s first call' => fn (): array => ['round trips' => $this->slope($firstCall)],
            self::DETAILS . ' details at once' => fn (): array => ['round trips' => $this->slope($details)],
        ];
    }

    /**
     * Counts round trips: measures how much longer something takes if each round trip takes longer. The time for
     * computing does not depend on the network, so it cancels out.
     *
     * @param \Closure(RoundTrips): (\Closure(): array{ms: float}) $prepare
     */
    private function slope(\Closure $prepare): float
    {
        $least = [];
        $roundTrip = [];
        foreach ([self::NEAR_MILLISECONDS, self::FAR_MILLISECONDS] as $milliseconds) {
            $network = new RoundTrips($this->tools, $this->php, $milliseconds);
            $measure = $prepare($network);
            $times = [];
            for ($i = 0; $i < self::REPETITIONS; $i++) {
                $times[] = $measure()['ms'];
            }
            // Take the minimum, as disturbances only add time.
            $least[] = min($times);
            $roundTrip[] = $network->nanoseconds / 1e6;
        }

        return ($least[1] - $least[0]) / ($roundTrip[1] - $roundTrip[0]);
    }

    /** @param \Closure(): float $count */
    private static function median(\Closure $count): float
    {
        return (new Sample([$count(), $count(), $count()]))->median();
    }
}
