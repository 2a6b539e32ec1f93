PHP_ARG_ENABLE([aurpay],
  [whether to enable the Aurpay payment client],
  [AS_HELP_STRING([--enable-aurpay], [Enable the Aurpay payment client])])

if test "$PHP_AURPAY" != "no"; then
  PKG_CHECK_MODULES([AURPAY_CURL], [libcurl >= 7.74.0], [],
    [AC_MSG_ERROR([libcurl 7.74 or later with its headers is needed (Debian: libcurl4-openssl-dev, RHEL: libcurl-devel, Alpine: curl-dev)])])
  PKG_CHECK_MODULES([AURPAY_CRYPTO], [libcrypto >= 1.1.1], [],
    [AC_MSG_ERROR([OpenSSL 1.1.1 or later with its headers is needed (Debian: libssl-dev, RHEL: openssl-devel, Alpine: openssl-dev)])])

  PHP_EVAL_INCLINE([$AURPAY_CURL_CFLAGS])
  PHP_EVAL_INCLINE([$AURPAY_CRYPTO_CFLAGS])
  PHP_EVAL_LIBLINE([$AURPAY_CURL_LIBS], [AURPAY_SHARED_LIBADD])
  PHP_EVAL_LIBLINE([$AURPAY_CRYPTO_LIBS], [AURPAY_SHARED_LIBADD])
  PHP_SUBST([AURPAY_SHARED_LIBADD])

  AURPAY_SOURCES="aurpay.c \
    src/core/buffer.c \
    src/core/clock.c \
    src/core/credentials.c \
    src/core/decimal.c \
    src/core/digest.c \
    src/core/endpoint.c \
    src/core/exchange.c \
    src/core/json_numbers.c \
    src/core/outcome.c \
    src/core/pool.c \
    src/core/request.c \
    src/core/response.c \
    src/core/retry.c \
    src/core/signer.c \
    src/core/transport.c \
    src/core/validate.c \
    src/providers/aurpay.c \
    src/providers/azpays.c \
    src/providers/enayapay.c \
    src/providers/enayapay_ipin.c \
    src/php/anchor.c \
    src/php/azpays.c \
    src/php/call.c \
    src/php/callback.c \
    src/php/client.c \
    src/php/constants.c \
    src/php/credentials.c \
    src/php/decode.c \
    src/php/enayapay.c \
    src/php/encode.c \
    src/php/encode_values.c \
    src/php/envelope.c \
    src/php/exceptions.c \
    src/php/handler.c \
    src/php/lightning.c \
    src/php/logger.c \
    src/php/options.c \
    src/php/order.c \
    src/php/pages.c \
    src/php/redact.c \
    src/php/resource.c \
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
