// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::capture {

/// Fields of a head, names as written.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// The value of the first field of this name, any case; empty when there is none.
[[nodiscard]] std::string_view FieldOf(const Fields& fields, std::string_view name);

/// A head of lines "Name: value" up to an empty line, folded lines joined; nothing when it does not
/// end, has more than 1,000 lines or a line without a colon.
struct Head {
  Fields fields;
  std::size_t size = 0;  // bytes with the empty line
};
[[nodiscard]] std::optional<Head> ReadHead(ByteView bytes);

/// A record of a WARC file (ISO 28500:2017; WARC 1.0 and 1.1). Its block is a piece of the input.
struct WarcRecord {
  Fields fields;
  ByteView block;
  std::size_t size = 0;  // bytes of the input that it took

  [[nodiscard]] std::string_view Field(std::string_view name) const { return FieldOf(fields, name); }
};

/// Reads the record at the beginning of `bytes`, which are not compressed. Fails on what is no
/// record and on one that the input cuts off.
Result<WarcRecord> ReadWarcRecord(ByteView bytes);

}  // namespace dossier::capture
