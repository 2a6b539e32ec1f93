/* The extension's part of phpinfo(), which "php --ri aurpay" prints, too. It needs no network and has no
 * secret. */
#ifndef PHP_AURPAY_INFORMATION_H
#define PHP_AURPAY_INFORMATION_H

/** Prints what this process has loaded and counted, and the table "Diagnostics". The extension's settings of
 *  php.ini are the caller's. aurpay-doctor reads the rows by their names. */
void php_aurpay_information_print(void);

#endif
