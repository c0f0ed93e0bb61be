// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/address.h"

#include <algorithm>

namespace dossier::docx {
namespace {

/// Word's own limit is 2,083.
constexpr std::size_t kLongest = 2'000;

bool IsLetterOrDigit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool IsHexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// What may stand behind the host as it is (RFC 3986, 3.3 to 3.5).
bool StaysBehindHost(char c) {
  return IsLetterOrDigit(c) || std::string_view("-._~:/?#@!$&'()*+,;=").find(c) != std::string_view::npos;
}

bool IsEncoded(std::string_view text, std::size_t at) {
  return text[at] == '%' && at + 2 < text.size() && IsHexadecimal(text[at + 1]) && IsHexadecimal(text[at + 2]);
}

std::string Encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  bool fragment = false;  // a second "#" is none
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if ((StaysBehindHost(c) && !(c == '#' && fragment)) || IsEncoded(text, at)) {
      fragment = fragment || c == '#';
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

std::size_t SchemeOf(std::string_view url, std::string_view scheme) {
  const bool same = url.size() > scheme.size() &&
                    std::equal(scheme.begin(), scheme.end(), url.begin(), [](char a, char b) {
                      return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
                    });
  return same ? scheme.size() : 0;
}

/// A host name, perhaps with a port; bytes of other alphabets are for the reader to resolve.
bool IsHost(std::string_view host) {
  const std::size_t colon = host.find(':');
  const std::string_view name = host.substr(0, colon);
  const std::string_view port = colon == std::string_view::npos ? std::string_view() : host.substr(colon + 1);
  const bool named = !name.empty() && name.front() != '.' && name.find("..") == std::string_view::npos &&
                     std::all_of(name.begin(), name.end(), [](char c) {
                       return IsLetterOrDigit(c) || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
                     });
  int number = 0;
  for (const char c : port) {
    if (c < '0' || c > '9' || number > 65'535) return false;
    number = number * 10 + (c - '0');
  }
  return named && number <= 65'535;
}

}  // namespace

std::string LinkTarget(std::string_view url) {
  std::string target;
  if (const std::size_t mail = SchemeOf(url, "mailto:"); mail > 0) {
    const std::string_view box = url.substr(mail);
    if (box.find('@') == std::string_view::npos) return {};
    target = "mailto:" + Encoded(box);
  } else {
    const std::size_t plain = SchemeOf(url, "http://");
    const std::size_t scheme = plain > 0 ? plain : SchemeOf(url, "https://");
    if (scheme == 0) return {};
    const std::size_t end = std::min(url.find_first_of("/?#", scheme), url.size());
    const std::string_view host = url.substr(scheme, end - scheme);
    if (!IsHost(host)) return {};
    target = (plain > 0 ? "http://" : "https://") + std::string(host) + Encoded(url.substr(end));
  }
  return target.size() <= kLongest ? target : std::string();
}

}  // namespace dossier::docx
