// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string_view>
#include <vector>

#include "compiler/pdf/content/lexer.h"
#include "compiler/pdf/content/page_marks.h"
#include "compiler/pdf/content/path.h"
#include "compiler/pdf/content/shared.h"
#include "compiler/pdf/content/state.h"

namespace dossier::pdf::content {

/// Carries out the content of one page and notes in `marks` what it draws, in its order.
///
/// Total: what is not an operator is passed over, as readers do. Bounded by `Shared::steps`, a
/// depth of forms, and caps on what is noted; where one is met, `PageMarks::incomplete` says so.
class Interpreter {
 public:
  Interpreter(Shared& shared, PageMarks& marks) : shared_(shared), marks_(marks) {}

  /// Content and annotations of `page`; `to_display` leads from its coordinates to the plane.
  void DrawPage(QPDFObjectHandle page, QPDFObjectHandle resources, const Matrix& to_display);

 private:
  struct MarkedContent {
    bool hides = false;
    bool replaces = false;  // has ActualText
    std::u32string words{};
    std::size_t first_glyph = 0;
  };

  void Execute(std::string_view content, QPDFObjectHandle resources);
  void Dispatch(const Operation& op, Lexer& lexer);
  bool GraphicsOperator(const Operation& op);
  bool PathOperator(const Operation& op);
  bool ColourOperator(const Operation& op);
  bool TextOperator(const Operation& op);

  // Graphics state
  void Save();
  void Restore();
  void SetExtended(std::string_view name);
  void SetColour(Ink& ink, const Operation& op);
  void SetSpace(Ink& ink, std::string_view name);
  void SetDevice(Ink& ink, ColourSpace space, const Operation& op);

  // Painting
  void EndPath(bool fill, bool line, bool even_odd);
  void Fill(bool even_odd);
  void Line();
  void AddPaint(Paint paint, const Corner* corners, std::size_t count);
  void AddImage(bool whole, bool stencil);
  [[nodiscard]] Paint::Cover CoverOf(const Ink& ink) const;

  // Text
  void SetFont(const Operation& op);
  void MoveText(double x, double y);
  void ShowArray(const Operation& op);
  void Show(std::string_view bytes);
  std::uint32_t BeginRun();
  void AddGlyph(std::uint32_t run, const Font& font, const Code& code, double advance);

  // Marked content, forms, annotations
  void BeginMarked(const Operation& op, bool with_properties);
  void EndMarked();
  void DrawObject(std::string_view name);
  void DrawForm(QPDFObjectHandle form);
  void DrawAnnotations(QPDFObjectHandle page);
  void DrawAnnotation(QPDFObjectHandle annotation);
  [[nodiscard]] bool Hidden() const { return hidden_ > 0; }
  [[nodiscard]] QPDFObjectHandle Resource(const char* kind, std::string_view name);

  Shared& shared_;
  PageMarks& marks_;
  State state_{};
  std::vector<State> saved_;
  Path path_;
  enum class PendingClip { kNone, kBox } clip_next_ = PendingClip::kNone;
  Matrix text_matrix_{}, line_matrix_{};
  bool clips_text_ = false;
  std::uint32_t run_ = 0;
  bool run_open_ = false;
  QPDFObjectHandle resources_ = QPDFObjectHandle::newNull();
  std::vector<MarkedContent> marked_;
  int hidden_ = 0;  // marked contents, forms and annotations around us that are not shown
  int depth_ = 0;   // of forms
  double group_alpha_ = 1;
  bool group_unclear_ = false;  // around us a group with a mask or a blend mode
  bool overlay_ = true;         // what is painted now can cover words
};

/// Marks of one page.
void ReadMarks(Shared& shared, QPDFObjectHandle page, QPDFObjectHandle resources,
               const Matrix& to_display, PageMarks& marks);

}  // namespace dossier::pdf::content
