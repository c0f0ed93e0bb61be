// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/markdown/entity.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "compiler/foundation/utf8.h"

namespace dossier::markdown {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kNames = {{
    {"amp", "&"},
    {"apos", "'"},
    {"bdquo", "„"},
    {"copy", "©"},
    {"gt", ">"},
    {"hellip", "…"},
    {"laquo", "«"},
    {"ldquo", "“"},
    {"lsquo", "‘"},
    {"lt", "<"},
    {"mdash", "—"},
    {"nbsp", "\xC2\xA0"},
    {"ndash", "–"},
    {"quot", "\""},
    {"raquo", "»"},
    {"rdquo", "”"},
    {"rsquo", "’"},
}};

/// A character spelled by its number; none that controls and none that is not one.
std::string OfNumber(std::uint32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  return utf8::Encode(control ? U'\xFFFD' : char32_t{c});
}

}  // namespace

std::string DecodeEntity(std::string_view entity) {
  if (entity.size() < 3 || entity.front() != '&' || entity.back() != ';') {
    return std::string(entity);
  }
  std::string_view name = entity.substr(1, entity.size() - 2);
  if (name.front() != '#') {
    for (const auto& [known, character] : kNames) {
      if (known == name) return std::string(character);
    }
    return std::string(entity);
  }
  name.remove_prefix(1);
  int base = 10;
  if (name.starts_with('x') || name.starts_with('X')) {
    base = 16;
    name.remove_prefix(1);
  }
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number, base);
  const bool whole = error == std::errc() && end == name.data() + name.size();
  return OfNumber(whole ? number : 0);
}

}  // namespace dossier::markdown
