// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/yaml/parse.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

#include "compiler/diagnostics/source_check.h"
#include "compiler/yaml/scan.h"
#include "compiler/yaml/syntax_error.h"

namespace dossier::yaml {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;

/// Leaves the parser of yaml-cpp from inside an event; the finding is reported already.
struct Stop {};

Node Empty(NodeKind kind, Span span) {
  Node node;
  node.kind = kind;
  node.span = span;
  return node;
}

/// A list or map whose end has not been seen.
struct Open {
  Node node = {};
  bool in_brackets = false;
  bool has_key = false;  // a map: the next value belongs to `key`
  std::string key = {};
  Span key_span = {};
};

/// Turns the events of yaml-cpp into a tree and refuses what yaml-cpp lets pass.
class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view source, std::uint32_t file, std::size_t skipped,
              diagnostics::Sink& sink)
      : source_(source), file_(file), skipped_(skipped), sink_(sink) {}

  [[nodiscard]] std::size_t read_until() const { return read_until_; }
  [[nodiscard]] bool refused() const { return refused_; }
  [[nodiscard]] Node TakeRoot() { return std::move(root_); }

  [[nodiscard]] std::optional<std::size_t> InnermostBracket() const {
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
      if (open->in_brackets) return open->node.span.begin;
    }
    return std::nullopt;
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0) RefuseSecondDocument(Offset(mark));
  }
  void OnDocumentEnd() override {}

  void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
    RefuseAlias(Offset(mark), "&" + name);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    RefuseAlias(Offset(mark), std::string(WordAt(Offset(mark))));
  }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    const std::size_t at = Offset(mark);
    if (open_.empty()) return Add(Empty(NodeKind::kNull, Bytes(at, at)));
    const Open& parent = open_.back();
    if (parent.node.is_list()) return Add(Empty(NodeKind::kNull, EmptyItem(at)));
    if (!parent.has_key) Refuse(Bytes(at, at + 1), "a key is missing before the colon", "");
    if (!ColonFollows(source_, parent.key_span.end)) RefuseLoneWord(parent);
    Add(Empty(NodeKind::kNull, parent.key_span));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                const std::string& value) override {
    const std::size_t begin = Offset(mark);
    RefuseTag(begin, tag);
    const bool quoted = tag == "!";
    const std::optional<std::size_t> end = ScalarEnd(source_, begin, value, quoted);
    if (!end) RefuseOpenQuote(begin);
    if (value == "<<" && !quoted) RefuseAlias(begin, value);
    Node node = Empty(NodeKind::kScalar, Bytes(begin, *end));
    node.text = value;
    node.quoted = quoted;
    Add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value style) override {
    Begin(NodeKind::kList, mark, tag, style);
  }
  void OnSequenceEnd() override { End(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value style) override {
    Begin(NodeKind::kMap, mark, tag, style);
  }
  void OnMapEnd() override {
    ReportDuplicateKeys(open_.back().node.entries);
    End();
  }

 private:
  /// yaml-cpp counts bytes, without the byte order mark.
  [[nodiscard]] std::size_t Offset(const YAML::Mark& mark) const {
    const std::size_t at = static_cast<std::size_t>(std::max(mark.pos, 0)) + skipped_;
    return std::min(at, source_.size());
  }

  [[nodiscard]] Span Bytes(std::size_t begin, std::size_t end) const {
    return {.file = file_,
            .begin = static_cast<std::uint32_t>(begin),
            .end = static_cast<std::uint32_t>(std::min(end, source_.size()))};
  }

  [[nodiscard]] std::string_view WordAt(std::size_t at) const {
    return source_.substr(at, source_.find_first_of(" \t\r\n,]}", at) - at);
  }

  void Begin(NodeKind kind, const YAML::Mark& mark, const std::string& tag,
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
    open_.push_back({.node = Empty(kind, Bytes(begin, begin)),
                     .in_brackets = style == YAML::EmitterStyle::Flow});
  }

  void End() {
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
  void Add(Node node) {
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
      parent.node.entries.push_back(
          {.key = std::move(parent.key), .key_span = parent.key_span, .value = std::move(node)});
      parent.has_key = false;
    }
  }

  /// The hyphen or comma of an item without a value; yaml-cpp gives the place of what comes next.
  [[nodiscard]] Span EmptyItem(std::size_t next) const {
    if (next < source_.size() && (source_[next] == '~' || WordAt(next).size() == 4)) {
      return Bytes(next, next + WordAt(next).size());
    }
    const std::size_t before = next == 0 ? next : source_.find_last_not_of(" \t\r\n", next - 1);
    return before == std::string_view::npos ? Bytes(next, next) : Bytes(before, before + 1);
  }

  void ReportDuplicateKeys(const std::vector<Entry>& entries) {
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

  [[noreturn]] void Report(Finding finding) {
    refused_ = true;
    sink_.Report(std::move(finding));
    throw Stop{};
  }
  [[noreturn]] void Refuse(Span span, std::string_view what, std::string_view hint) {
    Report({.kind = Kind::kYamlSyntax,
            .args = {Id(what)},
            .place = span,
            .hint = diagnostics::Text(hint)});
  }
  [[noreturn]] void RefuseAlias(std::size_t begin, const std::string& word) {
    Report({.kind = Kind::kYamlAlias,
            .args = {word},
            .place = Bytes(begin, begin + word.size()),
            .hint = "write the value out"});
  }
  [[noreturn]] void RefuseOpenQuote(std::size_t begin) {
    Report({.kind = Kind::kUnclosedQuote,
            .place = Bytes(begin, begin + 1),
            .hint = "close it at the end of the value"});
  }
  [[noreturn]] void RefuseLoneWord(const Open& map) {
    const Span key = map.key_span;
    const std::string_view word = source_.substr(key.begin, key.end - key.begin);
    std::string_view hint = "write a key, a colon, a space and a value";
    if (word.find(':') != std::string_view::npos) {
      hint = "put a space after the colon";
    } else if (map.in_brackets && !map.node.entries.empty()) {
      hint =
          "a comma between braces begins a new key; put a value that has one into quotation marks";
    }
    Refuse(key, "no colon follows this word", hint);
  }
  [[noreturn]] void RefuseKey(std::size_t begin) {
    // A bracket that is never closed looks like a key to yaml-cpp.
    if (!BracketIsClosed(source_, begin)) {
      Refuse(Bytes(begin, begin + 1), "this bracket is never closed", "close it with ] or }");
    }
    Refuse(Bytes(begin, begin + 1), "a key is one word or one quoted text", "");
  }
  void RefuseTag(std::size_t begin, const std::string& tag) {
    const bool implied = tag.empty() || tag == "?" || tag == "!";
    const bool written = begin < source_.size() && source_[begin] == '!';
    if (!implied || written) RefuseAlias(begin, std::string(WordAt(begin)));
  }
  [[noreturn]] void RefuseSecondDocument(std::size_t at) {
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

  std::string_view source_;
  std::uint32_t file_;
  std::size_t skipped_;
  diagnostics::Sink& sink_;
  std::vector<Open> open_;
  Node root_;
  std::size_t read_until_ = 0;
  int documents_ = 0;
  bool refused_ = false;
};

/// Runs yaml-cpp over the text; no exception of it goes further. False when a finding was reported.
bool Run(std::string_view source, std::uint32_t file, std::size_t skipped, TreeBuilder& builder,
         diagnostics::Sink& sink) {
  // yaml-cpp reports a quotation mark that is open at the end of the file only when the last line
  // has no line end. With one, it is always the builder that finds it, with its place.
  std::istringstream stream(std::string(source.substr(skipped)) + "\n");
  const auto failed = [&](std::string_view message, std::size_t at) {
    sink.Report(Explain({.source = source,
                         .file = file,
                         .message = message,
                         .at = std::min(at, source.size()),
                         .read_until = builder.read_until(),
                         .innermost_bracket = builder.InnermostBracket()}));
    return false;
  };
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    return false;
  } catch (const YAML::Exception& error) {
    return failed(error.msg, static_cast<std::size_t>(std::max(error.mark.pos, 0)) + skipped);
  } catch (const std::exception& error) {
    return failed(error.what(), builder.read_until());
  }
  return !builder.refused();
}

}  // namespace

std::optional<Node> Parse(const diagnostics::Sources& sources, std::uint32_t file,
                          diagnostics::Sink& sink) {
  if (!diagnostics::CheckSourceText(sources, file, sink)) return std::nullopt;
  const std::string_view source = sources.TextOf(file);
  const std::size_t skipped = diagnostics::ByteOrderMarkLength(source);
  const std::size_t first = SkipBlank(source, skipped);
  const auto at_first = [&](std::size_t length) {
    return Span{.file = file,
                .begin = static_cast<std::uint32_t>(first),
                .end = static_cast<std::uint32_t>(first + length)};
  };
  if (first == source.size()) {
    sink.Report({.kind = Kind::kEmptyYaml,
                 .place = Span{.file = file},
                 .hint = "begin with the line `format: 1`, or delete the file"});
    return std::nullopt;
  }
  if (source[first] == '%') {
    sink.Report({.kind = Kind::kYamlSyntax,
                 .args = {Id("directives are not used in case files")},
                 .place = at_first(1),
                 .hint = "delete this line"});
    return std::nullopt;
  }
  TreeBuilder builder(source, file, skipped, sink);
  if (!Run(source, file, skipped, builder, sink)) return std::nullopt;
  Node root = builder.TakeRoot();
  if (root.is_null()) {
    sink.Report({.kind = Kind::kEmptyYaml, .place = at_first(0)});
    return std::nullopt;
  }
  return root;
}

}  // namespace dossier::yaml
