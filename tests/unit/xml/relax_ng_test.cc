// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/relax_ng.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace dossier::xml {
namespace {

constexpr const char* kSchema =
    "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><element name='a'>"
    "<oneOrMore><element name='b'><attribute name='c'/><text/></element></oneOrMore>"
    "</element></start></grammar>";

/// The line and message of the finding, or nothing when the document fits.
std::string Check(const std::string& document, const std::string& schema = kSchema) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::uint32_t document_file = sources.Add("a.xml", document);
  const std::uint32_t schema_file = sources.Add("a.rng", schema);
  const bool matches = MatchesRelaxNg(sources, document_file, schema_file, sink);
  EXPECT_EQ(matches, sink.findings().empty());
  if (sink.findings().empty()) return {};
  const diagnostics::Finding& finding = sink.findings().front();
  const Span span = finding.place.span;
  return sources.PathOf(span.file) + ":" +
         std::to_string(sources.PositionOf(span.file, span.begin).line) + " " + finding.Message();
}

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(RelaxNg, SaysWhereADocumentDoesNotFit) {
  EXPECT_EQ(Check("<a><b c='1'>x</b></a>"), "");
  EXPECT_EQ(Check("<a>\n <b c='1'/>\n <b/>\n</a>"),
            "a.xml:3 the template cannot be used: element b failed to validate attributes");
  EXPECT_EQ(Check("<a/>").substr(0, 8), "a.xml:1 ");
  EXPECT_TRUE(Check("<a><b>").starts_with("a.xml:1 this is not valid XML: premature end"));
}

TEST(RelaxNg, ASchemaIsOneFile) {
  EXPECT_EQ(Check("<a/>",
                  "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>"
                  "<include href='/etc/passwd'/></grammar>"),
            "a.rng:1 the template cannot be used: its schema refers to other files");
  EXPECT_EQ(
      Check("<a/>", "<r:externalRef xmlns:r='http://relaxng.org/ns/structure/1.0' href='x'/>"),
      "a.rng:1 the template cannot be used: its schema refers to other files");
  EXPECT_EQ(Check("<a/>", "<nonsense/>").substr(0, 8), "a.rng:1 ");
}

TEST(RelaxNg, EveryTemplateFitsTheSchema) {
  const std::filesystem::path templates = std::filesystem::path(DOSSIER_SOURCE_DIR) / "templates";
  const std::string schema = ReadFile(templates / "schema" / "dossier-template.rng");
  int checked = 0;
  for (const auto& entry : std::filesystem::directory_iterator(templates)) {
    if (entry.path().extension() != ".xml") continue;
    EXPECT_EQ(Check(ReadFile(entry.path()), schema), "") << entry.path();
    ++checked;
  }
  EXPECT_GT(checked, 0);
}

}  // namespace
}  // namespace dossier::xml
