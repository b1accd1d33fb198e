/* Sectors of a run, one after another, through OpenSSL's EVP interface for AEADs.
 *
 * Neither Python's nor OpenSSL's headers are needed: the functions come as pointers from the
 * library that is loaded, and ctypes gives the interpreter's lock up around the call.
 *
 * A sector's tag (32 bytes): salt (12), number (4, big-endian), the AEAD's tag (16). Nonce: the
 * number as 12 bytes. Associated data: the sector's number as 8 bytes, big-endian.
 */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { SALT = 12, NUMBER = 4, AEAD_TAG = 16, TAG = 32 };
enum { GET_TAG = 0x10, SET_TAG = 0x11 }; /* EVP_CTRL_AEAD_GET_TAG, EVP_CTRL_AEAD_SET_TAG */
enum { GOOD, FORGED, FAILED };

typedef int (*init_function)(void *context, const void *cipher, void *engine,
                             const unsigned char *key, const unsigned char *iv, int encrypt);
typedef int (*update_function)(void *context, unsigned char *out, int *written,
                               const unsigned char *in, int size);
typedef int (*final_function)(void *context, unsigned char *out, int *written);
typedef int (*control_function)(void *context, int what, int size, void *value);

struct loop {
    void *context; /* with cipher, direction and key */
    init_function init;
    update_function update;
    final_function final;
    control_function control;
    size_t sector_size;
};

static void big_endian(unsigned char *out, uint64_t value, int size)
{
    while (size--) {
        out[size] = (unsigned char)value;
        value >>= 8;
    }
}

/* Nonce, associated data, and the data itself; 0 where OpenSSL failed. */
static int take_in(const struct loop *loop, const unsigned char *number, uint64_t sector,
                   const unsigned char *in, unsigned char *out, unsigned char *tag_to_check)
{
    unsigned char nonce[12] = {0}, place[8];
    int size = (int)loop->sector_size, written;

    memcpy(nonce + sizeof nonce - NUMBER, number, NUMBER);
    big_endian(place, sector, sizeof place);
    return loop->init(loop->context, NULL, NULL, NULL, nonce, -1) > 0 &&
           (!tag_to_check ||
            loop->control(loop->context, SET_TAG, AEAD_TAG, tag_to_check) > 0) &&
           loop->update(loop->context, NULL, &written, place, sizeof place) > 0 &&
           loop->update(loop->context, out, &written, in, size) > 0 && written == size;
}

/* Fills `sealed` and `tags`, the numbers counting up from `number`; 1, or 0 where OpenSSL failed. */
int vmgui_aead_seal(const struct loop *loop, const unsigned char *plain, unsigned char *sealed,
                    unsigned char *tags, size_t sectors, uint64_t first,
                    const unsigned char *salt, uint64_t number)
{
    unsigned char rest[AEAD_TAG];
    int written;

    for (size_t i = 0; i < sectors; i++) {
        unsigned char *tag = tags + i * TAG;
        size_t at = i * loop->sector_size;

        memcpy(tag, salt, SALT);
        big_endian(tag + SALT, number + i, NUMBER);
        if (!take_in(loop, tag + SALT, first + i, plain + at, sealed + at, NULL) ||
            loop->final(loop->context, rest, &written) <= 0 ||
            loop->control(loop->context, GET_TAG, AEAD_TAG, tag + SALT + NUMBER) <= 0)
            return 0;
    }
    return 1;
}

/* Fills `plain` as far as the sectors have the first one's salt and are authentic; how many those
 * are. `state` tells why it ended: GOOD at the end or at another salt. */
size_t vmgui_aead_open(const struct loop *loop, const unsigned char *sealed, unsigned char *plain,
                       unsigned char *tags, size_t sectors, uint64_t first, int *state)
{
    unsigned char rest[AEAD_TAG];
    int written;

    *state = GOOD;
    for (size_t i = 0; i < sectors; i++) {
        unsigned char *tag = tags + i * TAG;
        size_t at = i * loop->sector_size;

        if (memcmp(tag, tags, SALT))
            return i;
        if (!take_in(loop, tag + SALT, first + i, sealed + at, plain + at, tag + SALT + NUMBER)) {
            *state = FAILED;
            return i;
        }
        if (loop->final(loop->context, rest, &written) <= 0) {
            *state = FORGED;
            return i;
        }
    }
    return sectors;
}
