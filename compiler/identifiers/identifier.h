// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Identifiers by which courts, parliaments and registers name documents: read, checked and brought
/// to one spelling. Total and linear; what is printed reads as the same.
namespace dossier::identifiers {

enum class IdentifierKind {
  kEcli,                // ECLI:EU:C:2021:478
  kCelex,               // 32011L0095
  kEli,                 // eli/reg/2024/1347/oj
  kUnSymbol,            // CCPR/C/115/D/2304/2013
  kApplication,         // no. 55978/20 (European Court of Human Rights)
  kHudocItem,           // 001-57516
  kEpText,              // P9_TA(2021)0056
  kEpProcedure,         // 2019/2610(RSP)
  kPaceText,            // Resolution 1900 (2012)
  kPaceDocument,        // Doc. 13011
  kPaceFile,            // PACE file 34167
  kLithuanianAct,       // No IX-2206
  kLithuanianRegister,  // TAR.42837E5A79DD, 2024-05718
};

/// The kind in words, with its article: "an ECLI".
[[nodiscard]] std::string_view ToString(IdentifierKind kind);

/// Two identifiers are one document when they are equal.
struct Identifier {
  IdentifierKind kind = IdentifierKind::kEcli;
  std::string canonical;

  friend bool operator==(const Identifier&, const Identifier&) = default;
};

/// A text that is clearly meant as an identifier and cannot be one.
struct IdentifierError {
  IdentifierKind kind = IdentifierKind::kEcli;
  std::string reason;  // small letters, no stop
  std::size_t at = 0;  // byte of the text
};

/// Nothing: of no kind that is known here.
using IdentifierReading = std::variant<std::monostate, Identifier, IdentifierError>;

/// Numbers of years are held to be false after this one. No clock is read.
struct Limits {
  int latest_year = 2099;
};

/// Longest text that is read.
inline constexpr std::size_t kMaxIdentifier = 200;

/// Reads a whole text. Case counts where the standard says so: letters of ECLI, CELEX, UN symbols
/// and register numbers are read in either case and printed as capitals.
///
/// Sources: ECLI: Council Conclusions 2011/C 127/01, annex, 2; ordinal of the European Court of
/// Human Rights: as in its published numbers (date, kind, application). CELEX: Publications Office,
/// "How CELEX numbers are composed". ELI: Council Conclusions 2017/C 441/05; Official Journal act
/// by act from 1 October 2023. UN symbols: Dag Hammarskjöld Library, "UN Document Symbols".
/// European Parliament: "References of texts adopted"; terms of office since 1979. PACE: numbers of
/// texts since 1949. Lithuania: Register of Legal Acts; laws are numbered by the term of the
/// Seimas.
[[nodiscard]] IdentifierReading ParseIdentifier(std::string_view text, const Limits& limits = {});

/// An identifier inside a text.
struct FoundIdentifier {
  std::size_t begin = 0;
  std::size_t end = 0;
  IdentifierReading reading;  // an identifier or an error
};

/// Words of a text that clearly claim to be an identifier: by a prefix (ECLI:, CELEX), or by a
/// shape that nothing else has. Parts of web addresses are left alone.
[[nodiscard]] std::vector<FoundIdentifier> FindIdentifiers(std::string_view text,
                                                           const Limits& limits = {});

}  // namespace dossier::identifiers
