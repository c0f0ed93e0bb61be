// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compiler/foundation/date.h"
#include "compiler/foundation/span.h"
#include "compiler/model/citation.h"
#include "compiler/model/localized.h"
#include "compiler/model/names.h"

/// What the documents of a case say about numbers, and the lists these numbers are about
/// (facts.yaml). Product of `load`; held against one another in `facts`.
namespace dossier::model {

/// One thing of a list, with the words that the source uses for it.
struct ListEntry {
  Spanned<std::string> id;
  Spanned<std::string> person;  // id in people.yaml, or empty
  std::vector<std::pair<Spanned<std::string>, std::string>> fields;
  std::vector<Citation> cites;
};

/// What a field of the entries is called in print, and the words for its values, in the order in
/// which they are to stand.
struct ListField {
  LocalizedText title;
  std::vector<std::pair<Spanned<std::string>, LocalizedText>> values;
};

struct FactList {
  Spanned<std::string> id;
  LocalizedText title;
  std::vector<std::pair<Spanned<std::string>, ListField>> fields;
  std::vector<ListEntry> entries;
};

/// A number as written in a file: an exact decimal fraction with up to six places. Arithmetic on
/// it is exact or refused.
struct Decimal {
  std::int64_t millionths = 0;
  friend auto operator<=>(const Decimal&, const Decimal&) = default;
};

/// The entries whose fields have one of the words.
struct ListFilter {
  std::vector<std::pair<Spanned<std::string>, std::vector<std::string>>> where;
};

/// A side of a claim.
struct Operand {
  enum class Kind { kNumber, kCount, kTotal, kSum, kDifference, kProduct, kFigure, kFact };
  Kind kind = Kind::kNumber;
  Decimal number;
  Spanned<std::string> name;   // list, figure or fact
  Spanned<std::string> field;  // total: the field that is added up
  ListFilter filter;
  std::optional<Date> as_of;  // figure
  std::vector<Operand> parts;
  Span span;
};

enum class Relation { kEqual, kAtMost, kAtLeast, kLess, kMore };

struct Claim {
  Spanned<std::string> id;
  LocalizedText says;
  std::vector<Citation> cites;
  Operand left, right;
  Relation relation = Relation::kEqual;
  Span span;
};

struct FigureValue {
  std::optional<Date> as_of;
  Decimal value;
  std::vector<Citation> cites;
  std::string in;  // argument in which the figure is used, or empty
  Span span;
};

/// A number that changes with time.
struct Figure {
  Spanned<std::string> id;
  LocalizedText title;
  std::vector<FigureValue> series;
  std::vector<FigureValue> used;
};

/// A place in a ranking: a product, its edition, a value and how many there are.
struct IndexClaim {
  Spanned<std::string> id;
  std::string product;
  std::string edition;
  Decimal value;
  std::optional<Decimal> of;
  std::vector<Citation> cites;
  Span span;
};

std::span<const Named<Relation>> RelationNames();

}  // namespace dossier::model
