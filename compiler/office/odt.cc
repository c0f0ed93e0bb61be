// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/odt.h"

#include <algorithm>
#include <map>
#include <utility>

#include "compiler/archive/container.h"
#include "compiler/crypto/sha256.h"
#include "compiler/office/docx_parts.h"
#include "compiler/office/odt_body.h"

namespace dossier::office {
namespace {

using archive::Container;
using inspect::ExhibitFacts;
using inspect::OddityKind;
using inspect::TextBlock;

/// Looks for encrypted members in META-INF/manifest.xml (ODF 1.3-2, 4.8).
class Manifest : public xml::ForeignEvents {
 public:
  void Start(const xml::ForeignElement& element) override {
    if (element.name == "encryption-data") encrypted = true;
  }
  void End(std::string_view /*name*/) override {}
  void Words(std::string_view /*words*/) override {}

  bool encrypted = false;
};

class Reader {
 public:
  explicit Reader(Container container) : container_(std::move(container)) {}

  Result<ExhibitFacts> Run() {
    if (container_.Find("META-INF/manifest.xml") != nullptr) {
      Manifest manifest;
      const auto read = ReadInto("META-INF/manifest.xml", manifest);
      if (!read) Unread(read.failure().reason);
      if (manifest.encrypted) return Failure{"it wants a password"};
    }
    if (container_.Find("meta.xml") != nullptr) {
      const auto bytes = container_.Read("meta.xml");
      const auto read = bytes ? AddProperties(*bytes, facts_.description) : Result<Done>(bytes.failure());
      if (!read) Unread("meta.xml: " + read.failure().reason);
    }
    // Styles first: they say what of the text is hidden. Their heads and feet go around the text.
    OdtBody surroundings(styles_, lists_, tally_);
    if (container_.Find("styles.xml") != nullptr) {
      if (const auto read = ReadInto("styles.xml", surroundings); !read) Unread(read.failure().reason);
    }
    OdtBody body(styles_, lists_, tally_);
    if (const auto read = ReadInto("content.xml", body); !read) return read.failure();
    if (body.too_many()) {
      return Failure{"it has more than " + std::to_string(TextFlow::kMostBlocks) + " paragraphs"};
    }
    AppendOnce(surroundings.TakeHeads());
    Append(body.TakeText());
    Append(body.TakeNotes());
    AppendOnce(surroundings.TakeFeet());
    if (facts_.description.language.empty()) facts_.description.language = styles_.language();
    AddMembers();
    AddTally();
    return std::move(facts_);
  }

 private:
  Result<Done> ReadInto(const std::string& name, xml::ForeignEvents& events) {
    const auto bytes = container_.Read(name);
    if (!bytes) return bytes.failure();
    const auto read = xml::ReadForeignXml(*bytes, events);
    if (!read) return Failure{"its part " + name + " cannot be read: " + read.failure().reason};
    return Done{};
  }

  void Odd(OddityKind kind, int count, std::string detail) {
    if (count > 0) facts_.oddities.push_back({.kind = kind, .count = count, .detail = std::move(detail)});
  }
  void Unread(std::string what) { Odd(OddityKind::kUnreadPart, 1, std::move(what)); }

  void Append(std::vector<TextBlock> blocks) {
    for (TextBlock& block : blocks) facts_.blocks.push_back(std::move(block));
  }

  /// Pages of several kinds repeat the same heads.
  void AppendOnce(std::vector<TextBlock> blocks) {
    const auto before = static_cast<std::ptrdiff_t>(facts_.blocks.size());
    for (TextBlock& block : blocks) {
      const auto begin = facts_.blocks.begin() + before;
      if (std::find(begin, facts_.blocks.end(), block) == facts_.blocks.end()) {
        facts_.blocks.push_back(std::move(block));
      }
    }
  }

  void AddMembers() {
    std::map<std::string, int> unread;
    for (const archive::Member& member : container_.members()) {
      const std::string& name = member.name;
      if (name.starts_with("Basic/") || name.starts_with("Scripts/")) tally_.active.insert("macros");
      if (name == "META-INF/documentsignatures.xml") ++facts_.signatures;
      const bool part = name.starts_with("Object ") || name.starts_with("ObjectReplacements/");
      // An object is a folder of its own (a chart, a formula) or one file of another program.
      if (part && name.starts_with("Object ") && name.find('/') == std::string::npos) AddAttachment(name);
      if (part && name.starts_with("Object ") && name.ends_with("/content.xml")) {
        ++unread["embedded object"];
      }
    }
    unread["picture"] += tally_.pictures;
    for (const auto& [what, count] : unread) {
      Odd(OddityKind::kUnreadPart, count, std::to_string(count) + " " + what + (count == 1 ? "" : "s"));
    }
    Odd(OddityKind::kUncheckedSignature, facts_.signatures, "a signature of an Office program");
    facts_.active_content.assign(tally_.active.begin(), tally_.active.end());
  }

  void AddAttachment(const std::string& name) {
    const auto bytes = container_.Read(name);
    if (!bytes) return Unread(bytes.failure().reason);
    facts_.attachments.push_back({.name = name, .type = {}, .size = bytes->size(), .sha256 = crypto::Sha256(*bytes)});
  }

  void AddTally() {
    const std::string changes = ChangesInWords(tally_.insertions, tally_.deletions);
    Odd(OddityKind::kTrackedChange, tally_.insertions + tally_.deletions,
        NamesAfter(changes, {tally_.reviewers.begin(), tally_.reviewers.end()}));
    Odd(OddityKind::kComment, tally_.comments,
        NamesAfter(std::to_string(tally_.comments), {tally_.commenters.begin(), tally_.commenters.end()}));
    Odd(OddityKind::kHiddenPart, tally_.hidden, tally_.hidden_words);
    if (!tally_.references.empty()) {
      Odd(OddityKind::kReference, static_cast<int>(tally_.references.size()), tally_.references.front());
    }
  }

  Container container_;
  OdtStyles styles_;
  OdtLists lists_;
  OdtTally tally_;
  ExhibitFacts facts_;
};

}  // namespace

Result<ExhibitFacts> ReadOdt(ByteView file) {
  auto container = Container::Open(file, archive::Names::kExact);
  if (!container) return container.failure();
  auto facts = Reader(std::move(container).value()).Run();
  if (facts) facts->media = inspect::MediaType::kOdt;
  return facts;
}

}  // namespace dossier::office
