// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/docx.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "compiler/archive/container.h"
#include "compiler/crypto/sha256.h"
#include "compiler/office/docx_body.h"
#include "compiler/office/docx_parts.h"
#include "compiler/office/relationships.h"

namespace dossier::office {
namespace {

using archive::Container;
using inspect::ExhibitFacts;
using inspect::OddityKind;
using inspect::TextBlock;

/// One file on its way to facts.
class Reader {
 public:
  explicit Reader(Container container) : container_(std::move(container)) {}

  Result<ExhibitFacts> Run() {
    const std::string main = MainPart();
    if (container_.Find(main) == nullptr) return Failure{"it is no Word document: its text is missing"};
    const std::vector<Relationship> parts = RelationsOf(main);
    ReadSurroundings(main, parts);
    auto body = ReadPart(main, DocxPart::kBody);
    if (!body) return body.failure();
    std::vector<TextBlock> feet;
    for (const Relationship& part : parts) {
      if (part.type == "header") AddMargin(ResolveTarget(main, part.target), facts_.blocks);
      if (part.type == "footer") AddMargin(ResolveTarget(main, part.target), feet);
    }
    Append(std::move(body).value());
    for (const Relationship& part : parts) {
      if (part.type == "footnotes") AddNotes(ResolveTarget(main, part.target), DocxPart::kFootnotes);
      if (part.type == "endnotes") AddNotes(ResolveTarget(main, part.target), DocxPart::kEndnotes);
    }
    Append(std::move(feet));
    if (facts_.blocks.size() > TextFlow::kMostBlocks) {
      return Failure{"it has more than " + std::to_string(TextFlow::kMostBlocks) + " paragraphs"};
    }
    AddComments(main, parts);
    AddReferences();
    AddMembers();
    AddTally();
    return std::move(facts_);
  }

 private:
  void Odd(OddityKind kind, int count, std::string detail) {
    if (count > 0) facts_.oddities.push_back({.kind = kind, .count = count, .detail = std::move(detail)});
  }
  void Unread(const std::string& what) { Odd(OddityKind::kUnreadPart, 1, what); }

  void Append(std::vector<TextBlock> blocks) {
    facts_.blocks.insert(facts_.blocks.end(), std::make_move_iterator(blocks.begin()),
                         std::make_move_iterator(blocks.end()));
  }

  /// The relationships of a part; none where it has none.
  std::vector<Relationship> RelationsOf(std::string_view part) {
    const std::string name = RelationshipsOf(part);
    if (container_.Find(name) == nullptr) return {};
    auto bytes = container_.Read(name);
    auto relations = bytes ? ReadRelationships(*bytes) : Result<std::vector<Relationship>>(bytes.failure());
    if (!relations) {
      Unread(name + ": " + relations.failure().reason);
      return {};
    }
    return std::move(relations).value();
  }

  std::string MainPart() {
    for (const Relationship& part : RelationsOf("")) {
      if (part.type == "officeDocument") return ResolveTarget("", part.target);
    }
    return "word/document.xml";
  }

  void AddPropertiesOf(const std::string& name) {
    if (container_.Find(name) == nullptr) return;
    const auto bytes = container_.Read(name);
    const auto read = bytes ? AddProperties(*bytes, facts_.description) : Result<Done>(bytes.failure());
    if (!read) Unread(name + ": " + read.failure().reason);
  }

  /// Reads a lesser part; what is wrong with it is told, and the text is read without it.
  template <typename Part>
  void TakePart(const std::string& name, Result<Part> (*read)(ByteView), Part& out) {
    const auto bytes = container_.Read(name);
    auto part = bytes ? read(*bytes) : Result<Part>(bytes.failure());
    if (!part) return Unread(name + ": " + part.failure().reason);
    out = std::move(part).value();
  }

  void ReadSurroundings(const std::string& main, const std::vector<Relationship>& parts) {
    for (const Relationship& part : RelationsOf("")) {
      if (part.type == "core-properties" || part.type == "extended-properties") {
        AddPropertiesOf(ResolveTarget("", part.target));
      }
    }
    for (const Relationship& part : parts) {
      const std::string name = ResolveTarget(main, part.target);
      if (part.external || container_.Find(name) == nullptr) continue;
      if (part.type == "styles") TakePart(name, ReadDocxStyles, styles_);
      if (part.type == "numbering") TakePart(name, DocxNumbering::Read, numbering_);
    }
    if (facts_.description.language.empty()) facts_.description.language = styles_.language;
  }

  Result<std::vector<TextBlock>> ReadPart(const std::string& name, DocxPart part) {
    const auto bytes = container_.Read(name);
    if (!bytes) return bytes.failure();
    DocxBody body(part, styles_, numbering_, tally_);
    const auto read = xml::ReadForeignXml(*bytes, body);
    if (!read) return Failure{"its part " + name + " cannot be read: " + read.failure().reason};
    if (body.too_many()) {
      return Failure{"it has more than " + std::to_string(TextFlow::kMostBlocks) + " paragraphs"};
    }
    return body.Take();
  }

  /// Heads and feet; the same words on first and other pages are one.
  void AddMargin(const std::string& name, std::vector<TextBlock>& out) {
    if (container_.Find(name) == nullptr) return;
    auto blocks = ReadPart(name, DocxPart::kMargin);
    if (!blocks) return Unread(blocks.failure().reason);
    for (TextBlock& block : *blocks) {
      if (std::find(out.begin(), out.end(), block) == out.end()) out.push_back(std::move(block));
    }
  }

  void AddNotes(const std::string& name, DocxPart part) {
    if (container_.Find(name) == nullptr) return;
    auto blocks = ReadPart(name, part);
    if (!blocks) return Unread(blocks.failure().reason);
    // In the order of their numbers, which is that of the text.
    std::stable_sort(blocks->begin(), blocks->end(),
                     [](const TextBlock& a, const TextBlock& b) { return a.level < b.level; });
    Append(std::move(blocks).value());
  }

  void AddComments(const std::string& main, const std::vector<Relationship>& parts) {
    for (const Relationship& part : parts) {
      const std::string name = ResolveTarget(main, part.target);
      if (part.type != "comments" || container_.Find(name) == nullptr) continue;
      Comments comments;
      TakePart(name, ReadComments, comments);
      Odd(OddityKind::kComment, comments.count, NamesAfter(std::to_string(comments.count), comments.authors));
    }
  }

  /// What any part fetches from elsewhere. A link that a reader may follow is not fetched.
  void AddReferences() {
    int count = 0;
    std::string first;
    for (const archive::Member& member : container_.members()) {
      if (!member.name.ends_with(".rels") || !member.name.starts_with("word/")) continue;
      const auto bytes = container_.Read(member.name);
      const auto relations = bytes ? ReadRelationships(*bytes) : Result<std::vector<Relationship>>(bytes.failure());
      if (!relations) continue;  // told where the part itself was read
      for (const Relationship& relation : *relations) {
        if (relation.type == "aFChunk") Unread("an inserted file, " + relation.target);
        if (!relation.external || relation.type == "hyperlink") continue;
        if (count++ == 0) first = relation.type + " " + relation.target;
      }
    }
    count += static_cast<int>(tally_.references.size());
    if (first.empty() && !tally_.references.empty()) first = tally_.references.front();
    Odd(OddityKind::kReference, count, first);
  }

  void AddMembers() {
    std::map<std::string, int> unread;
    for (const archive::Member& member : container_.members()) {
      const std::string& name = member.name;
      if (name.starts_with("word/embeddings/")) AddAttachment(member);
      if (name.starts_with("word/media/")) ++unread["picture"];
      if (name.starts_with("word/charts/chart")) ++unread["chart"];
      if (name.starts_with("word/diagrams/data")) ++unread["diagram"];
      if (name.starts_with("word/activeX/") && name.ends_with(".xml")) tally_.active.insert("ActiveX control");
      if (name.ends_with("vbaProject.bin")) tally_.active.insert("macros");
      if (name.starts_with("_xmlsignatures/sig")) ++facts_.signatures;
    }
    for (const auto& [what, count] : unread) {
      Odd(OddityKind::kUnreadPart, count, std::to_string(count) + " " + what + (count == 1 ? "" : "s"));
    }
    Odd(OddityKind::kUncheckedSignature, facts_.signatures, "a signature of an Office program");
    facts_.active_content.assign(tally_.active.begin(), tally_.active.end());
  }

  void AddAttachment(const archive::Member& member) {
    const auto bytes = container_.Read(member.name);
    const std::string name = member.name.substr(member.name.rfind('/') + 1);
    if (!bytes) return Unread(bytes.failure().reason);
    facts_.attachments.push_back({.name = name, .type = {}, .size = bytes->size(), .sha256 = crypto::Sha256(*bytes)});
  }

  void AddTally() {
    const std::string changes = ChangesInWords(tally_.insertions, tally_.deletions);
    Odd(OddityKind::kTrackedChange, tally_.insertions + tally_.deletions,
        NamesAfter(changes, {tally_.reviewers.begin(), tally_.reviewers.end()}));
    Odd(OddityKind::kHiddenPart, tally_.hidden, tally_.hidden_words);
    if (tally_.symbols > 0) {
      Odd(OddityKind::kUnreadPart, tally_.symbols, std::to_string(tally_.symbols) + " letters of a symbol font");
    }
  }

  Container container_;
  DocxStyles styles_;
  DocxNumbering numbering_;
  DocxTally tally_;
  ExhibitFacts facts_;
};

}  // namespace

Result<ExhibitFacts> ReadDocx(ByteView file) {
  auto container = Container::Open(file, archive::Names::kCaseless);
  if (!container) return container.failure();
  auto facts = Reader(std::move(container).value()).Run();
  if (facts) facts->media = inspect::MediaType::kDocx;
  return facts;
}

}  // namespace dossier::office
