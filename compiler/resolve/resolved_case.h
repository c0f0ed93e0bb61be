// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/anchors/anchor_index.h"
#include "compiler/foundation/digest.h"
#include "compiler/foundation/page.h"
#include "compiler/model/case.h"
#include "compiler/model/citation.h"

/// The case with every citation bound to an exhibit and a place in it. Product of `Resolve`.
namespace dossier::resolve {

enum class ExhibitState {
  kUsed,        // the file is there and was read
  kElsewhere,   // registered without a file
  kMissing,     // the file is not there
  kUnreadable,  // the worker could not read it
  kRejected,    // not the file that was locked
};

/// One file of an exhibit, and what of the exhibit it is.
struct BoundPart {
  bool paged = false;
  int first_page = 0;  // of the exhibit, from 0
  int pages = 0;
  int first_paragraph = 0;  // paragraphs of the parts before it
  int paragraphs = 0;
  std::int64_t duration_ms = 0;      // of a recording; 0: not known
  std::vector<std::int64_t> cue_ms;  // when paragraph n+1 of the part begins
  std::shared_ptr<const anchors::AnchorIndex> anchors;
};

/// One exhibit as the bundle will carry it.
struct BoundExhibit {
  std::size_t index = 0;  // into `Case::exhibits`
  std::string label;      // printed: "A-14"; never empty
  ExhibitState state = ExhibitState::kUsed;
  bool locked = false;    // the lock holds a digest of each of its files, and these are the files
  std::optional<Digest> sha256;      // of the only or first file
  int pages = 0;                     // in the bundle, over all parts; 0 while unpaged or absent
  bool paged = false;                // the file has pages of its own
  bool read_by_machine = false;      // the words of some of its pages are those that a machine read
  std::vector<int> part_pages;       // pages of each part
  std::vector<BoundPart> parts;      // in step with `model::Exhibit::files`
  std::vector<std::string> labels;   // printed label of each page where the file has labels
  int paragraphs = 0;                // of an unpaged exhibit
  std::vector<int> paragraph_pages;  // page (from 1) of paragraph n+1; 0: not known
};

/// A pinpoint that was found: pages of the exhibit as the bundle carries it.
struct BoundPinpoint {
  model::PinpointKind kind = model::PinpointKind::kPage;
  std::string text;      // as cited: "p. 14", "paras 3-5"
  PageIndex first_page;  // in the exhibit
  PageIndex last_page;
  bool has_page = false;  // false when the exhibit has no pages in the bundle
  bool checked = true;    // false: nothing says whether this place exists
  bool mentioned = false;  // an article that is spoken of there, and perhaps elsewhere
};

enum class CitationUse { kItem, kAdverse, kAnswer, kLimb, kFact, kEvent, kArgument, kAssertion, kAuthor };

struct BoundCitation {
  model::Citation source;
  std::string exhibit;  // id; empty when it could not be read
  std::optional<std::size_t> exhibit_index;
  std::vector<BoundPinpoint> pinpoints;
  std::string pinpoint_text;  // all of them as cited, or empty
  bool resolved = false;      // the exhibit and every pinpoint exist
  bool checkable = true;      // false: the exhibit is elsewhere or unreadable
  CitationUse use = CitationUse::kItem;
};

/// The page of the decision on which an assertion stands, as a citation with the span of the
/// assertion; nothing when the decision is not in the register or no page is known.
[[nodiscard]] std::optional<model::Citation> CitationOf(const model::AdverseDecision& decision,
                                                        const model::Assertion& assertion);

/// Bound citations are found by the span of what they were made from, which is unique in a run.
struct ResolvedCase {
  const model::Case* source = nullptr;
  std::vector<BoundExhibit> exhibits;     // in step with `Case::exhibits`
  std::vector<std::size_t> bundle_order;  // indexes of exhibits that have pages, as they are bound
  std::vector<BoundCitation> citations;   // in order of files and lines
  std::map<Span, std::size_t> by_span;

  /// The bound form of `citation`; every citation of the case has one.
  [[nodiscard]] const BoundCitation& Of(const model::Citation& citation) const;
};

}  // namespace dossier::resolve
