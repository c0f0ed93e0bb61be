// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"
#include "compiler/resolve/citation_text.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::resolve {

/// Binds citations one by one to exhibits that are bound already.
///
/// Reports D0201 to D0205, D0212 to D0214, D0216, D0218. D0212 once an exhibit.
class Binder {
 public:
  Binder(const model::Case& source, const std::vector<BoundExhibit>& exhibits,
         diagnostics::Sink& sink);

  [[nodiscard]] BoundCitation Bind(const model::Citation& citation, CitationUse use);
  /// Index of an exhibit by id. Reports D0202 at `place` when there is none.
  std::optional<std::size_t> FindExhibit(std::string_view id, Span place);

 private:
  struct Target;
  void BindPinpoints(const ParsedCitation& parsed, BoundCitation& out);
  /// Binds one range of the kind that `out` has; false when it was reported as not there.
  bool BindRange(Target& target, const model::PinpointRange& range, BoundPinpoint& out);
  bool BindPages(const Target& target, const model::PinpointRange& range, BoundPinpoint& out);
  int PageOf(const Target& target, std::string_view value, model::PinpointKind kind);
  bool BindParagraphs(const Target& target, const model::PinpointRange& range, BoundPinpoint& out);
  bool NarrowToAnnex(Target& target, const model::PinpointRange& range, BoundPinpoint& out);
  bool InOrder(const Target& target, const model::PinpointRange& range);
  void ReportPageOutOfRange(const Target& target, std::string_view value, model::PinpointKind kind);
  void ReportNotCheckable(const Target& target);
  void ReportNoPinpoint(const Target& target);
  [[nodiscard]] diagnostics::Finding About(const Target& target, diagnostics::Kind kind) const;

  const model::Case& source_;
  const std::vector<BoundExhibit>& exhibits_;
  diagnostics::Sink& sink_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::vector<bool> told_not_checkable_;
};

}  // namespace dossier::resolve
