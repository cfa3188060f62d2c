/* Stands before the C library: counts what the program does to its database file and the write-ahead log beside it, and
   at one of these calls lets the disk fail. Orders lie in a file that the test writes and this process has mapped. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { NOTHING, KILL, TEAR, FULL, BROKEN };
static volatile struct { int32_t how, at, count; } *orders;

__attribute__((constructor)) static void read_orders(void) {
    const char *path = getenv("FAULT_ORDERS");
    int fd = path ? open(path, O_RDWR) : -1;
    void *mapped = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof *orders, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (mapped == MAP_FAILED) abort();
    orders = mapped;
    close(fd);
}

static int is_of_the_database(int fd) {
    char name[64], path[4096];
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strstr(path, "/micromoed.sqlite3") && !strstr(path, "-shm");
}

/* What happens at this call. A disk that is full still syncs. */
static int fate(int fd, int is_write) {
    if (!orders || orders->how == NOTHING || (orders->how == FULL && !is_write) || !is_of_the_database(fd))
        return NOTHING;
    return __sync_add_and_fetch(&orders->count, 1) == orders->at ? orders->how : NOTHING;
}

static int fails(int how) {
    if (how == KILL || how == TEAR) kill(getpid(), SIGKILL);
    errno = how == FULL ? ENOSPC : EIO;
    return how != NOTHING;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define PWRITE(name)                                                          \
    ssize_t name(int fd, const void *bytes, size_t length, off_t place) {     \
        int how = fate(fd, 1);                                                \
        if (how == TEAR) REAL(name)(fd, bytes, length / 2, place);            \
        return fails(how) ? -1 : REAL(name)(fd, bytes, length, place);        \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int fd, const void *bytes, size_t length) {
    int how = fate(fd, 1);
    if (how == TEAR) REAL(write)(fd, bytes, length / 2);
    return fails(how) ? -1 : REAL(write)(fd, bytes, length);
}

#define SYNC(name)                                                            \
    int name(int fd) { return fails(fate(fd, 0)) ? -1 : REAL(name)(fd); }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name)                                                        \
    int name(int fd, off_t length) { return fails(fate(fd, 0)) ? -1 : REAL(name)(fd, length); }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)
