/* For windows.sh: makes mingw's headers pass for those of MSVC, which PHP's headers for Windows expect. */
#include <_mingw.h>

/* mingw's is `extern`, and PHP adds `static`. */
#undef __forceinline
#define __forceinline __inline__ __attribute__((__always_inline__))

/* PHP defines pid_t and struct timespec itself. These are the guards of mingw's definitions. */
#define _PID_T_
#define _TIMESPEC_DEFINED
