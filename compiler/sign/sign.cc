// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/sign/sign.h"

#include <array>
#include <cstdio>
#include <string>

#include "compiler/crypto/cms_sign.h"
#include "compiler/crypto/sha256.h"
#include "compiler/foundation/date.h"
#include "compiler/pdf/signature_slot.h"

namespace dossier::sign {

namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;

/// "D:20260131101500Z": exactly as long as the blanks of a prepared /M.
std::string DateText(std::int64_t time) {
  const std::int64_t days = time / kSecondsOfDay - (time % kSecondsOfDay < 0 ? 1 : 0);
  const auto second = static_cast<int>(time - days * kSecondsOfDay);
  const Day day = FromDayNumber(days);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "D:%04d%02d%02d%02d%02d%02dZ", day.year, day.month,
                day.day, second / 3600, second / 60 % 60, second % 60);
  return text.data();
}

std::string Hex(ByteView bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

/// Replaces `before` by `after`, of equal length, at `at`; false when `before` is not there.
bool Replace(Bytes& file, std::size_t at, std::string_view before, std::string_view after) {
  if (before.size() != after.size() || at > file.size() ||
      ByteView(file).substr(at, before.size()) != before) {
    return false;
  }
  file.replace(at, after.size(), after);
  return true;
}

/// The numbers of /ByteRange with the blanks that keep its length (ISO 32000-1:2008, 12.8.1).
std::string ByteRangeText(const pdf::SignatureHole& hole, std::size_t file_size) {
  const std::size_t rest = hole.contents + hole.contents_size;
  std::string text = " 0 " + std::to_string(hole.contents) + " " + std::to_string(rest) + " " +
                     std::to_string(file_size - rest);
  text.resize(pdf::kPreparedByteRange.size(), ' ');
  return text;
}

bool Fits(const pdf::SignatureHole& hole, std::size_t file_size) {
  return file_size <= pdf::kMaxSignedFile && hole.contents < file_size &&
         hole.contents_size == 2 * pdf::kContentsBytes + 2 &&
         hole.contents_size <= file_size - hole.contents &&
         hole.byte_range_size == pdf::kPreparedByteRange.size();
}

}  // namespace

Result<Bytes> Sign(ByteView prepared, const pdf::SignatureHole& hole, const crypto::SigningKey& key,
                   std::optional<std::int64_t> time) {
  const Failure not_prepared{"the bytes of the file are not those that were prepared"};
  if (!Fits(hole, prepared.size())) return not_prepared;
  const std::string empty = "<" + std::string(2 * pdf::kContentsBytes, '0') + ">";
  if (prepared.substr(hole.contents, hole.contents_size) != empty) return not_prepared;
  Bytes file(prepared);
  bool as_prepared =
      Replace(file, hole.byte_range, pdf::kPreparedByteRange, ByteRangeText(hole, file.size())) &&
      Replace(file, hole.value_key, pdf::kPreparedValueKey, pdf::kSignedValueKey) &&
      Replace(file, hole.permissions_key, pdf::kPreparedPermissionsKey,
              pdf::kSignedPermissionsKey) &&
      Replace(file, hole.flags, pdf::kPreparedFlags, pdf::kSignedFlags);
  if (time) {
    as_prepared = as_prepared && Replace(file, hole.date, pdf::kPreparedDate, DateText(*time));
  }
  if (!as_prepared) return not_prepared;

  const std::size_t rest = hole.contents + hole.contents_size;
  crypto::Sha256Stream digest;
  digest.Add(ByteView(file).substr(0, hole.contents));
  digest.Add(ByteView(file).substr(rest));
  Result<Bytes> cms = crypto::MakeCms(key, digest.Finish());
  if (!cms) return cms.failure();
  if (cms->size() > pdf::kContentsBytes) {
    return Failure{"the signature has " + std::to_string(cms->size()) + " bytes and " +
                   std::to_string(pdf::kContentsBytes) + " are reserved"};
  }
  const std::string hex = Hex(*cms);
  file.replace(hole.contents + 1, hex.size(), hex);
  return file;
}

}  // namespace dossier::sign
