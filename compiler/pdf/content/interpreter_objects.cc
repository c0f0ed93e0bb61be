// SPDX-License-Identifier: GPL-3.0-or-later
// Marked content, forms, images, annotations (ISO 32000-1:2008, 8.10, 12.5.5, 14.6).
#include <algorithm>
#include <array>

#include "compiler/pdf/content/interpreter.h"
#include "compiler/pdf/content/replaced_words.h"

namespace dossier::pdf::content {
namespace {

constexpr int kMostDepth = 20;
constexpr std::size_t kMostMarked = 10'000;

double NumberAt(QPDFObjectHandle array, int i) {
  QPDFObjectHandle item = array.getArrayItem(i);
  return item.isNumber() ? std::clamp(item.getNumericValue(), -1e9, 1e9) : 0;
}

Matrix MatrixOf(QPDFObjectHandle array) {
  if (!array.isArray() || array.getArrayNItems() != 6) return {};
  return {NumberAt(array, 0), NumberAt(array, 1), NumberAt(array, 2),
          NumberAt(array, 3), NumberAt(array, 4), NumberAt(array, 5)};
}

bool BoxOf(QPDFObjectHandle array, Box& box) {
  if (!array.isArray() || array.getArrayNItems() != 4) return false;
  const double x1 = NumberAt(array, 0), y1 = NumberAt(array, 1);
  const double x2 = NumberAt(array, 2), y2 = NumberAt(array, 3);
  box = {std::min(x1, x2), std::min(y1, y2), std::max(x1, x2), std::max(y1, y2)};
  return true;
}

/// Marks of readers and small signs: they lie on words by their nature and hide little.
bool LiesOnWords(QPDFObjectHandle annotation) {
  constexpr std::array<const char*, 9> kKinds = {"/Text",  "/FileAttachment", "/Sound",
                                                 "/Link",  "/Highlight",      "/Underline",
                                                 "/Caret", "/StrikeOut",      "/Squiggly"};
  QPDFObjectHandle subtype = annotation.getKey("/Subtype");
  return std::any_of(kKinds.begin(), kKinds.end(),
                     [&](const char* kind) { return subtype.isNameAndEquals(kind); });
}

}  // namespace

void Interpreter::BeginMarked(const Operation& op, bool with_properties) {
  MarkedContent content;
  content.first_glyph = marks_.glyphs.size();
  if (with_properties && op.operands.size() >= 2) {
    const Token& tag = op.operands.front();
    if (op.operands.back().kind == TokenKind::kName) {
      QPDFObjectHandle properties = Resource("/Properties", op.operands.back().text);
      content.hides = tag.text == "OC" && !shared_.layers.Shown(properties);
      if (properties.isDictionary() && properties.getKey("/ActualText").isString()) {
        content.replaces = true;
        content.words = WordsOfTextString(properties.getKey("/ActualText").getStringValue());
      }
    } else {
      for (std::size_t i = 1; i + 1 < op.operands.size(); ++i) {
        const Token& value = op.operands[i + 1];
        if (op.operands[i].kind != TokenKind::kName || op.operands[i].text != "ActualText")
          continue;
        content.replaces = value.kind == TokenKind::kString;
        content.words = WordsOfTextString(value.text);
      }
    }
  }
  if (marked_.size() >= kMostMarked) {
    marks_.incomplete = true;
    return;
  }
  hidden_ += content.hides ? 1 : 0;
  marked_.push_back(std::move(content));
}

void Interpreter::EndMarked() {
  if (marked_.empty()) return;
  const MarkedContent content = std::move(marked_.back());
  marked_.pop_back();
  hidden_ -= content.hides ? 1 : 0;
  if (content.replaces && !Hidden()) NoteReplacedWords(content.words, content.first_glyph, marks_);
}

void Interpreter::DrawObject(std::string_view name) {
  QPDFObjectHandle object = Resource("/XObject", name);
  if (!object.isStream()) return;
  QPDFObjectHandle keys = object.getDict();
  const bool hides = keys.hasKey("/OC") && !shared_.layers.Shown(keys.getKey("/OC"));
  hidden_ += hides ? 1 : 0;
  QPDFObjectHandle subtype = keys.getKey("/Subtype");
  if (subtype.isNameAndEquals("/Image")) {
    QPDFObjectHandle stencil = keys.getKey("/ImageMask");
    const bool is_stencil = stencil.isBool() && stencil.getBoolValue();
    AddImage(!is_stencil && !keys.hasKey("/SMask") && !keys.hasKey("/Mask") &&
                 !keys.hasKey("/SMaskInData"),
             is_stencil);
  } else if (subtype.isNameAndEquals("/Form")) {
    DrawForm(object);
  }
  hidden_ -= hides ? 1 : 0;
}

void Interpreter::DrawForm(QPDFObjectHandle form) {
  shared_.steps -= Shared::kFormSteps;
  if (depth_ >= kMostDepth || shared_.steps < 0) {
    marks_.incomplete = true;
    return;
  }
  const State state = state_;
  const std::size_t marked = marked_.size();
  const int hidden = hidden_;
  const double alpha = group_alpha_;
  const bool unclear = group_unclear_;
  std::vector<State> saved;
  saved.swap(saved_);
  const Path path = path_;
  path_.Clear();
  QPDFObjectHandle keys = form.getDict();
  state_.matrix = Concat(MatrixOf(keys.getKey("/Matrix")), state_.matrix);
  Box box;
  if (BoxOf(keys.getKey("/BBox"), box)) {
    state_.clip = Intersect(state_.clip, Around(box, state_.matrix));
    state_.clip_exact = state_.clip_exact && KeepsAxes(state_.matrix);
  }
  if (keys.getKey("/Group").isDictionary()) {
    group_alpha_ *= state_.fill.alpha;
    group_unclear_ = group_unclear_ || state_.masked || state_.blended;
    state_.fill.alpha = state_.line.alpha = 1;
    state_.masked = state_.blended = false;
  }
  const auto content = shared_.FormContent(form);
  if (!content->whole) marks_.incomplete = true;
  QPDFObjectHandle own = keys.getKey("/Resources");
  ++depth_;
  Execute(content->data, own.isDictionary() ? own : resources_);
  --depth_;
  marked_.resize(std::min(marked, marked_.size()));
  hidden_ = hidden;
  group_alpha_ = alpha;
  group_unclear_ = unclear;
  saved_.swap(saved);
  state_ = state;
  path_ = path;
}

void Interpreter::DrawAnnotations(QPDFObjectHandle page) {
  QPDFObjectHandle annotations = page.getKey("/Annots");
  if (!annotations.isArray()) return;
  for (const QPDFObjectHandle& annotation : annotations.getArrayAsVector()) {
    if (QPDFObjectHandle(annotation).isDictionary()) DrawAnnotation(annotation);
  }
}

/// Appearance into rectangle (12.5.5, algorithm 8).
void Interpreter::DrawAnnotation(QPDFObjectHandle annotation) {
  constexpr long long kInvisible = 1, kHiddenFlag = 2, kNoView = 32;
  QPDFObjectHandle flags = annotation.getKey("/F");
  const long long set = flags.isInteger() ? flags.getIntValue() : 0;
  if ((set & (kInvisible | kHiddenFlag | kNoView)) != 0) return;
  if (annotation.getKey("/Subtype").isNameAndEquals("/Popup")) return;
  QPDFObjectHandle look = annotation.getKey("/AP");
  if (!look.isDictionary()) return;
  look = look.getKey("/N");
  QPDFObjectHandle chosen = annotation.getKey("/AS");
  if (look.isDictionary() && chosen.isName()) look = look.getKey(chosen.getName());
  Box place;
  Box box;
  if (!look.isStream() || !BoxOf(annotation.getKey("/Rect"), place) || place.Empty() ||
      !BoxOf(look.getDict().getKey("/BBox"), box)) {
    return;
  }
  const Box turned = Around(box, MatrixOf(look.getDict().getKey("/Matrix")));
  if (turned.Empty()) return;
  const double sx = place.Width() / turned.Width();
  const double sy = place.Height() / turned.Height();
  const State state = state_;
  state_.matrix = Concat({sx, 0, 0, sy, place.left - turned.left * sx, place.top - turned.top * sy},
                         state_.matrix);
  const bool hides = annotation.hasKey("/OC") && !shared_.layers.Shown(annotation.getKey("/OC"));
  hidden_ += hides ? 1 : 0;
  overlay_ = !LiesOnWords(annotation);
  DrawForm(look);
  overlay_ = true;
  hidden_ -= hides ? 1 : 0;
  state_ = state;
}

void Interpreter::DrawPage(QPDFObjectHandle page, QPDFObjectHandle resources,
                           const Matrix& to_display) {
  state_ = {};
  state_.matrix = to_display;
  const State first = state_;
  std::string content;
  QPDFObjectHandle contents = page.getKey("/Contents");
  std::vector<QPDFObjectHandle> streams;
  if (contents.isStream()) streams.push_back(contents);
  if (contents.isArray()) streams = contents.getArrayAsVector();
  for (const QPDFObjectHandle& stream : streams) {
    if (!QPDFObjectHandle(stream).isStream()) continue;
    if (!shared_.streams.Append(stream, content)) marks_.incomplete = true;
    content += '\n';
  }
  Execute(content, resources);
  state_ = first;
  saved_.clear();
  marked_.clear();
  hidden_ = 0;
  DrawAnnotations(page);
}

void ReadMarks(Shared& shared, QPDFObjectHandle page, QPDFObjectHandle resources,
               const Matrix& to_display, PageMarks& marks) {
  Interpreter(shared, marks).DrawPage(std::move(page), std::move(resources), to_display);
}

}  // namespace dossier::pdf::content
