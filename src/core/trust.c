/* st_mtim under -std=c11. */
#if !defined(_WIN32) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif

#include "trust.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>

#include <curl/curl.h>

#include "text.h"
#include "tls_fault.h"

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
    /* A handshake has succeeded with it. */
    bool is_proven;
    bool is_doubted;
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

/* Of the system's CAs, libcurl keeps only a file, not a folder. */
static bool is_of(const struct aurpay_trusted_file *file, const char *ca_file)
{
    const char *path = ca_file ? ca_file : curl_version_info(CURLVERSION_NOW)->cainfo;

    return path && strcmp(file->path, path) == 0;
}

void aurpay_trust_learn(struct aurpay_trusted_file *files, const char *ca_file,
                        const struct aurpay_response *response)
{
    bool has_shaken_hands = response->timings.tls > 0;
    bool is_refused = aurpay_tls_fault_is_of_trust(response);
    /* Where it fails, memory may have been short since the file was loaded. */
    bool has_failed_in_tls =
        response->transfer != AURPAY_TRANSFER_COMPLETE && response->step == AURPAY_STEP_TLS;

    /* Most attempts use an open connection: there is nothing to learn. */
    if (!has_shaken_hands && !is_refused && !has_failed_in_tls) {
        return;
    }
    while (files && !is_of(files, ca_file)) {
        files = files->next;
    }
    if (!files) {
        return;
    }
    files->is_proven = files->is_proven || has_shaken_hands;
    files->is_doubted = files->is_doubted || is_refused || (has_failed_in_tls && !files->is_proven);
}

bool aurpay_trust_is_doubted(const struct aurpay_trusted_file *files, const char *ca_file)
{
    for (; files; files = files->next) {
        if (files->is_doubted && is_of(files, ca_file)) {
            return true;
        }
    }
    return false;
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
