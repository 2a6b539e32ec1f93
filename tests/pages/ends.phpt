--TEST--
Order::each(), Transaction::each(): where a walk ends, which pages it asks for, and which answers are no page; a page number may be an int or its text
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

/** A page as JSON: its number, the last page's number, and its elements; null leaves a member out. */
function page(string|int|null $number, string|int|null $last, string $data): array
{
    $members = array_filter(['page' => $number, 'max_page' => $last], static fn ($value) => $value !== null);

    return success(rtrim(json_encode((object) $members), '}') . ($members ? ',' : '') . '"data":' . $data . '}');
}

function walk(string $what, array $filter, array ...$answers): void
{
    $recorder = new Recorder(...$answers);
    echo "{$what}\n ";
    foreach (['orders', 'transactions'] as $list) {
        $seen = [];
        try {
            foreach ($recorder->client('key', ['retries' => 0])->{$list}()->each($filter) as $element) {
                $seen[] = $element['n'];
            }
            $seen[] = 'end';
        } catch (\Aurpay\AurpayException $exception) {
            $seen[] = $exception::class . ': ' . $exception->getMessage();
        }
        if ($list === 'orders') {
            say(' ' . implode(' ', $seen));
            $first = $seen;
            $asked = array_map(static fn (array $request) => explode('page=', $request['target'])[1], $recorder->requests);
            echo '  asked for: ', implode(' ', $asked), "\n";
            $recorder = new Recorder(...$answers);
        } elseif ($seen !== $first) {
            echo "  NOT SO transactions: ", implode(' ', $seen), "\n";
        }
    }
}

walk('the last page that is named', [], page(1, 3, '[{"n":1}]'), page(2, 3, '[{"n":2}]'), page(3, 3, '[{"n":3}]'), page(4, 3, '[{"n":4}]'));
walk('numbers as text', [], page('1', '2', '[{"n":1}]'), page('2', '2', '[{"n":2}]'), page('3', '2', '[{"n":3}]'));
walk('one page', [], page(1, 1, '[{"n":1}]'));
walk('a list that grows while it is walked', [], page(1, 2, '[{"n":1}]'), page(2, 3, '[{"n":2}]'), page(3, 3, '[{"n":3}]'));
walk('a list that shrinks while it is walked', [], page(1, 3, '[{"n":1}]'), page(2, 2, '[{"n":2}]'), page(3, 2, '[{"n":3}]'));
walk('a list that has shrunk: an empty page', [], page(1, 3, '[{"n":1}]'), page(2, 1, '[]'));
walk('a list that has shrunk: a server that goes no further', [], page(1, 3, '[{"n":1}]'), page(2, 3, '[{"n":2}]'), page(2, 2, '[{"n":2}]'));
walk('the same, and its page has changed', [], page(1, 3, '[{"n":1}]'), page(2, 3, '[{"n":2}]'), page(2, 2, '[{"n":9}]'));
walk('an empty page in the middle', [], page(1, 3, '[{"n":1}]'), page(2, 3, '[]'));
walk('nothing at all', [], page(1, 0, '[]'));
walk('nothing at all, and there is no first page', [], page(0, 0, '[]'));
walk('null for nothing', [], page(1, 1, 'null'));
walk('no last page, until an empty one', [], page(1, null, '[{"n":1}]'), page(2, null, '[{"n":2}]'), page(3, null, '[]'));
walk('no last page, until the page before', [], page(1, null, '[{"n":1}]'), page(2, null, '[{"n":2}]'));
walk('no last page, until the content before', [], page(1, null, '[{"n":1,"a":[{"b":"c"}]}]'), page(2, null, '[{"n":2,"a":[{"b":"c"}]}]'),
    page(3, null, '[{"n":2,"a":[{"b":"c"}]}]'));
walk('the last page, but not which this is', [], page(null, 2, '[{"n":1}]'), page(null, 2, '[{"n":2}]'), page(null, 2, '[{"n":3}]'));
walk('no page named: the whole list', [], page(null, null, '[{"n":1},{"n":2}]'));
walk('no page named, from page 2 on', ['page' => 2], page(null, null, '[{"n":1},{"n":2}]'));
walk('from page 2 on', ['page' => 2], page(2, 3, '[{"n":2}]'), page(3, 3, '[{"n":3}]'));

echo "\n";
walk('another page', [], page(1, 5, '[{"n":1}]'), page(4, 5, '[{"n":4}]'));
walk('another page, from the start', ['page' => 2], page(1, 5, '[{"n":1}]'));
walk('another page, and it is empty', [], page(1, 5, '[{"n":1}]'), page(4, 5, '[]'));
walk('a server that does not look at the number', [], page(1, 3, '[{"n":1}]'));
walk('the same, and it repeats the number', [], page(1, 3, '[{"n":1}]'), page(2, 3, '[{"n":1}]'));
walk('a page that is suddenly not named', [], page(1, 3, '[{"n":1}]'), page(null, null, '[{"n":2}]'));
walk('an object for the list', [], page(1, 3, '[{"n":1}]'), page(2, 3, '{"a":{"n":2}}'));
walk('an object for the list, by number', [], page(1, 3, '{"1":{"n":1},"2":{"n":2}}'));
walk('text for the list', [], page(1, 3, '"x"'));
walk('no list', [], success('{"page":1,"max_page":3}'));
walk('null for the page', [], success('null'));
foreach (['1.0', '"x"', '""', '-1', '[1]', 'true', '"1 "', '12345678901234567890'] as $number) {
    walk("{$number} for a number", [], success('{"page":' . $number . ',"max_page":3,"data":[{"n":1}]}'));
}
walk('text for the last page', [], success('{"page":1,"max_page":"many","data":[{"n":1}]}'));
?>
--EXPECT--
the last page that is named
  1 2 3 end
  asked for: 1 2 3
numbers as text
  1 2 end
  asked for: 1 2
one page
  1 end
  asked for: 1
a list that grows while it is walked
  1 2 3 end
  asked for: 1 2 3
a list that shrinks while it is walked
  1 2 end
  asked for: 1 2
a list that has shrunk: an empty page
  1 end
  asked for: 1 2
a list that has shrunk: a server that goes no further
  1 2 end
  asked for: 1 2 3
the same, and its page has changed
  1 2 end
  asked for: 1 2 3
an empty page in the middle
  1 end
  asked for: 1 2
nothing at all
  end
  asked for: 1
nothing at all, and there is no first page
  end
  asked for: 1
null for nothing
  end
  asked for: 1
no last page, until an empty one
  1 2 end
  asked for: 1 2 3
no last page, until the page before
  1 2 end
  asked for: 1 2 3
no last page, until the content before
  1 2 end
  asked for: 1 2 3
the last page, but not which this is
  1 2 end
  asked for: 1 2
no page named: the whole list
  1 2 end
  asked for: 1
no page named, from page 2 on
  1 2 end
  asked for: 2
from page 2 on
  2 3 end
  asked for: 2 3

another page
  1 Aurpay\ResponseException: The answer is page 4, not page 2
  asked for: 1 2
another page, from the start
  Aurpay\ResponseException: The answer is page 1, not page 2
  asked for: 2
another page, and it is empty
  1 Aurpay\ResponseException: The answer is page 4, not page 2
  asked for: 1 2
a server that does not look at the number
  1 Aurpay\ResponseException: The answer for page 2 repeats the page before, but says that there are 3 pages
  asked for: 1 2
the same, and it repeats the number
  1 Aurpay\ResponseException: The answer for page 2 repeats the page before, but says that there are 3 pages
  asked for: 1 2
a page that is suddenly not named
  1 Aurpay\ResponseException: The answer for page 2 does not say which page it is, but earlier answers did
  asked for: 1 2
an object for the list
  1 Aurpay\ResponseException: The answer is not a page: it has no list "data"
  asked for: 1 2
an object for the list, by number
  Aurpay\ResponseException: The answer is not a page: it has no list "data"
  asked for: 1
text for the list
  Aurpay\ResponseException: The answer is not a page: it has no list "data"
  asked for: 1
no list
  Aurpay\ResponseException: The answer is not a page: it has no list "data"
  asked for: 1
null for the page
  Aurpay\ResponseException: GET /api/v2/order/ got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)
  asked for: 1
  NOT SO transactions: Aurpay\ResponseException: GET /api/v2/tx got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)
1.0 for a number
  Aurpay\ResponseException: The answer is not a page: its "page" is not a page number
  asked for: 1
"x" for a number
  Aurpay\ResponseException: The answer is not a page: its "page" is not a page number
  asked for: 1
"" for a number
  Aurpay\ResponseException: The answer is not a page: its "page" is not a page number
  asked for: 1
-1 for a number
  Aurpay\ResponseException: The answer is not a page: its "page" is not a page number
  asked for: 1
[1] for a number
  Aurpay\ResponseException: The answer is not a page: its "page" is not a page number
  asked for: 1
true for a number
  Aurpay\ResponseException: The answer is not a page: its "page" is not a page number
  asked for: 1
"1 " for a number
  Aurpay\ResponseException: The answer is not a page: its "page" is not a page number
  asked for: 1
12345678901234567890 for a number
  Aurpay\ResponseException: The answer is not a page: its "page" is not a page number
  asked for: 1
text for the last page
  Aurpay\ResponseException: The answer is not a page: its "max_page" is not a page number
  asked for: 1
