// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/cms_profile.h"

#include <algorithm>
#include <string_view>

#include "compiler/crypto/der.h"
#include "compiler/crypto/openssl_types.h"
#include "compiler/crypto/sha256.h"

namespace dossier::crypto::internal {

using std::string_view_literals::operator""sv;

namespace {

// Object identifiers in DER without tag and length.
constexpr ByteView kData = "\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01"sv;           // id-data
constexpr ByteView kSignedData = "\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02"sv;     // id-signedData
constexpr ByteView kContentType = "\x2A\x86\x48\x86\xF7\x0D\x01\x09\x03"sv;    // RFC 5652, 11.1
constexpr ByteView kMessageDigest = "\x2A\x86\x48\x86\xF7\x0D\x01\x09\x04"sv;  // RFC 5652, 11.2
constexpr ByteView kSigningCertificateV2 = "\x2A\x86\x48\x86\xF7\x0D\x01\x09\x10\x02\x2F"sv;
constexpr ByteView kSha256 = "\x60\x86\x48\x01\x65\x03\x04\x02\x01"sv;
constexpr ByteView kRsaEncryption = "\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01"sv;
constexpr ByteView kEcdsaWithSha256 = "\x2A\x86\x48\xCE\x3D\x04\x03\x02"sv;

Bytes DigestBytes(const Digest& digest) { return Bytes(digest.bytes.begin(), digest.bytes.end()); }

Bytes Attribute(ByteView oid, const Bytes& value) {
  return DerSequence({Der(kDerOid, oid), Der(kDerSet, value)});
}

Bytes NameDer(const X509_NAME* name) {
  unsigned char* der = nullptr;
  const int size = i2d_X509_NAME(name, &der);
  if (size <= 0) return {};
  Bytes bytes(der, der + size);
  OPENSSL_free(der);
  return bytes;
}

Bytes SerialDer(const X509* certificate) {
  unsigned char* der = nullptr;
  const int size = i2d_ASN1_INTEGER(X509_get0_serialNumber(certificate), &der);
  if (size <= 0) return {};
  Bytes bytes(der, der + size);
  OPENSSL_free(der);
  return bytes;
}

/// ESSCertIDv2 with the default algorithm left out, as DER demands, and with issuer and serial
/// number (RFC 5035, 3 and 5.4.1.1).
Bytes CertificateId(const X509* certificate) {
  const Bytes issuer = NameDer(X509_get_issuer_name(certificate));
  const Bytes issuer_serial =
      DerSequence({DerSequence({Der(kDerContext4, issuer)}), SerialDer(certificate)});
  return DerSequence(
      {Der(kDerOctetString, DigestBytes(Sha256(CertificateDer(certificate)))), issuer_serial});
}

/// The signer's certificate first, then all others: nothing in the bag stays unsigned.
Bytes SigningCertificateV2(const CmsCertificates& certificates) {
  Bytes ids = CertificateId(certificates.signer);
  for (const X509* other : certificates.others) ids += CertificateId(other);
  return DerSequence({Der(kDerSequence, ids)});
}

Bytes Attributes(const CmsCertificates& certificates, const Digest& content) {
  return DerSetContent({Attribute(kContentType, Der(kDerOid, kData)),
                        Attribute(kMessageDigest, Der(kDerOctetString, DigestBytes(content))),
                        Attribute(kSigningCertificateV2, SigningCertificateV2(certificates))});
}

}  // namespace

CmsCertificates Arrange(const X509* signer, const std::vector<const X509*>& others) {
  CmsCertificates certificates{.signer = signer, .others = others};
  std::sort(certificates.others.begin(), certificates.others.end(),
            [](const X509* a, const X509* b) { return CertificateDer(a) < CertificateDer(b); });
  return certificates;
}

Bytes SignedAttributes(const CmsCertificates& certificates, const Digest& content) {
  return Der(kDerSet, Attributes(certificates, content));
}

Bytes EncodeCms(const CmsCertificates& certificates, const Digest& content, ByteView signature) {
  const Bytes digest_algorithm = DerSequence({Der(kDerOid, kSha256)});
  const bool rsa = EVP_PKEY_get_base_id(X509_get0_pubkey(certificates.signer)) == EVP_PKEY_RSA;
  const Bytes null_parameters("\x05\x00", 2);
  const Bytes signature_algorithm =
      rsa ? DerSequence({Der(kDerOid, kRsaEncryption), null_parameters})
          : DerSequence({Der(kDerOid, kEcdsaWithSha256)});
  const Bytes version_1 = Der(kDerInteger, "\x01");
  const Bytes issuer_and_serial = DerSequence(
      {NameDer(X509_get_issuer_name(certificates.signer)), SerialDer(certificates.signer)});
  const Bytes signer = DerSequence({version_1, issuer_and_serial, digest_algorithm,
                                    Der(kDerContext0, Attributes(certificates, content)),
                                    signature_algorithm, Der(kDerOctetString, signature)});
  std::vector<Bytes> bag = {CertificateDer(certificates.signer)};
  for (const X509* other : certificates.others) bag.push_back(CertificateDer(other));
  const Bytes signed_data =
      DerSequence({version_1, Der(kDerSet, digest_algorithm), DerSequence({Der(kDerOid, kData)}),
                   Der(kDerContext0, DerSetContent(std::move(bag))), Der(kDerSet, signer)});
  return DerSequence({Der(kDerOid, kSignedData), Der(kDerContext0, signed_data)});
}

}  // namespace dossier::crypto::internal
