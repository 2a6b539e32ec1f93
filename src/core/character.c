#include "character.h"

#define JSON AURPAY_CHARACTER_JSON
/* Visible, with no part in a path or a query. */
#define SIGN (JSON | AURPAY_CHARACTER_URL)
#define MARK (SIGN | AURPAY_CHARACTER_TARGET)
#define SAFE (MARK | AURPAY_CHARACTER_QUERY)
#define NAME (SAFE | AURPAY_CHARACTER_HOST)
#define DIGIT (NAME | AURPAY_CHARACTER_DIGIT)
#define UPPER (NAME | AURPAY_CHARACTER_LETTER)
#define LOWER UPPER
/* The quotation mark ends a JSON string; the number sign begins a fragment. */
#define QUOTE AURPAY_CHARACTER_URL
#define HASH JSON

/* clang-format off */
const unsigned char aurpay_character_classes[256] = {
    /* control characters */
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    /*       !      "      #      $      %      &      ' */
    JSON,  MARK,  QUOTE, HASH,  MARK,  MARK,  MARK,  MARK,
    /* (     )      *      +      ,      -      .      / */
    MARK,  MARK,  MARK,  MARK,  MARK,  NAME,  NAME,  MARK,
    /* 0     1      2      3      4      5      6      7 */
    DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT,
    /* 8     9      :      ;      <      =      >      ? */
    DIGIT, DIGIT, SAFE,  MARK,  SIGN,  MARK,  SIGN,  MARK,
    /* @     A      B      C      D      E      F      G */
    MARK,  UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER,
    /* H     I      J      K      L      M      N      O */
    UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER,
    /* P     Q      R      S      T      U      V      W */
    UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER,
    /* X     Y      Z      [      \      ]      ^      _ */
    UPPER, UPPER, UPPER, SIGN,  0,     SIGN,  SIGN,  SAFE,
    /* `     a      b      c      d      e      f      g */
    SIGN,  LOWER, LOWER, LOWER, LOWER, LOWER, LOWER, LOWER,
    /* h     i      j      k      l      m      n      o */
    LOWER, LOWER, LOWER, LOWER, LOWER, LOWER, LOWER, LOWER,
    /* p     q      r      s      t      u      v      w */
    LOWER, LOWER, LOWER, LOWER, LOWER, LOWER, LOWER, LOWER,
    /* x     y      z      {      |      }      ~      DEL */
    LOWER, LOWER, LOWER, SIGN,  SIGN,  SIGN,  SAFE,  0,
    /* nothing above ASCII */
};
/* clang-format on */
