// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/cms_verify.h"

#include <openssl/objects.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <algorithm>

#include "compiler/crypto/cms_profile.h"
#include "compiler/crypto/der.h"
#include "compiler/crypto/library.h"
#include "compiler/crypto/openssl_types.h"
#include "compiler/crypto/sha256.h"

namespace dossier::crypto {

using internal::Owned;

namespace {

constexpr std::size_t kMaxCms = std::size_t{1} << 20;

/// Parsed only when encoding it again gives the same bytes: two encodings of one value are how a
/// signature is made to mean two things.
Owned<CMS_ContentInfo> ParseExact(ByteView der) {
  if (der.size() > kMaxCms || DerSize(der) != der.size()) return nullptr;
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  Owned<CMS_ContentInfo> cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
  if (!cms) return nullptr;
  unsigned char* again = nullptr;
  const int size = i2d_CMS_ContentInfo(cms.get(), &again);
  const bool same = size > 0 && ByteView(reinterpret_cast<const char*>(again),
                                         static_cast<std::size_t>(size)) == der;
  OPENSSL_free(again);
  if (!same) cms.reset();
  return cms;
}

bool UsesSha256(CMS_SignerInfo* signer) {
  X509_ALGOR* algorithm = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &algorithm, nullptr);
  const ASN1_OBJECT* oid = nullptr;
  X509_ALGOR_get0(&oid, nullptr, nullptr, algorithm);
  return OBJ_obj2nid(oid) == NID_sha256;
}

/// The only value of a signed attribute that must stand there once with one value.
const ASN1_TYPE* SingleValue(CMS_SignerInfo* signer, int nid) {
  const int at = CMS_signed_get_attr_by_NID(signer, nid, -1);
  if (at < 0 || CMS_signed_get_attr_by_NID(signer, nid, at) >= 0) return nullptr;
  X509_ATTRIBUTE* attribute = CMS_signed_get_attr(signer, at);
  if (X509_ATTRIBUTE_count(attribute) != 1) return nullptr;
  return X509_ATTRIBUTE_get0_type(attribute, 0);
}

bool Present(CMS_SignerInfo* signer, int nid) {
  return CMS_signed_get_attr_by_NID(signer, nid, -1) >= 0;
}

void CheckAttributes(CMS_SignerInfo* signer, const Digest& content, CmsVerdict& verdict) {
  const ASN1_TYPE* content_type = SingleValue(signer, NID_pkcs9_contentType);
  if (content_type == nullptr || content_type->type != V_ASN1_OBJECT ||
      OBJ_obj2nid(content_type->value.object) != NID_pkcs7_data) {
    verdict.faults.push_back("the signature does not say what kind of content it signs");
  }
  const ASN1_TYPE* digest = SingleValue(signer, NID_pkcs9_messageDigest);
  if (digest == nullptr || digest->type != V_ASN1_OCTET_STRING) {
    verdict.faults.push_back("the signature holds no digest of the document");
  } else {
    const ASN1_OCTET_STRING* value = digest->value.octet_string;
    const ByteView signed_value(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                                static_cast<std::size_t>(ASN1_STRING_length(value)));
    if (signed_value != Bytes(content.bytes.begin(), content.bytes.end())) {
      verdict.faults.push_back("the document was changed after it was signed");
    }
  }
  verdict.has_signing_time = Present(signer, NID_pkcs9_signingTime);
  if (verdict.has_signing_time) {
    verdict.faults.push_back("the signature carries a signing time, which its profile forbids");
  }
}

/// The value must be, byte for byte, what the profile writes for this content, these certificates
/// and this signature: that binds every certificate of the bag through signing-certificate-v2 and
/// leaves no room for versions, algorithms or unsigned attributes of somebody else's choice.
bool FollowsProfile(ByteView der, CMS_SignerInfo* signer, X509* certificate, STACK_OF(X509) * bag,
                    const Digest& content) {
  std::vector<const X509*> others;
  for (int i = 0; i < sk_X509_num(bag); ++i) {
    if (sk_X509_value(bag, i) != certificate) others.push_back(sk_X509_value(bag, i));
  }
  const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(signer);
  const ByteView signature(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                           static_cast<std::size_t>(ASN1_STRING_length(value)));
  return internal::EncodeCms(internal::Arrange(certificate, others), content, signature) == der;
}

X509* FindSigner(CMS_SignerInfo* signer, STACK_OF(X509) * certificates) {
  for (int i = 0; i < sk_X509_num(certificates); ++i) {
    X509* certificate = sk_X509_value(certificates, i);
    if (CMS_SignerInfo_cert_cmp(signer, certificate) == 0) return certificate;
  }
  return nullptr;
}

void CheckSigner(CMS_SignerInfo* signer, X509* certificate, CmsVerdict& verdict) {
  verdict.signer = internal::Summarise(certificate);
  if (!Present(signer, NID_id_smime_aa_signingCertificateV2)) {
    verdict.faults.push_back("the signature is not bound to the certificate it shows");
  }
  if (std::string weak = internal::KeyWeakness(X509_get0_pubkey(certificate)); !weak.empty()) {
    verdict.faults.push_back(std::move(weak));
  }
  if ((X509_get_key_usage(certificate) &
       (X509v3_KU_DIGITAL_SIGNATURE | X509v3_KU_NON_REPUDIATION)) == 0) {
    verdict.faults.push_back("the certificate is not for signing");
  }
  CMS_SignerInfo_set1_signer_cert(signer, certificate);
  if (CMS_SignerInfo_verify(signer) != 1) {
    verdict.faults.push_back("the signature was not made with the key of the certificate it shows");
  }
}

void CheckTrust(X509* certificate, STACK_OF(X509) * others, const TrustAnchors& anchors,
                CmsVerdict& verdict) {
  const std::vector<Owned<X509>> roots = internal::ReadPemCertificates(anchors.ca_bundle);
  if (roots.empty()) {
    verdict.trust_reason = "the file of trusted authorities holds no certificate";
    return;
  }
  const Owned<X509_STORE> store(X509_STORE_new());
  for (const Owned<X509>& root : roots) X509_STORE_add_cert(store.get(), root.get());
  const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
  if (!context || X509_STORE_CTX_init(context.get(), store.get(), certificate, others) != 1) {
    verdict.trust_reason = "the certificates could not be compared";
    return;
  }
  X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(context.get());
  // A certificate of a person that is itself in the bundle is trusted: that is what pinning is.
  X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_auth_level(rules, 2);
  if (anchors.at) {
    X509_VERIFY_PARAM_set_time(rules, static_cast<time_t>(*anchors.at));
  } else {
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_NO_CHECK_TIME);
  }
  if (X509_verify_cert(context.get()) == 1) {
    verdict.trust = Trust::kTrusted;
    return;
  }
  verdict.trust = Trust::kUntrusted;
  verdict.trust_reason = X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()));
}

}  // namespace

CmsVerdict VerifyCms(ByteView der, const std::vector<ByteView>& pieces,
                     const std::optional<TrustAnchors>& anchors) {
  internal::StartLibrary();
  internal::ClearErrors();
  CmsVerdict verdict;
  verdict.trust_reason = "no file of trusted authorities was given";
  const Owned<CMS_ContentInfo> cms = ParseExact(der);
  if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed) {
    internal::ClearErrors();
    verdict.faults.push_back("the signature value is not a signature in its exact encoding");
    return verdict;
  }
  STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms.get());
  if (sk_CMS_SignerInfo_num(signers) != 1) {
    verdict.faults.push_back("the signature value must have one signer, it has " +
                             std::to_string(std::max(0, sk_CMS_SignerInfo_num(signers))));
    return verdict;
  }
  if (CMS_is_detached(cms.get()) != 1) {
    verdict.faults.push_back("the signature value carries content of its own");
  }
  CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
  if (!UsesSha256(signer)) {
    verdict.faults.push_back("the digest of the signature is not SHA-256");
    return verdict;
  }
  Sha256Stream stream;
  for (const ByteView piece : pieces) stream.Add(piece);
  const Digest content = stream.Finish();
  CheckAttributes(signer, content, verdict);
  const Owned<STACK_OF(X509)> certificates(CMS_get1_certs(cms.get()));
  X509* certificate = certificates ? FindSigner(signer, certificates.get()) : nullptr;
  if (certificate == nullptr || X509_get0_pubkey(certificate) == nullptr) {
    internal::ClearErrors();
    verdict.faults.push_back("the certificate of the signer is missing or cannot be read");
    return verdict;
  }
  CheckSigner(signer, certificate, verdict);
  verdict.cades = FollowsProfile(der, signer, certificate, certificates.get(), content);
  if (!verdict.cades && verdict.faults.empty()) {
    verdict.faults.push_back("the signature value holds something that its profile does not");
  }
  if (anchors) CheckTrust(certificate, certificates.get(), *anchors, verdict);
  internal::ClearErrors();
  return verdict;
}

}  // namespace dossier::crypto
