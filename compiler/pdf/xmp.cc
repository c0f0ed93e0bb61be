// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/foundation/utf8.h"
#include "compiler/pdf/describe.h"

namespace dossier::pdf::internal {
namespace {

/// The character of "&#47;" or "&#x2F;" at the beginning of `raw`; 0 for anything else. `size` is
/// how long it is.
char32_t NumberedCharacter(std::string_view raw, std::size_t& size) {
  if (!raw.starts_with("&#")) return 0;
  const bool hexadecimal = raw.size() > 2 && raw[2] == 'x';
  const unsigned base = hexadecimal ? 16 : 10;
  char32_t code = 0;
  std::size_t at = hexadecimal ? 3 : 2;
  for (; at < raw.size() && raw[at] != ';'; ++at) {
    const char c = raw[at];
    unsigned digit = base;
    if (c >= '0' && c <= '9') digit = static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') digit = static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'F') digit = static_cast<unsigned>(c - 'A') + 10;
    if (digit >= base) return 0;
    code = code * base + digit;
    if (code > 0x10FFFF) return 0;
  }
  size = at + 1;
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  return at < raw.size() && !surrogate ? code : 0;
}

/// Text between tags, the five entities and numbers resolved, blanks at the ends off.
std::string Plain(std::string_view raw) {
  constexpr std::pair<std::string_view, char> kEntities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  std::string text;
  for (std::size_t at = 0; at < raw.size();) {
    bool known = false;
    for (const auto& [entity, letter] : kEntities) {
      if (!raw.substr(at).starts_with(entity)) continue;
      text += letter;
      at += entity.size();
      known = true;
      break;
    }
    std::size_t size = 0;
    if (const char32_t code = known ? 0 : NumberedCharacter(raw.substr(at), size); code != 0) {
      utf8::Append(code, text);
      at += size;
      known = true;
    }
    if (!known) text += raw[at++];
  }
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  while (!text.empty() && blank(text.back())) text.pop_back();
  std::size_t begin = 0;
  while (begin < text.size() && blank(text[begin])) ++begin;
  return text.substr(begin);
}

/// Texts of the items of a list, or the whole text when there is no markup in it.
void AddItems(std::string_view inside, std::vector<std::string>& values) {
  if (inside.find('<') == std::string_view::npos) {
    AddOnce(Plain(inside), values);
    return;
  }
  for (std::size_t at = inside.find("<rdf:li"); at != std::string_view::npos;
       at = inside.find("<rdf:li", at)) {
    const std::size_t begin = inside.find('>', at);
    if (begin == std::string_view::npos) return;
    at = begin + 1;
    if (inside[begin - 1] == '/') continue;
    const std::size_t end = inside.find('<', begin);
    if (end == std::string_view::npos) return;
    AddOnce(Plain(inside.substr(begin + 1, end - begin - 1)), values);
    at = end;
  }
}

}  // namespace

void AddOnce(const std::string& text, std::vector<std::string>& list) {
  constexpr std::size_t kLongest = 1000;
  constexpr std::size_t kMost = 50;
  if (text.empty() || text.size() > kLongest || list.size() >= kMost || !utf8::IsValid(text))
    return;
  for (const std::string& known : list) {
    if (known == text) return;
  }
  list.push_back(text);
}

std::vector<std::string> XmpValues(std::string_view packet, std::string_view name) {
  std::vector<std::string> values;
  const std::string element = "<" + std::string(name);
  for (std::size_t at = packet.find(element); at != std::string_view::npos;
       at = packet.find(element, at + 1)) {
    const std::size_t begin = packet.find('>', at);
    if (begin == std::string_view::npos) break;
    const char behind = packet[at + element.size()];
    if ((behind != '>' && behind != ' ' && behind != '\n') || packet[begin - 1] == '/') continue;
    const std::size_t end = packet.find("</" + std::string(name), begin);
    if (end == std::string_view::npos) break;
    AddItems(packet.substr(begin + 1, end - begin - 1), values);
    at = end;
  }
  for (const char quote : {'"', '\''}) {
    const std::string attribute = " " + std::string(name) + "=" + quote;
    const std::size_t at = packet.find(attribute);
    if (at == std::string_view::npos) continue;
    const std::size_t begin = at + attribute.size();
    const std::size_t end = packet.find(quote, begin);
    if (end != std::string_view::npos) AddOnce(Plain(packet.substr(begin, end - begin)), values);
  }
  return values;
}

}  // namespace dossier::pdf::internal
