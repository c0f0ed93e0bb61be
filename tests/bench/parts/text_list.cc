// SPDX-License-Identifier: GPL-3.0-or-later
// The measure of `bench.py quote`: poppler-cpp's `text_list` of every page of the files named, with
// the options of `compiler/poppler/read_text.cc`, and nothing else.
#include <poppler-document.h>
#include <poppler-page.h>

#include <cstdio>
#include <memory>

int main(int argc, char** argv) {
  std::size_t words = 0;
  for (int i = 1; i < argc; ++i) {
    const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(argv[i]));
    if (!document) return 1;
    for (int number = 0; number < document->pages(); ++number) {
      const std::unique_ptr<poppler::page> page(document->create_page(number));
      if (!page) return 1;
      words += page->text_list(0).size();
    }
  }
  std::printf("%zu words\n", words);
  return words == 0 ? 1 : 0;
}
