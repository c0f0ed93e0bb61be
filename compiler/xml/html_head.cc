// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/html_head.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "compiler/xml/html_hidden.h"

namespace dossier::xml::internal {
namespace {

constexpr std::size_t kLongest = 500;

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

/// White space as single spaces, cut to what one line of a report holds.
std::string Line(std::string_view text) {
  std::string line;
  for (const char c : text.substr(0, kLongest)) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

void SetFirst(std::string& field, std::string_view value) {
  if (field.empty()) field = Line(value);
}

void AddOnce(std::vector<std::string>& list, std::string_view value) {
  constexpr std::size_t kMost = 20;
  std::string line = Line(value);
  if (line.empty() || list.size() >= kMost) return;
  if (std::find(list.begin(), list.end(), line) == list.end()) list.push_back(std::move(line));
}

template <std::size_t N>
bool IsOneOf(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class HeadReader {
 public:
  HtmlHead Take(const xmlNode* document) {
    Walk(document);
    if (head_.title.empty()) head_.title = shared_title_;
    return std::move(head_);
  }

 private:
  void Walk(const xmlNode* parent) {
    for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
      if (node->type == XML_COMMENT_NODE && node->content != nullptr) {
        Comment(reinterpret_cast<const char*>(node->content));
      }
      if (node->type != XML_ELEMENT_NODE) continue;
      Element(node);
      Walk(node);
    }
  }

  void Element(const xmlNode* node) {
    const std::string_view name = NameOf(node);
    if (name == "html") SetFirst(head_.language, AttributeOf(node, "lang"));
    if (name == "title" && head_.title.empty() && InHead(node)) {
      const xmlNode* words = node->children;
      if (words != nullptr && words->content != nullptr) {
        SetFirst(head_.title, reinterpret_cast<const char*>(words->content));
      }
    }
    if (name == "link" && Lower(AttributeOf(node, "rel")) == "canonical") {
      SetFirst(head_.canonical, AttributeOf(node, "href"));
    }
    if (name == "meta") Meta(node);
  }

  /// Pictures (SVG) have titles too.
  static bool InHead(const xmlNode* node) {
    return node->parent != nullptr && NameOf(node->parent) != "svg";
  }

  void Meta(const xmlNode* node) {
    std::string name = Lower(AttributeOf(node, "name"));
    if (name.empty()) name = Lower(AttributeOf(node, "property"));
    const std::string_view content = AttributeOf(node, "content");
    constexpr std::array<std::string_view, 6> kAuthor{"author",     "article:author", "dc.creator",
                                                      "dcterms.creator", "citation_author", "byl"};
    constexpr std::array<std::string_view, 8> kPublished{
        "article:published_time", "date",          "dc.date",       "dcterms.date",
        "dc.date.issued",         "publish_date",  "pubdate",       "dcterms.issued"};
    constexpr std::array<std::string_view, 4> kModified{"article:modified_time", "last-modified",
                                                        "dcterms.modified", "og:updated_time"};
    if (IsOneOf(name, kAuthor)) AddOnce(head_.authors, content);
    if (IsOneOf(name, kPublished)) SetFirst(head_.published, content);
    if (IsOneOf(name, kModified)) SetFirst(head_.modified, content);
    if (name == "generator") AddOnce(head_.tools, content);
    if (name == "og:title") SetFirst(shared_title_, content);
    if (name == "og:url") SetFirst(head_.canonical, content);
  }

  /// "saved from url=(0033)https://…" of Internet Explorer and Chrome, and what SingleFile writes.
  void Comment(std::string_view comment) {
    constexpr std::string_view kSaved = "saved from url=(";
    if (const std::size_t at = comment.find(kSaved); at != std::string_view::npos) {
      const std::size_t begin = comment.find(')', at);
      if (begin != std::string_view::npos) SetFirst(head_.saved_from, Word(comment.substr(begin + 1)));
    }
    if (comment.find("Page saved with SingleFile") == std::string_view::npos) return;
    AddOnce(head_.tools, "SingleFile");
    if (const auto url = After(comment, "url:"); !url.empty()) SetFirst(head_.saved_from, Word(url));
    SetFirst(head_.saved_at, After(comment, "saved date:"));
  }

  /// The rest of the line behind the key.
  static std::string_view After(std::string_view comment, std::string_view key) {
    const std::size_t at = comment.find(key);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = comment.substr(at + key.size());
    return rest.substr(0, rest.find('\n'));
  }

  static std::string_view Word(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    text.remove_prefix(begin);
    return text.substr(0, text.find_first_of(" \t\r\n"));
  }

  HtmlHead head_;
  std::string shared_title_;  // og:title, which portals shorten
};

}  // namespace

HtmlHead ReadHead(const xmlNode* document) { return HeadReader().Take(document); }

}  // namespace dossier::xml::internal
