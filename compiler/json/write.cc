// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/json/write.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "compiler/foundation/check.h"
#include "compiler/foundation/utf8.h"

namespace dossier::json {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Characters that change how a line looks or ends without being seen.
bool IsHidden(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

void AppendEscape(char32_t c, std::string& out) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\u";
  for (unsigned shift = 16; shift > 0;) {
    shift -= 4;
    out += kDigits[(c >> shift) & 0xFU];
  }
}

/// Printable ASCII that JSON takes as it is.
constexpr bool IsPlain(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

void AppendString(std::string_view text, std::string& out) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t plain = at;
    while (plain < text.size() && IsPlain(text[plain])) ++plain;
    out.append(text, at, plain - at);
    if ((at = plain) == text.size()) break;
    const std::optional<utf8::Decoded> c = utf8::TryDecodeAt(text, at);
    if (!c) {
      out += kReplacement;
      ++at;
      continue;
    }
    if (c->code == '"' || c->code == '\\') {
      out += '\\';
      out += text[at];
    } else if (c->code == '\n') {
      out += "\\n";
    } else if (IsHidden(c->code)) {
      AppendEscape(c->code, out);
    } else {
      out += text.substr(at, c->size);
    }
    at += c->size;
  }
  out += '"';
}

template <typename Number>
void AppendNumber(Number number, std::string& out) {
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc()) out.append(digits.data(), end);
}

class Writer {
 public:
  Writer(bool pretty, std::string& out) : pretty_(pretty), out_(out) {}

  void Append(const Value& value, std::size_t depth) {
    if (const bool* truth = value.boolean()) {
      out_ += *truth ? "true" : "false";
    } else if (const std::int64_t* integer = value.integer()) {
      AppendNumber(*integer, out_);
    } else if (const double* real = value.real(); real != nullptr && std::isfinite(*real)) {
      AppendNumber(*real, out_);
    } else if (const std::string* text = value.string()) {
      AppendString(*text, out_);
    } else if (const Value::Array* items = value.array()) {
      AppendArray(*items, depth);
    } else if (const Value::Object* members = value.object()) {
      AppendObject(*members, depth);
    } else {
      out_ += "null";
    }
  }

 private:
  void Line(std::size_t depth) {
    if (!pretty_) return;
    out_ += '\n';
    out_.append(2 * depth, ' ');
  }

  void AppendArray(const Value::Array& items, std::size_t depth) {
    out_ += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_ += ',';
      Line(depth + 1);
      Append(items[i], depth + 1);
    }
    if (!items.empty()) Line(depth);
    out_ += ']';
  }

  void AppendObject(const Value::Object& members, std::size_t depth) {
    out_ += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (i > 0) out_ += ',';
      Line(depth + 1);
      AppendString(members[i].first, out_);
      out_ += pretty_ ? ": " : ":";
      Append(members[i].second, depth + 1);
    }
    if (!members.empty()) Line(depth);
    out_ += '}';
  }

  bool pretty_;
  std::string& out_;
};

std::string WriteAs(const Value& value, bool pretty) {
  std::string out;
  Writer(pretty, out).Append(value, 0);
  return out;
}

}  // namespace

std::string Write(const Value& value) { return WriteAs(value, true) + "\n"; }
std::string WriteCompact(const Value& value) { return WriteAs(value, false); }

void ObjectStream::Key(std::string_view key) {
  DOSSIER_CHECK(!in_array_, "an array is closed before the next member");
  out_ += first_member_ ? "\n  " : ",\n  ";
  first_member_ = false;
  AppendString(key, out_);
  out_ += ": ";
}

void ObjectStream::Member(std::string_view key, const Value& value) {
  Key(key);
  Writer(true, out_).Append(value, 1);
}

void ObjectStream::BeginArray(std::string_view key) {
  Key(key);
  out_ += '[';
  in_array_ = first_item_ = true;
}

void ObjectStream::Item(const Value& value) {
  out_ += first_item_ ? "\n    " : ",\n    ";
  first_item_ = false;
  Writer(true, out_).Append(value, 2);
}

void ObjectStream::EndArray() {
  out_ += first_item_ ? "]" : "\n  ]";
  in_array_ = false;
}

std::string ObjectStream::Finish() {
  DOSSIER_CHECK(!in_array_, "every array is closed");
  out_ += first_member_ ? "}\n" : "\n}\n";
  return std::move(out_);
}

std::string Quote(std::string_view text) {
  std::string out;
  AppendString(text, out);
  return out;
}

}  // namespace dossier::json
