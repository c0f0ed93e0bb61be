// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/markdown/entity.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

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

std::string EncodeUtf8(std::uint32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  if (control || (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF) c = 0xFFFD;
  const auto tail = [c](unsigned shift) {
    return static_cast<char>(0x80U | ((c >> shift) & 0x3FU));
  };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0U | (c >> 6U)), tail(0)};
  if (c < 0x10000) return {static_cast<char>(0xE0U | (c >> 12U)), tail(6), tail(0)};
  return {static_cast<char>(0xF0U | (c >> 18U)), tail(12), tail(6), tail(0)};
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
  return EncodeUtf8(whole ? number : 0);
}

}  // namespace dossier::markdown
