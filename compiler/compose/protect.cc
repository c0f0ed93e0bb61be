// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/protect.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "compiler/compose/walk.h"
#include "compiler/foundation/utf8.h"
#include "compiler/text/normalise.h"

namespace dossier::compose {
namespace {

bool IsWhite(char32_t code) {
  return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == 0xA0 ||
         code == 0x2007 || code == 0x2009 || code == 0x202F;
}

/// ASCII letters and digits, and everything above Latin-1 punctuation but general punctuation.
bool IsWordCode(char32_t code) {
  if (code < 0x80) {
    return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
           (code >= 'A' && code <= 'Z');
  }
  return code >= 0xC0 && !(code >= 0x2000 && code <= 0x206F);
}

/// A text without difference of case and white space, and where each of its bytes came from.
struct Folded {
  std::string text;
  std::vector<std::size_t> from;   // byte of the original where the code point begins
  std::vector<std::size_t> until;  // and ends
};

Folded Fold(std::string_view text) {
  Folded out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::DecodeAt(text, at);
    const std::size_t end = at + decoded.size;
    if (IsWhite(decoded.code)) {
      if (!out.text.empty() && out.text.back() == ' ') {
        out.until.back() = end;
      } else {
        out.text += ' ';
        out.from.push_back(at);
        out.until.push_back(end);
      }
    } else {
      const std::string folded = text::FoldCase(text.substr(at, decoded.size));
      for (std::size_t i = 0; i < folded.size(); ++i) {
        out.from.push_back(at);
        out.until.push_back(end);
      }
      out.text += folded;
    }
    at = end;
  }
  return out;
}

bool WordBefore(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t begin = at - 1;
  while (begin > 0 && utf8::IsContinuation(text[begin])) --begin;
  return IsWordCode(utf8::DecodeAt(text, begin).code);
}

/// End of the word that reaches past `at`: the ending of a name.
std::size_t EndOfWord(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const utf8::Decoded decoded = utf8::DecodeAt(text, at);
    if (!IsWordCode(decoded.code)) break;
    at += decoded.size;
  }
  return at;
}

std::string Letter(std::size_t number) {
  std::string out;
  for (++number; number > 0; number = (number - 1) / 26) {
    out.insert(out.begin(), static_cast<char>('A' + (number - 1) % 26));
  }
  return out;
}

}  // namespace

NameGuard::NameGuard(const model::Case& source, const Strings& strings) {
  std::size_t pseudonyms = 0;
  for (const model::Person& person : source.people) {
    if (person.protect == model::Protection::kNone) continue;
    const std::string shown = person.protect == model::Protection::kRedact
                                  ? std::string(strings.Get("person.withheld"))
                                  : strings.Fill("person.pseudonym", {Letter(pseudonyms++)});
    const auto add = [&](std::string_view name) {
      std::string folded = Fold(text::ToNfc(text::CollapseSpaces(name))).text;
      if (!folded.empty()) names_.push_back({.folded = std::move(folded), .shown = shown});
    };
    for (const auto& [language, name] : person.name.texts) add(name);
    for (const std::string& name : person.variants) add(name);
  }
  std::stable_sort(names_.begin(), names_.end(),
                   [](const Name& a, const Name& b) { return a.folded.size() > b.folded.size(); });
}

std::string NameGuard::Clean(std::string_view text) const {
  if (idle()) return std::string(text);
  const std::string composed = text::ToNfc(text);
  const Folded folded = Fold(composed);
  std::string out;
  std::size_t kept = 0;  // bytes of `composed` that are in `out`
  for (std::size_t at = 0; at < folded.text.size();) {
    const auto name = std::find_if(names_.begin(), names_.end(), [&](const Name& candidate) {
      return folded.text.compare(at, candidate.folded.size(), candidate.folded) == 0 &&
             folded.from[at] >= kept && !WordBefore(folded.text, at);
    });
    if (name == names_.end()) {
      ++at;
      continue;
    }
    const std::size_t end = EndOfWord(folded.text, at + name->folded.size());
    out.append(composed, kept, folded.from[at] - kept);
    out += name->shown;
    kept = folded.until[end - 1];
    at = end;
  }
  out.append(composed, kept, std::string::npos);
  return out;
}

bool NameGuard::Holds(std::string_view text) const {
  if (idle()) return false;
  std::string folded = Fold(text::ToNfc(text)).text;
  const auto holds = [&](const std::string& name) {
    return folded.find(name) != std::string::npos;
  };
  return std::any_of(names_.begin(), names_.end(), [&](const Name& name) {
    if (holds(name.folded)) return true;
    // Addresses write "daniel-sample" and "daniel_sample".
    for (const char joint : {'-', '_', '+', '.'}) {
      std::string joined = name.folded;
      std::replace(joined.begin(), joined.end(), ' ', joint);
      if (holds(joined)) return true;
    }
    return false;
  });
}

void NameGuard::CleanInlines(std::vector<Inline>& inlines) const {
  std::vector<Inline> out;
  out.reserve(inlines.size());
  for (Inline& node : inlines) {
    auto* link = std::get_if<Link>(&node.value);
    if (link == nullptr || !Holds(link->url)) {
      out.push_back(std::move(node));
      continue;
    }
    // The words stay, the address goes, also where it is shown as it is.
    for (Inline& inner : link->content) {
      auto* words = std::get_if<TextRun>(&inner.value);
      if (words != nullptr && words->text == link->url) words->text = "[…]";
      out.push_back(std::move(inner));
    }
  }
  for (Inline& node : out) {
    if (auto* run = std::get_if<TextRun>(&node.value)) run->text = Clean(run->text);
  }
  inlines = std::move(out);
}

/// What is no inline: captions and descriptions, also inside other blocks and notes.
void NameGuard::CleanLabels(std::vector<Block>& blocks) const {
  VisitBlocks(blocks, [this](Block& block) {
    if (auto* table = std::get_if<Table>(&block.value)) table->caption = Clean(table->caption);
    if (auto* heading = std::get_if<Heading>(&block.value)) heading->running = Clean(heading->running);
    if (auto* figure = std::get_if<Figure>(&block.value)) {
      figure->image.alternative = Clean(figure->image.alternative);
    }
    if (auto* image = std::get_if<Image>(&block.value)) image->alternative = Clean(image->alternative);
    if (auto* signature = std::get_if<SignatureBlock>(&block.value)) {
      signature->caption = Clean(signature->caption);
    }
  });
}

void NameGuard::Clean(Document& document) const {
  if (idle()) return;
  document.title = Clean(document.title);
  document.author = Clean(document.author);
  document.subject = Clean(document.subject);
  document.running.left = Clean(document.running.left);
  document.running.right = Clean(document.running.right);
  CleanLabels(document.letterhead);
  CleanLabels(document.blocks);
  VisitInlines(document.letterhead, [this](std::vector<Inline>& inlines) { CleanInlines(inlines); });
  VisitInlines(document.blocks, [this](std::vector<Inline>& inlines) { CleanInlines(inlines); });
}

}  // namespace dossier::compose
