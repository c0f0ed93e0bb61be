// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/xpath.h"

#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <map>
#include <utility>

#include "compiler/xml/xpath_paths.h"

namespace dossier::xml {

/// The handles of nodes are libxml2's.
struct XPathBridge {
  static xmlNodePtr Of(const XPathNode& node) { return static_cast<xmlNodePtr>(node.handle_); }
  static XPathNode Node(xmlNodePtr node) { return XPathNode(node); }
};

namespace {

template <typename T, void (*kFree)(T*)>
struct Deleter {
  void operator()(T* object) const { kFree(object); }
};
using Document = std::unique_ptr<xmlDoc, Deleter<xmlDoc, xmlFreeDoc>>;
using Context = std::unique_ptr<xmlXPathContext, Deleter<xmlXPathContext, xmlXPathFreeContext>>;
using Compiled = std::unique_ptr<xmlXPathCompExpr, Deleter<xmlXPathCompExpr, xmlXPathFreeCompExpr>>;
using Object = std::unique_ptr<xmlXPathObject, Deleter<xmlXPathObject, xmlXPathFreeObject>>;

const xmlChar* Chars(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

std::string Take(xmlChar* text) {
  if (text == nullptr) return {};
  std::string out(reinterpret_cast<const char*>(text));
  xmlFree(text);
  return out;
}

/// The first error that libxml2 reports.
struct FirstError {
  bool set = false;
  XPathProblem problem = {};
};

/// libxml2 tells the code of an error in an expression, and no words.
std::string_view WordsFor(int code) {
  switch (code) {
    case XML_XPATH_NUMBER_ERROR:
      return "a number is not complete";
    case XML_XPATH_UNFINISHED_LITERAL_ERROR:
    case XML_XPATH_START_LITERAL_ERROR:
      return "a quotation mark is not closed";
    case XML_XPATH_VARIABLE_REF_ERROR:
    case XML_XPATH_UNDEF_VARIABLE_ERROR:
      return "there are no variables";
    case XML_XPATH_INVALID_PREDICATE_ERROR:
      return "a [ is not closed";
    case XML_XPATH_UNCLOSED_ERROR:
      return "a ( is not closed";
    case XML_XPATH_UNKNOWN_FUNC_ERROR:
      return "it calls a function that there is not";
    case XML_XPATH_INVALID_ARITY:
      return "a function has too few or too many arguments";
    case XML_XPATH_INVALID_TYPE:
    case XML_XPATH_INVALID_OPERAND:
      return "something stands where things of the document are wanted";
    case XML_XPATH_UNDEF_PREFIX_ERROR:
      return "there are no prefixes";
    default:
      return "something is missing, or stands where it cannot";
  }
}

void Keep(void* user, xmlErrorPtr error) {
  FirstError& first = *static_cast<FirstError*>(user);
  if (first.set) return;
  first.set = true;
  first.problem = {.reason = std::string(WordsFor(error->code)),
                   .offset = static_cast<std::size_t>(std::max(error->int1, 0))};
}

/// Words in a tree of the library's own; `_private` leads back to the element.
void Copy(const Element& element, xmlNodePtr parent) {
  for (const Element& child : element.children) {
    if (child.is_text()) {
      xmlAddChild(parent, xmlNewDocText(parent->doc, Chars(child.text)));
      continue;
    }
    xmlNodePtr node = xmlNewDocNode(parent->doc, nullptr, Chars(child.name), nullptr);
    node->_private = const_cast<Element*>(&child);
    xmlAddChild(parent, node);
    for (const auto& [name, value] : child.attributes) {
      xmlNewProp(node, Chars(name), Chars(value));
    }
    Copy(child, node);
  }
}

/// `xmlNewProp` takes words as they are; `xmlNewDocNode` would read references in a content.
Document Copied(const Element& root) {
  Document document(xmlNewDoc(nullptr));
  xmlNodePtr top = xmlNewDocNode(document.get(), nullptr, Chars(root.name), nullptr);
  top->_private = const_cast<Element*>(&root);
  xmlDocSetRootElement(document.get(), top);
  for (const auto& [name, value] : root.attributes) xmlNewProp(top, Chars(name), Chars(value));
  Copy(root, top);
  // Document order in one comparison (xmlXPathOrderDocElems).
  xmlXPathOrderDocElems(document.get());
  return document;
}

}  // namespace

const Element* XPathNode::element() const {
  auto* node = static_cast<xmlNodePtr>(handle_);
  while (node != nullptr && node->type != XML_ELEMENT_NODE) {
    if (node->type == XML_DOCUMENT_NODE) return nullptr;
    node = node->parent;
  }
  return node == nullptr ? nullptr : static_cast<const Element*>(node->_private);
}

std::string XPathNode::Text() const {
  return handle_ == nullptr ? std::string() : Take(xmlXPathCastNodeToString(static_cast<xmlNodePtr>(handle_)));
}

struct XPathQuery::State {
  Document document;
  Context context;
  std::map<std::string, Compiled> compiled;
  std::vector<XPathFunction> functions;
  const XPathFocus* focus = nullptr;
  FirstError error;

  static State& Of(xmlXPathParserContextPtr parser) {
    return *static_cast<State*>(parser->context->userData);
  }
  static void Call(xmlXPathParserContextPtr parser, int count);
  static void Current(xmlXPathParserContextPtr parser, int count);
  static void Group(xmlXPathParserContextPtr parser, int count);
  static void Key(xmlXPathParserContextPtr parser, int count);
};

void XPathQuery::State::Current(xmlXPathParserContextPtr parser, int count) {
  if (count != 0) return xmlXPathErr(parser, XPATH_INVALID_ARITY);
  valuePush(parser, xmlXPathNewNodeSet(XPathBridge::Of(Of(parser).focus->node)));
}

void XPathQuery::State::Group(xmlXPathParserContextPtr parser, int count) {
  if (count != 0) return xmlXPathErr(parser, XPATH_INVALID_ARITY);
  xmlNodeSetPtr set = xmlXPathNodeSetCreate(nullptr);
  for (const XPathNode& node : Of(parser).focus->group) {
    xmlXPathNodeSetAddUnique(set, XPathBridge::Of(node));
  }
  valuePush(parser, xmlXPathWrapNodeSet(set));
}

void XPathQuery::State::Key(xmlXPathParserContextPtr parser, int count) {
  if (count != 0) return xmlXPathErr(parser, XPATH_INVALID_ARITY);
  valuePush(parser, xmlXPathNewString(Chars(Of(parser).focus->key)));
}

/// A function of the caller's: the library says by which name it was called.
void XPathQuery::State::Call(xmlXPathParserContextPtr parser, int count) {
  const std::string_view name = reinterpret_cast<const char*>(parser->context->function);
  const auto& functions = Of(parser).functions;
  const auto found = std::find_if(functions.begin(), functions.end(),
                                  [&](const XPathFunction& known) { return known.name == name; });
  if (found == functions.end() || count < found->least || count > found->most) {
    return xmlXPathErr(parser, XPATH_INVALID_ARITY);
  }
  std::vector<std::string> arguments(static_cast<std::size_t>(count));
  for (auto argument = arguments.rbegin(); argument != arguments.rend(); ++argument) {
    *argument = Take(xmlXPathPopString(parser));
  }
  if (parser->error != XPATH_EXPRESSION_OK) return;
  valuePush(parser, xmlXPathNewString(Chars(found->call(arguments))));
}

XPathQuery::XPathQuery(const Element& root, std::vector<XPathFunction> functions)
    : state_(std::make_unique<State>()) {
  state_->document = Copied(root);
  state_->context.reset(xmlXPathNewContext(state_->document.get()));
  state_->functions = std::move(functions);
  xmlXPathContext* context = state_->context.get();
  context->userData = state_.get();
  for (const XPathFunction& function : state_->functions) {
    xmlXPathRegisterFunc(context, Chars(function.name), State::Call);
  }
  xmlXPathRegisterFunc(context, BAD_CAST "current", State::Current);
  xmlXPathRegisterFunc(context, BAD_CAST "group", State::Group);
  xmlXPathRegisterFunc(context, BAD_CAST "key", State::Key);
}

XPathQuery::~XPathQuery() = default;

XPathNode XPathQuery::Root() const {
  return XPathBridge::Node(xmlDocGetRootElement(state_->document.get()));
}

Result<XPathValue> XPathQuery::Evaluate(const std::string& expression, const XPathFocus& focus) {
  auto found = state_->compiled.find(expression);
  xmlXPathContext* context = state_->context.get();
  if (found == state_->compiled.end()) {
    if (const auto problem = CheckXPath(expression)) return Failure{problem->reason};
    found = state_->compiled.emplace(expression, xmlXPathCompile(Chars(expression))).first;
  }
  state_->focus = &focus;
  state_->error = {};
  // The library reports into its error handler, whose data must not be the functions' data.
  context->error = [](void* user, xmlErrorPtr error) { Keep(&static_cast<State*>(user)->error, error); };
  context->opLimit = kMaxXPathSteps;
  context->opCount = 0;
  context->proximityPosition = focus.position;
  context->contextSize = focus.size;
  context->node = XPathBridge::Of(focus.node);
  const Object object(xmlXPathCompiledEval(found->second.get(), context));
  state_->focus = nullptr;
  if (context->opCount >= kMaxXPathSteps) return Failure{"it takes too many steps"};
  if (object == nullptr || state_->error.set) {
    return Failure{state_->error.set ? state_->error.problem.reason : "it cannot be evaluated"};
  }
  XPathValue value;
  value.truth = xmlXPathCastToBoolean(object.get()) != 0;
  value.number = xmlXPathCastToNumber(object.get());
  value.text = Take(xmlXPathCastToString(object.get()));
  switch (object->type) {
    case XPATH_NODESET:
      value.kind = XPathValue::Kind::kNodes;
      break;
    case XPATH_NUMBER:
      value.kind = XPathValue::Kind::kNumber;
      break;
    case XPATH_BOOLEAN:
      value.kind = XPathValue::Kind::kBoolean;
      break;
    default:
      value.kind = XPathValue::Kind::kText;
  }
  if (object->type != XPATH_NODESET || object->nodesetval == nullptr) return value;
  const auto count = static_cast<std::size_t>(object->nodesetval->nodeNr);
  if (count > kMaxSelected) return Failure{"it selects more than a million things"};
  xmlXPathNodeSetSort(object->nodesetval);
  for (std::size_t i = 0; i < count; ++i) {
    value.nodes.push_back(XPathBridge::Node(object->nodesetval->nodeTab[i]));
  }
  if (!value.nodes.empty()) value.text = value.nodes.front().Text();
  return value;
}

std::optional<XPathProblem> CheckXPath(const std::string& expression) {
  if (expression.find_first_not_of(" \t\r\n") == std::string::npos) {
    return XPathProblem{.reason = "it is empty", .offset = 0};
  }
  if (expression.size() > kMaxExpression) {
    return XPathProblem{.reason = "it is longer than " + std::to_string(kMaxExpression) + " bytes",
                        .offset = kMaxExpression};
  }
  const Context context(xmlXPathNewContext(nullptr));
  FirstError error;
  context->error = Keep;
  context->userData = &error;
  const Compiled compiled(xmlXPathCtxtCompile(context.get(), Chars(expression)));
  // libxml2 lets some calls pass that are never closed.
  if (compiled != nullptr && !error.set && TakeApart(expression)) return std::nullopt;
  if (!error.set) error.problem.reason = WordsFor(XML_XPATH_EXPR_ERROR);
  return error.problem;
}

const std::vector<std::string_view>& XPathFunctionNames() {
  static const std::vector<std::string_view> kNames = {
      "last",           "position",         "count",       "local-name",      "name",
      "string",         "concat",           "starts-with", "contains",        "substring-before",
      "substring-after", "substring",       "string-length", "normalize-space", "translate",
      "boolean",        "not",              "true",        "false",           "number",
      "sum",            "floor",            "ceiling",     "round",           "current",
      "group",          "key"};
  return kNames;
}

}  // namespace dossier::xml
