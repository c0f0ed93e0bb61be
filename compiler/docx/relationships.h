// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/bytes.h"

namespace dossier::docx {

/// What one part of the package points to (ECMA-376-2, 9.3): other parts, and addresses outside.
class Relationships {
 public:
  /// `type` is the last word of its name ("styles", "hyperlink"), or a whole name. The same target
  /// of the same type is one relationship. Gives its id.
  std::string Add(std::string_view type, std::string_view target, bool external = false);

  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] Bytes Xml() const;

 private:
  struct Entry {
    std::string type, target;
    bool external = false;
  };
  std::vector<Entry> entries_;
};

}  // namespace dossier::docx
