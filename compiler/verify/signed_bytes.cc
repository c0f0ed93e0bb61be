// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/verify/signed_bytes.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "compiler/crypto/der.h"
#include "compiler/pdf/signature_slot.h"

namespace dossier::verify {

namespace {

std::size_t CountOf(ByteView file, std::string_view token) {
  std::size_t count = 0;
  for (std::size_t at = file.find(token); at != ByteView::npos;
       at = file.find(token, at + token.size())) {
    ++count;
  }
  return count;
}

/// One blank and a plain number: no sign, no leading zero, at most nine digits.
std::optional<std::size_t> TakeNumber(ByteView& text) {
  if (text.size() < 2 || text[0] != ' ') return std::nullopt;
  std::size_t end = 1;
  std::size_t value = 0;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
    value = value * 10 + static_cast<std::size_t>(text[end] - '0');
    if (++end > 10) return std::nullopt;
  }
  const bool plain = end > 1 && (text[1] != '0' || end == 2);
  if (!plain) return std::nullopt;
  text.remove_prefix(end);
  return value;
}

std::optional<std::array<std::size_t, 4>> ParseByteRange(ByteView text) {
  std::array<std::size_t, 4> numbers{};
  for (std::size_t& number : numbers) {
    const std::optional<std::size_t> value = TakeNumber(text);
    if (!value) return std::nullopt;
    number = *value;
  }
  if (text.find_first_not_of(' ') != ByteView::npos) return std::nullopt;
  return numbers;
}

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/// The DER value in the hexadecimal digits of the gap; a fault when there is anything else.
void ReadContents(ByteView digits, SignedBytes& result) {
  if (digits.size() != 2 * pdf::kContentsBytes) {
    result.faults.push_back("the place of the signature value has another size than was reserved");
    return;
  }
  Bytes value(digits.size() / 2, '\0');
  for (std::size_t i = 0; i < value.size(); ++i) {
    const int high = HexValue(digits[2 * i]);
    const int low = HexValue(digits[2 * i + 1]);
    if (high < 0 || low < 0) {
      result.faults.push_back("the signature value is not written in plain digits");
      return;
    }
    value[i] = static_cast<char>(high * 16 + low);
  }
  const std::optional<std::size_t> size = crypto::DerSize(value);
  if (!size) {
    result.faults.push_back("there is no signature value");
    return;
  }
  if (value.find_first_not_of('\0', *size) != Bytes::npos) {
    result.faults.push_back("something is hidden after the signature value");
  }
  value.resize(*size);
  result.cms = std::move(value);
}

void CheckEnd(ByteView file, SignedBytes& result) {
  const ByteView head = file.substr(0, 9);
  if (head != "%PDF-1.7\n" && head != "%PDF-1.4\n") {  // the latter is PDF/A-1
    result.faults.push_back("the file does not begin as this program writes it");
  }
  if (CountOf(file, "startxref") != 1 || CountOf(file, "%%EOF") != 1) {
    result.faults.push_back("the file has more than one revision: something was appended to it");
  }
  constexpr std::string_view kEnd = "\n%%EOF\n";
  if (file.size() < kEnd.size() || file.substr(file.size() - kEnd.size()) != kEnd) {
    result.faults.push_back("the file does not end as it was written");
  }
}

void CheckRanges(ByteView file, const std::array<std::size_t, 4>& range, SignedBytes& result) {
  const auto [start, first, second, last] = range;
  const bool covers =
      start == 0 && first < second && second < file.size() && last == file.size() - second;
  if (!covers) {
    result.faults.push_back("the signature does not cover the whole file");
    return;
  }
  constexpr std::string_view kContents = "/Contents ";
  if (file[first] != '<' || file[second - 1] != '>' || first < kContents.size() ||
      file.substr(first - kContents.size(), kContents.size()) != kContents) {
    result.faults.push_back("what the signature leaves out is more than its own value");
    return;
  }
  result.whole_file = true;
  result.contents = first;
  result.before = file.substr(0, first);
  result.after = file.substr(second);
  ReadContents(file.substr(first + 1, second - first - 2), result);
}

}  // namespace

SignedBytes ReadSignedBytes(ByteView file) {
  SignedBytes result;
  CheckEnd(file, result);
  constexpr std::string_view kByteRange = "/ByteRange";
  const std::size_t count = CountOf(file, kByteRange);
  result.has_byte_range = count > 0;
  if (count != 1) {
    result.faults.push_back(count == 0 ? "the file carries no signature"
                                       : "the file describes more than one signature");
    return result;
  }
  const std::size_t open = file.find(kByteRange) + kByteRange.size();
  result.byte_range = open + 2;
  const std::size_t width = pdf::kPreparedByteRange.size();
  const bool framed = file.substr(open, 2) == " [" && open + 2 + width < file.size() &&
                      file[open + 2 + width] == ']';
  const auto range = framed ? ParseByteRange(file.substr(open + 2, width)) : std::nullopt;
  if (!range) {
    result.faults.push_back("the range of bytes that the signature covers is not plainly written");
    return result;
  }
  CheckRanges(file, *range, result);
  return result;
}

}  // namespace dossier::verify
