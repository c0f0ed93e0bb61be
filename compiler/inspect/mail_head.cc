// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/mail_head.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace dossier::inspect {
namespace {

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

/// The name of a header (RFC 5322, 2.2), lower case; empty for a line that is none.
std::string NameOf(std::string_view line) {
  const std::size_t colon = line.find(':');
  constexpr std::size_t kLongest = 76;
  if (colon == std::string_view::npos || colon == 0 || colon > kLongest) return {};
  const std::string_view name = line.substr(0, colon);
  const bool printable = std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F; });
  return printable ? Lower(name) : std::string();
}

struct Found {
  std::set<std::string> names;
  std::string content_type;
};

bool Holds(const Found& found, std::string_view name) { return found.names.count(std::string(name)) > 0; }

/// Reads the head; false where a line is no header or no empty line ends it.
bool ReadLines(ByteView head, Found& found) {
  constexpr int kMostLines = 2'000;
  std::string last;
  for (int lines = 0; lines < kMostLines; ++lines) {
    const std::size_t end = head.find('\n');
    std::string_view line = head.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return !found.names.empty();
    if (line.front() == ' ' || line.front() == '\t') {
      if (last.empty()) return false;
      if (last == "content-type") found.content_type += Lower(line);
    } else {
      last = NameOf(line);
      if (last.empty()) return false;
      if (last == "content-type") found.content_type = Lower(line.substr(line.find(':') + 1));
      found.names.insert(last);
    }
    if (end == ByteView::npos) return false;
    head.remove_prefix(end + 1);
  }
  return false;
}

}  // namespace

MailHead ReadMailHead(ByteView file) {
  constexpr std::size_t kWindow = std::size_t{1} << 18;
  Found found;
  ByteView head = file.substr(0, kWindow);
  while (head.starts_with("\r\n") || head.starts_with("\n")) head.remove_prefix(1);
  if (!ReadLines(head, found)) return MailHead::kNone;
  const bool by_program = std::any_of(found.names.begin(), found.names.end(), [](const std::string& name) {
    return name == "message-id" || name == "received" || name == "return-path" || name == "mime-version" ||
           name == "dkim-signature" || name.starts_with("x-");
  });
  const bool related = found.content_type.find("multipart/related") != std::string::npos;
  const bool sent = Holds(found, "to") || Holds(found, "received") || Holds(found, "message-id") ||
                    Holds(found, "return-path");
  if (related && !sent) return MailHead::kMhtml;
  const bool written = Holds(found, "from") || Holds(found, "sender") || Holds(found, "received");
  const bool dated = Holds(found, "date") || Holds(found, "subject") || Holds(found, "received");
  return by_program && written && dated ? MailHead::kEmail : MailHead::kNone;
}

}  // namespace dossier::inspect
