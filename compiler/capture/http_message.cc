// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/capture/http_message.h"

#include <algorithm>
#include <charconv>

#include "compiler/archive/inflate.h"

namespace dossier::capture {
namespace {

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

std::string Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\"");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\"") - begin + 1));
}

/// Servers that send a page twice packed exist; more is an attack.
constexpr int kMostCodings = 2;

Result<Bytes> Unpack(Bytes body, const std::string& coding, std::size_t most) {
  if (coding.empty() || coding == "identity") return body;
  if (coding == "gzip" || coding == "x-gzip") {
    // Some archives keep the field and an unpacked body.
    return archive::IsGzip(body) ? archive::DecodeGzip(body, most) : Result<Bytes>(std::move(body));
  }
  if (coding == "deflate") return archive::DecodeDeflate(body, most);
  return Failure{"it is packed as \"" + coding.substr(0, 20) + "\", which is not read here"};
}

}  // namespace

std::optional<HttpMessage> ReadHttp(ByteView block) {
  const std::size_t first = block.substr(0, 16'384).find('\n');
  if (first == ByteView::npos) return std::nullopt;
  const std::string_view line = block.substr(0, first);
  HttpMessage message;
  if (line.starts_with("HTTP/")) {
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const std::string_view code = line.substr(space + 1, 3);
    std::from_chars(code.data(), code.data() + code.size(), message.status);
  } else if (line.find(" HTTP/") == std::string_view::npos) {
    return std::nullopt;
  }
  auto head = ReadHead(block.substr(first + 1));
  if (!head) return std::nullopt;
  message.fields = std::move(head->fields);
  message.body = block.substr(first + 1 + head->size);
  return message;
}

std::string TypeOf(std::string_view content_type) {
  return Lower(Trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string CharsetOf(std::string_view content_type) {
  const std::string lower = Lower(content_type);
  const std::size_t at = lower.find("charset=");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + 8;
  return Trimmed(std::string_view(lower).substr(begin, lower.find(';', begin) - begin));
}

std::optional<Bytes> WithoutChunks(const HttpMessage& message) {
  if (Lower(FieldOf(message.fields, "Transfer-Encoding")).find("chunked") == std::string::npos) return std::nullopt;
  ByteView rest = message.body;
  Bytes body;
  while (true) {
    const std::size_t end = rest.substr(0, 1'000).find('\n');
    if (end == ByteView::npos) return std::nullopt;
    std::size_t size = 0;
    const auto [last, error] = std::from_chars(rest.data(), rest.data() + end, size, 16);
    const bool sized = error == std::errc() && (*last == '\r' || *last == '\n' || *last == ';' || *last == ' ');
    if (!sized || size > rest.size() - end - 1) return std::nullopt;
    rest.remove_prefix(end + 1);
    if (size == 0) return body;
    body += rest.substr(0, size);
    rest.remove_prefix(size);
    if (rest.starts_with("\r")) rest.remove_prefix(1);
    if (!rest.starts_with("\n")) return std::nullopt;
    rest.remove_prefix(1);
  }
}

Result<Bytes> DecodedBody(const HttpMessage& message, std::size_t most) {
  auto plain = WithoutChunks(message);
  Bytes body = plain ? std::move(*plain) : Bytes(message.body);
  const std::string codings = Lower(FieldOf(message.fields, "Content-Encoding"));
  // The last coding named was the last applied.
  std::size_t end = codings.size();
  for (int i = 0; i < kMostCodings; ++i) {
    const std::size_t comma = end == 0 ? std::string::npos : codings.rfind(',', end - 1);
    const std::size_t begin = comma == std::string::npos ? 0 : comma + 1;
    auto unpacked = Unpack(std::move(body), Trimmed(std::string_view(codings).substr(begin, end - begin)), most);
    if (!unpacked) return unpacked.failure();
    body = std::move(unpacked).value();
    if (begin == 0) return body;
    end = comma;
  }
  return Failure{"it is packed too many times"};
}

}  // namespace dossier::capture
