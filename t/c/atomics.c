/* APR's atomic operations, for ThreadSanitizer to see: httpd hands pools from thread to thread by them, and a library that is not
 * instrumented does that unseen. Loaded before APR (`make tsan`), these take the place of its own. */
#include <stdint.h>

#define SEEN __attribute__((visibility("default")))

SEEN uint32_t apr_atomic_read32(volatile uint32_t *mem);
SEEN void apr_atomic_set32(volatile uint32_t *mem, uint32_t val);
SEEN uint32_t apr_atomic_add32(volatile uint32_t *mem, uint32_t val);
SEEN void apr_atomic_sub32(volatile uint32_t *mem, uint32_t val);
SEEN uint32_t apr_atomic_inc32(volatile uint32_t *mem);
SEEN int apr_atomic_dec32(volatile uint32_t *mem);
SEEN uint32_t apr_atomic_cas32(volatile uint32_t *mem, uint32_t with, uint32_t cmp);
SEEN uint32_t apr_atomic_xchg32(volatile uint32_t *mem, uint32_t val);
SEEN void *apr_atomic_casptr(void *volatile *mem, void *with, void *cmp);
SEEN void *apr_atomic_xchgptr(void *volatile *mem, void *with);

uint32_t apr_atomic_read32(volatile uint32_t *mem)
{
    return __atomic_load_n(mem, __ATOMIC_SEQ_CST);
}

void apr_atomic_set32(volatile uint32_t *mem, uint32_t val)
{
    __atomic_store_n(mem, val, __ATOMIC_SEQ_CST);
}

uint32_t apr_atomic_add32(volatile uint32_t *mem, uint32_t val)
{
    return __atomic_fetch_add(mem, val, __ATOMIC_SEQ_CST);
}

void apr_atomic_sub32(volatile uint32_t *mem, uint32_t val)
{
    __atomic_fetch_sub(mem, val, __ATOMIC_SEQ_CST);
}

uint32_t apr_atomic_inc32(volatile uint32_t *mem)
{
    return __atomic_fetch_add(mem, 1, __ATOMIC_SEQ_CST);
}

int apr_atomic_dec32(volatile uint32_t *mem)
{
    return __atomic_sub_fetch(mem, 1, __ATOMIC_SEQ_CST) != 0;
}

uint32_t apr_atomic_cas32(volatile uint32_t *mem, uint32_t with, uint32_t cmp)
{
    __atomic_compare_exchange_n(mem, &cmp, with, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return cmp;
}

uint32_t apr_atomic_xchg32(volatile uint32_t *mem, uint32_t val)
{
    return __atomic_exchange_n(mem, val, __ATOMIC_SEQ_CST);
}

void *apr_atomic_casptr(void *volatile *mem, void *with, void *cmp)
{
    __atomic_compare_exchange_n(mem, &cmp, with, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return cmp;
}

void *apr_atomic_xchgptr(void *volatile *mem, void *with)
{
    return __atomic_exchange_n(mem, with, __ATOMIC_SEQ_CST);
}
