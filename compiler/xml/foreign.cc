// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/foreign.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <limits>
#include <memory>

#include "compiler/xml/attribute_value.h"

namespace dossier::xml {
namespace {

std::string_view View(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// What the callbacks of one run share. Exceptions must not cross libxml2, which is C.
struct Run {
  ForeignEvents& events;
  xmlParserCtxtPtr context = nullptr;
  std::string failure;
  std::exception_ptr thrown;

  void Refuse(std::string why) {
    if (failure.empty()) failure = std::move(why);
    if (context != nullptr) xmlStopParser(context);
  }

  template <typename Tell>
  void Do(const Tell& tell) {
    if (!failure.empty() || thrown) return;
    try {
      tell();
    } catch (...) {
      thrown = std::current_exception();
      xmlStopParser(context);
    }
  }
};

Run& RunOf(void* user) { return *static_cast<Run*>(user); }

void OnStart(void* user, const xmlChar* local, const xmlChar* /*prefix*/, const xmlChar* space,
             int /*namespace_count*/, const xmlChar** /*namespaces*/, int attribute_count,
             int /*defaulted*/, const xmlChar** attributes) {
  constexpr int kFields = 5;  // local name, prefix, namespace, begin and end of the value
  RunOf(user).Do([&] {
    ForeignElement element{.space = View(space), .name = View(local), .attributes = {}};
    element.attributes.reserve(static_cast<std::size_t>(attribute_count));
    for (int i = 0; i < attribute_count; ++i) {
      const xmlChar** attribute = attributes + kFields * i;
      const std::string_view raw(reinterpret_cast<const char*>(attribute[3]),
                                 static_cast<std::size_t>(attribute[4] - attribute[3]));
      element.attributes.push_back({.space = View(attribute[2]),
                                    .name = View(attribute[0]),
                                    .value = internal::AttributeValue(raw)});
    }
    RunOf(user).events.Start(element);
  });
}

void OnEnd(void* user, const xmlChar* local, const xmlChar* /*prefix*/, const xmlChar* /*space*/) {
  RunOf(user).Do([&] { RunOf(user).events.End(View(local)); });
}

void OnWords(void* user, const xmlChar* text, int length) {
  RunOf(user).Do([&] {
    RunOf(user).events.Words(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  });
}

void OnDoctype(void* user, const xmlChar* /*name*/, const xmlChar* /*external*/,
               const xmlChar* /*system*/) {
  RunOf(user).Refuse("it declares a document type, which no such file needs");
}

void OnError(void* user, xmlErrorPtr error) {
  if (error->level == XML_ERR_WARNING || error->code == XML_NS_ERR_UNDEFINED_NAMESPACE) return;
  std::string why(error->message == nullptr ? "unknown error" : error->message);
  while (!why.empty() && (why.back() == '\n' || why.back() == '.')) why.pop_back();
  RunOf(user).Refuse("its XML is broken at line " + std::to_string(error->line) + ": " + why);
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

}  // namespace

const std::string* ForeignElement::Attribute(std::string_view key) const {
  for (const ForeignAttribute& attribute : attributes) {
    if (attribute.name == key) return &attribute.value;
  }
  return nullptr;
}

Result<Done> ReadForeignXml(ByteView file, ForeignEvents& events) {
  if (file.empty()) return Failure{"it is empty"};
  if (file.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return Failure{"it is larger than 2 GiB"};
  }
  Run run{.events = events, .context = nullptr, .failure = {}, .thrown = {}};
  const std::unique_ptr<xmlParserCtxt, ContextDeleter> context(
      xmlCreateMemoryParserCtxt(file.data(), static_cast<int>(file.size())));
  if (context == nullptr) return Failure{"it needs more memory than allowed"};
  *context->sax = Handler();
  context->userData = &run;
  run.context = context.get();
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  xmlParseDocument(context.get());
  if (run.thrown) std::rethrow_exception(run.thrown);
  if (!run.failure.empty()) return Failure{run.failure};
  if (context->wellFormed == 0) return Failure{"its XML is broken"};
  return Done{};
}

}  // namespace dossier::xml
