/* libcurl's code in memory. */
#ifndef AURPAY_CORE_LIBRARY_H
#define AURPAY_CORE_LIBRARY_H

/** Keeps libcurl in memory until the process ends. A name lookup may go on in a thread of libcurl after the
 *  call that gave it up (CURLOPT_QUICK_EXIT), and after the end of the pool (CURLMOPT_QUICK_EXIT). The thread
 *  would crash if libcurl were unloaded with the extension. Call it before the first lookup of a pool: it
 *  takes the loader 50 microseconds. It reports nothing: a libcurl that is linked into PHP, for which it
 *  cannot be done, is never unloaded. */
void aurpay_library_keep(void);

#endif
