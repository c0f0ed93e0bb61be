// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compiler/diagnostics/finding.h"
#include "compiler/foundation/date.h"
#include "compiler/worker/run.h"

namespace dossier::driver {

enum class Command {
  kInit,
  kCheck,
  kBuild,
  kLock,
  kOcr,
  kSign,
  kVerify,
  kQuote,
  kExplain,
  kWhy,
  kReview,
  kSchema,
  kPackTest,
  kPackLint,
  kPackRender,
  kHelp,
  kVersion
};
enum class Format { kText, kJson };
enum class ColorWhen { kAuto, kAlways, kNever };

/// Why the process ends; the table of DESIGN section 3.
enum class ExitCode {
  kClean = 0,
  kFindings = 1,
  kUsage = 2,
  kNotLoaded = 3,
  kOutputFailed = 4,
  kNothingChecked = 5,
  kBug = 70,
};

/// The command line as a value: what `cli` makes and `driver` carries out.
struct Request {
  Command command = Command::kHelp;
  std::vector<std::string> arguments;  // positional, in order
  std::string program;                 // path of the running program, for its worker and data

  Format format = Format::kText;
  std::string output;      // --output FILE, or empty for standard output
  std::string output_dir;  // build -o, import -o
  std::optional<diagnostics::Level> fail_on = diagnostics::Level::kError;  // nothing: never
  std::vector<std::pair<std::string, Date>> as_of;
  std::optional<Date> today;
  bool today_now = false;
  bool redact = false;
  ColorWhen color = ColorWhen::kAuto;
  int jobs = 0;  // 0: one a core
  bool quiet = false;
  bool allow_empty = false;
  bool allow_no_sandbox = false;
  worker::Limits limits;       // of one exhibit; --limit
  bool final_build = false;
  bool archival = false;       // build --archival: brief.pdf as PDF/A-1b
  bool rendered = false;       // check, quote --rendered
  bool force = false;          // ocr --force
  std::string key;             // --sign, --key
  int passphrase_fd = -1;      // --passphrase-fd; otherwise asked at the terminal
  std::string trust;           // --trust CA.pem
  std::string case_dir;        // verify --case
  std::string template_name;   // init --template
  bool example = false;        // init --example
  std::string from_file;       // quote --from
  std::string page;            // quote --page
  std::string subject;         // why --subject
  int min_percent = 0;         // pack test --min
  std::string language;        // pack render --language
  std::vector<std::string> accept;  // lock --accept
  std::string by;              // review --by
  std::string note;            // review --note
  std::string help_topic;      // command whose help is wanted
};

}  // namespace dossier::driver
