// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/mail/mhtml.h"

#include <algorithm>
#include <string>
#include <utility>

#include "compiler/mail/mime_tree.h"
#include "compiler/webpage/page_facts.h"

namespace dossier::mail {
namespace {

using inspect::OddityKind;

bool IsPage(const Part& part) {
  return part.type == "text/html" || part.type == "application/xhtml+xml";
}

/// The part that is shown: the one that the list names as its start, else its first page.
const Part* RootOf(const Part& part) {
  if (IsPage(part)) return &part;
  for (const Part& child : part.children) {
    if (!part.start.empty() && child.id == part.start && IsPage(child)) return &child;
  }
  for (const Part& child : part.children) {
    if (const Part* found = RootOf(child)) return found;
  }
  return nullptr;
}

int PagesIn(const Part& part) {
  int count = IsPage(part) ? 1 : 0;
  for (const Part& child : part.children) count += PagesIn(child);
  return count;
}

}  // namespace

Result<inspect::ExhibitFacts> ReadMhtml(ByteView file) {
  const auto message = ReadMime(file);
  if (!message) return message.failure();
  const Part& top = message->part;
  const Part* root = RootOf(top);
  if (root == nullptr) return Failure{"it holds no web page"};
  auto facts = webpage::ReadPage(root->content, root->charset);
  if (!facts) return facts.failure();
  facts->media = inspect::MediaType::kMhtml;
  if (facts->description.title.empty()) facts->description.title = top.HeaderOf("Subject");
  if (std::string saved(top.HeaderOf("From")); !saved.empty()) {
    std::erase_if(saved, [](char c) { return c == '<' || c == '>' || c == '"'; });
    facts->description.tools.push_back(std::move(saved));
  }
  std::string url(top.HeaderOf("Snapshot-Content-Location"));
  if (url.empty()) url = root->location;
  if (url.empty() && !facts->captures.empty()) url = facts->captures.front().url;
  facts->captures = {{.url = std::move(url), .at = top.utc, .type = root->type}};
  const int frames = PagesIn(top) - 1;
  if (frames > 0) {
    facts->oddities.push_back({.kind = OddityKind::kUnreadPart, .page = 0, .count = frames,
                               .detail = std::to_string(frames) + (frames == 1 ? " page in a frame" : " pages in frames")});
  }
  for (const std::string& complaint : message->complaints) {
    facts->oddities.push_back({.kind = OddityKind::kUnreadPart, .page = 0, .count = 1, .detail = complaint});
  }
  return facts;
}

}  // namespace dossier::mail
