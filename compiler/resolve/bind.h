// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"
#include "compiler/resolve/citation_text.h"
#include "compiler/resolve/resolved_case.h"
#include "compiler/resolve/target.h"

namespace dossier::resolve {

/// Binds citations one by one to exhibits that are bound already.
///
/// Reports D0201 to D0205, D0212 to D0214, D0216, D0218, D0220 to D0223. D0212 once an exhibit,
/// D0221 once an exhibit and kind of place.
class Binder {
 public:
  Binder(const model::Case& source, const std::vector<BoundExhibit>& exhibits,
         diagnostics::Sink& sink);

  [[nodiscard]] BoundCitation Bind(const model::Citation& citation, CitationUse use);
  /// Index of an exhibit by id. Reports D0202 at `place` when there is none.
  std::optional<std::size_t> FindExhibit(std::string_view id, Span place);

 private:
  void BindPinpoints(const ParsedCitation& parsed, BoundCitation& out);
  /// Binds one range of the kind that `out` has; false when it was reported as not there.
  bool BindRange(Target& target, const model::PinpointRange& range, BoundPinpoint& out);
  bool InOrder(const Target& target, const model::PinpointRange& range);
  void ReportNotCheckable(const Target& target);
  void ReportNoPinpoint(const Target& target);
  [[nodiscard]] diagnostics::Finding About(const Target& target, diagnostics::Kind kind) const;

  // bind_pages.cc: pages by label and by position, and the paragraphs that we count.
  bool BindPages(const Target& target, const model::PinpointRange& range, BoundPinpoint& out);
  int PageOf(const Target& target, std::string_view value, model::PinpointKind kind);
  bool BindParagraphs(const Target& target, const model::PinpointRange& range, BoundPinpoint& out);
  void CompareWithOwnNumber(const Target& target, const model::PinpointRange& range, long counted);
  void ReportPageOutOfRange(const Target& target, std::string_view value, model::PinpointKind kind);

  // bind_numbers.cc: what a document numbers itself.
  /// One number of a document, and where it was found.
  struct Sought {
    anchors::Lookup lookup;
    const BoundPart* part = nullptr;   // of the place; null when there is none
    const BoundPart* other = nullptr;  // of the second place
    bool read = false;                 // some file had text to look at
    bool whole = true;                 // and no page of it was without
  };
  bool BindNumbers(Target& target, const model::PinpointRange& range, BoundPinpoint& out);
  bool BindNumber(const Target& target, const identifiers::Number& number, BoundPinpoint& out);
  [[nodiscard]] static Sought Seek(const Target& target, anchors::AnchorKind kind,
                                   const identifiers::Number& number);
  bool OnPagesBefore(const Target& target, const identifiers::Number& number, const Sought& sought,
                     BoundPinpoint& out);
  bool NarrowToAnnex(Target& target, const model::PinpointRange& range, BoundPinpoint& out);
  void ReportNotThere(const Target& target, const Sought& sought, model::PinpointKind kind);
  void ReportNotRead(const Target& target, model::PinpointKind kind, std::string reason);
  void ReportTwoPlaces(const Target& target, std::string first, std::string second,
                       diagnostics::Text hint);

  // bind_times.cc
  bool BindTimes(const Target& target, const model::PinpointRange& range, BoundPinpoint& out);

  const model::Case& source_;
  const std::vector<BoundExhibit>& exhibits_;
  diagnostics::Sink& sink_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::vector<bool> told_not_checkable_;
  std::vector<bool> told_two_countings_;
  std::set<std::pair<std::size_t, model::PinpointKind>> told_not_read_;
};

}  // namespace dossier::resolve
