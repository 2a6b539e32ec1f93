/* st_mtim under -std=c11. */
#if !defined(_WIN32) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif

#include "trust.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>

#include "text.h"

/* Bounds the memory of a process that uses a new file for every client. */
#define MAX_FILES 32

/* All zero for a file that cannot be read. */
struct identity {
    uint64_t device;
    uint64_t inode;
    int64_t size;
    int64_t seconds;
    int64_t nanoseconds;
};

struct aurpay_trusted_file {
    struct aurpay_trusted_file *next;
    char *path;
    struct identity identity;
};

#ifdef _WIN32
typedef struct _stat64 file_status;
#define read_status _stat64
#define NANOSECONDS(status) 0
#elif defined(__APPLE__)
typedef struct stat file_status;
#define read_status stat
#define NANOSECONDS(status) ((status).st_mtimespec.tv_nsec)
#else
typedef struct stat file_status;
#define read_status stat
#define NANOSECONDS(status) ((status).st_mtim.tv_nsec)
#endif

static struct identity identify(const char *path)
{
    struct identity identity;
    file_status status;

    memset(&identity, 0, sizeof(identity));
    if (read_status(path, &status) == 0) {
        identity.device = (uint64_t)status.st_dev;
        identity.inode = (uint64_t)status.st_ino;
        identity.size = (int64_t)status.st_size;
        identity.seconds = (int64_t)status.st_mtime;
        identity.nanoseconds = (int64_t)NANOSECONDS(status);
    }
    return identity;
}

static bool is_same(const struct identity *left, const struct identity *right)
{
    return left->device == right->device && left->inode == right->inode && left->size == right->size &&
           left->seconds == right->seconds && left->nanoseconds == right->nanoseconds;
}

static enum aurpay_code add(struct aurpay_trusted_file **files, const char *path,
                            const struct identity *identity)
{
    struct aurpay_trusted_file *file = calloc(1, sizeof(*file));

    if (file) {
        file->path = aurpay_text_copy(path, strlen(path));
    }
    if (!file || !file->path) {
        free(file);
        return AURPAY_ERROR_MEMORY;
    }
    file->identity = *identity;
    file->next = *files;
    *files = file;
    return AURPAY_OK;
}

enum aurpay_code aurpay_trust_check(struct aurpay_trusted_file **files, const char *path, bool *has_changed)
{
    const struct identity identity = identify(path);
    const struct aurpay_trusted_file *file;
    int count = 0;

    *has_changed = false;
    for (file = *files; file; file = file->next) {
        if (strcmp(file->path, path) == 0) {
            *has_changed = !is_same(&file->identity, &identity);
            return AURPAY_OK;
        }
        count++;
    }
    if (count >= MAX_FILES) {
        *has_changed = true;
        return AURPAY_OK;
    }
    return add(files, path, &identity);
}

void aurpay_trust_forget(struct aurpay_trusted_file **files)
{
    while (*files) {
        struct aurpay_trusted_file *file = *files;

        *files = file->next;
        free(file->path);
        free(file);
    }
}
