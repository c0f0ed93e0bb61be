// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/interpreter.h"

#include "compiler/pdf/content/operator_names.h"

namespace dossier::pdf::content {
namespace {

constexpr std::size_t kMostSaved = 4096;

}  // namespace

void PageMarks::Clear() {
  runs.clear();
  glyphs.clear();
  paints.clear();
  corners.clear();
  sequences.clear();
  replaced_words = 0;
  replaced_detail.clear();
  incomplete = false;
}

void Interpreter::Execute(std::string_view content, QPDFObjectHandle resources) {
  const QPDFObjectHandle outer = resources_;
  resources_ = std::move(resources);
  Lexer lexer(content);
  Operation operation;
  while (ReadOperation(lexer, operation)) {
    if (--shared_.steps < 0) {
      marks_.incomplete = true;
      break;
    }
    Dispatch(operation, lexer);
  }
  resources_ = outer;
}

void Interpreter::Dispatch(const Operation& op, Lexer& lexer) {
  if (TextOperator(op) || PathOperator(op) || GraphicsOperator(op) || ColourOperator(op)) return;
  switch (Pack(op.name)) {
    case Pack("Do"):
      return DrawObject(op.LastName());
    case Pack("BMC"):
      return BeginMarked(op, false);
    case Pack("BDC"):
      return BeginMarked(op, true);
    case Pack("EMC"):
      return EndMarked();
    case Pack("sh"): {
      Paint shading{.cover = Paint::Cover::kMaybe, .colour = {.known = false}, .box = state_.clip};
      return AddPaint(shading, nullptr, 0);
    }
    case Pack("ID"): {
      bool stencil = false;
      for (std::size_t i = 0; i + 1 < op.operands.size(); ++i) {
        const bool key = op.operands[i].text == "IM" || op.operands[i].text == "ImageMask";
        stencil = stencil || (key && op.operands[i + 1].text == "true");
      }
      SkipInlineImage(lexer);
      return AddImage(!stencil, stencil);
    }
    default:
      return;  // what is no operator is passed over
  }
}

bool Interpreter::GraphicsOperator(const Operation& op) {
  switch (Pack(op.name)) {
    case Pack("q"):
      Save();
      return true;
    case Pack("Q"):
      Restore();
      return true;
    case Pack("cm"):
      state_.matrix = Concat({op.NumberFromEnd(5), op.NumberFromEnd(4), op.NumberFromEnd(3),
                              op.NumberFromEnd(2), op.NumberFromEnd(1), op.NumberFromEnd(0)},
                             state_.matrix);
      return true;
    case Pack("w"):
      state_.line_width = op.NumberFromEnd(0);
      return true;
    case Pack("d"):
      state_.dashed = op.operands.size() > 3;  // "[] 0" is a solid line
      return true;
    case Pack("gs"):
      SetExtended(op.LastName());
      return true;
    default:
      return false;
  }
}

void Interpreter::Save() {
  if (saved_.size() < kMostSaved) {
    saved_.push_back(state_);
  } else {
    marks_.incomplete = true;
  }
}

void Interpreter::Restore() {
  if (saved_.empty()) return;
  state_ = saved_.back();
  saved_.pop_back();
}

void Interpreter::SetExtended(std::string_view name) {
  QPDFObjectHandle changes = Resource("/ExtGState", name);
  if (!changes.isDictionary()) return;
  for (const auto& [key, entry] : changes.getDictAsMap()) {
    QPDFObjectHandle value = entry;
    if (key == "/ca" && value.isNumber()) state_.fill.alpha = value.getNumericValue();
    if (key == "/CA" && value.isNumber()) state_.line.alpha = value.getNumericValue();
    if (key == "/LW" && value.isNumber()) state_.line_width = value.getNumericValue();
    if (key == "/SMask") state_.masked = value.isDictionary();
    if (key == "/Font" && value.isArray() && value.getArrayNItems() == 2) {
      state_.text.font = shared_.FontOf(value.getArrayItem(0));
      if (value.getArrayItem(1).isNumber())
        state_.text.size = value.getArrayItem(1).getNumericValue();
    }
    if (key == "/BM") {
      if (value.isArray() && value.getArrayNItems() > 0) value = value.getArrayItem(0);
      const std::string mode = value.isName() ? value.getName() : std::string();
      state_.blended = mode != "/Normal" && mode != "/Compatible";
      state_.darkens = mode == "/Multiply" || mode == "/Darken";
    }
  }
}

QPDFObjectHandle Interpreter::Resource(const char* kind, std::string_view name) {
  if (!resources_.isDictionary()) return QPDFObjectHandle::newNull();
  QPDFObjectHandle all = resources_.getKey(kind);
  if (!all.isDictionary()) return QPDFObjectHandle::newNull();
  return all.getKey("/" + std::string(name));
}

}  // namespace dossier::pdf::content
