// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/io/secrets.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "compiler/io/descriptor.h"

namespace dossier::io {
namespace {

constexpr std::size_t kMostKeyBytes = std::size_t{1} << 20;
constexpr std::size_t kMostPassphraseBytes = 1024;

/// Turns the echo of a terminal off for the length of its life.
class WithoutEcho {
 public:
  explicit WithoutEcho(int terminal) : terminal_(terminal) {
    changed_ = ::tcgetattr(terminal_, &before_) == 0;
    if (!changed_) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    changed_ = ::tcsetattr(terminal_, TCSAFLUSH, &silent) == 0;
  }
  ~WithoutEcho() {
    if (changed_) (void)::tcsetattr(terminal_, TCSAFLUSH, &before_);
  }
  WithoutEcho(const WithoutEcho&) = delete;
  WithoutEcho& operator=(const WithoutEcho&) = delete;

 private:
  int terminal_;
  bool changed_ = false;
  termios before_{};
};

void Say(int terminal, const std::string& words) {
  // A prompt that cannot be shown is no reason to refuse a passphrase that can be typed.
  if (::write(terminal, words.data(), words.size()) < 0) return;
}

}  // namespace

Result<PrivateFile> ReadPrivateFile(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.open()) return Failure{path + ": " + std::strerror(errno)};
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return Failure{path + ": " + std::strerror(errno)};
  if (!S_ISREG(status.st_mode)) return Failure{path + ": it is not a regular file"};
  PrivateFile result{.bytes = {}, .mode = static_cast<unsigned>(status.st_mode) & 07777U};
  result.bytes.resize(kMostKeyBytes + 1);
  std::size_t size = 0;
  while (size < result.bytes.size()) {
    const ssize_t got =
        ::read(file.number(), result.bytes.data() + size, result.bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Failure{path + ": " + std::strerror(errno)};
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  if (size > kMostKeyBytes) return Failure{path + ": too large for a key"};
  result.bytes.resize(size);
  return result;
}

std::optional<std::string> ReadPassphrase(int descriptor) {
  std::string line;
  while (line.size() < kMostPassphraseBytes) {
    char c = 0;
    const ssize_t got = ::read(descriptor, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0 || c == '\n') break;
    line += c;
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

std::optional<std::string> AskPassphrase(const std::string& prompt) {
  const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
  if (!terminal.open()) return std::nullopt;
  std::optional<std::string> answer;
  {
    const WithoutEcho silent(terminal.number());
    Say(terminal.number(), prompt);
    answer = ReadPassphrase(terminal.number());
  }
  Say(terminal.number(), "\n");
  return answer;
}

}  // namespace dossier::io
