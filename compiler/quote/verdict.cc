// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/verdict.h"

namespace dossier::quote {

std::string_view ToString(Verdict verdict) {
  switch (verdict) {
    case Verdict::kExact:
      return "exact";
    case Verdict::kNormalised:
      return "normalised";
    case Verdict::kOcrTolerant:
      return "ocr-tolerant";
    case Verdict::kAltered:
      return "altered";
    case Verdict::kAmbiguous:
      return "ambiguous";
    case Verdict::kContentMismatch:
      return "content-mismatch";
    case Verdict::kNotFound:
      return "not-found";
    case Verdict::kWrongPage:
      return "wrong-page";
    case Verdict::kStale:
      return "stale";
    case Verdict::kNotCheckable:
      return "not-checkable";
  }
  return "not-checkable";
}

bool Holds(Verdict verdict) {
  return verdict == Verdict::kExact || verdict == Verdict::kNormalised ||
         verdict == Verdict::kOcrTolerant || verdict == Verdict::kAltered;
}

std::string_view ToString(Basis basis) {
  switch (basis) {
    case Basis::kTextLayer:
      return "text-layer";
    case Basis::kRendered:
      return "rendered";
    case Basis::kOcr:
      return "ocr";
    case Basis::kTranscript:
      return "transcript";
  }
  return "text-layer";
}

std::string_view ToString(EditKind kind) {
  switch (kind) {
    case EditKind::kFormatting:
      return "formatting";
    case EditKind::kOcr:
      return "ocr";
    case EditKind::kContent:
      return "content";
    case EditKind::kStructure:
      return "structure";
  }
  return "content";
}

}  // namespace dossier::quote
