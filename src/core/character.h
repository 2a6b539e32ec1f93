/* Which bytes may stand where. Independent of the locale, unlike <ctype.h>. */
#ifndef AURPAY_CORE_CHARACTER_H
#define AURPAY_CORE_CHARACTER_H

#include "common.h"

/** Classes of bytes; a byte may be of several. None above ASCII is of any. */
enum aurpay_character {
    AURPAY_CHARACTER_DIGIT = 1,
    AURPAY_CHARACTER_LETTER = 2,
    /** In a host's name: letters, digits, point and hyphen. */
    AURPAY_CHARACTER_HOST = 4,
    /** In a query, as it is: RFC 3986's unreserved ones, and the colon. The vendor's own examples send
     *  `st=2024-10-10T00:00:00`, and the signature covers exactly these bytes. */
    AURPAY_CHARACTER_QUERY = 8,
    /** In a path (RFC 3986's pchar and the slash) or a query (these and the question mark). */
    AURPAY_CHARACTER_TARGET = 16,
    /** In a URL that needs no second look: visible ASCII without backslash and number sign. */
    AURPAY_CHARACTER_URL = 32,
    /** In a JSON string, as it is: visible ASCII and the blank, without quotation mark and backslash. */
    AURPAY_CHARACTER_JSON = 64
};

/** The classes of each byte. */
extern const unsigned char aurpay_character_classes[256];

/** Whether a byte is of one of the classes. */
static inline bool aurpay_character_is(char byte, int classes)
{
    return (aurpay_character_classes[(unsigned char)byte] & classes) != 0;
}

/** The first byte from @p text on that is of none of the classes, or @p end. */
static inline const char *aurpay_character_span(const char *text, const char *end, int classes)
{
    while (text < end && aurpay_character_is(*text, classes)) {
        text++;
    }
    return text;
}

/** The value of a hexadecimal digit, or -1. */
static inline int aurpay_character_hex_value(char byte)
{
    if (byte >= '0' && byte <= '9') {
        return byte - '0';
    }
    if (byte >= 'a' && byte <= 'f') {
        return byte - 'a' + 10;
    }
    return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

#endif
