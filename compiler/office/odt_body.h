// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/office/odt_lists.h"
#include "compiler/office/odt_styles.h"
#include "compiler/office/text_flow.h"
#include "compiler/xml/foreign.h"

namespace dossier::office {

/// What was met in the text of an OpenDocument file besides its words.
struct OdtTally {
  int insertions = 0, deletions = 0;
  std::set<std::string> reviewers;
  int comments = 0;
  std::set<std::string> commenters;
  int hidden = 0;
  std::string hidden_words;
  int pictures = 0;
  std::set<std::string> active;         // "script", "plugin"
  std::vector<std::string> references;  // what is fetched from elsewhere
};

/// Takes the events of content.xml, or of the heads and feet in styles.xml (ODF 1.3-3, 4 to 8).
///
/// Deleted text stands apart in the file and is left out; the rest is the text with every change
/// accepted. Notes come after the text, boxes after their paragraph. Hidden text, hidden sections
/// and comments are left out and counted. Numbers of lists and of headings are written before their
/// words.
class OdtBody : public xml::ForeignEvents {
 public:
  OdtBody(OdtStyles& styles, OdtLists& lists, OdtTally& tally)
      : styles_(styles), lists_(lists), tally_(tally) {}

  void Start(const xml::ForeignElement& element) override;
  void End(std::string_view name) override;
  void Words(std::string_view words) override;

  /// The text, without notes.
  [[nodiscard]] std::vector<inspect::TextBlock> TakeText() { return flow_.Take(); }
  [[nodiscard]] std::vector<inspect::TextBlock> TakeNotes() { return notes_.Take(); }
  [[nodiscard]] std::vector<inspect::TextBlock> TakeHeads() { return heads_.Take(); }
  [[nodiscard]] std::vector<inspect::TextBlock> TakeFeet() { return feet_.Take(); }
  [[nodiscard]] bool too_many() const { return flow_.too_many() || notes_.too_many(); }

 private:
  /// An element that is open, by what has to be undone when it closes.
  struct Open {
    std::string name;
    bool hides = false;
  };

  [[nodiscard]] bool LeavesOut(const xml::ForeignElement& element);
  [[nodiscard]] bool Hides(const xml::ForeignElement& element) const;
  void StartOfBlock(const xml::ForeignElement& element);
  void StartOfLeftOut(const xml::ForeignElement& element);
  void BeginParagraph(const xml::ForeignElement& element);
  void Say(std::string_view words);
  [[nodiscard]] bool Inside(std::string_view name) const;
  [[nodiscard]] TextFlow& Flow() { return *now_; }

  OdtStyles& styles_;
  OdtLists& lists_;
  OdtTally& tally_;
  TextFlow flow_, notes_, heads_, feet_;
  TextFlow* now_ = &flow_;
  std::vector<Open> open_;
  int hidden_ = 0;    // open elements that hide
  bool was_hidden_ = false;
  int left_out_ = 0;  // depth inside of what is left out
  bool in_creator_ = false;
  bool in_comment_ = false;
  int note_ = 0;
};

}  // namespace dossier::office
