// SPDX-License-Identifier: GPL-3.0-or-later
// Text (ISO 32000-1:2008, clause 9).
#include <cmath>

#include "compiler/pdf/content/interpreter.h"
#include "compiler/pdf/content/operator_names.h"

namespace dossier::pdf::content {
namespace {

constexpr double kClear = 0.01;
constexpr double kLeastSize = 0.5;  // points: smaller letters are dust
constexpr std::size_t kMostGlyphs = 2'000'000;

double Length(Point p) { return std::hypot(p.x, p.y); }

}  // namespace

bool Interpreter::TextOperator(const Operation& op) {
  TextState& text = state_.text;
  switch (Pack(op.name)) {
    case Pack("Tj"):
      if (!op.operands.empty()) Show(op.operands.back().text);
      return true;
    case Pack("TJ"):
      ShowArray(op);
      return true;
    case Pack("Td"):
      MoveText(op.NumberFromEnd(1), op.NumberFromEnd(0));
      return true;
    case Pack("TD"):
      text.leading = -op.NumberFromEnd(0);
      MoveText(op.NumberFromEnd(1), op.NumberFromEnd(0));
      return true;
    case Pack("Tm"):
      text_matrix_ = line_matrix_ = {op.NumberFromEnd(5), op.NumberFromEnd(4), op.NumberFromEnd(3),
                                     op.NumberFromEnd(2), op.NumberFromEnd(1), op.NumberFromEnd(0)};
      return true;
    case Pack("T*"):
      MoveText(0, -text.leading);
      return true;
    case Pack("'"):
      MoveText(0, -text.leading);
      if (!op.operands.empty()) Show(op.operands.back().text);
      return true;
    case Pack("\""):
      text.word_space = op.NumberFromEnd(2);
      text.character_space = op.NumberFromEnd(1);
      MoveText(0, -text.leading);
      if (!op.operands.empty()) Show(op.operands.back().text);
      return true;
    case Pack("BT"):
      text_matrix_ = line_matrix_ = {};
      return true;
    case Pack("ET"):
      if (clips_text_) state_.clip_exact = false;
      clips_text_ = false;
      return true;
    case Pack("Tf"):
      SetFont(op);
      return true;
    case Pack("Tc"):
      text.character_space = op.NumberFromEnd(0);
      return true;
    case Pack("Tw"):
      text.word_space = op.NumberFromEnd(0);
      return true;
    case Pack("Tz"):
      text.stretch = op.NumberFromEnd(0) / 100;
      return true;
    case Pack("TL"):
      text.leading = op.NumberFromEnd(0);
      return true;
    case Pack("Ts"):
      text.rise = op.NumberFromEnd(0);
      return true;
    case Pack("Tr"):
      text.mode = static_cast<int>(std::clamp(op.NumberFromEnd(0), 0.0, 7.0));
      return true;
    default:
      return false;
  }
}

void Interpreter::SetFont(const Operation& op) {
  if (op.operands.size() < 2) return;
  const Token& name = op.operands[op.operands.size() - 2];
  state_.text.size = op.NumberFromEnd(0);
  state_.text.font = shared_.FontOf(Resource("/Font", name.text));
}

void Interpreter::MoveText(double x, double y) {
  line_matrix_ = Concat({1, 0, 0, 1, x, y}, line_matrix_);
  text_matrix_ = line_matrix_;
}

void Interpreter::ShowArray(const Operation& op) {
  run_open_ = false;
  const TextState& text = state_.text;
  for (const Token& token : op.operands) {
    if (token.kind == TokenKind::kString) {
      Show(token.text);
      run_open_ =
          !marks_.runs.empty() && (run_open_ || !token.text.empty());  // one for all of them
    } else if (token.kind == TokenKind::kNumber) {
      const double x = -token.number / 1000 * text.size * text.stretch;
      text_matrix_.e += x * text_matrix_.a;
      text_matrix_.f += x * text_matrix_.b;
    }
  }
  run_open_ = false;
}

std::uint32_t Interpreter::BeginRun() {
  const TextState& text = state_.text;
  const Matrix whole = Concat(text_matrix_, state_.matrix);
  const int fill_or_line = text.mode & 3;  // 0 fill, 1 line, 2 both, 3 none; 4 to 7 clip as well
  const Ink& ink = fill_or_line == 1 ? state_.line : state_.fill;
  Run run{.colour = ink.colour, .clip = state_.clip};
  run.along = whole.Turn({text.size * text.stretch, 0});
  run.up = whole.Turn({0, text.size});
  run.paints_before = static_cast<std::uint32_t>(marks_.paints.size());
  run.no_mode = text.mode == 3;
  const bool clear = ink.alpha * group_alpha_ <= kClear && fill_or_line != 3 &&
                     (fill_or_line != 2 || state_.line.alpha * group_alpha_ <= kClear);
  const bool type3 = text.font->type3;
  const bool tiny =
      !type3 && !(Length(run.up) >= kLeastSize && Length(run.along) >= kLeastSize / 4);
  run.invisible = (run.no_mode && !type3) || clear || tiny;
  run.no_mode = run.no_mode && !type3;
  run.hidden_layer = Hidden();
  run.placed = text.font->placed;
  run.colour_counts = !type3 && text.mode < 3 && !ink.pattern && !state_.masked &&
                      !state_.blended && !group_unclear_ &&
                      (fill_or_line != 2 || state_.line.colour.LooksLike(state_.fill.colour));
  if (text.mode >= 4) clips_text_ = true;
  // Glyphs of Type 3 are as large as their own matrix makes them.
  if (type3 && Length(run.up) < 1) run.placed = false;
  marks_.runs.push_back(run);
  return static_cast<std::uint32_t>(marks_.runs.size() - 1);
}

void Interpreter::Show(std::string_view bytes) {
  const TextState& text = state_.text;
  if (text.font == nullptr || bytes.empty()) return;
  if (!run_open_) run_ = BeginRun();
  const Font& font = *text.font;
  while (!bytes.empty()) {
    const Code code = font.Next(bytes);
    bytes.remove_prefix(code.size);
    const double width = font.Width(code.value) * font.unit;
    AddGlyph(run_, font, code, width);
    double x = width * text.size + text.character_space;
    if (code.size == 1 && code.value == ' ') x += text.word_space;
    x *= text.stretch;
    text_matrix_.e += x * text_matrix_.a;
    text_matrix_.f += x * text_matrix_.b;
  }
}

void Interpreter::AddGlyph(std::uint32_t run, const Font& font, const Code& code, double advance) {
  const Character character = font.CharacterOf(code.value);
  if (character == ' ' || character == 0xA0) return;
  if (marks_.glyphs.size() >= kMostGlyphs) {
    marks_.incomplete = true;
    return;
  }
  const Point origin = state_.matrix.Apply(text_matrix_.Apply({0, state_.text.rise}));
  if (!std::isfinite(origin.x) || !std::isfinite(origin.y)) return;  // nowhere
  Glyph glyph{.run = run,
              .x = static_cast<float>(origin.x),
              .y = static_cast<float>(origin.y),
              .advance = static_cast<float>(advance),
              .character = character,
              .contradicts = font.Contradicts(code.value)};
  if (character >= kSequence) {
    marks_.sequences.push_back(Spelled(character, font.sequences));
    glyph.character = kSequence + static_cast<Character>(marks_.sequences.size() - 1);
  }
  marks_.glyphs.push_back(glyph);
}

}  // namespace dossier::pdf::content
