// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/relax_ng.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

#include "compiler/xml/parse.h"

namespace dossier::xml {
namespace {

using diagnostics::Kind;

template <typename T, void (*kFree)(T*)>
struct Deleter {
  void operator()(T* object) const { kFree(object); }
};
using Document = std::unique_ptr<xmlDoc, Deleter<xmlDoc, xmlFreeDoc>>;
using SchemaParser =
    std::unique_ptr<xmlRelaxNGParserCtxt, Deleter<xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt>>;
using Schema = std::unique_ptr<xmlRelaxNG, Deleter<xmlRelaxNG, xmlRelaxNGFree>>;
using Validator =
    std::unique_ptr<xmlRelaxNGValidCtxt, Deleter<xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt>>;

/// The first error that libxml2 reports.
struct FirstError {
  std::string message = {};
  long line = 0;
};

void Keep(void* user, xmlErrorPtr error) {
  FirstError& first = *static_cast<FirstError*>(user);
  if (!first.message.empty()) return;
  first.message = error->message == nullptr ? "unknown error" : error->message;
  while (first.message.ends_with('\n')) first.message.pop_back();
  // Messages begin small.
  char& letter = first.message.front();
  if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  const auto* node = static_cast<const xmlNode*>(error->node);
  first.line = node == nullptr ? error->line : xmlGetLineNo(node);
}

bool RefersToOtherFiles(const Element& element) {
  const std::string_view local = std::string_view(element.name).substr(element.name.find(':') + 1);
  if (local == "include" || local == "externalRef") return true;
  for (const Element& child : element.children) {
    if (RefersToOtherFiles(child)) return true;
  }
  return false;
}

/// For libxml2's own tree, after `Parse` has let the text pass.
Document ReadForLibrary(std::string_view text) {
  return Document(xmlReadMemory(
      text.data(), static_cast<int>(text.size()), nullptr, nullptr,
      XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
}

/// Lines count from 1; none is the start.
Span LineSpan(const diagnostics::Sources& sources, std::uint32_t file, long line) {
  const std::string_view text = sources.LineText(file, static_cast<int>(line));
  if (line < 1 || text.empty()) return {.file = file};
  const auto start = static_cast<std::size_t>(text.data() - sources.TextOf(file).data());
  const std::size_t first = text.find_first_not_of(" \t");
  const std::size_t skipped = first == std::string_view::npos ? 0 : first;
  return {.file = file,
          .begin = static_cast<std::uint32_t>(start + skipped),
          .end = static_cast<std::uint32_t>(start + text.size())};
}

}  // namespace

bool MatchesRelaxNg(const diagnostics::Sources& sources, std::uint32_t document,
                    std::uint32_t schema, diagnostics::Sink& sink) {
  const auto refuse = [&](std::uint32_t file, const FirstError& error) {
    sink.Report({.kind = Kind::kTemplateInvalid,
                 .args = {error.message},
                 .place = LineSpan(sources, file, error.line)});
    return false;
  };
  const std::optional<Element> schema_tree = Parse(sources, schema, sink);
  if (!Parse(sources, document, sink) || !schema_tree) return false;
  if (RefersToOtherFiles(*schema_tree)) {
    return refuse(schema, {.message = "its schema refers to other files"});
  }
  FirstError error;
  const Document schema_document = ReadForLibrary(sources.TextOf(schema));
  const SchemaParser parser(xmlRelaxNGNewDocParserCtxt(schema_document.get()));
  if (parser != nullptr) xmlRelaxNGSetParserStructuredErrors(parser.get(), Keep, &error);
  const Schema rules(parser == nullptr ? nullptr : xmlRelaxNGParse(parser.get()));
  if (rules == nullptr) return refuse(schema, error);
  const Document content = ReadForLibrary(sources.TextOf(document));
  const Validator validator(xmlRelaxNGNewValidCtxt(rules.get()));
  if (content == nullptr || validator == nullptr) return refuse(document, {.message = "no memory"});
  xmlRelaxNGSetValidStructuredErrors(validator.get(), Keep, &error);
  if (xmlRelaxNGValidateDoc(validator.get(), content.get()) == 0) return true;
  return refuse(document, error);
}

}  // namespace dossier::xml
