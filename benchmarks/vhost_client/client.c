/* A bare driver for a vhost-user-blk device: what a guest's driver does, and no guest.
 *
 *   client SOCKET SIZE
 *
 * connects, fills the first SIZE bytes of the disk with random data, prints "ready", and then does
 * what each line of its standard input says, printing a line for each:
 *
 *   read|write LENGTH DEPTH SECONDS SEED SPIN   requests a second, and the share of the time (0 to 1)
 *                                               that this process was busy
 *
 * LENGTH up to 4 KiB goes to random places, more follows each other. SPIN 1: look for answers
 * without ever sleeping. As Linux does it, a request is three descriptors in an indirect table, and
 * notifications are left out by event indices.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define RING 128
#define MAX_DEPTH 32
#define MAX_LENGTH (1 << 20)

enum { GET_FEATURES = 1, SET_FEATURES, SET_OWNER, SET_MEM_TABLE = 5, SET_VRING_NUM = 8,
       SET_VRING_ADDR, SET_VRING_BASE, SET_VRING_KICK = 12, SET_VRING_CALL,
       GET_PROTOCOL_FEATURES = 15, SET_PROTOCOL_FEATURES, SET_VRING_ENABLE = 18 };

#define F_FLUSH (1ull << 9)
#define F_PROTOCOL (1ull << 30)
#define F_INDIRECT (1ull << 28)
#define F_EVENT_IDX (1ull << 29)
#define F_VERSION_1 (1ull << 32)

struct descriptor { uint64_t address; uint32_t length; uint16_t flags, next; };
struct header { uint32_t type, reserved; uint64_t sector; };
struct request { struct descriptor table[3]; struct header header; uint8_t status; };

/* All that the device may see. Guest addresses are offsets from here. */
struct shared {
    struct descriptor descriptors[RING];
    struct { uint16_t flags, idx, ring[RING], used_event; } available;
    char gap[4096];
    struct { uint16_t flags, idx; struct { uint32_t id, length; } ring[RING]; uint16_t avail_event; }
        used __attribute__((aligned(4096)));
    struct request requests[MAX_DEPTH] __attribute__((aligned(4096)));
    uint8_t data[MAX_DEPTH][MAX_LENGTH] __attribute__((aligned(4096)));
};

static struct shared *shared;
static int sock, kick, call;
static uint16_t last_used;

static void fail(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(1);
}

static void tell(uint32_t request, const void *payload, uint32_t size, int fd)
{
    uint32_t head[3] = { request, 1, size };
    struct iovec parts[2] = { { head, sizeof head }, { (void *)payload, size } };
    char control[CMSG_SPACE(sizeof fd)] = { 0 };
    struct msghdr message = { .msg_iov = parts, .msg_iovlen = 2 };
    if (fd >= 0) {
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        struct cmsghdr *rights = CMSG_FIRSTHDR(&message);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(sizeof fd);
        memcpy(CMSG_DATA(rights), &fd, sizeof fd);
    }
    if (sendmsg(sock, &message, MSG_NOSIGNAL) < 0)
        fail("sendmsg");
}

static uint64_t ask(uint32_t request)
{
    struct { uint32_t head[3]; uint64_t value; } __attribute__((packed)) answer;
    tell(request, NULL, 0, -1);
    if (recv(sock, &answer, sizeof answer, MSG_WAITALL) != sizeof answer)
        fail("recv");
    return answer.value;
}

static void tell_u64(uint32_t request, uint64_t value, int fd)
{
    tell(request, &value, sizeof value, fd);
}

static void tell_state(uint32_t request, uint32_t value)
{
    uint32_t state[2] = { 0, value };
    tell(request, state, sizeof state, -1);
}

static void start(const char *path)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    int memory = memfd_create("guest", MFD_ALLOW_SEALING);
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    sock = socket(AF_UNIX, SOCK_STREAM, 0);
    if (ftruncate(memory, sizeof *shared) || fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK))
        fail("memfd");
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, memory, 0);
    if (shared == MAP_FAILED)
        fail("mmap");
    for (int tries = 0; connect(sock, (struct sockaddr *)&address, sizeof address); tries++) {
        if (tries == 500)
            fail(path);
        usleep(10000);
    }
    uint64_t wanted = F_FLUSH | F_PROTOCOL | F_INDIRECT | F_EVENT_IDX | F_VERSION_1;
    uint64_t features = ask(GET_FEATURES);
    if (wanted & ~features)
        fprintf(stderr, "not offered: %llx\n", (unsigned long long)(wanted & ~features));
    tell_u64(SET_PROTOCOL_FEATURES, ask(GET_PROTOCOL_FEATURES) & 0, -1);
    tell(SET_OWNER, NULL, 0, -1);
    tell_u64(SET_FEATURES, wanted & features, -1);
    uint64_t table[5] = { 1, 0, sizeof *shared, (uintptr_t)shared, 0 };
    tell(SET_MEM_TABLE, table, sizeof table, memory);
    tell_state(SET_VRING_NUM, RING);
    tell_state(SET_VRING_BASE, 0);
    struct { uint32_t index, flags; uint64_t descriptors, used, available, log; } places = {
        0, 0, (uintptr_t)shared->descriptors, (uintptr_t)&shared->used,
        (uintptr_t)&shared->available, 0 };
    tell(SET_VRING_ADDR, &places, sizeof places, -1);
    kick = eventfd(0, 0);
    call = eventfd(0, EFD_NONBLOCK);
    tell_u64(SET_VRING_CALL, 0, call);
    tell_u64(SET_VRING_KICK, 0, kick);
    tell_state(SET_VRING_ENABLE, 1);
    for (int i = 0; i < MAX_DEPTH; i++)
        for (int n = 0; n < MAX_LENGTH; n += 4)
            *(uint32_t *)(shared->data[i] + n) = random();
}

static uint64_t place(const void *at)
{
    return (uintptr_t)at - (uintptr_t)shared;
}

/* Put request number `slot` into the available ring; it is announced later. */
static void prepare(int slot, int writing, uint64_t offset, uint32_t length, uint16_t index)
{
    struct request *request = &shared->requests[slot];
    request->header = (struct header){ writing, 0, offset / 512 };
    request->status = 255;
    request->table[0] = (struct descriptor){ place(&request->header), sizeof request->header, 1, 1 };
    request->table[1] = (struct descriptor){ place(shared->data[slot]), length, writing ? 1 : 3, 2 };
    request->table[2] = (struct descriptor){ place(&request->status), 1, 2, 0 };
    shared->descriptors[slot] =
        (struct descriptor){ place(request->table), sizeof request->table, 4, 0 };
    shared->available.ring[index % RING] = slot;
}

static void announce(uint16_t before, uint16_t now)
{
    __atomic_store_n(&shared->available.idx, now, __ATOMIC_RELEASE);
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    uint16_t event = *(volatile uint16_t *)&shared->used.avail_event;
    if ((uint16_t)(now - event - 1) < (uint16_t)(now - before) && eventfd_write(kick, 1))
        fail("kick");
}

static uint16_t used_index(void)
{
    return __atomic_load_n(&shared->used.idx, __ATOMIC_ACQUIRE);
}

/* Wait until something was used. */
static void wait_used(int spin)
{
    struct pollfd wake[2] = { { call, POLLIN, 0 }, { sock, POLLIN, 0 } };
    while (used_index() == last_used) {
        if (spin)
            continue;
        *(volatile uint16_t *)&shared->available.used_event = last_used;
        __atomic_thread_fence(__ATOMIC_SEQ_CST);
        if (used_index() != last_used)
            return;
        if (poll(wake, 2, 20000) < 1 || wake[1].revents) {
            fprintf(stderr, "The server does not answer.\n");
            exit(1);
        }
        eventfd_t count;
        eventfd_read(call, &count);
    }
}

static double now(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec + time.tv_nsec * 1e-9;
}

static uint64_t next_offset(uint32_t length, uint64_t size, uint64_t *sequence, unsigned *seed)
{
    if (length <= 4096)
        return (((uint64_t)rand_r(seed) << 15 ^ rand_r(seed)) % (size / length)) * length;
    uint64_t offset = *sequence;
    *sequence = offset + 2 * length > size ? 0 : offset + length;
    return offset;
}

/* Keep `depth` requests under way for so long, or until `limit` are done; how many were. */
static long run(int writing, uint32_t length, int depth, double seconds, uint64_t size,
                unsigned seed, int spin, long limit)
{
    static uint16_t available;
    uint64_t sequence = 0;
    long done = 0, sent = 0;
    double end = now(CLOCK_MONOTONIC) + seconds;
    uint16_t before = available;
    for (int slot = 0; slot < depth && sent < limit; slot++, sent++)
        prepare(slot, writing, next_offset(length, size, &sequence, &seed), length, available++);
    announce(before, available);
    while (done < sent) {
        wait_used(spin);
        int going_on = now(CLOCK_MONOTONIC) < end;
        before = available;
        for (uint16_t used = used_index(); last_used != used; last_used++, done++) {
            int slot = shared->used.ring[last_used % RING].id;
            if (shared->requests[slot].status) {
                fprintf(stderr, "A request failed.\n");
                exit(1);
            }
            if (going_on && sent < limit) {
                uint64_t offset = next_offset(length, size, &sequence, &seed);
                prepare(slot, writing, offset, length, available++);
                sent++;
            }
        }
        if (available != before)
            announce(before, available);
    }
    return done;
}

int main(int count, char **words)
{
    if (count != 3)
        return 2;
    uint64_t size = strtoull(words[2], NULL, 10);
    start(words[1]);
    run(1, MAX_LENGTH, 4, 1e9, size, 1, 0, size / MAX_LENGTH);
    puts("ready");
    fflush(stdout);
    char operation[16];
    uint32_t length;
    int depth, spin;
    double seconds;
    unsigned seed;
    while (scanf("%15s %u %d %lf %u %d", operation, &length, &depth, &seconds, &seed, &spin) == 6) {
        if (depth < 1 || depth > MAX_DEPTH || length > MAX_LENGTH || length < 512)
            return 2;
        double busy = now(CLOCK_PROCESS_CPUTIME_ID), begun = now(CLOCK_MONOTONIC);
        long done = run(*operation == 'w', length, depth, seconds, size, seed, spin, 1L << 60);
        double elapsed = now(CLOCK_MONOTONIC) - begun;
        printf("%f %f\n", done / elapsed, (now(CLOCK_PROCESS_CPUTIME_ID) - busy) / elapsed);
        fflush(stdout);
    }
    return 0;
}
