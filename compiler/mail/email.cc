// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/mail/email.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "compiler/crypto/sha256.h"
#include "compiler/mail/mail_text.h"
#include "compiler/mail/mime_tree.h"
#include "compiler/webpage/charset.h"
#include "compiler/webpage/page_facts.h"

namespace dossier::mail {
namespace {

using inspect::BlockKind;
using inspect::ExhibitFacts;
using inspect::OddityKind;
using inspect::TextBlock;

constexpr int kDeepestMessage = 5;

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

/// The domain that a DKIM signature names (RFC 6376, 3.5), for the detail.
std::string DomainOf(std::string_view signature) {
  for (std::size_t at = 0; at < signature.size();) {
    const std::size_t end = std::min(signature.find(';', at), signature.size());
    std::string_view tag = signature.substr(at, end - at);
    tag.remove_prefix(std::min(tag.find_first_not_of(" \t\r\n"), tag.size()));
    if (tag.starts_with("d=")) return std::string(tag.substr(2));
    at = end + 1;
  }
  return {};
}

/// Puts a message into facts, part by part.
class Reader {
 public:
  Result<ExhibitFacts> Run(const Message& message) {
    const Part& top = message.part;
    facts_.description.title = top.HeaderOf("Subject");
    if (const std::string_view from = top.HeaderOf("From"); !from.empty()) facts_.description.authors.emplace_back(from);
    for (const std::string_view name : {"X-Mailer", "User-Agent"}) {
      if (const std::string_view tool = top.HeaderOf(name); !tool.empty()) facts_.description.tools.emplace_back(tool);
    }
    facts_.description.created = top.date;
    AddMessage(top, 1);
    for (const std::string& complaint : message.complaints) Odd(OddityKind::kUnreadPart, complaint);
    std::set<std::string> active(facts_.active_content.begin(), facts_.active_content.end());
    facts_.active_content.assign(active.begin(), active.end());
    return std::move(facts_);
  }

 private:
  void Odd(OddityKind kind, std::string detail) {
    facts_.oddities.push_back({.kind = kind, .page = 0, .count = 1, .detail = std::move(detail)});
  }

  void AddMessage(const Part& message, int depth) {
    constexpr std::array<std::string_view, 8> kShown{"From",     "To",   "Cc",      "Bcc",
                                                     "Reply-To", "Date", "Subject", "Message-ID"};
    for (const std::string_view name : kShown) {
      const std::string_view value = message.HeaderOf(name);
      if (IsBlank(value)) continue;
      facts_.blocks.push_back({.kind = BlockKind::kParagraph, .level = 0, .number = 0,
                               .text = std::string(name) + ": " + std::string(value)});
    }
    if (const std::string_view dkim = message.HeaderOf("DKIM-Signature"); !dkim.empty()) {
      Sign("a DKIM signature of " + DomainOf(dkim));
    }
    for (const Part& body : message.children) AddPart(body, depth);
  }

  void Sign(std::string what) {
    ++facts_.signatures;
    Odd(OddityKind::kUncheckedSignature, std::move(what));
  }

  void AddPart(const Part& part, int depth) {
    if (part.type == "multipart/alternative") return AddAlternatives(part, depth);
    if (part.type == "multipart/related") return AddRelated(part, depth);
    if (part.type == "multipart/signed") return AddSigned(part, depth);
    if (part.type == "multipart/encrypted") return Odd(OddityKind::kUnreadPart, "an encrypted part");
    if (part.type == "message/rfc822") return AddInside(part, depth);
    if (part.type.starts_with("multipart/")) {
      for (const Part& child : part.children) AddPart(child, depth);
      return;
    }
    if (part.type.ends_with("/pkcs7-mime") || part.type.ends_with("/x-pkcs7-mime")) {
      Odd(OddityKind::kUnreadPart, "an encrypted or sealed part (S/MIME)");
      return AddAttachment(part);
    }
    const bool text = !part.attachment && part.file_name.empty();
    if (text && part.type == "text/plain") return AddText(part);
    if (text && part.type == "text/html") return AddPage(part);
    AddAttachment(part);
  }

  void AddInside(const Part& part, int depth) {
    if (depth >= kDeepestMessage) {
      return Odd(OddityKind::kUnreadPart, "messages nested deeper than " + std::to_string(kDeepestMessage));
    }
    AddMessage(part, depth + 1);
  }

  /// True when the part holds words that can be shown.
  static bool Readable(const Part& part) {
    if (part.type == "text/plain" || part.type == "text/html") return !IsBlank(part.content);
    return std::any_of(part.children.begin(), part.children.end(), Readable);
  }

  void AddAlternatives(const Part& part, int depth) {
    const auto plain = std::find_if(part.children.begin(), part.children.end(), [](const Part& child) {
      return child.type == "text/plain" && Readable(child);
    });
    // Without a plain form the last that can be read: the sender's favourite (RFC 2046, 5.1.4).
    const Part* chosen = plain != part.children.end() ? &*plain : nullptr;
    for (const Part& child : part.children) {
      if (plain == part.children.end() && Readable(child)) chosen = &child;
    }
    for (const Part& child : part.children) {
      if (&child == chosen) {
        AddPart(child, depth);
      } else {
        AddFilesOf(child);
      }
    }
  }

  /// Lists what a form of the body that is not shown carries besides text.
  void AddFilesOf(const Part& part) {
    for (const Part& child : part.children) AddFilesOf(child);
    const bool body = part.type == "text/plain" || part.type == "text/html";
    const bool leaf = part.children.empty() && !part.type.starts_with("multipart/") && part.type != "message/rfc822";
    if (leaf && (!body || part.attachment || !part.file_name.empty())) AddAttachment(part);
  }

  void AddRelated(const Part& part, int depth) {
    const auto named = std::find_if(part.children.begin(), part.children.end(), [&](const Part& child) {
      return !part.start.empty() && child.id == part.start;
    });
    const auto root = named != part.children.end() ? named : part.children.begin();
    for (auto child = part.children.begin(); child != part.children.end(); ++child) {
      child == root ? AddPart(*child, depth) : AddFilesOf(*child);
    }
  }

  void AddSigned(const Part& part, int depth) {
    for (std::size_t i = 0; i < part.children.size(); ++i) {
      if (i != 1) AddPart(part.children[i], depth);
    }
    const bool pgp = part.protocol.find("pgp") != std::string::npos;
    Sign(pgp ? "an OpenPGP signature" : "an S/MIME signature");
  }

  void AddText(const Part& part) {
    const webpage::Converted text = webpage::ToUtf8(part.content, part.charset);
    NoteCharset(part, text);
    if (text.text.find("-----BEGIN PGP MESSAGE-----") != std::string::npos) {
      Odd(OddityKind::kUnreadPart, "an encrypted part (OpenPGP)");
    }
    if (text.text.find("-----BEGIN PGP SIGNATURE-----") != std::string::npos) Sign("an OpenPGP signature");
    for (TextBlock& block : ReadMailText(text.text, part.flowed, part.drops_spaces)) {
      facts_.blocks.push_back(std::move(block));
    }
  }

  void AddPage(const Part& part) {
    if (IsBlank(part.content)) return;
    auto page = webpage::ReadPage(part.content, part.charset);
    if (!page) return Odd(OddityKind::kUnreadPart, "its HTML: " + page.failure().reason);
    for (TextBlock& block : page->blocks) facts_.blocks.push_back(std::move(block));
    for (inspect::Oddity& oddity : page->oddities) facts_.oddities.push_back(std::move(oddity));
    for (std::string& active : page->active_content) facts_.active_content.push_back(std::move(active));
  }

  void NoteCharset(const Part& part, const webpage::Converted& text) {
    if (!text.known) Odd(OddityKind::kUnreadPart, "the character set " + part.charset + ", which is not known here");
    if (text.damaged > 0) {
      Odd(OddityKind::kUnreadPart, std::to_string(text.damaged) + " bytes that its character set does not have");
    }
  }

  void AddAttachment(const Part& part) {
    std::string name = part.file_name;
    if (name.empty()) name = "part " + std::to_string(facts_.attachments.size() + 1);
    facts_.attachments.push_back({.name = std::move(name), .type = part.type, .size = part.content.size(),
                                  .sha256 = crypto::Sha256(part.content)});
  }

  ExhibitFacts facts_;
};

}  // namespace

Result<ExhibitFacts> ReadEmail(ByteView file) {
  const auto message = ReadMime(file);
  if (!message) return message.failure();
  auto facts = Reader().Run(*message);
  if (facts) facts->media = inspect::MediaType::kEmail;
  return facts;
}

}  // namespace dossier::mail
