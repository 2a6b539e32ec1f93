--TEST--
A framework's header objects, for one header or for all, are a TypeError that names their class; headers that are not used may be anything
--FILE--
<?php

namespace Symfony\Component\HttpFoundation {
    final class HeaderBag
    {
    }
}

namespace CodeIgniter\HTTP {
    final class Header
    {
        public function __toString(): string
        {
            throw new \LogicException('nobody asks it');
        }
    }
}

namespace AurpayTest {
    use Aurpay\Callback;
    use CodeIgniter\HTTP\Header;
    use Symfony\Component\HttpFoundation\HeaderBag;

    require __DIR__ . '/../support/callbacks.php';

    $callback = new Callback(TOKEN, SECRET);
    throws(static fn () => $callback->verify(URL, new HeaderBag()));
    throws(static fn () => $callback->verify(URL, false));
    foreach (['Callback-Token', 'Date', 'Signature'] as $name) {
        foreach ([new Header(), [new Header()], ['x', new Header()]] as $value) {
            throws(static fn () => $callback->verify(URL, [$name => $value] + headers()));
        }
    }
    throws(static fn () => $callback->verify(URL, ['HTTP_DATE' => new Header()] + $callback->sign(URL, server: true)));
    throws(static fn () => Callback::forApiKey('key')->verify(URL, ['Api-Key' => new class() {}]));
    verify(['Host' => new Header(), 'Accept' => [new Header()], 5 => new Header()] + headers());
    verify([]);
}
?>
--EXPECTF--
TypeError: Aurpay\Callback::verify(): Argument #2 ($headers) must be of type array, Symfony\Component\HttpFoundation\HeaderBag given
TypeError: Aurpay\Callback::verify(): Argument #2 ($headers) must be of type array, %s given
TypeError: Aurpay\Callback::verify(): Argument #2 ($headers) must have strings, or lists of one string, as values; the header "Callback-Token" is an object of CodeIgniter\HTTP\Header: pass its text
TypeError: Aurpay\Callback::verify(): Argument #2 ($headers) must have strings, or lists of one string, as values; the header "Callback-Token" is an object of CodeIgniter\HTTP\Header: pass its text
TypeError: Aurpay\Callback::verify(): Argument #2 ($headers) must have strings, or lists of one string, as values; the header "Callback-Token" is an object of CodeIgniter\HTTP\Header: pass its text
TypeError: Aurpay\Callback::verify(): Argument #2 ($headers) must have strings, or lists of one string, as values; the header "Date" is an object of CodeIgniter\HTTP\Header: pass its text
TypeError: Aurpay\Callback::verify(): Argument #2 ($headers) must have strings, or lists of one string, as values; the header "Date" is an object of CodeIgniter\HTTP\Header: pass its text
TypeError: Aurpay\Callback::verify(): Argument #2 ($headers) must have strings, or lists of one string, as values; the header "Date" is an object of CodeIgniter\HTTP\Header: pass its text
TypeError: Aurpay\Callback::verify(): Argument #2 ($headers) must have strings, or lists of one string, as values; the header "Signature" is an object of CodeIgniter\HTTP\Header: pass its text
TypeError: Aurpay\Callback::verify(): Argument #2 ($headers) must have strings, or lists of one string, as values; the header "Signature" is an object of CodeIgniter\HTTP\Header: pass its text
TypeError: Aurpay\Callback::verify(): Argument #2 ($headers) must have strings, or lists of one string, as values; the header "Signature" is an object of CodeIgniter\HTTP\Header: pass its text
TypeError: Aurpay\Callback::verify(): Argument #2 ($headers) must have strings, or lists of one string, as values; the header "Date" is an object of CodeIgniter\HTTP\Header: pass its text
TypeError: Aurpay\Callback::verify(): Argument #2 ($headers) must have strings, or lists of one string, as values; the header "Api-Key" is an object of class@anonymous: pass its text
[]
MissingHeader: The callback has no "Callback-Token" header
