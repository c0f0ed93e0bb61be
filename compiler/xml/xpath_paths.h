// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::xml {

struct XPathPart;

/// One step of a path: an axis and what is asked for on it.
struct XPathStep {
  std::string axis = "child";  // written out: "child", "attribute", "self", "descendant-or-self", ...
  std::string name;            // "*" for any; "()" for node(), text() and the like
  std::size_t offset = 0;      // of the name, in bytes
  std::vector<XPathPart> filters = {};
};

/// A piece of an expression: a path, a call, an operator with its operands, or a plain value; then
/// what is filtered and walked from there.
struct XPathPart {
  enum class Kind { kPath, kCall, kOperator, kValue };
  Kind kind = Kind::kPath;
  bool absolute = false;     // paths: from the document on
  std::string name = {};     // of the function
  std::string words = {};    // of a value in quotes
  std::size_t offset = 0;
  std::vector<XPathPart> parts = {};    // arguments or operands
  std::vector<XPathPart> filters = {};  // of what is no path: group()[1]
  std::vector<XPathStep> steps = {};
};

/// Takes an expression apart so that the names in it can be checked. For expressions that
/// `CheckXPath` lets pass; nothing when it cannot follow one.
[[nodiscard]] std::optional<XPathPart> TakeApart(std::string_view expression);

}  // namespace dossier::xml
