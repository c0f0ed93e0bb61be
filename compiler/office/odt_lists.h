// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/xml/foreign.h"

namespace dossier::office {

/// The numbers that lists of an OpenDocument file print before their items (ODF 1.3-3, 16.30) and
/// that its text does not hold.
class OdtLists {
 public:
  static constexpr int kLevels = 10;

  /// Takes an element of a list style; others are passed over.
  void StartOfStyle(const xml::ForeignElement& element);
  void EndOfStyle(std::string_view name);

  /// Enters and leaves a list of the text; an inner list takes the style of the outer.
  void Enter(const xml::ForeignElement& list);
  void Leave();
  /// An item begins: counts it.
  void Item(const xml::ForeignElement& item);
  /// The label of the item: "2.", "a)"; empty for bullets and for a second paragraph of the item.
  [[nodiscard]] std::string TakeLabel();
  /// Depth of the list, from 1; 0 outside of lists.
  [[nodiscard]] int depth() const { return static_cast<int>(open_.size()); }

 private:
  struct Level {
    std::string format;  // "1", "a", "A", "i", "I"; empty: no number
    std::string prefix, suffix;
    int start = 1;
    int shown = 1;  // levels shown, this one included
  };
  struct Open {
    std::string style;
    int count = 0;
    bool counting = false;
  };

  [[nodiscard]] const Level* LevelOf(std::size_t depth) const;
  [[nodiscard]] std::string Label() const;

  std::map<std::string, std::array<Level, kLevels>, std::less<>> styles_;
  std::array<Level, kLevels>* current_ = nullptr;
  std::vector<Open> open_;
  std::map<std::string, int, std::less<>> last_;  // of outermost lists, by style
  std::string label_;
};

}  // namespace dossier::office
