'use strict';

// A pay URL is BASE/#/cashier/…, as in the vendor's documents. The server does not see what follows the #.
function leadToTheCashier() {
    if (location.hash.startsWith('#/cashier/')) {
        location.replace(`cashier${location.hash}`);
    }
}

window.addEventListener('hashchange', leadToTheCashier);
leadToTheCashier();
