// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <optional>

#include "compiler/pdf/conformance/inspection.h"
#include "compiler/pdf/content/lexer.h"
#include "compiler/pdf/page_geometry.h"

namespace dossier::pdf::internal {

namespace {

using content::Lexer;
using content::Operation;
using content::Token;
using content::TokenKind;

enum class Mark { kOther, kArtifact, kTagged };

/// Operators that leave something on the page (ISO 32000-1:2008, 8.5.3, 8.6.3, 8.9, 9.4.3).
bool Draws(std::string_view name) {
  constexpr std::array<std::string_view, 16> kDrawing = {"Tj", "TJ", "'", "\"", "S",  "s",  "f",  "F",
                                                         "f*", "B",  "B*", "b", "b*", "sh", "ID", "BI"};
  for (const std::string_view each : kDrawing) {
    if (each == name) return name != "BI";  // its picture follows ID
  }
  return false;
}

/// The device colours that an operator chooses (8.6.8).
std::string_view DeviceSpace(const Operation& operation) {
  const std::string_view name = operation.name;
  if (name == "k" || name == "K") return "DeviceCMYK";
  if (name == "rg" || name == "RG") return "DeviceRGB";
  if (name == "g" || name == "G") return "DeviceGray";
  const bool named = (name == "cs" || name == "CS") && operation.LastName().starts_with("Device");
  return named ? operation.LastName() : std::string_view();
}

/// The dictionary or the name behind the tag of BDC: whether it numbers the content.
struct Properties {
  std::string tag;
  std::optional<int> number;
};

class PageMarks {
 public:
  PageMarks(Inspection& inspection, int page) : inspection_(inspection), page_(page) {}

  void Run(QPDFObjectHandle page) {
    std::string bytes;
    QPDFObjectHandle contents = page.getKey("/Contents");
    Append(contents, bytes);
    Walk(bytes, Inherited(page, "/Resources"), 0);
    CheckNumbers();
  }

 private:
  void Append(QPDFObjectHandle contents, std::string& bytes) {
    if (contents.isStream()) {
      if (!inspection_.streams.Append(contents, bytes)) {
        inspection_.Report(Rule::kContentUnreadable, page_);
      }
      bytes += '\n';
    } else if (contents.isArray()) {
      for (int i = 0; i < contents.getArrayNItems(); ++i) {
        QPDFObjectHandle part = contents.getArrayItem(i);
        if (part.isStream()) Append(part, bytes);
      }
    }
  }

  void Walk(const std::string& bytes, QPDFObjectHandle resources, int depth) {
    Lexer lexer(bytes);
    Operation operation;
    const std::size_t outer = open_.size();
    bool identity = false;  // codes of two bytes that are glyphs
    while (content::ReadOperation(lexer, operation)) {
      if (operation.name == "BDC" || operation.name == "BMC") {
        Open(operation, resources, depth);
      } else if (operation.name == "EMC") {
        if (open_.size() > outer) {
          open_.pop_back();
        } else {
          inspection_.Report(Rule::kMarkUnbalanced, page_);
        }
      } else if (operation.name == "Tf") {
        identity = IsIdentity(operation, resources);
      } else if (operation.name == "Do") {
        Draw(operation, resources, depth);
      } else if (const std::string_view space = DeviceSpace(operation); !space.empty()) {
        CheckColourSpace(inspection_, QPDFObjectHandle::newName("/" + std::string(space)), page_);
      } else if (Draws(operation.name)) {
        NoteDrawn();
        if (identity) CheckCodes(operation);
      }
      if (operation.name == "ID") content::SkipInlineImage(lexer);
      lexer.Forget();
    }
    if (open_.size() > outer) inspection_.Report(Rule::kMarkUnbalanced, page_);
    open_.resize(outer);
  }

  void Open(const Operation& operation, QPDFObjectHandle resources, int depth) {
    const Properties properties = Read(operation, resources);
    const bool in_artifact = Inside(Mark::kArtifact);
    const bool in_tagged = Inside(Mark::kTagged);
    Mark mark = Mark::kOther;
    if (properties.tag == "Artifact") {
      mark = Mark::kArtifact;
      if (in_tagged) inspection_.Report(Rule::kArtifactInside, page_);
    } else if (properties.number) {
      mark = Mark::kTagged;
      if (in_artifact) inspection_.Report(Rule::kTaggedInArtifact, page_);
      if (depth > 0) {
        inspection_.Report(Rule::kMarkInForm, page_);
      } else if (!Numbers().insert(*properties.number).second) {
        inspection_.Report(Rule::kMarkRepeated, page_, std::to_string(*properties.number));
      }
    }
    open_.push_back(mark);
  }

  static Properties Read(const Operation& operation, QPDFObjectHandle resources) {
    Properties properties;
    const std::vector<Token>& operands = operation.operands;
    if (operands.empty()) return properties;
    properties.tag = operands.front().text;
    for (std::size_t i = 1; i + 1 < operands.size(); ++i) {
      if (operands[i].kind == TokenKind::kName && operands[i].text == "MCID" &&
          operands[i + 1].kind == TokenKind::kNumber) {
        properties.number = static_cast<int>(operands[i + 1].number);
      }
    }
    if (operands.size() == 2 && operands[1].kind == TokenKind::kName && resources.isDictionary()) {
      QPDFObjectHandle named = resources.getKey("/Properties");
      if (named.isDictionary()) named = named.getKey("/" + std::string(operands[1].text));
      if (named.isDictionary() && named.getKey("/MCID").isInteger()) {
        properties.number = static_cast<int>(named.getKey("/MCID").getIntValueAsInt());
      }
    }
    return properties;
  }

  void Draw(const Operation& operation, QPDFObjectHandle resources, int depth) {
    QPDFObjectHandle object =
        resources.isDictionary() ? resources.getKey("/XObject") : QPDFObjectHandle::newNull();
    if (object.isDictionary()) object = object.getKey("/" + std::string(operation.LastName()));
    if (!object.isStream() || !object.getDict().getKey("/Subtype").isNameAndEquals("/Form")) {
      NoteDrawn();
      return;
    }
    // The same form drawn in the same way says nothing new.
    const int way = (Inside(Mark::kArtifact) ? 1 : 0) + (Inside(Mark::kTagged) ? 2 : 0);
    if (depth >= kDeepest || !drawn_.emplace(object.getObjGen(), way).second) return;
    std::string bytes;
    if (!inspection_.streams.Append(object, bytes)) {
      inspection_.Report(Rule::kContentUnreadable, page_);
    }
    QPDFObjectHandle own = object.getDict().getKey("/Resources");
    Walk(bytes, own.isDictionary() ? own : resources, depth + 1);
  }

  static bool IsIdentity(const Operation& operation, QPDFObjectHandle resources) {
    if (operation.operands.empty() || operation.operands.front().kind != TokenKind::kName) return false;
    QPDFObjectHandle font =
        resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
    if (font.isDictionary()) font = font.getKey("/" + std::string(operation.operands.front().text));
    return font.isDictionary() && font.getKey("/Subtype").isNameAndEquals("/Type0") &&
           font.getKey("/Encoding").isNameAndEquals("/Identity-H");
  }

  /// Glyph 0 is the box that stands for a letter that is not there.
  void CheckCodes(const Operation& operation) {
    for (const Token& token : operation.operands) {
      if (token.kind != TokenKind::kString) continue;
      for (std::size_t i = 0; i + 1 < token.text.size(); i += 2) {
        if (token.text[i] == '\0' && token.text[i + 1] == '\0') {
          inspection_.Report(Rule::kNotdefShown, page_);
        }
      }
    }
  }

  void NoteDrawn() {
    if (!Inside(Mark::kArtifact) && !Inside(Mark::kTagged)) {
      inspection_.Report(Rule::kUnmarkedContent, page_);
    }
  }

  [[nodiscard]] bool Inside(Mark mark) const {
    for (const Mark each : open_) {
      if (each == mark) return true;
    }
    return false;
  }

  void CheckNumbers() {
    int expected = 0;
    for (const int number : Numbers()) {
      if (number != expected++) inspection_.Report(Rule::kMarksNotDense, page_);
    }
  }

  std::set<int>& Numbers() { return inspection_.marks[static_cast<std::size_t>(page_)]; }

  Inspection& inspection_;
  int page_;
  std::vector<Mark> open_;
  std::set<std::pair<QPDFObjGen, int>> drawn_;
};

}  // namespace

void CheckMarks(Inspection& inspection) {
  inspection.marks.resize(inspection.pages.size());
  for (std::size_t i = 0; i < inspection.pages.size(); ++i) {
    PageMarks(inspection, static_cast<int>(i)).Run(inspection.pages[i]);
  }
}

}  // namespace dossier::pdf::internal
