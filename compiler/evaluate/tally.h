// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/evaluate/exhibit_table.h"
#include "compiler/model/need.h"

namespace dossier::evaluate {

/// What a set of items amounts to: numbers only. Filled item by item, then sealed, then asked.
class Tally {
 public:
  void Add(const ExhibitEntry& entry, const model::Item& item, const model::Need& need);
  void Seal();

  [[nodiscard]] int Works() const { return count_; }
  [[nodiscard]] int Publishers() const { return publishers_; }
  [[nodiscard]] int Origins() const { return static_cast<int>(origins_.size()); }
  [[nodiscard]] int Kinds() const { return static_cast<int>(std::bitset<32>(kinds_).count()); }
  /// The most items of which no two can show the same day.
  [[nodiscard]] int Days() const { return days_; }
  /// Something beside the kinds that do not suffice alone.
  [[nodiscard]] bool HasOtherKind() const { return has_other_kind_; }
  [[nodiscard]] bool HasMoreThanCountryAssessments() const {
    return has_more_than_country_assessments_;
  }
  /// Percentage of the works that come from the publisher most relied on.
  [[nodiscard]] int LargestShare() const;

 private:
  [[nodiscard]] int CountDays() const;

  std::vector<std::pair<int, int>> works_;  // publisher (negative: not known), work
  std::vector<int> origins_;
  std::vector<std::pair<Day, Day>> events_;  // last and first possible day
  std::uint32_t kinds_ = 0;
  bool has_other_kind_ = false;
  bool has_more_than_country_assessments_ = false;
  int count_ = 0;
  int publishers_ = 0;
  int days_ = 0;
};

/// A way in which items must differ.
struct Variety {
  int have = 0;
  int want = 0;
  std::string_view words;  // of a further item: "by another publisher"
};

[[nodiscard]] std::array<Variety, 4> VarietiesOf(const Tally& tally, const model::Need& need);

/// True when the items reach the count and the variety and are not all of a kind that does not
/// suffice alone.
[[nodiscard]] bool Suffices(const Tally& tally, const model::Need& need);

}  // namespace dossier::evaluate
