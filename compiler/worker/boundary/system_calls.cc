// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/boundary/system_calls.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>
#include <memory>
#include <type_traits>

namespace dossier::worker {
namespace {

/// Allowed whatever the arguments. Metadata of a path can be asked for (`newfstatat` is also what
/// glibc's `fstat` is); content cannot.
constexpr int kAllowed[] = {
    // memory
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
    // descriptors that are there
    SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(writev),
    SCMP_SYS(lseek), SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(statx),
    SCMP_SYS(getdents64), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(access), SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    // clocks and waiting
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday), SCMP_SYS(time),
    SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(pause), SCMP_SYS(sched_yield),
    SCMP_SYS(restart_syscall),
    // its own signals and locks
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(futex), SCMP_SYS(rseq), SCMP_SYS(set_robust_list),
    // what it is, and chance for hash tables
    SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
    SCMP_SYS(getegid), SCMP_SYS(getrusage), SCMP_SYS(getrlimit), SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sysinfo), SCMP_SYS(uname), SCMP_SYS(getrandom),
    // the end
    SCMP_SYS(exit), SCMP_SYS(exit_group)};

/// The bits of `mask` in this argument are `value`.
scmp_arg_cmp Bits(unsigned argument, unsigned mask, unsigned value) {
  return {.arg = argument, .op = SCMP_CMP_MASKED_EQ, .datum_a = mask, .datum_b = value};
}

scmp_arg_cmp Is(unsigned argument, scmp_datum_t value) {
  return {.arg = argument, .op = SCMP_CMP_EQ, .datum_a = value, .datum_b = 0};
}

/// A filter under construction; remembers whether every step went well.
class Filter {
 public:
  Filter() : context_(::seccomp_init(SCMP_ACT_ERRNO(EPERM)), &::seccomp_release) {
    ok_ = context_ != nullptr &&
          ::seccomp_attr_set(context_.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
          ::seccomp_attr_set(context_.get(), SCMP_FLTATR_CTL_NNP, 0) == 0;  // is set already
  }

  void Allow(int call, std::initializer_list<scmp_arg_cmp> when = {}) {
    ok_ = ok_ && ::seccomp_rule_add_array(context_.get(), SCMP_ACT_ALLOW, call,
                                          static_cast<unsigned>(when.size()), when.begin()) == 0;
  }

  bool Load() { return ok_ && ::seccomp_load(context_.get()) == 0; }

 private:
  std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, void (*)(scmp_filter_ctx)> context_;
  bool ok_ = false;
};

}  // namespace

bool FilterSystemCalls(Opens opens) {
  Filter filter;
  for (const int call : kAllowed) filter.Allow(call);
  // No code is written here; what is mapped to be run comes from files.
  filter.Allow(SCMP_SYS(mmap), {Bits(2, PROT_EXEC, 0)});
  filter.Allow(SCMP_SYS(mprotect), {Bits(2, PROT_EXEC, 0)});
  constexpr unsigned kOpenForMore = O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
  if (opens == Opens::kForReading) {
    filter.Allow(SCMP_SYS(openat), {Bits(2, kOpenForMore, O_RDONLY)});
    filter.Allow(SCMP_SYS(mmap),
                 {Bits(2, PROT_EXEC | PROT_WRITE, PROT_EXEC), Bits(3, MAP_ANONYMOUS, 0)});
  }
  for (const int command : {F_GETFD, F_GETFL, F_GET_SEALS, F_SETFD}) {
    filter.Allow(SCMP_SYS(fcntl), {Is(1, static_cast<scmp_datum_t>(command))});
  }
  // `announce` gives itself more processor time, up to what is left of the hard limit.
  filter.Allow(SCMP_SYS(prlimit64), {Is(0, 0), Is(1, RLIMIT_CPU)});
  filter.Allow(SCMP_SYS(prlimit64), {Is(0, 0), Is(2, 0)});
  filter.Allow(SCMP_SYS(setrlimit), {Is(0, RLIMIT_CPU)});
  filter.Allow(SCMP_SYS(tgkill), {Is(0, static_cast<scmp_datum_t>(::getpid()))});
  return filter.Load();
}

}  // namespace dossier::worker
