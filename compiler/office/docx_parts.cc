// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/docx_parts.h"

#include <algorithm>
#include <set>

#include "compiler/xml/foreign.h"

namespace dossier::office {
namespace {

void AddOnce(std::vector<std::string>& list, const std::string& value) {
  constexpr std::size_t kMost = 20;
  if (value.empty() || list.size() >= kMost) return;
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

/// Elements by local name; those of both kinds of files mean the same.
class Properties : public xml::ForeignEvents {
 public:
  explicit Properties(inspect::Description& description) : description_(description) {}

  void Start(const xml::ForeignElement& /*element*/) override { words_.clear(); }
  void Words(std::string_view words) override {
    constexpr std::size_t kLongest = 1'000;
    if (words_.size() < kLongest) words_ += words;
  }
  void End(std::string_view name) override {
    const bool unset = words_.empty();
    if (unset) return;
    if (name == "title") description_.title = words_;
    if (name == "creator" || name == "initial-creator" || name == "lastModifiedBy") {
      AddOnce(description_.authors, words_);
    }
    if (name == "created" || name == "creation-date") description_.created = words_;
    if (name == "modified" || name == "date") description_.modified = words_;
    if (name == "language") description_.language = words_;
    if (name == "Application" || name == "generator") AddOnce(description_.tools, words_);
    words_.clear();
  }

 private:
  inspect::Description& description_;
  std::string words_;
};

class CommentReader : public xml::ForeignEvents {
 public:
  void Start(const xml::ForeignElement& element) override {
    if (element.name != "comment") return;
    ++count;
    const std::string* author = element.Attribute("author");
    constexpr std::size_t kMost = 20;
    if (author != nullptr && !author->empty() && authors.size() < kMost) authors.insert(*author);
  }
  void End(std::string_view /*name*/) override {}
  void Words(std::string_view /*words*/) override {}

  int count = 0;
  std::set<std::string> authors;
};

}  // namespace

Result<Done> AddProperties(ByteView part, inspect::Description& description) {
  Properties properties(description);
  return xml::ReadForeignXml(part, properties);
}

Result<Comments> ReadComments(ByteView part) {
  CommentReader reader;
  const auto read = xml::ReadForeignXml(part, reader);
  if (!read) return read.failure();
  return Comments{.count = reader.count, .authors = {reader.authors.begin(), reader.authors.end()}};
}

std::string ChangesInWords(int insertions, int deletions) {
  const auto counted = [](int count, const char* what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
  };
  return counted(insertions, "insertion") + ", " + counted(deletions, "deletion");
}

std::string NamesAfter(std::string_view what, const std::vector<std::string>& names) {
  std::string text(what);
  for (std::size_t i = 0; i < names.size(); ++i) text += (i == 0 ? " by " : ", ") + names[i];
  return text;
}

}  // namespace dossier::office
