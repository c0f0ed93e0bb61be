// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/yaml/parse.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

#include "compiler/diagnostics/source_check.h"
#include "compiler/yaml/builder.h"
#include "compiler/yaml/scan.h"
#include "compiler/yaml/syntax_error.h"

namespace dossier::yaml {
namespace {

using diagnostics::Id;
using diagnostics::Kind;

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
