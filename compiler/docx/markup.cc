// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/markup.h"

#include "compiler/foundation/utf8.h"

namespace dossier::docx {
namespace {

bool Holds(char32_t code) {
  return code >= 0x20 ? code != 0xFFFE && code != 0xFFFF : code == '\t' || code == '\n' || code == '\r';
}

void AppendEscaped(char32_t code, std::string& out) {
  switch (code) {
    case '&': out += "&amp;"; return;
    case '<': out += "&lt;"; return;
    case '>': out += "&gt;"; return;
    case '"': out += "&quot;"; return;
    case '\t': out += "&#9;"; return;
    case '\n': out += "&#10;"; return;
    case '\r': out += "&#13;"; return;
    default: utf8::Append(Holds(code) ? code : char32_t{0xFFFD}, out);
  }
}

}  // namespace

std::string Escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::DecodeAt(text, at);
    AppendEscaped(decoded.code, out);
    at += decoded.size;
  }
  return out;
}

Markup Markup::File() {
  Markup markup;
  markup.xml_ = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  return markup;
}

void Markup::Tag(std::string_view name, Attributes attributes) {
  xml_ += '<';
  xml_ += name;
  for (const auto& [key, value] : attributes) {
    xml_ += ' ';
    xml_ += key;
    xml_ += "=\"" + Escaped(value) + '"';
  }
}

void Markup::Begin(std::string_view name, Attributes attributes) {
  Tag(name, attributes);
  xml_ += '>';
  open_.emplace_back(name);
}

void Markup::End() {
  if (open_.empty()) return;
  xml_ += "</" + open_.back() + '>';
  open_.pop_back();
}

void Markup::Empty(std::string_view name, Attributes attributes) {
  Tag(name, attributes);
  xml_ += "/>";
}

void Markup::Element(std::string_view name, std::string_view text, Attributes attributes) {
  Begin(name, attributes);
  Words(text);
  End();
}

Bytes Markup::Take() {
  while (!open_.empty()) End();
  return std::move(xml_);
}

}  // namespace dossier::docx
