// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/yaml/builder.h"

#include <yaml-cpp/mark.h>

#include <algorithm>
#include <utility>

#include "compiler/yaml/parse.h"
#include "compiler/yaml/scan.h"

namespace dossier::yaml {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;

Node Empty(NodeKind kind, Span span) {
  Node node;
  node.kind = kind;
  node.span = span;
  return node;
}

}  // namespace

Node TreeBuilder::TakeRoot() { return std::move(root_); }

std::optional<std::size_t> TreeBuilder::InnermostBracket() const {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    const std::size_t at = open->node.span.begin;
    // In brackets `a: b` is a map without braces of its own.
    if (open->in_brackets && (source_[at] == '[' || source_[at] == '{')) return at;
  }
  return std::nullopt;
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (documents_++ > 0) RefuseSecondDocument(Offset(mark));
}

void TreeBuilder::OnAnchor(const YAML::Mark& mark, const std::string& name) {
  RefuseAlias(Offset(mark), "&" + name);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  RefuseAlias(Offset(mark), std::string(WordAt(Offset(mark))));
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  const std::size_t at = Offset(mark);
  if (open_.empty()) return Add(Empty(NodeKind::kNull, Bytes(at, at)));
  const Open& parent = open_.back();
  if (parent.node.is_list()) return Add(Empty(NodeKind::kNull, EmptyItem(at)));
  if (!parent.has_key) Refuse(Bytes(at, at + 1), "a key is missing before the colon", "write one");
  if (!ColonFollows(source_, parent.key_span.end)) RefuseLoneWord(parent);
  Add(Empty(NodeKind::kNull, parent.key_span));
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag,
                           YAML::anchor_t /*anchor*/, const std::string& value) {
  const std::size_t begin = Offset(mark);
  RefuseTag(begin, tag);
  const bool quoted = tag == "!";
  const std::optional<std::size_t> end = ScalarEnd(source_, begin, value, quoted);
  if (!end) RefuseOpenQuote(begin);
  if (value == "<<" && !quoted) RefuseAlias(begin, value);
  RefuseMisleadingLines(begin, *end, quoted);
  Node node = Empty(NodeKind::kScalar, Bytes(begin, *end));
  node.text = value;
  node.quoted = quoted;
  Add(std::move(node));
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                                  YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value style) {
  Begin(NodeKind::kList, mark, tag, style);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag,
                             YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value style) {
  Begin(NodeKind::kMap, mark, tag, style);
}

void TreeBuilder::OnMapEnd() {
  ReportDuplicateKeys(open_.back().node.entries);
  End();
}

/// yaml-cpp counts bytes, without the byte order mark.
std::size_t TreeBuilder::Offset(const YAML::Mark& mark) const {
  const std::size_t at = static_cast<std::size_t>(std::max(mark.pos, 0)) + skipped_;
  return std::min(at, source_.size());
}

Span TreeBuilder::Bytes(std::size_t begin, std::size_t end) const {
  return {.file = file_,
          .begin = static_cast<std::uint32_t>(begin),
          .end = static_cast<std::uint32_t>(std::min(end, source_.size()))};
}

std::string_view TreeBuilder::WordAt(std::size_t at) const {
  return source_.substr(at, source_.find_first_of(" \t\r\n,]}", at) - at);
}

void TreeBuilder::Begin(NodeKind kind, const YAML::Mark& mark, const std::string& tag,
                        YAML::EmitterStyle::value style) {
  const std::size_t begin = Offset(mark);
  RefuseTag(begin, tag);
  if (open_.size() >= kMaxDepth) {
    Report({.kind = Kind::kNestingTooDeep,
            .args = {diagnostics::Number(kMaxDepth)},
            .place = Bytes(begin, begin + 1)});
  }
  if (!open_.empty() && open_.back().node.is_map() && !open_.back().has_key) {
    RefuseKey(begin);
  }
  open_.push_back(
      {.node = Empty(kind, Bytes(begin, begin)), .in_brackets = style == YAML::EmitterStyle::Flow});
}

void TreeBuilder::End() {
  Open done = std::move(open_.back());
  open_.pop_back();
  std::size_t end = std::max<std::size_t>(done.node.span.end, done.node.span.begin);
  if (done.in_brackets) {
    end = SkipBlank(source_, std::max<std::size_t>(end, done.node.span.begin + 1));
    if (end < source_.size() && source_[end] == ',') end = SkipBlank(source_, end + 1);
    end = std::min(end + 1, source_.size());
  }
  done.node.span.end = static_cast<std::uint32_t>(end);
  Add(std::move(done.node));
}

/// Puts a finished value where it belongs.
void TreeBuilder::Add(Node node) {
  read_until_ = std::max<std::size_t>(read_until_, node.span.end);
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& parent = open_.back();
  parent.node.span.end = std::max(parent.node.span.end, node.span.end);
  if (parent.node.is_list()) {
    parent.node.items.push_back(std::move(node));
  } else if (!parent.has_key) {
    parent.key = std::move(node.text);
    parent.key_span = node.span;
    parent.has_key = true;
  } else {
    if (parent.node.entries.empty()) parent.node.entries.reserve(4);
    parent.node.entries.push_back(
        {.key = std::move(parent.key), .key_span = parent.key_span, .value = std::move(node)});
    parent.has_key = false;
  }
}

/// The hyphen or comma of an item without a value; yaml-cpp gives the place of what comes next.
Span TreeBuilder::EmptyItem(std::size_t next) const {
  const std::string_view word = WordAt(next);
  if (word == "~" || word == "null" || word == "Null" || word == "NULL") {
    return Bytes(next, next + word.size());
  }
  const std::size_t before = next == 0 ? next : source_.find_last_not_of(" \t\r\n", next - 1);
  return before == std::string_view::npos ? Bytes(next, next) : Bytes(before, before + 1);
}

/// The column of the innermost key or hyphen outside brackets, which its value must pass.
std::optional<std::size_t> TreeBuilder::Indentation() const {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (open->in_brackets) continue;
    if (open->node.is_map() && !open->has_key) return std::nullopt;
    const std::size_t at = open->node.is_map() ? open->key_span.begin : open->node.span.begin;
    return at - LineStart(source_, at);
  }
  return std::nullopt;
}

void TreeBuilder::ReportDuplicateKeys(const std::vector<Entry>& entries) {
  constexpr std::size_t kFew = 12;
  if (entries.size() <= kFew && std::none_of(entries.begin(), entries.end(), [&](const Entry& a) {
        return std::any_of(entries.data(), &a, [&](const Entry& b) { return a.key == b.key; });
      })) {
    return;
  }
  std::vector<const Entry*> sorted;
  sorted.reserve(entries.size());
  for (const Entry& entry : entries) sorted.push_back(&entry);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Entry* a, const Entry* b) { return a->key < b->key; });
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i]->key != sorted[i - 1]->key) continue;
    refused_ = true;
    sink_.Report({.kind = Kind::kDuplicateKey,
                  .args = {sorted[i]->key},
                  .place = sorted[i]->key_span,
                  .related = {{"it stands here already", sorted[i - 1]->key_span}},
                  .hint = "keep one of the two"});
  }
}

void TreeBuilder::Report(Finding finding) {
  refused_ = true;
  sink_.Report(std::move(finding));
  throw Stop{};
}

void TreeBuilder::Refuse(Span span, std::string_view what, std::string_view hint) {
  Report({.kind = Kind::kYamlSyntax,
          .args = {Id(what)},
          .place = span,
          .hint = diagnostics::Text(hint)});
}

void TreeBuilder::RefuseAlias(std::size_t begin, const std::string& word) {
  Report({.kind = Kind::kYamlAlias,
          .args = {word},
          .place = Bytes(begin, begin + word.size()),
          .hint = "write the value out"});
}

void TreeBuilder::RefuseOpenQuote(std::size_t begin) {
  Report({.kind = Kind::kUnclosedQuote,
          .place = Bytes(begin, begin + 1),
          .hint = "close it at the end of the value"});
}

void TreeBuilder::RefuseLoneWord(const Open& map) {
  RefuseOpenBracket();
  const Span key = map.key_span;
  const std::string_view word = source_.substr(key.begin, key.end - key.begin);
  std::string_view hint = "write a key, a colon, a space and a value";
  if (word.find(':') != std::string_view::npos) {
    hint = "put a space after the colon";
  } else if (map.in_brackets && !map.node.entries.empty()) {
    hint = "a comma between braces begins a new key; put a value that has one into quotation marks";
  }
  Refuse(key, "no colon follows this word", hint);
}

void TreeBuilder::RefuseKey(std::size_t begin) {
  if (!BracketIsClosed(source_, begin)) {
    Refuse(Bytes(begin, begin + 1), "this bracket is never closed", "close it with ] or }");
  }
  Refuse(Bytes(begin, begin + 1), "a key is one word or one quoted text", "");
}

/// At the end of the file yaml-cpp takes the last word in an open bracket for a key.
void TreeBuilder::RefuseOpenBracket() {
  const std::optional<std::size_t> bracket = InnermostBracket();
  if (!bracket || BracketIsClosed(source_, *bracket)) return;
  Refuse(Bytes(*bracket, *bracket + 1), "this bracket is never closed", "close it with ] or }");
}

/// Text over several lines that YAML allows and that is seldom meant: a forgotten quotation mark
/// whose next one is found further down, and an item of a list that is indented too far.
void TreeBuilder::RefuseMisleadingLines(std::size_t begin, std::size_t end, bool quoted) {
  if (!quoted) {
    if (const auto line = LineWithHyphen(source_, begin, end)) {
      Refuse(Bytes(*line, *line + 1), "this hyphen goes on with the words above",
             "put it below the hyphens of its list, or the words into quotation marks");
    }
    return;
  }
  const bool block = source_[begin] == '|' || source_[begin] == '>';
  if (block || source_.substr(begin, end - begin).find('\n') == std::string_view::npos) return;
  const std::optional<std::size_t> column = Indentation();
  if (!column) return;
  if (const auto line = OutdentedLine(source_, begin, end, *column)) {
    Report({.kind = Kind::kUnclosedQuote,
            .place = Bytes(begin, begin + 1),
            .related = {{"read on to here", Bytes(*line, *line + 1)}},
            .hint = "close it at the end of the value, or indent the lines that belong to it"});
  }
}

void TreeBuilder::RefuseTag(std::size_t begin, const std::string& tag) {
  const bool implied = tag.empty() || tag == "?" || tag == "!";
  const bool written = begin < source_.size() && source_[begin] == '!';
  if (!implied || written) RefuseAlias(begin, std::string(WordAt(begin)));
}

void TreeBuilder::RefuseSecondDocument(std::size_t at) {
  std::string_view hint = "check the indentation: this line does not continue what stands above";
  if (source_.substr(at).starts_with("---")) {
    hint = "a case file is one document; put this into a file of its own";
  } else if (LineStart(source_, at) < read_until_) {
    hint = "put the whole value into quotation marks";
  }
  Report({.kind = Kind::kTrailingContent,
          .place = Bytes(at, at + std::max<std::size_t>(WordAt(at).size(), 1)),
          .hint = diagnostics::Text(hint)});
}

}  // namespace dossier::yaml
