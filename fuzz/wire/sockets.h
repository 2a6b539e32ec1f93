/* The system calls of sockets, as the core and libcurl find them while the target `wire` runs. */
#ifndef AURPAY_FUZZ_WIRE_SOCKETS_H
#define AURPAY_FUZZ_WIRE_SOCKETS_H

/** How many of the next connections are refused. */
void sockets_refuse(int count);

#endif
