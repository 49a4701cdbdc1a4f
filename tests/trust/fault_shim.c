/* Fails the n-th change of a file below a folder, and, as a full disk does, those after it.
   Loaded with LD_PRELOAD; `fault_arm` says which, `fault_count` tells how many there were. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[4096];
static long countdown = -1, seen = 0;
static int error_number = 0, stays = 0;

void fault_arm(const char *below, long at, int number, int for_good) {
  snprintf(folder, sizeof folder, "%s", below);
  countdown = at;
  seen = 0;
  error_number = number;
  stays = for_good;
}

long fault_count(void) { return seen; }

static int below(const char *path) {
  return folder[0] && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int below_handle(int handle) {
  char link[64], path[4096];
  if (!folder[0]) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return below(path);
}

static int fails(void) {
  long now = ++seen;
  if (countdown < 0 || now < countdown || (now > countdown && !stays)) return 0;
  errno = error_number;
  return 1;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define BY_HANDLE(type, name, declared, given) \
  type name declared { REAL(name); if (below_handle(handle) && fails()) return -1; return real given; }
#define BY_PATH(type, name, declared, given) \
  type name declared { REAL(name); if (below(path) && fails()) return -1; return real given; }

BY_HANDLE(ssize_t, write, (int handle, const void *data, size_t size), (handle, data, size))
BY_HANDLE(ssize_t, pwrite, (int handle, const void *data, size_t size, off_t at), (handle, data, size, at))
BY_HANDLE(ssize_t, pwrite64, (int handle, const void *data, size_t size, off64_t at), (handle, data, size, at))
BY_HANDLE(int, fsync, (int handle), (handle))
BY_HANDLE(int, fdatasync, (int handle), (handle))
BY_HANDLE(int, ftruncate, (int handle, off_t size), (handle, size))
BY_HANDLE(int, ftruncate64, (int handle, off64_t size), (handle, size))
BY_PATH(int, rename, (const char *path, const char *to), (path, to))
BY_PATH(int, mkdir, (const char *path, mode_t mode), (path, mode))

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name); \
    mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { \
      va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); \
      if (below(path) && fails()) return -1; \
    } \
    return real(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)
