// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/cli/option_table.h"

#include <algorithm>

namespace dossier::cli {
namespace {

using driver::Command;

constexpr CommandEntry kCommands[] = {
    {Command::kInit, "init", "DIR", 1, 1, "make a case that builds at once", "template example"},
    {Command::kCheck, "check", "[DOSSIER]", 0, 1,
     "coverage, citations, quotations: everything short of the PDF",
     "format output fail-on as-of today redact no-redact allow-empty rendered jobs limit"},
    {Command::kBuild, "build", "[DOSSIER] -o DIR", 0, 1,
     "write brief.pdf, bundle.pdf and check.json",
     "output-dir final archival sign passphrase-fd format output fail-on as-of today redact no-redact "
     "allow-empty jobs limit"},
    {Command::kLock, "lock", "[DOSSIER]", 0, 1,
     "pin digests and make pages for unpaged exhibits; what was pinned and changed wants --accept",
     "accept jobs limit"},
    {Command::kReview, "review", "[DOSSIER] [EXHIBIT...]", 0, 1000,
     "who looked at which exhibit: lists it, or with --by records it in reviews.yaml",
     "by note today output jobs limit"},
    {Command::kOcr, "ocr", "[DOSSIER] [EXHIBIT...]", 0, 1000,
     "read pages that are pictures into sidecar files under derived/ocr/; 180 s and 2 GiB a page",
     "force jobs limit"},
    {Command::kSign, "sign", "FILE.pdf --key KEY", 1, 1,
     "sign a prepared build in its reserved place; the signed file replaces it", "key passphrase-fd output-dir"},
    {Command::kVerify, "verify", "FILE.pdf", 1, 1,
     "prove a built file by strict rules; with the case, its exhibits too",
     "case trust format output"},
    {Command::kQuote, "quote", "EXHIBIT [TEXT...]", 1, 1000,
     "is this text in this exhibit, and where", "from page rendered format output jobs limit"},
    {Command::kExplain, "explain", "CODE or ID", 1, 1, "what a finding or a rule means", "as-of language"},
    {Command::kWhy, "why", "ID [DOSSIER]", 1, 2,
     "how the verdict on a criterion came about, or where an exhibit counts",
     "subject as-of redact no-redact format output jobs limit"},
    {Command::kSchema, "schema", "KIND", 1, 1, "print the JSON schema of a kind of file, or what templates select from (model)", ""},
    {Command::kPackTest, "pack test", "[PACK...]", 0, 1000,
     "run the tests of rule packs and say what they leave untested", "min format output"},
    {Command::kPackLint, "pack lint", "[PACK...]", 0, 1000,
     "what can be seen to be wrong in rule packs without a case", "today fail-on format output"},
    {Command::kPackRender, "pack render", "PACK", 1, 1,
     "a rule pack as a checklist in plain words, for a lawyer to approve", "language output"},
    {Command::kHelp, "help", "[COMMAND]", 0, 2, "this text", ""},
    {Command::kVersion, "version", "", 0, 0, "print the version", ""},
};

constexpr OptionEntry kOptions[] = {
    {"template", 0, "NAME", "template of the new case (appeal-brief)"},
    {"example", 0, "", "an invented case with one criterion of each verdict"},
    {"output-dir", 'o', "DIR", "folder for the files"},
    {"final", 0, "", "without draft marks; refuses what would make the filing false"},
    {"archival", 0, "", "brief.pdf as PDF/A-1b, for an archive; refused when its own check fails"},
    {"sign", 0, "KEY", "sign with this key: PEM with its certificate, or PKCS#12"},
    {"key", 0, "KEY", "the key: PEM with its certificate, or PKCS#12"},
    {"passphrase-fd", 0, "N", "read the passphrase from this descriptor instead of the terminal"},
    {"case", 0, "DIR", "the case whose exhibits the file must match"},
    {"trust", 0, "CA.pem", "certificates to trust"},
    {"rendered", 0, "", "also compare quotations with the picture of their pages"},
    {"force", 0, "", "read pages again that were read before"},
    {"from", 0, "FILE", "one quotation a line"},
    {"page", 0, "P", "the page on which the words must stand"},
    {"subject", 0, "ID", "only for this person or entry"},
    {"accept", 0, "EXHIBIT", "pin the changed files of this exhibit; may stand several times"},
    {"by", 0, "NAME", "who looked at the exhibits"},
    {"note", 0, "TEXT", "what there is to say of them"},
    {"format", 0, "FORMAT", "text or json"},
    {"language", 0, "LANGUAGE", "en or lt"},
    {"min", 0, "PERCENT", "exit 1 when the tests reach fewer of the arms of a pack"},
    {"output", 0, "FILE", "write the result to a file instead of standard output"},
    {"fail-on", 0, "LEVEL", "error, warning, note or never: from which level on the exit code is 1"},
    {"as-of", 0, "[NAME=]DATE", "sets a named date of the case, by default the filing date"},
    {"today", 0, "DATE", "what waivers are measured against, or the day of a review; `now` reads the clock"},
    {"redact", 0, "", "ids, codes and pages only"},
    {"no-redact", 0, "", "with personal text"},
    {"allow-empty", 0, "", "exit 0 when there was nothing to check"},
    {"jobs", 'j', "N", "exhibits read at the same time"},
    {"limit", 0, "NAME=NUMBER", "what one exhibit may use; `dossier help limits` names them"},
    {"color", 0, "WHEN", "auto, always or never", true},
    {"quiet", 'q', "", "only the result, no progress", true},
    {"allow-no-sandbox", 0, "", "read exhibits even where nothing closes their reader off", true},
    {"help", 'h', "", "help for the command", true},
};

constexpr std::string_view kReserved[] = {"import", "compare",  "lint",
                                          "diff", "baseline", "new", "list",
                                          "doctor", "fmt", "lsp", "completion"};

}  // namespace

std::span<const CommandEntry> Commands() { return kCommands; }
std::span<const OptionEntry> Options() { return kOptions; }
std::span<const std::string_view> ReservedCommands() { return kReserved; }

const CommandEntry* FindCommand(std::string_view name) {
  for (const CommandEntry& entry : kCommands) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

const OptionEntry* FindOption(std::string_view name) {
  for (const OptionEntry& entry : kOptions) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

bool Takes(const CommandEntry& command, std::string_view option) {
  const OptionEntry* entry = FindOption(option);
  if (entry == nullptr) return false;
  if (entry->everywhere) return true;
  const std::string_view list = command.options;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (list.substr(at, end - at) == option) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace dossier::cli
