// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "compiler/assemble/assemble.h"
#include "compiler/crypto/cms_sign.h"
#include "compiler/crypto/sha256.h"
#include "compiler/crypto/test_key.h"
#include "compiler/sign/sign.h"
#include "tests/unit/assemble/small_plan.h"

namespace dossier::verify::testing_support {

inline constexpr std::int64_t kTime = 1769854500;  // 2026-01-31T10:15:00Z

inline crypto::SigningKey LoadedKey(const Bytes& pem) {
  return std::move(crypto::LoadKey(pem, {})).value();
}

/// Made once: a key costs more than everything else here.
inline const Bytes& OurPem() {
  static const Bytes pem = crypto::MakeTestKey({}).value();
  return pem;
}

inline const assemble::Assembled& Prepared() {
  static const assemble::Assembled made =
      assemble::Assemble(assemble::testing_support::MakePlan()).value();
  return made;
}

inline Bytes Signed(const Bytes& prepared, const pdf::SignatureHole& hole,
                    const Bytes& pem = OurPem()) {
  Result<Bytes> made = sign::Sign(prepared, hole, LoadedKey(pem), kTime);
  EXPECT_TRUE(made.ok()) << (made.ok() ? "" : made.failure().reason);
  return made.ok() ? std::move(made).value() : Bytes();
}

inline const Bytes& Good() {
  static const Bytes file = Signed(Prepared().bytes, Prepared().hole);
  return file;
}

inline std::string HexOf(const Bytes& bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    text += kDigits[static_cast<unsigned char>(c) >> 4];
    text += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

/// What an attacker with a key can do: a correct CMS over whatever the file now says it signs.
inline Bytes SignedAgain(Bytes file, const Bytes& pem = OurPem()) {
  const pdf::SignatureHole& hole = Prepared().hole;
  const std::size_t rest = hole.contents + hole.contents_size;
  file.replace(hole.contents, hole.contents_size,
               "<" + std::string(hole.contents_size - 2, '0') + ">");
  crypto::Sha256Stream digest;
  digest.Add(ByteView(file).substr(0, hole.contents));
  digest.Add(ByteView(file).substr(rest));
  const std::string hex = HexOf(crypto::MakeCms(LoadedKey(pem), digest.Finish()).value());
  file.replace(hole.contents + 1, hex.size(), hex);
  return file;
}

inline Bytes Replaced(Bytes file, const std::string& from, const std::string& to) {
  const std::size_t at = file.find(from);
  EXPECT_NE(at, Bytes::npos) << from;
  return file.replace(at, from.size(), to);
}

/// An incremental update: `objects` ("7 0 obj ... endobj") with a table and a trailer of its own.
inline Bytes Updated(const Bytes& file, int number, const std::string& object,
                     const std::string& trailer_keys = "") {
  const std::size_t start = file.rfind("startxref\n") + 10;
  const std::string previous = file.substr(start, file.find('\n', start) - start);
  const std::size_t trailer = file.rfind("trailer <<") + 10;
  const std::string old_keys = file.substr(trailer, file.find(">>\nstartxref", trailer) - trailer);
  std::string offset = std::to_string(file.size());
  offset.insert(0, 10 - offset.size(), '0');
  Bytes update = file + std::to_string(number) + " 0 obj\n" + object + "\nendobj\n";
  const std::string table = std::to_string(update.size());
  update += "xref\n" + std::to_string(number) + " 1\n" + offset + " 00000 n \ntrailer <<" +
            old_keys + " /Prev " + previous + " " + trailer_keys + " >>\nstartxref\n" + table +
            "\n%%EOF\n";
  return update;
}

}  // namespace dossier::verify::testing_support
