// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/sidecar.h"

#include "compiler/json/value.h"
#include "compiler/json/write.h"

namespace dossier::reading {
namespace {

std::string Member(std::string_view key, const json::Value& value) {
  return json::Quote(key) + ": " + json::WriteCompact(value);
}

std::string PrintLine(const Line& line) {
  json::Value words = json::Array();
  for (const Word& word : line.words) {
    words.Append(json::Value::Array{word.text, word.confidence, word.box.left, word.box.top, word.box.right,
                                    word.box.bottom});
  }
  return "{" + Member("text", TextOf(line)) + ", " + Member("words", words) + "}";
}

std::string PrintPage(const Page& page) {
  std::string text = "    {" + Member("page", page.number) + ", " + Member("languages", json::Strings(page.languages)) +
                     ", " + Member("dpi", page.dpi) + ", " + Member("width", page.width) + ", " +
                     Member("height", page.height) + ", " + Member("confidence", ConfidenceOf(page)) +
                     ",\n     \"lines\": [";
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    text += (i == 0 ? "\n      " : ",\n      ") + PrintLine(page.lines[i]);
  }
  return text + (page.lines.empty() ? "]}" : "\n     ]}");
}

}  // namespace

std::string PrintSidecar(const Sidecar& sidecar) {
  json::Value data = json::Object();
  for (const auto& [name, digest] : sidecar.data) data.Add(name, digest.ToHex());
  std::string text = "{\n  " + Member("format", kSidecarFormat) + ",\n  ";
  text += Member("what", "words that a machine read off pictures of pages; not the pages themselves") + ",\n  ";
  text += Member("exhibit", sidecar.exhibit) + ",\n  " + Member("file", sidecar.file) + ",\n  ";
  text += Member("sha256", sidecar.sha256.ToHex()) + ",\n  " + Member("program", sidecar.program) + ",\n  ";
  text += Member("data", data) + ",\n  \"words\": [\"text\", \"confidence\", \"left\", \"top\", \"right\", \"bottom\"],\n";
  text += "  \"pages\": [";
  for (std::size_t i = 0; i < sidecar.pages.size(); ++i) {
    text += (i == 0 ? "\n" : ",\n") + PrintPage(sidecar.pages[i]);
  }
  return text + (sidecar.pages.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace dossier::reading
