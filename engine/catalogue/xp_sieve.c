/* The sieve's inner loop, once for each kind of machine.
 *
 * All that differs is how 64 bytes become 64 bits, letter or not: letters(). SSE2 is there on every x86-64 and NEON on every
 * aarch64; AVX2 halves that part and is taken where the processor has it. The rest is one inlined loop, so that a variant
 * costs three lines and the tests can hold them against each other.
 */
#include "xp_sieve.h"

#include "../bytes/xp_marks.h"

/* ---- 64 bytes to 64 bits ------------------------------------------------------------------------------------------- */

/* Bit 7 of each of eight bytes becomes set for a letter or '_'. */
XP_INLINE uint64_t letters8(uint64_t x)
{
    uint64_t low = (x | XP_EACH8(0x20)) & XP_EACH8(0x7F), above = low + XP_EACH8(0x80 - 'a'),
             below = low + XP_EACH8(0x80 - 'z' - 1),
             underscore = ((x & XP_EACH8(0x7F)) ^ XP_EACH8('_')) + XP_EACH8(0x7F);

    return ((above & ~below) | ~underscore) & ~x & XP_EACH8(0x80);
}

XP_INLINE uint64_t letters_portable(const unsigned char *p)
{
    uint64_t bits = 0;

    for (int i = 0; i < 64; i += 8)
        bits |= xp_gather8(letters8(xp_load8_in_order((const char *)p + i))) << i;
    return bits;
}

#if defined(XP_SSE2)

/* Shifted so that 'a' is the lowest signed byte, one comparison tells a letter. */
XP_INLINE uint64_t letters16(const unsigned char *p)
{
    __m128i x = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i y = _mm_add_epi8(_mm_or_si128(x, _mm_set1_epi8(0x20)), _mm_set1_epi8(0x80 - 'a'));

    y = _mm_cmplt_epi8(y, _mm_set1_epi8(-128 + 26));
    y = _mm_or_si128(y, _mm_cmpeq_epi8(x, _mm_set1_epi8('_')));
    return (uint64_t)(unsigned)_mm_movemask_epi8(y);
}

XP_INLINE uint64_t letters_sse2(const unsigned char *p)
{
    return letters16(p) | letters16(p + 16) << 16 | letters16(p + 32) << 32 | letters16(p + 48) << 48;
}

XP_AVX2 XP_INLINE uint64_t letters32(const unsigned char *p)
{
    __m256i x = _mm256_loadu_si256((const __m256i *)(const void *)p);
    __m256i y = _mm256_add_epi8(_mm256_or_si256(x, _mm256_set1_epi8(0x20)), _mm256_set1_epi8(0x80 - 'a'));

    y = _mm256_cmpgt_epi8(_mm256_set1_epi8(-128 + 26), y);
    y = _mm256_or_si256(y, _mm256_cmpeq_epi8(x, _mm256_set1_epi8('_')));
    return (uint64_t)(unsigned)_mm256_movemask_epi8(y);
}

XP_AVX2 XP_INLINE uint64_t letters_avx2(const unsigned char *p)
{
    return letters32(p) | letters32(p + 32) << 32;
}

#elif defined(XP_NEON)

XP_INLINE uint8x16_t letters16(const unsigned char *p)
{
    uint8x16_t x = vld1q_u8(p);
    uint8x16_t y = vcltq_u8(vsubq_u8(vorrq_u8(x, vdupq_n_u8(0x20)), vdupq_n_u8('a')), vdupq_n_u8(26));

    return vorrq_u8(y, vceqq_u8(x, vdupq_n_u8('_')));
}

XP_INLINE uint64_t letters_neon(const unsigned char *p)
{
    return xp_gather(letters16(p), letters16(p + 16), letters16(p + 32), letters16(p + 48));
}
#endif

/* ---- The loop ------------------------------------------------------------------------------------------------------- */

XP_INLINE uint32_t hash32(uint32_t key)
{
    return key * UINT32_C(0x9E3779B1);
}

XP_INLINE uint32_t hash64(uint64_t key)
{
    return (uint32_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 32);
}

XP_INLINE bool is_set(const uint32_t *map, unsigned log, uint32_t hash)
{
    return map[hash >> (32 - log)] >> (hash & 31) & 1;
}

static void set(uint32_t *map, unsigned log, uint32_t hash)
{
    map[hash >> (32 - log)] |= UINT32_C(1) << (hash & 31);
}

/* The second look, at what the first has found: one place in ten. Kept out of the loop, which needs the registers. */
static XP_APART bool comes_through(const xp_sieve *sieve, const unsigned char *p)
{
    return is_set(sieve->second, XP_SIEVE_LOG2, hash64(xp_sieve_wide(p))) ||
           is_set(sieve->second, XP_SIEVE_LOG2, hash64(xp_sieve_narrow(p)));
}

/* The 64 bytes at `at` and what must be readable behind them in a copy, for the text ends there. */
static XP_APART const unsigned char *last_block(xp_sieve_pass *pass, size_t at)
{
    size_t left = pass->end - at;

    memset(pass->last, 0, sizeof pass->last);
    return memcpy(pass->last, pass->text + at, left < sizeof pass->last ? left : sizeof pass->last);
}

/* `letters` is a constant at each place of use, so the compiler puts the variant itself here. */
XP_INLINE size_t next(const xp_sieve *sieve, xp_sieve_pass *pass, uint64_t (*letters)(const unsigned char *p))
{
    const unsigned char *block = pass->block;
    uint64_t starts = pass->starts, inside = pass->inside, bits;
    size_t at = pass->at;

    for (;;) {
        if (starts)
            do {
                const unsigned char *place = block + xp_lowest(starts);

                if (is_set(sieve->first, XP_SIEVE_LOG, hash32(xp_sieve_narrow(place))) && comes_through(sieve, place)) {
                    pass->starts = starts & (starts - 1);
                    pass->inside = inside;
                    pass->block = block;
                    pass->at = at;
                    pass->place = place;
                    return at - 64 + (size_t)(place - block);
                }
            } while ((starts &= starts - 1) != 0);
        if (at >= pass->end)
            break;
        block = pass->end - at < sizeof pass->last ? last_block(pass, at) : pass->text + at;
        bits = letters(block);
        starts = bits & ~(bits << 1 | inside);
        inside = bits >> 63;
        at += 64;
    }
    pass->starts = 0;
    pass->at = at;
    return pass->end;
}

static size_t next_portable(const xp_sieve *sieve, xp_sieve_pass *pass)
{
    return next(sieve, pass, letters_portable);
}

#if defined(XP_SSE2)
static size_t next_sse2(const xp_sieve *sieve, xp_sieve_pass *pass)
{
    return next(sieve, pass, letters_sse2);
}

XP_AVX2 static size_t next_avx2(const xp_sieve *sieve, xp_sieve_pass *pass)
{
    return next(sieve, pass, letters_avx2);
}
#elif defined(XP_NEON)
static size_t next_neon(const xp_sieve *sieve, xp_sieve_pass *pass)
{
    return next(sieve, pass, letters_neon);
}
#endif

/* ---- Set-up --------------------------------------------------------------------------------------------------------- */

void xp_sieve_choose(xp_sieve *sieve, xp_sieve_kind kind)
{
    sieve->next = next_portable;
    if (kind == XP_SIEVE_PORTABLE)
        return;
#if defined(XP_SSE2)
    __builtin_cpu_init();
    sieve->next = next_sse2;
    if (kind == XP_SIEVE_BEST && xp_has_avx2())
        sieve->next = next_avx2;
#elif defined(XP_NEON)
    sieve->next = next_neon;
#endif
}

void xp_sieve_add(xp_sieve *sieve, const unsigned char *bytes, bool is_wide)
{
    set(sieve->first, XP_SIEVE_LOG, hash32(xp_sieve_narrow(bytes)));
    set(sieve->second, XP_SIEVE_LOG2, hash64(is_wide ? xp_sieve_wide(bytes) : xp_sieve_narrow(bytes)));
}

void xp_sieve_start(xp_sieve_pass *pass, const unsigned char *text, size_t len)
{
    pass->text = text;
    pass->at = 0;
    pass->end = len;
    pass->starts = pass->inside = 0;
}
