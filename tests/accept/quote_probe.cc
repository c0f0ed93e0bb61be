// SPDX-License-Identifier: GPL-3.0-or-later
// usage: quote_probe PAGES LIST
// Looks for each line of LIST in PAGES, a text whose pages are parted by form feeds, as if a machine
// had read every page. Prints a line each: the verdict, and the words that were misread.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "compiler/quote/find.h"

int main(int argc, char** argv) {
  using namespace dossier::quote;  // NOLINT: one function
  if (argc != 3) return 2;
  std::ifstream pages(argv[1]);
  std::ifstream list(argv[2]);
  if (!pages || !list) return 3;
  ExhibitText text;
  text.sections.emplace_back();
  for (auto at = std::istreambuf_iterator<char>(pages); at != std::istreambuf_iterator<char>(); ++at) {
    if (*at == '\f') {
      text.sections.emplace_back();
    } else {
      text.sections.back() += *at;
    }
  }
  text.origins.assign(text.sections.size(), Basis::kOcr);
  const PreparedText prepared(text);
  for (std::string line; std::getline(list, line);) {
    const FindResult found = Find(line, prepared, {});
    std::cout << ToString(found.verdict);
    for (const Edit& edit : found.edits) std::cout << '\t' << edit.quoted << '|' << edit.source;
    std::cout << '\n';
  }
  return 0;
}
