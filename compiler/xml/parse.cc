// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/parse.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <memory>
#include <string>

#include "compiler/diagnostics/source_check.h"
#include "compiler/xml/attribute_value.h"

namespace dossier::xml {
namespace {

using diagnostics::Finding;
using diagnostics::Kind;

std::string_view View(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string_view Between(const xmlChar* begin, const xmlChar* end) {
  return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

/// False when the XML declaration names another encoding, which libxml2 would convert from.
bool DeclaresUtf8(std::string_view source) {
  if (!source.starts_with("<?xml")) return true;
  const std::string_view declaration = source.substr(0, source.find("?>"));
  const std::size_t key = declaration.find("encoding");
  if (key == std::string_view::npos) return true;
  const std::size_t begin = declaration.find_first_of("'\"", key);
  if (begin == std::string_view::npos) return true;
  std::string name(declaration.substr(begin + 1, 5));
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name == "utf-8";
}

/// With its prefix, as the author wrote it.
std::string QualifiedName(const xmlChar* prefix, const xmlChar* local) {
  std::string name(View(prefix));
  if (!name.empty()) name += ':';
  return name += View(local);
}

/// Takes the events of libxml2; the first thing it refuses stops the parser.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view source, std::uint32_t file, diagnostics::Sink& sink)
      : source_(source), file_(file), sink_(sink) {}

  void UseContext(xmlParserCtxtPtr context) { context_ = context; }
  [[nodiscard]] bool refused() const { return refused_; }
  [[nodiscard]] bool has_root() const { return !root_.children.empty(); }
  [[nodiscard]] Element TakeRoot() { return std::move(root_.children.front()); }

  void Start(Element element) {
    if (refused_) return;
    const std::size_t begin = source_.rfind('<', Cursor());
    const std::size_t end = std::min(source_.find('>', Cursor()), source_.size() - 1) + 1;
    element.span = Bytes(begin, end);
    element.values = ValueSpans(begin, end, element.attributes.size());
    FinishWords(begin);
    if (open_.size() >= kMaxDepth) {
      return Refuse({.kind = Kind::kNestingTooDeep,
                     .args = {diagnostics::Number(kMaxDepth)},
                     .place = element.span});
    }
    words_begin_ = end;
    open_.push_back(std::move(element));
  }

  void End() {
    if (refused_ || open_.empty()) return;
    FinishWords(source_.rfind("</", Cursor()));
    Element element = std::move(open_.back());
    open_.pop_back();
    const std::string_view tag =
        source_.substr(element.span.begin, element.span.end - element.span.begin);
    words_begin_ = tag.ends_with("/>") ? element.span.end : Cursor();
    Parent().children.push_back(std::move(element));
  }

  void Words(std::string_view text) {
    if (refused_ || open_.empty()) return;
    std::vector<Element>& siblings = open_.back().children;
    // libxml2 cuts words at references, comments and every few hundred bytes.
    if (siblings.empty() || !siblings.back().is_text()) {
      siblings.emplace_back().span = Bytes(words_begin_, words_begin_);
    }
    siblings.back().text += text;
  }

  void Doctype() {
    const std::size_t at = std::min(source_.find("<!DOCTYPE"), source_.size());
    Refuse({.kind = Kind::kXmlDoctype, .place = Bytes(at, at + 9), .hint = "delete it"});
  }

  void Error(std::string_view message) {
    if (refused_) return;
    while (!message.empty() && (message.back() == '\n' || message.back() == '.')) {
      message.remove_suffix(1);
    }
    std::string words(message);
    const bool capital = words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' &&
                         words[1] >= 'a' && words[1] <= 'z';
    if (capital) words[0] = static_cast<char>(words[0] - 'A' + 'a');
    const std::size_t at = Cursor();
    Refuse({.kind = Kind::kXmlSyntax, .args = {words}, .place = Bytes(at, at)});
  }

 private:
  /// Where libxml2 reads. It drops what it has read now and then, and counts that.
  [[nodiscard]] std::size_t Cursor() const {
    if (context_ == nullptr || context_->input == nullptr) return 0;
    const xmlParserInput& input = *context_->input;
    const auto at = static_cast<std::size_t>(input.cur - input.base) + input.consumed;
    return std::min(at, source_.size());
  }

  /// Words reach to the next tag: libxml2 reports them before or after it has passed them.
  void FinishWords(std::size_t end) {
    if (open_.empty() || open_.back().children.empty()) return;
    Element& last = open_.back().children.back();
    if (last.is_text()) last.span.end = std::max(last.span.begin, Bytes(end, end).end);
  }

  [[nodiscard]] Span Bytes(std::size_t begin, std::size_t end) const {
    const std::size_t size = source_.size();
    return {.file = file_,
            .begin = static_cast<std::uint32_t>(std::min(begin, size)),
            .end = static_cast<std::uint32_t>(std::min(end, size))};
  }

  /// What stands between quotation marks in a well-formed tag; namespaces are no attributes to the
  /// parser, and a tag that has them keeps no spans.
  [[nodiscard]] std::vector<Span> ValueSpans(std::size_t begin, std::size_t end,
                                             std::size_t count) const {
    std::vector<Span> spans;
    for (std::size_t at = begin; at < end; ++at) {
      if (source_[at] != '"' && source_[at] != '\'') continue;
      const std::size_t close = std::min(source_.find(source_[at], at + 1), end);
      spans.push_back(Bytes(at + 1, close));
      at = close;
    }
    if (spans.size() != count) spans.clear();
    return spans;
  }

  Element& Parent() { return open_.empty() ? root_ : open_.back(); }

  void Refuse(Finding finding) {
    if (!refused_) sink_.Report(std::move(finding));
    refused_ = true;
    if (context_ != nullptr) xmlStopParser(context_);
  }

  std::string_view source_;
  std::uint32_t file_;
  diagnostics::Sink& sink_;
  xmlParserCtxtPtr context_ = nullptr;
  std::vector<Element> open_;
  Element root_;
  std::size_t words_begin_ = 0;
  bool refused_ = false;
};

TreeBuilder& Builder(void* user) { return *static_cast<TreeBuilder*>(user); }

void OnStart(void* user, const xmlChar* local, const xmlChar* prefix, const xmlChar* /*uri*/,
             int /*namespace_count*/, const xmlChar** /*namespaces*/, int attribute_count,
             int /*defaulted*/, const xmlChar** attributes) {
  constexpr int kFields = 5;  // local name, prefix, namespace, begin and end of the value
  Element element;
  element.name = QualifiedName(prefix, local);
  for (int i = 0; i < attribute_count; ++i) {
    const xmlChar** attribute = attributes + kFields * i;
    element.attributes.emplace_back(QualifiedName(attribute[1], attribute[0]),
                                    internal::AttributeValue(Between(attribute[3], attribute[4])));
  }
  Builder(user).Start(std::move(element));
}

void OnEnd(void* user, const xmlChar* /*local*/, const xmlChar* /*prefix*/,
           const xmlChar* /*uri*/) {
  Builder(user).End();
}

void OnWords(void* user, const xmlChar* text, int length) {
  Builder(user).Words({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

void OnDoctype(void* user, const xmlChar* /*name*/, const xmlChar* /*external*/,
               const xmlChar* /*system*/) {
  Builder(user).Doctype();
}

void OnError(void* user, xmlErrorPtr error) {
  if (error->level == XML_ERR_WARNING) return;
  Builder(user).Error(error->message == nullptr ? "unknown error" : error->message);
}

xmlSAXHandler Handler() {
  xmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = OnStart;
  handler.endElementNs = OnEnd;
  handler.characters = OnWords;
  handler.ignorableWhitespace = OnWords;
  handler.cdataBlock = OnWords;
  handler.internalSubset = OnDoctype;
  handler.serror = OnError;
  return handler;
}

struct ContextDeleter {
  void operator()(xmlParserCtxtPtr context) const { xmlFreeParserCtxt(context); }
};

/// Runs libxml2 over the text. No option that reads files or substitutes entities is ever set.
void Run(std::string_view source, TreeBuilder& builder) {
  const std::unique_ptr<xmlParserCtxt, ContextDeleter> context(
      xmlCreateMemoryParserCtxt(source.data(), static_cast<int>(source.size())));
  if (context == nullptr) return builder.Error("the parser could not be started");
  *context->sax = Handler();
  context->userData = &builder;
  builder.UseContext(context.get());
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  xmlParseDocument(context.get());
  if (context->wellFormed == 0) builder.Error("it is not well-formed");
  builder.UseContext(nullptr);
}

}  // namespace

std::optional<Element> Parse(const diagnostics::Sources& sources, std::uint32_t file,
                             diagnostics::Sink& sink) {
  if (!diagnostics::CheckSourceText(sources, file, sink)) return std::nullopt;
  const std::string_view source = sources.TextOf(file);
  if (source.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    sink.Report({.kind = Kind::kEmptyYaml, .place = Span{.file = file}});
    return std::nullopt;
  }
  TreeBuilder builder(source, file, sink);
  if (!DeclaresUtf8(source.substr(diagnostics::ByteOrderMarkLength(source)))) {
    builder.Error("the encoding of the file is UTF-8, and it declares another");
    return std::nullopt;
  }
  Run(source, builder);
  if (builder.refused()) return std::nullopt;
  if (!builder.has_root()) {
    builder.Error("there is no element");
    return std::nullopt;
  }
  return builder.TakeRoot();
}

}  // namespace dossier::xml
