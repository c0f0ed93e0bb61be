// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/flow.h"

#include <type_traits>
#include <utility>

#include "compiler/foundation/utf8.h"
#include "compiler/layout/page_list.h"

namespace dossier::layout {
namespace {

/// Bold and italic of the run on top of those of the paragraph.
fonts::Style Combine(fonts::Style base, compose::Face face) {
  const bool base_bold = base == fonts::Style::kBold || base == fonts::Style::kBoldItalic;
  const bool base_italic = base == fonts::Style::kItalic || base == fonts::Style::kBoldItalic;
  const bool bold = base_bold || face == compose::Face::kBold || face == compose::Face::kBoldItalic;
  const bool italic =
      base_italic != (face == compose::Face::kItalic || face == compose::Face::kBoldItalic);
  return bold ? (italic ? fonts::Style::kBoldItalic : fonts::Style::kBold)
              : (italic ? fonts::Style::kItalic : fonts::Style::kRegular);
}

bool IsBreakingSpace(char32_t code) {
  return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0x85 || code == 0x2028 ||
         code == 0x2029;
}

class FlowBuilder {
 public:
  FlowBuilder(const TextStyle& style, const PageNumbers& numbers, int& next_note)
      : style_(style), numbers_(numbers), next_note_(next_note) {}

  void Add(const std::vector<compose::Inline>& content) {
    for (const compose::Inline& item : content) {
      std::visit([&](const auto& value) { Put(value); }, item.value);
    }
  }

  Flow Take() {
    flow_.language = style_.language;
    flow_.levels = text::FindLevels(flow_.text, text::DirectionOf(style_.language), isolates_);
    return std::move(flow_);
  }

 private:
  void Put(const compose::TextRun& run) {
    Segment segment = Plain(run.face);
    segment.source = run.source;
    segment.hyphenate = style_.hyphenate && !run.whole;
    segment.language = run.language;
    if (run.small) {
      segment.size = segment.size * 9 / 10;
    }
    if (run.superscript) {
      segment.raise = segment.size * 35 / 100;
      segment.size = segment.size * 64 / 100;
    }
    const std::size_t begin = flow_.text.size();
    AppendWords(run.text, segment);
    // A name or a quotation in a script that runs to the left is ordered by itself: what stands
    // behind it in the line stays behind it.
    if (text::DirectionOf(run.language) == text::Direction::kRightToLeft) {
      Isolate(begin);
    }
  }

  void Put(const compose::PageNumberOf& number) {
    flow_.page_numbers_of.push_back(number.anchor);
    Segment segment = Plain(number.face);
    segment.page_number = true;
    Append(numbers_.TextOf(number.anchor), segment);
  }

  void Put(const compose::AnchorHere& here) { AddAnchor(here.name); }

  void Put(const compose::NumberOf& number) {
    const int outer = OpenLink(number.anchor);
    Segment segment = Plain(number.face);
    Append(numbers_.LabelOf(number.anchor), segment);
    link_ = outer;
  }

  void Put(const compose::PagesOf& pages) {
    for (const PageListPart& part : PageListOf(pages.anchors, numbers_)) {
      const int outer = part.anchor.empty() ? link_ : OpenLink(part.anchor);
      Segment segment = Plain(pages.face);
      AppendWords(part.text, segment);
      link_ = part.anchor.empty() ? link_ : outer;
    }
    flow_.page_numbers_of.insert(flow_.page_numbers_of.end(), pages.anchors.begin(),
                                 pages.anchors.end());
  }

  void Put(const compose::Link& link) {
    const int outer = OpenLink(link.anchor, link.url);
    Add(link.content);
    link_ = outer;
  }

  void Put(const compose::Note& note) {
    const int number = next_note_++;
    Segment segment;
    segment.note_mark = true;
    segment.size = style_.size * 64 / 100;
    segment.raise = style_.size * 35 / 100;
    // Two marks side by side would read as one number.
    if (!flow_.notes.empty() && after_note_ == flow_.text.size()) {
      Append(",", segment);
    }
    if (style_.superior) {
      segment.size = style_.size;
      segment.raise = Length();
    }
    AddAnchor(note.anchor);
    const int outer = OpenLink("note." + std::to_string(number));
    flow_.links.back().reference = true;
    flow_.links.back().words = std::to_string(number);
    flow_.notes.push_back({static_cast<std::uint32_t>(flow_.text.size()), number, &note});
    in_mark_ = true;
    Append(NoteMarkWords(number, style_), segment);
    in_mark_ = false;
    link_ = outer;
    after_note_ = flow_.text.size();
  }

  void Put(const compose::LineBreak&) { Append("\n", Plain(compose::Face::kRegular)); }

  void AddAnchor(const std::string& name) {
    if (!name.empty()) {
      flow_.anchors.push_back({static_cast<std::uint32_t>(flow_.text.size()), name});
    }
  }

  /// Orders what was appended since `begin` by itself, without the spaces at its ends.
  void Isolate(std::size_t begin) {
    std::size_t end = flow_.text.size();
    while (begin < end && flow_.text[begin] == ' ') {
      ++begin;
    }
    while (begin < end && flow_.text[end - 1] == ' ') {
      --end;
    }
    if (begin < end) {
      isolates_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
  }

  /// What is appended from now on leads there; returns what it led to before.
  int OpenLink(const std::string& anchor, const std::string& url = {}) {
    const int outer = link_;
    link_ = static_cast<int>(flow_.links.size());
    flow_.links.push_back({anchor, url});
    return outer;
  }

  [[nodiscard]] Segment Plain(compose::Face face) const {
    Segment segment;
    segment.face = Combine(style_.face, face);
    segment.size = style_.size;
    return segment;
  }

  /// White space as single blanks; soft hyphens go, because words are cut by their language only.
  void AppendWords(std::string_view words, const Segment& like) {
    std::string plain;
    plain.reserve(words.size());
    for (std::size_t offset = 0; offset < words.size();) {
      const utf8::Decoded decoded = utf8::DecodeAt(words, offset);
      if (IsBreakingSpace(decoded.code)) {
        const char before = !plain.empty()        ? plain.back()
                            : !flow_.text.empty() ? flow_.text.back()
                                                  : ' ';
        if (before != ' ' && before != '\n') {
          plain.push_back(' ');
        }
      } else if (decoded.code != 0xAD) {
        utf8::Append(decoded.code, plain);
      }
      offset += decoded.size;
    }
    Append(plain, like);
  }

  void Append(std::string_view text, Segment segment) {
    if (text.empty()) {
      return;
    }
    segment.begin = static_cast<std::uint32_t>(flow_.text.size());
    flow_.text += text;
    segment.end = static_cast<std::uint32_t>(flow_.text.size());
    segment.link = link_;
    segment.rgb = link_ >= 0 && !in_mark_ ? style_.link_rgb : 0;
    flow_.hyphenate = flow_.hyphenate || segment.hyphenate;
    flow_.segments.push_back(segment);
  }

  const TextStyle& style_;
  const PageNumbers& numbers_;
  int& next_note_;
  Flow flow_;
  int link_ = -1;
  bool in_mark_ = false;
  std::size_t after_note_ = 0;
  std::vector<text::Isolate> isolates_;
};

}  // namespace

std::string PageNumbers::TextOf(const std::string& anchor) const {
  if (const auto found = known.find(anchor); found != known.end()) {
    return std::to_string(found->second);
  }
  return complete ? "?" : std::string(static_cast<std::size_t>(digits), '0');
}

std::string PageNumbers::LabelOf(const std::string& anchor) const {
  if (labels == nullptr) {
    return "?";
  }
  const auto found = labels->find(anchor);
  return found == labels->end() ? "?" : found->second;
}

Flow MakeFlow(const std::vector<compose::Inline>& content, const TextStyle& style,
              const PageNumbers& numbers, int& next_note) {
  FlowBuilder builder(style, numbers, next_note);
  builder.Add(content);
  return builder.Take();
}

std::string NoteMarkWords(int number, const TextStyle& style) {
  static constexpr const char* kSuperior[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  const std::string plain = std::to_string(number);
  if (!style.superior) {
    return plain;
  }
  std::string words;
  for (const char digit : plain) {
    words += kSuperior[digit - '0'];
  }
  return words;
}

Flow PlainFlow(std::string_view words, const TextStyle& style) {
  Flow flow;
  flow.text = words;
  if (!words.empty()) {
    Segment segment;
    segment.end = static_cast<std::uint32_t>(words.size());
    segment.face = style.face;
    segment.size = style.size;
    flow.segments.push_back(segment);
  }
  flow.levels = text::FindLevels(words, text::DirectionOf(style.language), {});
  return flow;
}

}  // namespace dossier::layout
