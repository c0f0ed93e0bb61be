// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "compiler/identifiers/number.h"

/// What a document numbers itself: paragraphs, articles, sections, notes, annexes. Product of
/// `FindAnchors`.
namespace dossier::anchors {

enum class AnchorKind { kParagraph, kArticle, kSection, kNote, kAnnex };

/// One numbered thing, from where it begins to where the next one of its kind begins.
struct Anchor {
  identifiers::Number number;
  int first = 0;  // place of its unit of text: a page from 0, or a paragraph
  int last = 0;
};

/// All things of one kind that share one way of numbering, in the order of the document.
struct Numbering {
  AnchorKind kind = AnchorKind::kParagraph;
  /// Things that are only mentioned: articles of an act that is not this document.
  bool mentioned = false;
  std::vector<Anchor> anchors;
};

struct AnchorIndex {
  /// Of one kind in the order in which a lookup asks them.
  std::vector<Numbering> numberings;
  /// False when a page has no text, or the document numbers more than was followed: then nothing
  /// is said not to be there.
  bool whole = true;
};

enum class Verdict {
  kFound,
  kSeveral,   // more than one place has this number
  kNotThere,  // the numbering was read without holes, and it ends before or begins after
  kUnknown,   // nothing says whether it exists
};

/// What is known of one number.
struct Lookup {
  Verdict verdict = Verdict::kUnknown;
  int first = 0, last = 0;  // kFound, kSeveral: of the first place
  int other = 0;            // kSeveral: where the second place begins
  bool numbered = false;    // the document has a numbering of this kind
  bool mentioned = false;   // kFound: it is spoken of there, and perhaps elsewhere
  /// kNotThere: the part that exists ("405", empty for the whole) and the ends of what it has.
  identifiers::Number within;
  identifiers::Number from, to;
  /// kUnknown: what it is a part of, which is at `first`; empty when that is not known either.
  identifiers::Number near;
};

/// Places that count, [first, end).
struct Window {
  int first = 0;
  int end = 0;
};

/// Looks a number up among the things of a kind that begin inside the window. `kSection` also takes
/// numbered paragraphs, which European judgments cite with a section sign.
/// Linear in the number of anchors.
[[nodiscard]] Lookup Find(const AnchorIndex& index, AnchorKind kind,
                          const identifiers::Number& number, Window window);

}  // namespace dossier::anchors
