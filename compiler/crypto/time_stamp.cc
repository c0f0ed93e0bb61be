// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/time_stamp.h"

#include <openssl/bn.h>
#include <openssl/pem.h>

#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include "compiler/crypto/der.h"
#include "compiler/crypto/library.h"
#include "compiler/crypto/openssl_types.h"
#include "compiler/crypto/token_signature.h"

namespace dossier::crypto {

using internal::Owned;

namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 10;
constexpr std::string_view kPemBegin = "-----BEGIN ";

struct FreeTs {
  void operator()(TS_TST_INFO* info) const { TS_TST_INFO_free(info); }
  void operator()(TS_STATUS_INFO* info) const { TS_STATUS_INFO_free(info); }
};

const unsigned char* Raw(ByteView bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

/// The bytes inside PEM armour, or the file as it is.
Bytes WithoutArmour(ByteView file) {
  if (!file.starts_with(kPemBegin)) return Bytes(file);
  const Owned<BIO> reader = internal::Reader(file);
  char* name = nullptr;
  char* header = nullptr;
  unsigned char* data = nullptr;
  long size = 0;
  Bytes bytes;
  if (PEM_read_bio(reader.get(), &name, &header, &data, &size) == 1) bytes.assign(data, data + size);
  OPENSSL_free(name);
  OPENSSL_free(header);
  OPENSSL_free(data);
  return bytes;
}

/// Why the authority gave no token; empty when it did.
std::string Refusal(ByteView status) {
  const unsigned char* at = Raw(status);
  const std::unique_ptr<TS_STATUS_INFO, FreeTs> info(d2i_TS_STATUS_INFO(nullptr, &at, static_cast<long>(status.size())));
  if (!info) return "the answer of the authority has no status";
  const long value = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(info.get()));
  if (value == TS_STATUS_GRANTED || value == TS_STATUS_GRANTED_WITH_MODS) return {};
  return "the authority refused to stamp";
}

/// The token: the file itself, or the second value of a response.
Result<Bytes> TokenOf(const Bytes& file) {
  const Failure no_token{"it is not a time-stamp token"};
  const auto whole = DerContent(file, kDerSequence);
  if (!whole || DerSize(file) != file.size()) return no_token;
  if (whole->empty()) return no_token;
  if (static_cast<std::uint8_t>(whole->front()) == kDerOid) return file;
  const auto status_size = DerSize(*whole);
  if (!status_size) return no_token;
  if (std::string refusal = Refusal(whole->substr(0, *status_size)); !refusal.empty()) return Failure{refusal};
  const ByteView token = whole->substr(*status_size);
  if (token.empty() || DerSize(token) != token.size()) return no_token;
  return Bytes(token);
}

std::optional<HashKind> KindOf(const ASN1_OBJECT* oid) {
  switch (OBJ_obj2nid(oid)) {
    case NID_sha256:
      return HashKind::kSha256;
    case NID_sha384:
      return HashKind::kSha384;
    case NID_sha512:
      return HashKind::kSha512;
    case NID_sha1:
      return HashKind::kSha1;
    case NID_ripemd160:
      return HashKind::kRipemd160;
    default:
      return std::nullopt;
  }
}

std::string OidText(const ASN1_OBJECT* oid) {
  std::array<char, 128> text{};
  const int size = OBJ_obj2txt(text.data(), static_cast<int>(text.size()), oid, 1);
  return size > 0 && size < static_cast<int>(text.size()) ? std::string(text.data()) : std::string();
}

std::string HexText(const ASN1_INTEGER* number) {
  const std::unique_ptr<BIGNUM, decltype(&BN_free)> value(ASN1_INTEGER_to_BN(number, nullptr), &BN_free);
  char* hex = value ? BN_bn2hex(value.get()) : nullptr;
  std::string text = hex == nullptr ? "" : hex;
  OPENSSL_free(hex);
  return text;
}

/// The name in the token, where it is a distinguished name.
std::string AuthorityIn(TS_TST_INFO* info) {
  const GENERAL_NAME* name = TS_TST_INFO_get_tsa(info);
  if (name == nullptr || name->type != GEN_DIRNAME) return {};
  return internal::NameText(name->d.directoryName);
}

bool TakeImprint(TS_TST_INFO* info, TimeStamp& stamp) {
  TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info);
  const ASN1_OBJECT* oid = nullptr;
  X509_ALGOR_get0(&oid, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
  const auto kind = KindOf(oid);
  if (!kind) return false;
  const ASN1_OCTET_STRING* value = TS_MSG_IMPRINT_get_msg(imprint);
  stamp.hash = *kind;
  stamp.imprint.assign(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                       static_cast<std::size_t>(ASN1_STRING_length(value)));
  return stamp.imprint.size() == HashSize(*kind);
}

Result<TimeStamp> ReadInfo(CMS_ContentInfo* cms) {
  ASN1_OCTET_STRING** content = CMS_get0_content(cms);
  if (content == nullptr || *content == nullptr) return Failure{"the token holds no statement of time"};
  const unsigned char* at = ASN1_STRING_get0_data(*content);
  const long size = ASN1_STRING_length(*content);
  const unsigned char* end = at + size;
  const std::unique_ptr<TS_TST_INFO, FreeTs> info(d2i_TS_TST_INFO(nullptr, &at, size));
  if (!info || at != end) return Failure{"the token holds no statement of time"};
  TimeStamp stamp;
  if (!TakeImprint(info.get(), stamp)) return Failure{"the token is over a kind of digest that is not known here"};
  stamp.time = internal::TimeText(TS_TST_INFO_get_time(info.get()));
  if (stamp.time.empty()) return Failure{"the time in the token cannot be read"};
  stamp.policy = OidText(TS_TST_INFO_get_policy_id(info.get()));
  stamp.serial = HexText(TS_TST_INFO_get_serial(info.get()));
  stamp.authority = AuthorityIn(info.get());
  if (IsWeak(stamp.hash)) stamp.weakness = std::string(ToString(stamp.hash)) + " is no longer safe";
  return stamp;
}

}  // namespace

Result<TimeStamp> ReadTimeStamp(ByteView file) {
  internal::StartLibrary();
  internal::ClearErrors();
  if (file.size() > kMostBytes) return Failure{"it is longer than 64 KiB"};
  const Result<Bytes> token = TokenOf(WithoutArmour(file));
  internal::ClearErrors();
  if (!token) return token.failure();
  const unsigned char* at = Raw(*token);
  const Owned<CMS_ContentInfo> cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(token->size())));
  if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed ||
      OBJ_obj2nid(CMS_get0_eContentType(cms.get())) != NID_id_smime_ct_TSTInfo) {
    internal::ClearErrors();
    return Failure{"it is not a time-stamp token"};
  }
  Result<TimeStamp> stamp = ReadInfo(cms.get());
  if (stamp) internal::CheckTokenSignature(cms.get(), *stamp);
  internal::ClearErrors();
  return stamp;
}

}  // namespace dossier::crypto
