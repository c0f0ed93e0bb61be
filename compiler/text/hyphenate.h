// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/digest.h"
#include "compiler/foundation/result.h"

namespace dossier::text {

/// A hyphenation dictionary of a Debian package, pinned as fonts are: another file would move line
/// breaks, and with them the page numbers that a signed brief cites.
struct PinnedDictionary {
  std::string_view path;      // absolute
  std::string_view sha256;    // 64 hexadecimal digits
  std::string_view language;  // primary subtag
  std::string_view package;   // Debian 12 package that brings it
};

/// English as written in Britain, Lithuanian, Russian. Debian 12 has none for Kazakh.
[[nodiscard]] std::span<const PinnedDictionary> PinnedDictionaries();

/// Where words of the pinned languages may be cut (libhyphen, patterns after F. Liang, 1983).
class Hyphenation {
 public:
  /// `files` are the bytes of `PinnedDictionaries()`, in that order. Refuses a file whose digest is
  /// not the pinned one; the failure names the file and its package.
  [[nodiscard]] static Result<Hyphenation> Load(std::vector<Bytes> files,
                                                const std::function<Digest(ByteView)>& digest_of);
  ~Hyphenation();
  Hyphenation(Hyphenation&&) noexcept;
  Hyphenation& operator=(Hyphenation&&) noexcept;

  /// Whether there are patterns for `language` (BCP 47).
  [[nodiscard]] bool Knows(std::string_view language) const;

  /// Offsets in bytes, rising, at which `word` may be cut: at least two letters before and three
  /// behind. `word` is letters in lower case; anything else, and any word of a language without
  /// patterns, is not cut. Each word is looked up once; the reference holds as long as this.
  [[nodiscard]] const std::vector<std::uint32_t>& Find(std::string_view language,
                                                       std::string_view word);

 private:
  struct State;
  explicit Hyphenation(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dossier::text
