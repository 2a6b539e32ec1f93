/* Linked by ./dev coverage into the tests of the core, with -Wl,--wrap=_exit: a child that ends with _exit()
 * runs no exit handlers, so it would not write what it has covered. */

/* gcc's, and the linker's --wrap requires these names. */
/* NOLINTBEGIN(bugprone-reserved-identifier) */
void __gcov_dump(void);
_Noreturn void __real__exit(int status);
_Noreturn void __wrap__exit(int status);

_Noreturn void __wrap__exit(int status)
{
    __gcov_dump();
    __real__exit(status);
}
/* NOLINTEND(bugprone-reserved-identifier) */
