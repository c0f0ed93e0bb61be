// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/poppler/library.h"

#include <algorithm>

#include "compiler/foundation/utf8.h"

namespace dossier::poppler {
namespace {

// The library has the name of this namespace.
namespace lib = ::poppler;

void Collect(const std::string& message, void* closure) {
  constexpr std::size_t kMost = 20;
  constexpr std::size_t kLongest = 200;
  auto& warnings = *static_cast<std::vector<std::string>*>(closure);
  std::string words = Plain(message.substr(0, kLongest));
  std::replace(words.begin(), words.end(), '\n', ' ');
  if (!utf8::IsValid(words)) words = "(a message that is not text)";
  if (warnings.size() < kMost && !words.empty() &&
      std::find(warnings.begin(), warnings.end(), words) == warnings.end()) {
    warnings.push_back(std::move(words));
  }
}

}  // namespace

std::string ToUtf8(const lib::ustring& words) {
  std::string out;
  out.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    char32_t code = words[i];
    if (code == 0xFEFF && i == 0) continue;
    const bool high = code >= 0xD800 && code <= 0xDBFF;
    if (high && i + 1 < words.size() && words[i + 1] >= 0xDC00 && words[i + 1] <= 0xDFFF) {
      code = 0x10000 + ((code - 0xD800) << 10) + (char32_t{words[i + 1]} - 0xDC00);
      ++i;
    }
    utf8::Append(code, out);
  }
  return out;
}

std::string Plain(std::string words) {
  while (!words.empty() && (words.back() == '\f' || words.back() == '\n')) words.pop_back();
  for (char& c : words) {
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F) c = ' ';
  }
  return words;
}

MessageScope::MessageScope(std::vector<std::string>& warnings) {
  lib::set_debug_error_function(Collect, &warnings);
}

MessageScope::~MessageScope() {
  lib::set_debug_error_function([](const std::string&, void*) {}, nullptr);
}

}  // namespace dossier::poppler
