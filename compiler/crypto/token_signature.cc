// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/token_signature.h"

#include <openssl/ess.h>
#include <openssl/x509v3.h>

#include <utility>

#include "compiler/crypto/der.h"

namespace dossier::crypto::internal {
namespace {

struct FreeEss {
  void operator()(ESS_SIGNING_CERT* value) const { ESS_SIGNING_CERT_free(value); }
  void operator()(ESS_SIGNING_CERT_V2* value) const { ESS_SIGNING_CERT_V2_free(value); }
};

/// The only value of a signed attribute that is a SEQUENCE; empty when there is none or several.
ByteView SequenceAttribute(CMS_SignerInfo* signer, int nid) {
  const int at = CMS_signed_get_attr_by_NID(signer, nid, -1);
  if (at < 0 || CMS_signed_get_attr_by_NID(signer, nid, at) >= 0) return {};
  X509_ATTRIBUTE* attribute = CMS_signed_get_attr(signer, at);
  if (X509_ATTRIBUTE_count(attribute) != 1) return {};
  const ASN1_TYPE* type = X509_ATTRIBUTE_get0_type(attribute, 0);
  if (type == nullptr || type->type != V_ASN1_SEQUENCE) return {};
  const ASN1_STRING* text = type->value.sequence;
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
          static_cast<std::size_t>(ASN1_STRING_length(text))};
}

/// A SigningCertificate that names its first certificate only: those above it may be absent from
/// the token, and OpenSSL wants all that are named. Empty when it is not of that form.
Bytes FirstNameOnly(ByteView signing_certificate) {
  const auto list = DerContent(signing_certificate, kDerSequence);
  const auto names = list ? DerContent(*list, kDerSequence) : std::nullopt;
  const auto first = names ? DerSize(*names) : std::nullopt;
  if (!first) return {};
  return DerSequence({DerSequence({Bytes(names->substr(0, *first))})});
}

template <typename T>
std::unique_ptr<T, FreeEss> Parse(const Bytes& der, T* (*parse)(T**, const unsigned char**, long)) {
  if (der.empty()) return nullptr;
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  return std::unique_ptr<T, FreeEss>(parse(nullptr, &at, static_cast<long>(der.size())));
}

/// The first certificate that the signed attribute names must be the signer's (RFC 5035, 5.4).
bool BoundToCertificate(CMS_SignerInfo* signer, X509* certificate) {
  const ByteView old_form = SequenceAttribute(signer, NID_id_smime_aa_signingCertificate);
  const ByteView new_form = SequenceAttribute(signer, NID_id_smime_aa_signingCertificateV2);
  const auto first = Parse(FirstNameOnly(old_form), d2i_ESS_SIGNING_CERT);
  const auto second = Parse(FirstNameOnly(new_form), d2i_ESS_SIGNING_CERT_V2);
  if (old_form.empty() != !first || new_form.empty() != !second) return false;
  const Owned<STACK_OF(X509)> one(sk_X509_new_null());
  if (!one || X509_up_ref(certificate) != 1) return false;
  if (sk_X509_push(one.get(), certificate) == 0) {
    X509_free(certificate);
    return false;
  }
  return OSSL_ESS_check_signing_certs(first.get(), second.get(), one.get(), 1) == 1;
}

X509* FindSigner(CMS_SignerInfo* signer, STACK_OF(X509) * certificates) {
  for (int i = 0; i < sk_X509_num(certificates); ++i) {
    X509* certificate = sk_X509_value(certificates, i);
    if (CMS_SignerInfo_cert_cmp(signer, certificate) == 0) return certificate;
  }
  return nullptr;
}

/// What is wrong with a token whose certificate is known; empty when nothing is.
std::string FaultOf(CMS_ContentInfo* cms, CMS_SignerInfo* signer, X509* certificate) {
  constexpr unsigned kFlags = CMS_NO_SIGNER_CERT_VERIFY | CMS_BINARY;
  if (CMS_verify(cms, nullptr, nullptr, nullptr, nullptr, kFlags) != 1) {
    return "its signature was not made over this content with the key of the certificate inside";
  }
  if (!BoundToCertificate(signer, certificate)) return "its signature is not bound to the certificate inside";
  if (X509_check_purpose(certificate, X509_PURPOSE_TIMESTAMP_SIGN, 0) != 1) {
    return "the certificate inside is not for time stamping";
  }
  return {};
}

bool SignsWithSha1(CMS_SignerInfo* signer) {
  X509_ALGOR* digest = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
  const ASN1_OBJECT* oid = nullptr;
  X509_ALGOR_get0(&oid, nullptr, nullptr, digest);
  return OBJ_obj2nid(oid) == NID_sha1;
}

void NoteWeakness(CMS_SignerInfo* signer, const X509* certificate, TimeStamp& stamp) {
  if (!stamp.weakness.empty()) return;
  if (SignsWithSha1(signer)) {
    stamp.weakness = "it is signed over SHA-1, which is no longer safe";
  } else {
    stamp.weakness = KeyWeakness(X509_get0_pubkey(certificate));
  }
}

}  // namespace

void CheckTokenSignature(CMS_ContentInfo* cms, TimeStamp& stamp) {
  STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms);
  if (sk_CMS_SignerInfo_num(signers) != 1) {
    stamp.signature = TokenSignature::kBroken;
    stamp.signature_reason = "it must have one signer";
    return;
  }
  CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
  const Owned<STACK_OF(X509)> certificates(CMS_get1_certs(cms));
  X509* certificate = certificates ? FindSigner(signer, certificates.get()) : nullptr;
  if (certificate == nullptr) {
    stamp.signature_reason = "the certificate of its signer is not inside";
    return;
  }
  stamp.signer = Summarise(certificate);
  if (!stamp.signer->common_name.empty()) stamp.authority = stamp.signer->common_name;
  stamp.signature_reason = FaultOf(cms, signer, certificate);
  stamp.signature = stamp.signature_reason.empty() ? TokenSignature::kHolds : TokenSignature::kBroken;
  NoteWeakness(signer, certificate, stamp);
}

}  // namespace dossier::crypto::internal
