// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/odt_body.h"

#include <algorithm>
#include <array>

#include "compiler/office/docx_styles.h"

namespace dossier::office {
namespace {

using inspect::BlockKind;

template <std::size_t N>
bool IsOneOf(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsElsewhere(std::string_view address) {
  const bool scheme = address.find("://") != std::string_view::npos;
  return scheme || address.starts_with("../") || address.starts_with("//");
}

constexpr std::size_t kMostListed = 1'000;
constexpr std::size_t kMostNames = 20;

}  // namespace

bool OdtBody::Inside(std::string_view name) const {
  return std::any_of(open_.rbegin(), open_.rend(), [&](const Open& open) { return open.name == name; });
}

void OdtBody::Start(const xml::ForeignElement& element) {
  styles_.Start(element);
  lists_.StartOfStyle(element);
  if (left_out_ > 0) {
    ++left_out_;
    return StartOfLeftOut(element);
  }
  if (LeavesOut(element)) {
    ++left_out_;
    return;
  }
  const bool hides = Hides(element);
  if (hides) ++hidden_;
  StartOfBlock(element);
  open_.push_back({std::string(element.name), hides});
}

/// True for what is not part of the text.
bool OdtBody::LeavesOut(const xml::ForeignElement& element) {
  in_comment_ = element.name == "annotation";
  if (in_comment_) ++tally_.comments;
  constexpr std::array<std::string_view, 7> kNotShown{
      "annotation",       "tracked-changes", "forms",       "note-citation",
      "variable-decls",   "sequence-decls",  "user-field-decls"};
  // Where an index says how its entries look, and the description of a picture.
  constexpr std::array<std::string_view, 3> kTemplates{"desc", "title", "alphabetical-index-auto-mark-file"};
  const bool frame = !open_.empty() && open_.back().name == "frame";
  return IsOneOf(element.name, kNotShown) || (frame && IsOneOf(element.name, kTemplates)) ||
         (element.name.ends_with("-source") && Inside("text"));
}

/// Inside of what is left out: comments and changes are counted.
void OdtBody::StartOfLeftOut(const xml::ForeignElement& element) {
  if (element.name == "insertion") ++tally_.insertions;
  if (element.name == "deletion") ++tally_.deletions;
  in_creator_ = element.name == "creator";
}

bool OdtBody::Hides(const xml::ForeignElement& element) const {
  const std::string_view name = element.name;
  if (name == "section") {
    const std::string* display = element.Attribute("display");
    return display != nullptr && *display != "true";
  }
  if (name == "hidden-text" || name == "hidden-paragraph") {
    const std::string* hidden = element.Attribute("is-hidden");
    return hidden == nullptr || *hidden == "true";
  }
  if (name != "p" && name != "h" && name != "span") return false;
  const std::string* style = element.Attribute("style-name");
  return style != nullptr && styles_.Hides(*style);
}

void OdtBody::StartOfBlock(const xml::ForeignElement& element) {
  const std::string_view name = element.name;
  if (name == "p" || name == "h") return BeginParagraph(element);
  if (name == "list") lists_.Enter(element);
  if (name == "list-item" || name == "list-header") lists_.Item(element);
  if (name == "table-row") Flow().BeginRow();
  if (name == "table-cell") Flow().BeginCell();
  if (name == "text-box") Flow().BeginAside();
  if (name == "note-body") {
    ++note_;
    now_ = &notes_;
  }
  if (name == "header" || name == "header-left" || name == "header-first") now_ = &heads_;
  if (name == "footer" || name == "footer-left" || name == "footer-first") now_ = &feet_;
  if (name == "s") Say(" ");
  if (name == "tab" || name == "line-break") Say(" ");
  if (name == "script" || name == "event-listener") tally_.active.insert("script");
  if (name == "plugin" || name == "applet") tally_.active.insert(std::string(name));
  const std::string* address = element.Attribute("href");
  if (name == "image") ++tally_.pictures;
  const bool fetched = name == "image" || name == "object" || name == "section-source" || name == "plugin";
  if (fetched && address != nullptr && IsElsewhere(*address) && tally_.references.size() < kMostListed) {
    tally_.references.push_back(*address);
  }
}

void OdtBody::BeginParagraph(const xml::ForeignElement& element) {
  if (now_ == &notes_) return Flow().Begin(BlockKind::kNote, note_);
  if (now_ == &heads_ || now_ == &feet_) return Flow().Begin(BlockKind::kMargin);
  const std::string label = lists_.depth() > 0 ? lists_.TakeLabel() : std::string();
  Flow().Begin();
  if (element.name == "h") {
    const int level = SmallNumber(element.Attribute("outline-level")).value_or(1);
    return Flow().Become(BlockKind::kHeading, std::clamp(level, 1, 6), label);
  }
  if (!label.empty()) return Flow().Become(BlockKind::kParagraph, 0, label);
  if (lists_.depth() > 0) Flow().Become(BlockKind::kListItem, lists_.depth());
}

void OdtBody::Say(std::string_view words) {
  if (hidden_ > 0) {
    if (!was_hidden_) ++tally_.hidden;
    if (tally_.hidden_words.size() < 200) tally_.hidden_words += words;
  } else {
    Flow().Words(words);
  }
  was_hidden_ = hidden_ > 0;
}

void OdtBody::Words(std::string_view words) {
  if (left_out_ > 0) {
    auto& names = in_comment_ ? tally_.commenters : tally_.reviewers;
    if (in_creator_ && names.size() < kMostNames) names.insert(std::string(words.substr(0, 100)));
    return;
  }
  const bool inside = !open_.empty() && (Inside("p") || Inside("h"));
  if (inside) Say(words);
}

void OdtBody::End(std::string_view name) {
  styles_.End(name);
  lists_.EndOfStyle(name);
  if (left_out_ > 0) {
    --left_out_;
    in_creator_ = false;
    return;
  }
  if (open_.empty()) return;
  if (open_.back().hides) --hidden_;
  open_.pop_back();
  if (name == "p" || name == "h") Flow().End();
  if (name == "list") lists_.Leave();
  if (name == "table-cell") Flow().EndCell();
  if (name == "table-row") Flow().EndRow();
  if (name == "text-box") Flow().EndAside();
  const bool margin = name.starts_with("header") || name.starts_with("footer");
  if (name == "note-body" || margin) {
    Flow().End();
    now_ = &flow_;
  }
}

}  // namespace dossier::office
