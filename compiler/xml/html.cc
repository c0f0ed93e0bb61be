// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "compiler/foundation/utf8.h"
#include "compiler/xml/attribute_count.h"
#include "compiler/xml/html_head.h"
#include "compiler/xml/html_hidden.h"

namespace dossier::xml {
namespace {

using internal::AttributeOf;
using internal::NameOf;

constexpr std::size_t kMostBlocks = 1'000'000;
constexpr std::size_t kMostAttributes = 256;
/// Of lists that are there to be counted and looked at.
constexpr std::size_t kMostListed = 1'000;

template <std::size_t N>
bool IsOneOf(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 15> kLeftOut{
    "script", "style",  "noscript", "template", "head", "iframe",   "object",  "embed",
    "applet", "canvas", "svg",      "select",   "math", "textarea", "frameset"};
constexpr std::array<std::string_view, 8> kActive{"script", "iframe", "object", "embed",
                                                  "applet", "form",   "frame",  "video"};
constexpr std::array<std::string_view, 31> kBlocks{
    "p",      "div",     "section",    "article", "header",     "footer",  "main",  "aside",
    "nav",    "ul",      "ol",         "dl",      "dt",         "dd",      "table", "thead",
    "tbody",  "tfoot",   "tr",         "td",      "th",         "caption", "form",  "fieldset",
    "figure", "address", "figcaption", "center",  "blockquote", "hr",      "body"};

/// Walks the tree; the parser has bounded its depth.
class Reader {
 public:
  HtmlText Take(const xmlNode* root) {
    Children(root);
    Flush();
    text_.active_content.assign(active_.begin(), active_.end());
    text_.head = internal::ReadHead(root);
    return std::move(text_);
  }
  [[nodiscard]] bool too_many() const { return text_.blocks.size() > kMostBlocks; }

 private:
  struct Context {
    HtmlBlockKind kind = HtmlBlockKind::kParagraph;
    int level = 0;
    int list_depth = 0;
  };

  void Children(const xmlNode* parent) {
    for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
      if (too_many()) return;
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        if (node->content != nullptr) Append(reinterpret_cast<const char*>(node->content));
      } else if (node->type == XML_ELEMENT_NODE) {
        Element(node);
      }
    }
  }

  void Element(const xmlNode* node) {
    const std::string_view name = NameOf(node);
    if (IsOneOf(name, kActive)) active_.emplace(name);
    NoteHandlers(node);
    NoteReference(node, name);
    if (internal::HidesItself(node)) return NoteHidden(node);
    if (IsOneOf(name, kLeftOut)) return;
    if (name == "br") return Append(context_.kind == HtmlBlockKind::kPreformatted ? "\n" : " ");
    if (name == "tr" && !HoldsTable(node)) return Row(node);
    const Context outer = context_;
    const bool block = Enter(name);
    if (block) Flush(outer);
    Children(node);
    if (block) Flush();
    context_ = outer;
  }

  /// Sets the context inside the element; true when it begins a block.
  bool Enter(std::string_view name) {
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      context_.kind = HtmlBlockKind::kHeading;
      context_.level = name[1] - '0';
      return true;
    }
    if (name == "ul" || name == "ol") ++context_.list_depth;
    if (name == "li") {
      context_.kind = HtmlBlockKind::kListItem;
      context_.level = std::max(context_.list_depth, 1);
      return true;
    }
    if (name == "blockquote") context_.kind = HtmlBlockKind::kQuotation;
    if (name == "pre") {
      context_.kind = HtmlBlockKind::kPreformatted;
      return true;
    }
    return IsOneOf(name, kBlocks);
  }

  /// A row of data becomes one block, its cells in order.
  void Row(const xmlNode* row) {
    Flush();
    const Context outer = context_;
    context_ = {.kind = HtmlBlockKind::kTableRow};
    std::string joined;
    for (const xmlNode* cell = row->children; cell != nullptr; cell = cell->next) {
      if (cell->type != XML_ELEMENT_NODE) continue;
      in_row_ = true;
      Element(cell);
      in_row_ = false;
      const std::string words = TakePending();
      if (words.empty()) continue;
      if (!joined.empty()) joined += " | ";
      joined += words;
    }
    pending_ = std::move(joined);
    Flush();
    context_ = outer;
  }

  /// Tables inside cells mean that the table only arranges the page.
  static bool HoldsTable(const xmlNode* node) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type == XML_ELEMENT_NODE && (NameOf(child) == "table" || HoldsTable(child))) {
        return true;
      }
    }
    return false;
  }

  void NoteHandlers(const xmlNode* node) {
    for (const xmlAttr* attribute = node->properties; attribute != nullptr;
         attribute = attribute->next) {
      const std::string_view name = reinterpret_cast<const char*>(attribute->name);
      if (name.substr(0, 2) == "on") active_.emplace("event handler");
    }
  }

  /// What the page wants from elsewhere to look as it does.
  void NoteReference(const xmlNode* node, std::string_view name) {
    const bool style = name == "link" && AttributeOf(node, "rel").find("stylesheet") !=
                                             std::string_view::npos;
    constexpr std::array<std::string_view, 6> kSources{"img",   "iframe", "frame",
                                                       "embed", "video",  "audio"};
    if (!style && !IsOneOf(name, kSources)) return;
    const std::string_view address = AttributeOf(node, style ? "href" : "src");
    const bool elsewhere = address.starts_with("http:") || address.starts_with("https:") ||
                           address.starts_with("//");
    if (elsewhere && text_.references.size() < kMostListed) text_.references.emplace_back(address);
  }

  /// Reads the words of a hidden element as a page of its own.
  void NoteHidden(const xmlNode* node) {
    if (IsOneOf(NameOf(node), kLeftOut) || text_.hidden.size() >= kMostListed) return;
    Reader inside;
    inside.Children(node);
    inside.Flush();
    active_.merge(inside.active_);
    std::string words;
    for (const HtmlBlock& block : inside.text_.blocks) {
      words += (words.empty() ? "" : " ") + block.text;
    }
    if (!words.empty()) text_.hidden.push_back(std::move(words));
  }

  void Append(std::string_view words) {
    std::size_t at = 0;
    while (at < words.size()) {
      const utf8::Decoded decoded = utf8::DecodeAt(words, at);
      at += decoded.size;
      AppendCharacter(decoded.code);
    }
  }

  void AppendCharacter(char32_t code) {
    const bool kept = context_.kind == HtmlBlockKind::kPreformatted;
    if (kept && code == '\n') {
      pending_ += '\n';
      return;
    }
    // C0, C1 and DEL say nothing in a text.
    const bool space = code <= ' ' || (code >= 0x7F && code < 0xA0);
    if (!space) {
      utf8::Append(code, pending_);
    } else if (kept || (!pending_.empty() && pending_.back() != ' ')) {
      pending_ += ' ';
    }
  }

  std::string TakePending() {
    constexpr std::string_view kSpace = " \n";
    const bool kept = context_.kind == HtmlBlockKind::kPreformatted;
    const std::size_t end = pending_.find_last_not_of(kSpace);
    std::string words = end == std::string::npos ? std::string() : pending_.substr(0, end + 1);
    const std::size_t begin = words.find_first_not_of(kept ? "\n" : " \n");
    pending_.clear();
    return begin == std::string::npos ? std::string() : words.substr(begin);
  }

  void Flush() { Flush(context_); }

  void Flush(const Context& context) {
    if (in_row_) {
      // Blocks inside a cell are parted by a space, the row stays one block.
      if (!pending_.empty() && pending_.back() != ' ') pending_ += ' ';
      return;
    }
    const Context inner = std::exchange(context_, context);
    std::string words = TakePending();
    context_ = inner;
    if (words.empty()) return;
    text_.blocks.push_back(
        {.kind = context.kind, .level = context.level, .text = std::move(words)});
  }

  HtmlText text_;
  std::set<std::string> active_;
  Context context_;
  std::string pending_;
  bool in_row_ = false;
};

/// Damage to the tags is ordinary and the parser goes on; what makes it stop loses text.
void OnError(void* user, xmlErrorPtr error) {
  auto& stopped = *static_cast<bool*>(user);
  if (error != nullptr &&
      (error->code == XML_ERR_INTERNAL_ERROR || error->code == XML_ERR_NO_MEMORY)) {
    stopped = true;
  }
}

struct ContextDeleter {
  void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};
struct DocumentDeleter {
  void operator()(htmlDocPtr document) const { xmlFreeDoc(document); }
};

/// The name of the encoding for libxml2; empty when the page itself is to say it.
std::string EncodingOf(ByteView page, std::string_view charset) {
  if (page.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (page.starts_with("\xFE\xFF")) return "UTF-16BE";
  // An escape is how the encodings of ISO 2022 begin to mean other letters than ASCII's.
  const bool escapes = page.find('\x1B') != ByteView::npos;
  if (!escapes && page.find('\0') == ByteView::npos && utf8::IsValid(page)) return "UTF-8";
  return std::string(charset);
}

bool IsWide(std::string_view encoding) {
  return encoding.starts_with("UTF-16") || encoding.starts_with("utf-16");
}

}  // namespace

Result<HtmlText> ReadHtml(ByteView page, std::string_view charset) {
  if (page.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return Failure{"it is larger than 2 GiB"};
  }
  const std::string encoding = EncodingOf(page, charset);
  if (!IsWide(encoding) && page.find('\0') != ByteView::npos) {
    return Failure{"it holds bytes that are not text"};
  }
  if (internal::MostAttributes(page, kMostAttributes + 1) > kMostAttributes) {
    return Failure{"one of its tags has more than " + std::to_string(kMostAttributes) +
                   " attributes, which no page needs"};
  }
  bool stopped = false;
  const std::unique_ptr<htmlParserCtxt, ContextDeleter> context(htmlNewParserCtxt());
  if (!context) return Failure{"it needs more memory than allowed"};
  xmlSetStructuredErrorFunc(&stopped, OnError);
  const std::unique_ptr<xmlDoc, DocumentDeleter> document(
      htmlCtxtReadMemory(context.get(), page.data(), static_cast<int>(page.size()), nullptr,
                         encoding.empty() ? nullptr : encoding.c_str(),
                         HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_COMPACT));
  xmlSetStructuredErrorFunc(nullptr, nullptr);
  if (stopped) return Failure{"it is nested deeper than can be read"};
  if (!document) return Failure{"no HTML parser can read it"};
  Reader reader;
  HtmlText text = reader.Take(reinterpret_cast<const xmlNode*>(document.get()));
  if (reader.too_many() || text.blocks.size() > kMostBlocks) {
    return Failure{"it has more than " + std::to_string(kMostBlocks) + " paragraphs"};
  }
  return text;
}

}  // namespace dossier::xml
