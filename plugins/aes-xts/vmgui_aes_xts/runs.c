/* Sectors of a run, one after another, through OpenSSL's EVP interface.
 *
 * Neither Python's nor OpenSSL's headers are needed: the two functions come as pointers from the
 * library that is loaded, and ctypes gives the interpreter's lock up around the call.
 */

#include <stddef.h>
#include <stdint.h>

typedef int (*init_function)(void *context, const void *cipher, void *engine,
                             const unsigned char *key, const unsigned char *iv, int encrypt);
typedef int (*update_function)(void *context, unsigned char *out, int *written,
                               const unsigned char *in, int size);

struct loop {
    void *context;
    init_function init;
    update_function update;
    size_t sector_size;
    uint64_t tweak_step;
};

/* Sector number n has the tweak n * tweak_step: 16 bytes, little-endian. Returns 1, or 0 where
 * OpenSSL failed. */
int vmgui_xts_run(const struct loop *loop, const unsigned char *in, unsigned char *out,
                  size_t length, uint64_t sector)
{
    uint64_t number = sector * loop->tweak_step;
    unsigned char tweak[16] = {0};
    int good = 1, written;

    for (size_t at = 0; at < length; at += loop->sector_size) {
        for (int byte = 0; byte < 8; byte++)
            tweak[byte] = (unsigned char)(number >> (8 * byte));
        good &= loop->init(loop->context, NULL, NULL, NULL, tweak, -1);
        good &= loop->update(loop->context, out + at, &written, in + at, (int)loop->sector_size);
        number += loop->tweak_step;
    }
    return good;
}
