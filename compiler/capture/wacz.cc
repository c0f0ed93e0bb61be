// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compiler/archive/container.h"
#include "compiler/capture/captured_records.h"
#include "compiler/capture/stated_digest.h"
#include "compiler/capture/warc.h"
#include "compiler/json/parse.h"

namespace dossier::capture {
namespace {

using archive::Container;
using inspect::CaptureRecord;
using inspect::ExhibitFacts;
using inspect::OddityKind;

constexpr std::string_view kPackage = "datapackage.json";
constexpr std::string_view kDigest = "datapackage-digest.json";

std::string TextOf(const json::Value* value) {
  const std::string* text = value == nullptr ? nullptr : value->string();
  return text == nullptr ? std::string() : *text;
}

std::string TextOf(const json::Value& object, std::string_view key) { return TextOf(object.Find(key)); }

archive::Limits PackageLimits() {
  // Archives are stored, not packed once more.
  return {.members = 10'000, .member_size = std::uint64_t{256} << 20, .total_size = std::uint64_t{768} << 20, .ratio = 300};
}

class Reader {
 public:
  explicit Reader(Container container) : container_(std::move(container)) {}

  Result<ExhibitFacts> Run() {
    const auto bytes = container_.Read(kPackage);
    if (!bytes) return bytes.failure();
    const auto package = json::Parse(*bytes);
    if (!package || package->object() == nullptr) return Failure{"its datapackage.json cannot be read"};
    CheckPackage(*bytes);
    CheckFiles(*package);
    CapturedRecords records(MainPage(*package));
    for (const std::string& name : Archives()) {
      auto file = container_.Read(name);
      const auto added = file ? records.AddFile(*file) : Result<Done>(file.failure());
      if (!added) Odd(OddityKind::kUnreadPart, name + ": " + added.failure().reason);
    }
    ExhibitFacts facts = records.Take();
    facts.media = inspect::MediaType::kWacz;
    facts.signatures = signatures_;
    facts.oddities.insert(facts.oddities.end(), oddities_.begin(), oddities_.end());
    facts.captures.insert(facts.captures.end(), files_.begin(), files_.end());
    Describe(*package, facts.description);
    return facts;
  }

 private:
  void Odd(OddityKind kind, std::string detail) {
    oddities_.push_back({.kind = kind, .page = 0, .count = 1, .detail = std::move(detail)});
  }

  /// Whether the package is the one that datapackage-digest.json was made for.
  void CheckPackage(ByteView package) {
    if (container_.Find(kDigest) == nullptr) return;
    const auto bytes = container_.Read(kDigest);
    const auto digest = bytes ? json::Parse(*bytes) : Result<json::Value>(bytes.failure());
    if (!digest) return Odd(OddityKind::kUnreadPart, std::string(kDigest) + ": " + digest.failure().reason);
    AddFile(std::string(kPackage), CheckDigest(TextOf(*digest, "hash"), package));
    const json::Value* signature = digest->Find("signedData");
    if (signature == nullptr || signature->object() == nullptr) return;
    ++signatures_;
    const std::string domain = TextOf(*signature, "domain");
    Odd(OddityKind::kUncheckedSignature,
        domain.empty() ? "a signature of the archive" : "a signature of the archive by " + domain);
  }

  void AddFile(std::string path, Proof proof) {
    if (proof == Proof::kDiffers) Odd(OddityKind::kDigestDiffers, "the file " + path);
    files_.push_back({.url = std::move(path), .at = {}, .type = "application/octet-stream", .proof = proof});
  }

  /// Compares every file of the package with its list, both ways.
  void CheckFiles(const json::Value& package) {
    std::set<std::string> listed{std::string(kPackage), std::string(kDigest)};
    const json::Value* resources = package.Find("resources");
    const json::Value::Array* list = resources == nullptr ? nullptr : resources->array();
    if (list == nullptr) return Odd(OddityKind::kUnreadPart, "the package does not list its files");
    for (const json::Value& resource : *list) {
      const std::string path = TextOf(resource, "path");
      if (!listed.insert(path).second) continue;
      if (container_.Find(path) == nullptr) {
        Odd(OddityKind::kDigestDiffers, "the file " + path + ", which is not there");
        continue;
      }
      const auto bytes = container_.Read(path);
      if (!bytes) {
        Odd(OddityKind::kUnreadPart, bytes.failure().reason);
        continue;
      }
      const json::Value* size = resource.Find("bytes");
      const bool longer = size != nullptr && size->integer() != nullptr &&
                          *size->integer() != static_cast<std::int64_t>(bytes->size());
      AddFile(path, longer ? Proof::kDiffers : CheckDigest(TextOf(resource, "hash"), *bytes));
    }
    for (const archive::Member& member : container_.members()) {
      if (!listed.contains(member.name)) Odd(OddityKind::kUnreadPart, "the file " + member.name + ", which the package does not list");
    }
  }

  /// The address of the page that the archive is about.
  std::string MainPage(const json::Value& package) {
    for (const std::string_view key : {"mainPageUrl", "mainPageURL"}) {
      if (std::string url = TextOf(package, key); !url.empty()) return url;
    }
    constexpr std::string_view kPages = "pages/pages.jsonl";
    if (container_.Find(kPages) == nullptr) return {};
    const auto bytes = container_.Read(kPages);
    if (!bytes) {
      Odd(OddityKind::kUnreadPart, bytes.failure().reason);
      return {};
    }
    for (std::size_t at = 0; at < bytes->size();) {
      const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
      const auto line = json::Parse(std::string_view(*bytes).substr(at, end - at));
      if (line) {
        if (std::string url = TextOf(*line, "url"); !url.empty()) return url;
      }
      at = end + 1;
    }
    return {};
  }

  [[nodiscard]] std::vector<std::string> Archives() const {
    std::vector<std::string> names;
    for (const archive::Member& member : container_.members()) {
      const bool warc = member.name.ends_with(".warc.gz") || member.name.ends_with(".warc");
      if (warc && member.name.starts_with("archive/")) names.push_back(member.name);
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  static void Describe(const json::Value& package, inspect::Description& description) {
    if (const std::string title = TextOf(package, "title"); !title.empty() && description.title.empty()) {
      description.title = title;
    }
    const std::string tool = TextOf(package, "software");
    auto& tools = description.tools;
    if (!tool.empty() && std::find(tools.begin(), tools.end(), tool) == tools.end()) tools.push_back(tool);
  }

  Container container_;
  std::vector<CaptureRecord> files_;
  std::vector<inspect::Oddity> oddities_;
  int signatures_ = 0;
};

}  // namespace

Result<ExhibitFacts> ReadWacz(ByteView file) {
  auto container = Container::Open(file, archive::Names::kExact, PackageLimits());
  if (!container) return container.failure();
  return Reader(std::move(container).value()).Run();
}

}  // namespace dossier::capture
