// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/poppler/read_text.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <memory>

#include "compiler/poppler/library.h"
#include "compiler/poppler/seen_words.h"

namespace dossier::poppler {
namespace {

// The library has the name of this namespace.
namespace lib = ::poppler;

Result<Done> ReadPages(lib::document& document, const TextLimits& limits,
                       const std::vector<HiddenLetters>& hidden, PdfText& text) {
  auto next_hidden = hidden.begin();
  std::size_t total = 0;
  bool declared = false;
  const int count = document.pages();
  for (int i = 0; i < count; ++i) {
    const std::unique_ptr<lib::page> page(document.create_page(i));
    if (!page) return Failure{"page " + std::to_string(i + 1) + " cannot be read"};
    if (next_hidden != hidden.end() && next_hidden->page == i + 1) {
      text.pages.push_back(Plain(SeenWords(*page, next_hidden->letters)));
      ++next_hidden;
    } else {
      text.pages.push_back(
          Plain(ToUtf8(page->text(lib::rectf(), lib::page::non_raw_non_physical_layout))));
    }
    text.labels.push_back({Plain(ToUtf8(page->label()))});
    declared = declared || text.labels.back().text != std::to_string(i + 1);
    total += text.pages.back().size() + text.labels.back().text.size();
    if (total > limits.most_bytes) {
      return Failure{"it holds more than " + std::to_string(limits.most_bytes >> 20) +
                     " MiB of text"};
    }
  }
  if (!declared) text.labels.clear();
  return Done{};
}

Result<PdfText> Read(ByteView pdf, const TextLimits& limits,
                     const std::function<void(int)>& pages_known,
                     const std::vector<HiddenLetters>& hidden) {
  PdfText text;
  const MessageScope messages(text.warnings);
  const std::unique_ptr<lib::document> document(
      lib::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
  if (!document) return Failure{"it is damaged: no PDF reader can open it"};
  if (document->is_locked()) return Failure{"it wants a password"};
  const int count = document->pages();
  if (count < 1) return Failure{"it has no pages"};
  if (count > limits.most_pages) {
    return Failure{"it has " + std::to_string(count) + " pages; at most " +
                   std::to_string(limits.most_pages) + " are read"};
  }
  pages_known(count);
  if (auto read = ReadPages(*document, limits, hidden, text); !read) return read.failure();
  return text;
}

}  // namespace

Result<PdfText> ReadPdfText(ByteView pdf, const TextLimits& limits,
                            const std::function<void(int)>& pages_known,
                            const std::vector<HiddenLetters>& hidden) {
  if (pdf.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return Failure{"it is larger than 2 GiB"};
  }
  try {
    return Read(pdf, limits, pages_known, hidden);
  } catch (const std::bad_alloc&) {
    return Failure{"it needs more memory than allowed"};
  } catch (const std::exception& error) {
    return Failure{std::string("it is damaged: ") + error.what()};
  }
}

}  // namespace dossier::poppler
