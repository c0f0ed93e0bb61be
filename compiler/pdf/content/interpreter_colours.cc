// SPDX-License-Identifier: GPL-3.0-or-later
// Colours (ISO 32000-1:2008, 8.6.8).
#include <array>

#include "compiler/pdf/content/interpreter.h"
#include "compiler/pdf/content/operator_names.h"

namespace dossier::pdf::content {

bool Interpreter::ColourOperator(const Operation& op) {
  switch (Pack(op.name)) {
    case Pack("g"):
      SetDevice(state_.fill, ColourSpace::kGrey, op);
      return true;
    case Pack("rg"):
      SetDevice(state_.fill, ColourSpace::kRgb, op);
      return true;
    case Pack("k"):
      SetDevice(state_.fill, ColourSpace::kCmyk, op);
      return true;
    case Pack("G"):
      SetDevice(state_.line, ColourSpace::kGrey, op);
      return true;
    case Pack("RG"):
      SetDevice(state_.line, ColourSpace::kRgb, op);
      return true;
    case Pack("K"):
      SetDevice(state_.line, ColourSpace::kCmyk, op);
      return true;
    case Pack("cs"):
      SetSpace(state_.fill, op.LastName());
      return true;
    case Pack("CS"):
      SetSpace(state_.line, op.LastName());
      return true;
    case Pack("sc"):
    case Pack("scn"):
      SetColour(state_.fill, op);
      return true;
    case Pack("SC"):
    case Pack("SCN"):
      SetColour(state_.line, op);
      return true;
    default:
      return false;
  }
}

void Interpreter::SetDevice(Ink& ink, ColourSpace space, const Operation& op) {
  ink.space = space;
  ink.pattern = false;
  SetColour(ink, op);
}

void Interpreter::SetSpace(Ink& ink, std::string_view name) {
  ink.pattern = name == "Pattern";
  QPDFObjectHandle named = Resource("/ColorSpace", name);
  ink.space = named.isNull() ? ColourSpaceOf(QPDFObjectHandle::newName("/" + std::string(name)))
                             : ColourSpaceOf(named);
  if (named.isArray() && named.getArrayNItems() > 0) {
    ink.pattern = named.getArrayItem(0).isNameAndEquals("/Pattern");
  }
  ink.colour = InitialColour(ink.space);
}

void Interpreter::SetColour(Ink& ink, const Operation& op) {
  if (!op.operands.empty() && op.operands.back().kind == TokenKind::kName) {
    ink.pattern = true;
    ink.colour.known = false;
    return;
  }
  std::array<double, 4> components{};
  const std::size_t count = std::min(op.operands.size(), components.size());
  for (std::size_t i = 0; i < count; ++i) components[i] = op.NumberFromEnd(count - 1 - i);
  ink.colour = ColourOf(ink.space, components.data(), count);
}

}  // namespace dossier::pdf::content
