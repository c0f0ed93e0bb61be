// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <poppler-global.h>

#include <string>
#include <vector>

namespace dossier::poppler {

/// Poppler's text as UTF-8. By hand: poppler's own `to_utf8` gives an empty string when iconv finds
/// no tables.
[[nodiscard]] std::string ToUtf8(const ::poppler::ustring& words);

/// Without ends of pages and lines at its end; control characters other than the line end become
/// spaces: the text goes to matchers and reports.
[[nodiscard]] std::string Plain(std::string words);

/// Takes poppler's messages for the time of one reading, each once, at most 20.
class MessageScope {
 public:
  explicit MessageScope(std::vector<std::string>& warnings);
  MessageScope(const MessageScope&) = delete;
  MessageScope& operator=(const MessageScope&) = delete;
  ~MessageScope();
};

}  // namespace dossier::poppler
