// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yaml-cpp/eventhandler.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/foundation/span.h"
#include "compiler/yaml/tree.h"

namespace dossier::yaml {

/// Leaves the parser of yaml-cpp from inside an event; the finding is reported already.
struct Stop {};

/// Turns the events of yaml-cpp into a tree and refuses what yaml-cpp lets pass: D0006 to D0011.
/// Every event may throw `Stop`.
class TreeBuilder final : public YAML::EventHandler {
 public:
  /// yaml-cpp reads `source` from `skipped` on (a byte order mark); offsets count from its start.
  TreeBuilder(std::string_view source, std::uint32_t file, std::size_t skipped,
              diagnostics::Sink& sink)
      : source_(source), file_(file), skipped_(skipped), sink_(sink) {}

  /// End of the last value that was read.
  [[nodiscard]] std::size_t read_until() const { return read_until_; }
  [[nodiscard]] bool refused() const { return refused_; }
  [[nodiscard]] Node TakeRoot();
  /// The last bracket or brace that was opened and not closed.
  [[nodiscard]] std::optional<std::size_t> InnermostBracket() const;

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnAnchor(const YAML::Mark& mark, const std::string& name) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { End(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

 private:
  /// A list or map whose end has not been seen.
  struct Open {
    Node node = {};
    bool in_brackets = false;
    bool has_key = false;  // a map: the next value belongs to `key`
    std::string key = {};
    Span key_span = {};
  };

  [[nodiscard]] std::size_t Offset(const YAML::Mark& mark) const;
  [[nodiscard]] Span Bytes(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::string_view WordAt(std::size_t at) const;
  [[nodiscard]] Span EmptyItem(std::size_t next) const;
  [[nodiscard]] std::optional<std::size_t> Indentation() const;

  void Begin(NodeKind kind, const YAML::Mark& mark, const std::string& tag,
             YAML::EmitterStyle::value style);
  void End();
  void Add(Node node);
  void ReportDuplicateKeys(const std::vector<Entry>& entries);

  [[noreturn]] void Report(diagnostics::Finding finding);
  [[noreturn]] void Refuse(Span span, std::string_view what, std::string_view hint);
  [[noreturn]] void RefuseAlias(std::size_t begin, const std::string& word);
  [[noreturn]] void RefuseOpenQuote(std::size_t begin);
  [[noreturn]] void RefuseLoneWord(const Open& map);
  [[noreturn]] void RefuseKey(std::size_t begin);
  void RefuseOpenBracket();
  void RefuseMisleadingLines(std::size_t begin, std::size_t end, bool quoted);
  [[noreturn]] void RefuseSecondDocument(std::size_t at);
  void RefuseTag(std::size_t begin, const std::string& tag);

  std::string_view source_;
  std::uint32_t file_;
  std::size_t skipped_;
  diagnostics::Sink& sink_;
  std::vector<Open> open_;
  Node root_;
  std::size_t read_until_ = 0;
  int documents_ = 0;
  bool refused_ = false;
};

}  // namespace dossier::yaml
