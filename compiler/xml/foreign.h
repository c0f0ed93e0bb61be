// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::xml {

/// An attribute of a stranger's element. `space` is the address of its namespace, empty for none.
struct ForeignAttribute {
  std::string_view space;
  std::string_view name;
  std::string value;
};

/// An element as its start tag says it. Prefixes mean nothing and are not told.
struct ForeignElement {
  std::string_view space;
  std::string_view name;
  std::vector<ForeignAttribute> attributes;

  /// By local name alone; null when there is no such attribute.
  [[nodiscard]] const std::string* Attribute(std::string_view key) const;
};

/// Takes what stands in a stranger's XML, in its order. Words may come in pieces.
class ForeignEvents {
 public:
  virtual ~ForeignEvents() = default;
  virtual void Start(const ForeignElement& element) = 0;
  virtual void End(std::string_view name) = 0;
  virtual void Words(std::string_view words) = 0;
};

/// Reads one XML file that somebody else wrote: a part of an office document. For the worker.
///
/// The same guarantees as `Parse` (G16): a document type declaration of any kind is a failure, so
/// nothing expands; nothing is fetched; at most 256 levels. The encoding is what the file declares.
/// The memory it needs does not grow with the file. On a failure the events so far have been told
/// and are to be thrown away.
Result<Done> ReadForeignXml(ByteView file, ForeignEvents& events);

}  // namespace dossier::xml
