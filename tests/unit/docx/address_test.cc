// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/address.h"

#include <gtest/gtest.h>

namespace dossier::docx {
namespace {

TEST(LinkTarget, KeepsAddressesOfPagesAndMailboxes) {
  EXPECT_EQ(LinkTarget("https://example.org/a/b?c=d&e=%20#f"), "https://example.org/a/b?c=d&e=%20#f");
  EXPECT_EQ(LinkTarget("HTTP://example.org"), "http://example.org");
  EXPECT_EQ(LinkTarget("http://example.org:8080/"), "http://example.org:8080/");
  EXPECT_EQ(LinkTarget("mailto:office@example.org"), "mailto:office@example.org");
}

TEST(LinkTarget, EncodesWhatAnAddressCannotHold) {
  EXPECT_EQ(LinkTarget("https://example.org/a b<c>\"d\""), "https://example.org/a%20b%3Cc%3E%22d%22");
  EXPECT_EQ(LinkTarget("https://example.org/žalia"), "https://example.org/%C5%BEalia");
  EXPECT_EQ(LinkTarget("https://example.org/100%/x"), "https://example.org/100%25/x");
  EXPECT_EQ(LinkTarget("https://example.org/#a#b"), "https://example.org/#a%23b");
}

TEST(LinkTarget, LeavesOutWhatWouldSpoilTheFile) {
  for (const char* url : {"", "javascript:alert(1)", "file:///etc/passwd", "https://", "https:///a", "http://a b/", "http://[::1/",
                          "http://example..org/", "http://example.org:99999/", "http://example.org:8a/", "http://user@example.org/",
                          "mailto:", "mailto:nobody", "ftp://example.org/", "example.org"}) {
    EXPECT_EQ(LinkTarget(url), "") << url;
  }
  EXPECT_EQ(LinkTarget("https://example.org/" + std::string(2'000, 'a')), "");
}

}  // namespace
}  // namespace dossier::docx
