// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/io/memory.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace dossier::io {
namespace {

/// As large as glibc takes a threshold, and what is asked of the system at a time.
constexpr int kLargest = 32 << 20;
constexpr int kNever = 1 << 30;
constexpr std::uintptr_t kLargePage = std::uintptr_t{2} << 20;

/// From the large page after `begin` to the end of the heap.
void UseLargePages(const void* begin) {
  const std::uintptr_t from = (reinterpret_cast<std::uintptr_t>(begin) + kLargePage - 1) & ~(kLargePage - 1);
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  // Where the heap could not grow, glibc took memory from elsewhere.
  if (end < from || end - from > 2 * static_cast<std::uintptr_t>(kLargest)) return;
  static_cast<void>(::madvise(reinterpret_cast<void*>(from), end - from, MADV_HUGEPAGE));
}

}  // namespace

void KeepMemory() {
  static_cast<void>(::mallopt(M_TRIM_THRESHOLD, kNever));
  static_cast<void>(::mallopt(M_MMAP_THRESHOLD, kLargest));
  static_cast<void>(::mallopt(M_TOP_PAD, kLargest));
  // Through a pointer that a compiler has to believe in.
  void* volatile room = std::malloc(kLargest / 2);
  UseLargePages(room);
  std::free(room);
}

}  // namespace dossier::io
