// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/span.h"

namespace dossier::yaml {

enum class NodeKind { kNull, kScalar, kList, kMap };

struct Entry;

/// A value of a YAML file with the place where it stands. Product of `Parse`.
///
/// A scalar is text and nothing else: whether it is a number, a date or a truth value is decided by
/// who reads it, from the schema. Keys of a map are unique. At most `kMaxDepth` levels.
struct Node {
  NodeKind kind = NodeKind::kNull;
  /// Of a scalar: the words, escapes resolved, lines folded.
  std::string text = {};
  /// True for a scalar in quotation marks or in a block (`|`, `>`).
  bool quoted = false;
  std::vector<Node> items = {};  // of a list
  std::vector<Entry> entries;    // of a map, in the order written
  /// Bytes of the source, from the first to after the last. A value that was left out has the span
  /// of its key.
  Span span = {};

  [[nodiscard]] bool is_null() const { return kind == NodeKind::kNull; }
  [[nodiscard]] bool is_scalar() const { return kind == NodeKind::kScalar; }
  [[nodiscard]] bool is_list() const { return kind == NodeKind::kList; }
  [[nodiscard]] bool is_map() const { return kind == NodeKind::kMap; }
  /// Null when this is no map or has no such key. Linear; decoders read in order.
  [[nodiscard]] const Entry* Find(std::string_view key) const;
};

struct Entry {
  std::string key = {};
  Span key_span = {};
  Node value = {};
};

}  // namespace dossier::yaml
