// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::archive {

/// How far a container is followed. Sizes in bytes.
struct Limits {
  std::size_t members = 10'000;
  std::uint64_t member_size = std::uint64_t{128} << 20;
  /// Of everything that is read from one container.
  std::uint64_t total_size = std::uint64_t{256} << 20;
  /// How many bytes one stored byte may become, for members beyond a mebibyte. Text of office files
  /// stays far below; what does not is made to fill memory.
  std::uint64_t ratio = 300;
};

/// Whether two names that differ in the case of ASCII letters only are one (ECMA-376-2, 7.2.3.5).
enum class Names { kExact, kCaseless };

struct Member {
  std::string name;  // UTF-8, forward slashes; never leads out of the container
  std::uint64_t size = 0;         // as the directory declares it
  std::uint64_t stored_size = 0;
  bool encrypted = false;
};

/// A ZIP file (PKWARE APPNOTE 6.3) as a container of named members. For the worker.
///
/// `Open` refuses what two readers could understand in two ways: two members of one name, names that
/// lead out ("../x", "/x", "C:\x") or hold control characters, directories that do not agree with
/// the file. No more memory is taken than the limits say, whatever the file declares.
class Container {
 public:
  static Result<Container> Open(ByteView file, Names names, const Limits& limits = {});
  ~Container();
  Container(Container&&) noexcept;
  Container& operator=(Container&&) noexcept;

  /// In the order of the directory, folders left out.
  [[nodiscard]] const std::vector<Member>& members() const;
  /// Null when there is none.
  [[nodiscard]] const Member* Find(std::string_view name) const;
  /// The content, its length and CRC compared with what the directory says. Fails over a limit, on
  /// encrypted and on damaged members, with a reason that names the member.
  Result<Bytes> Read(std::string_view name);

 private:
  struct State;
  explicit Container(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dossier::archive
