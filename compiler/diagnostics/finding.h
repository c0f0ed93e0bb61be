// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/text.h"
#include "compiler/foundation/span.h"

namespace dossier::diagnostics {

enum class Level { kNote, kWarning, kError };
enum class Certainty { kCertain, kProbable, kPossible };

/// Every finding the program can make, one enumerator a code; the table is `kind.def`.
enum class Kind {
#define DOSSIER_FINDING(code, enumerator, name, level, text) enumerator,
#include "compiler/diagnostics/kind.def"
#undef DOSSIER_FINDING
};

/// What `kind.def` says of one kind.
struct KindEntry {
  Kind kind;
  std::string_view code;  // "D0203"
  std::string_view name;  // "citation-page-out-of-range"
  Level level;
  std::string_view text;  // message with {0}, {1}, ...
};

[[nodiscard]] const KindEntry& Describe(Kind kind);
[[nodiscard]] const std::vector<KindEntry>& AllKinds();
[[nodiscard]] std::optional<Kind> KindByCode(std::string_view code);
[[nodiscard]] std::string_view ToString(Level level);
[[nodiscard]] std::string_view ToString(Certainty certainty);
[[nodiscard]] std::optional<Level> ParseLevel(std::string_view text);

/// Where something stands: in a source file by bytes, or in an exhibit or output by page.
struct Place {
  Place() = default;
  Place(Span span_in) : span(span_in) {}  // NOLINT: implicit by design
  /// A whole file, or a page of it (from 1; 0 for none).
  static Place InFile(std::string path_in, int page_in = 0);

  Span span;
  /// Used when `span` is not known: path relative to the case root.
  std::string path;
  int page = 0;  // from 1; 0 for none
  std::string page_label;
  std::string paragraph;
};

struct Related {
  Text message;
  Place place = {};
};

struct Waiver {
  std::string reason;
  std::string by;
  std::string until;
};

/// One thing found: a fact with a place, a code and a way on. Never a legal conclusion.
struct Finding {
  Kind kind{};
  /// Values for the message of the kind, in order.
  std::vector<Arg> args = {};
  Place place = {};
  /// A person's id, when the finding is about one.
  std::string subject = {};
  std::string criterion = {};
  std::vector<std::string> exhibits = {};
  /// Id of the counted need, for the fingerprint.
  std::string need = {};
  std::vector<Related> related = {};
  /// The legal or filing rule behind it. Comes from packs, so never personal.
  std::string why = {};
  /// A concrete edit.
  Text hint = {};
  Certainty certainty = Certainty::kCertain;
  /// When set, wins over the level of the kind (a rule's weight, the author's levels).
  std::optional<Level> level = {};
  std::optional<Waiver> waiver = {};

  [[nodiscard]] Level EffectiveLevel() const;
  [[nodiscard]] std::string Message() const;
  [[nodiscard]] std::string RedactedMessage() const;
};

}  // namespace dossier::diagnostics
