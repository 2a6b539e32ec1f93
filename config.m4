PHP_ARG_ENABLE([aurpay],
  [whether to enable the Aurpay payment client],
  [AS_HELP_STRING([--enable-aurpay], [Enable the Aurpay payment client])])

if test "$PHP_AURPAY" != "no"; then
  dnl Check for everything here: these errors name the package to install, a compiler error would not.
  if test -n "$PHP_CONFIG"; then
    AC_MSG_CHECKING([for PHP 8.2 or later])
    aurpay_php_version=`$PHP_CONFIG --version`
    AC_MSG_RESULT([$aurpay_php_version])
    if test "`$PHP_CONFIG --vernum`" -lt 80200; then
      AC_MSG_ERROR([PHP 8.2 or later is needed, but $PHP_CONFIG belongs to PHP $aurpay_php_version: use the phpize and --with-php-config of the PHP that will load the extension])
    fi
  fi
  if test -z "$PKG_CONFIG" && test -z "$AURPAY_CURL_LIBS" && test -z "$AURPAY_CRYPTO_LIBS"; then
    AC_MSG_ERROR([pkg-config is needed to find libcurl and OpenSSL (Debian: pkg-config, RHEL: pkgconf-pkg-config, Alpine: pkgconf)])
  fi
  m4_define([aurpay_needs_curl],
    [libcurl 7.74 or later with its headers is needed (Debian: libcurl4-openssl-dev, RHEL: libcurl-devel, Alpine: curl-dev)])
  m4_define([aurpay_needs_crypto],
    [OpenSSL 1.1.1 or later with its headers is needed (Debian: libssl-dev, RHEL: openssl-devel, Alpine: openssl-dev)])
  PKG_CHECK_MODULES([AURPAY_CURL], [libcurl >= 7.74.0], [], [AC_MSG_ERROR([aurpay_needs_curl])])
  PKG_CHECK_MODULES([AURPAY_CRYPTO], [libcrypto >= 1.1.1 libssl >= 1.1.1], [], [AC_MSG_ERROR([aurpay_needs_crypto])])

  dnl Check the headers too: even if pkg-config finds a library, they can be missing or of another version.
  aurpay_saved_cppflags=$CPPFLAGS
  CPPFLAGS="$CPPFLAGS $AURPAY_CURL_CFLAGS"
  AC_MSG_CHECKING([for the headers of libcurl])
  AC_PREPROC_IFELSE([AC_LANG_SOURCE([[
#include <curl/curl.h>
#if LIBCURL_VERSION_NUM < 0x074a00
#error too old
#endif
  ]])], [AC_MSG_RESULT([yes])], [AC_MSG_RESULT([no]); AC_MSG_ERROR([aurpay_needs_curl])])
  CPPFLAGS="$aurpay_saved_cppflags $AURPAY_CRYPTO_CFLAGS"
  AC_MSG_CHECKING([for the headers of OpenSSL])
  AC_PREPROC_IFELSE([AC_LANG_SOURCE([[
#include <openssl/evp.h>
#if OPENSSL_VERSION_NUMBER < 0x10101000L
#error too old
#endif
  ]])], [AC_MSG_RESULT([yes])], [AC_MSG_RESULT([no]); AC_MSG_ERROR([aurpay_needs_crypto])])
  CPPFLAGS=$aurpay_saved_cppflags

  PHP_EVAL_INCLINE([$AURPAY_CURL_CFLAGS])
  PHP_EVAL_INCLINE([$AURPAY_CRYPTO_CFLAGS])
  PHP_EVAL_LIBLINE([$AURPAY_CURL_LIBS], [AURPAY_SHARED_LIBADD])
  PHP_EVAL_LIBLINE([$AURPAY_CRYPTO_LIBS], [AURPAY_SHARED_LIBADD])
  PHP_SUBST([AURPAY_SHARED_LIBADD])

  AURPAY_SOURCES="aurpay.c \
    src/core/attempt.c \
    src/core/buffer.c \
    src/core/call.c \
    src/core/callback.c \
    src/core/character.c \
    src/core/clock.c \
    src/core/credentials.c \
    src/core/decimal.c \
    src/core/digest.c \
    src/core/echo.c \
    src/core/endpoint.c \
    src/core/exchange.c \
    src/core/hmac.c \
    src/core/hooks.c \
    src/core/json_numbers.c \
    src/core/library.c \
    src/core/nearest.c \
    src/core/openssl_errors.c \
    src/core/openssl_start.c \
    src/core/outcome.c \
    src/core/pool.c \
    src/core/request.c \
    src/core/response.c \
    src/core/result.c \
    src/core/retry.c \
    src/core/reuse.c \
    src/core/setup.c \
    src/core/signer.c \
    src/core/socket.c \
    src/core/text.c \
    src/core/tls_fault.c \
    src/core/tls_state.c \
    src/core/transport.c \
    src/core/trust.c \
    src/core/validate.c \
    src/providers/aurpay.c \
    src/providers/azpays.c \
    src/providers/enayapay.c \
    src/providers/enayapay_ipin.c \
    src/php/anchor.c \
    src/php/arguments.c \
    src/php/aurpay_client.c \
    src/php/azpays.c \
    src/php/call.c \
    src/php/ca_setting.c \
    src/php/callback.c \
    src/php/callback_headers.c \
    src/php/client.c \
    src/php/constants.c \
    src/php/credentials.c \
    src/php/decode.c \
    src/php/enayapay.c \
    src/php/encode.c \
    src/php/encoder.c \
    src/php/envelope.c \
    src/php/exceptions.c \
    src/php/fault.c \
    src/php/frame.c \
    src/php/handler.c \
    src/php/ignored_proxy.c \
    src/php/information.c \
    src/php/lightning.c \
    src/php/logger.c \
    src/php/methods.c \
    src/php/object.c \
    src/php/options.c \
    src/php/order.c \
    src/php/pages.c \
    src/php/perform.c \
    src/php/recovery.c \
    src/php/redact.c \
    src/php/resource.c \
    src/php/secrets.c \
    src/php/snapshot.c \
    src/php/transaction.c \
    src/php/wallet.c"

  PHP_NEW_EXTENSION([aurpay], [$AURPAY_SOURCES], [$ext_shared],,
    [-fvisibility=hidden -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/core])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/providers])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php])
  PHP_ADD_EXTENSION_DEP(aurpay, json)
  PHP_ADD_EXTENSION_DEP(aurpay, date)
  PHP_ADD_EXTENSION_DEP(aurpay, spl)
fi
