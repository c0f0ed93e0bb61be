// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/io/file_system.h"
#include "compiler/model/case.h"

namespace dossier::load {

/// Which files lie in the case folder and which of them something used (promise 1 of the design:
/// nothing is skipped silently).
class Inventory {
 public:
  /// `entries` are sorted by path, as `io::FileSystem::List` gives them. What lies in `.git` is no
  /// part of the case.
  explicit Inventory(const std::vector<io::Entry>& entries);

  [[nodiscard]] bool Has(std::string_view path) const;
  /// The same for regular files only.
  [[nodiscard]] bool HasFile(std::string_view path) const;
  /// The regular files in `folder` and below that end in `suffix`, sorted.
  [[nodiscard]] std::vector<std::string> FilesUnder(std::string_view folder,
                                                    std::string_view suffix) const;
  /// Does nothing when there is no such file: that is for those who need it to report.
  void MarkUsed(std::string_view path);
  /// The same for a file that is opened later, when it is reported if it is none.
  void MarkOpened(std::string_view path);

  /// D0016 for regular files that nothing used.
  void ReportUnused(diagnostics::Sink& sink) const;
  /// Whether none of the files is a link or the like that the text of the case consists of. What
  /// such a file would have said nobody knows, so the case cannot be judged without it.
  [[nodiscard]] bool HasWholeText() const;
  /// D0017 for symbolic links and the like, D0002 for folders that could not be entered; without
  /// those that are opened later when `will_be_opened`.
  void ReportNotRegular(bool will_be_opened, diagnostics::Sink& sink) const;
  [[nodiscard]] std::vector<model::Input> Inputs() const;

 private:
  struct Item {
    io::Entry entry;
    bool used = false;
    bool opened = false;
  };
  [[nodiscard]] const Item* Find(std::string_view path) const;

  std::vector<Item> items_;
};

}  // namespace dossier::load
