// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/bytes.h"

namespace dossier::cache {

struct Entry {
  std::string key;
  Bytes value;
};

/// What earlier runs found out, in one SQLite file that only its owner can read (0600 in a folder
/// of 0700; it holds the text of exhibits).
///
/// Never an error: a folder that cannot be made, a damaged or locked file, a full disk are a miss.
/// Values carry a checksum. A damaged file is replaced. Not shared between threads.
class Store {
 public:
  /// Stays closed when `folder` is empty or cannot be used: every `Get` misses.
  /// `most_bytes` bounds the values; the oldest go first.
  static Store Open(const std::string& folder, std::uint64_t most_bytes = std::uint64_t{512} << 20);
  Store();
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  [[nodiscard]] bool open() const { return state_ != nullptr; }
  [[nodiscard]] std::optional<Bytes> Get(std::string_view key);
  /// Adds or replaces, all in one transaction.
  void Put(const std::vector<Entry>& entries);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::cache
