// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "compiler/archive/container.h"
#include "compiler/docx/write.h"
#include "compiler/office/docx.h"
#include "compiler/xml/foreign.h"
#include "tests/support/typesetting.h"

namespace dossier::docx::test {

/// The elements, attributes and words of a part, one a line, without prefixes: what a reader of XML
/// sees. "p", "pStyle val=Heading1", "\"words\"", "/p".
class Outline : public xml::ForeignEvents {
 public:
  void Start(const xml::ForeignElement& element) override {
    Close();
    text += std::string(element.name);
    for (const xml::ForeignAttribute& attribute : element.attributes) {
      text += " " + std::string(attribute.name) + "=" + attribute.value;
    }
    text += "\n";
  }
  void End(std::string_view name) override {
    Close();
    text += "/" + std::string(name) + "\n";
  }
  void Words(std::string_view words) override { words_ += words; }
  std::string text;

 private:
  void Close() {
    if (!words_.empty()) text += "\"" + std::exchange(words_, {}) + "\"\n";
  }
  std::string words_;
};

/// A document written and opened again.
class Opened {
 public:
  explicit Opened(const compose::Document& document, const WriteOptions& options = {}) {
    Result<Bytes> file = Write(document, options);
    EXPECT_TRUE(file.ok());
    if (file) bytes = std::move(file).value();
  }

  /// Empty when there is none.
  [[nodiscard]] std::string Part(std::string_view name) const {
    auto container = archive::Container::Open(bytes, archive::Names::kExact);
    if (!container || container->Find(name) == nullptr) return {};
    return container->Read(name).value();
  }
  [[nodiscard]] std::string OutlineOf(std::string_view name) const {
    Outline outline;
    const std::string part = Part(name);
    const auto read = xml::ReadForeignXml(part, outline);
    EXPECT_TRUE(read.ok()) << name << ": " << (read.ok() ? "" : read.failure().reason);
    return outline.text;
  }
  [[nodiscard]] std::string Body() const { return OutlineOf("word/document.xml"); }
  /// As the reader of exhibits sees it.
  [[nodiscard]] Result<inspect::ExhibitFacts> Facts() const { return office::ReadDocx(bytes); }

  Bytes bytes;
};

inline compose::Document DocumentOf(std::vector<compose::Block> blocks) {
  compose::Document document;
  document.title = "A title";
  document.language = "en";
  document.blocks = std::move(blocks);
  return document;
}

inline std::size_t Count(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) ++count;
  return count;
}

}  // namespace dossier::docx::test
