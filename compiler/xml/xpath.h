// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/result.h"
#include "compiler/xml/tree.h"

/// XPath 1.0 (W3C, 16 November 1999) over a tree of our own making. No variables, no namespaces, no
/// document(), no extensions but those that the caller names and the three below.
namespace dossier::xml {

/// The longest expression, in bytes.
inline constexpr std::size_t kMaxExpression = 2000;
/// Steps of the evaluator for one expression; a query over a large case needs a few per node.
inline constexpr unsigned long kMaxXPathSteps = 20'000'000;
/// Nodes that one expression may select.
inline constexpr std::size_t kMaxSelected = 1'000'000;

/// Why an expression cannot be used, and where in it (bytes from its beginning).
struct XPathProblem {
  std::string reason;
  std::size_t offset = 0;
};

/// Nothing when the expression can be compiled.
[[nodiscard]] std::optional<XPathProblem> CheckXPath(const std::string& expression);

/// A place in a query document: an element, one of its attributes, or words. Valid as long as that.
class XPathNode {
 public:
  XPathNode() = default;
  [[nodiscard]] bool known() const { return handle_ != nullptr; }
  /// The element, or that around an attribute or words; null for the document itself.
  [[nodiscard]] const Element* element() const;
  /// The string-value (XPath 1.0, section 5).
  [[nodiscard]] std::string Text() const;

 private:
  friend class XPathQuery;
  friend struct XPathBridge;
  explicit XPathNode(void* handle) : handle_(handle) {}
  void* handle_ = nullptr;
};

/// What an expression gives.
struct XPathValue {
  enum class Kind { kNodes, kText, kNumber, kBoolean };
  Kind kind = Kind::kText;
  std::vector<XPathNode> nodes;  // in document order
  std::string text;              // of the first node, or the value as string() gives it
  double number = 0;
  bool truth = false;            // as boolean() gives it
};

/// A function that templates may call beside those of XPath. Gets its arguments as strings.
struct XPathFunction {
  std::string name;
  int least = 0;
  int most = 0;
  std::function<std::string(const std::vector<std::string>&)> call;
};

/// Where an expression is evaluated. Beside the functions of XPath three more are known: current()
/// is `node`, however deep in a predicate; group() is `group`; key() is `key`.
struct XPathFocus {
  XPathNode node;
  int position = 1;
  int size = 1;
  std::vector<XPathNode> group = {};
  std::string key = {};
};

/// A tree that can be asked. Keeps pointers to `root`, which must stay as it is.
class XPathQuery {
 public:
  XPathQuery(const Element& root, std::vector<XPathFunction> functions);
  ~XPathQuery();
  XPathQuery(const XPathQuery&) = delete;
  XPathQuery& operator=(const XPathQuery&) = delete;

  /// The root element.
  [[nodiscard]] XPathNode Root() const;
  /// Fails with a reason when the expression cannot be compiled, calls a function that is not
  /// there, or goes beyond a limit. Expressions are compiled once.
  [[nodiscard]] Result<XPathValue> Evaluate(const std::string& expression, const XPathFocus& focus);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Names of the functions that every query knows: those of XPath, current, group, key.
[[nodiscard]] const std::vector<std::string_view>& XPathFunctionNames();

}  // namespace dossier::xml
