// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/streams.h"

#include <algorithm>
#include <qpdf/Pipeline.hh>
#include <stdexcept>
#include <utility>

namespace dossier::pdf::content {
namespace {

/// Takes bytes until it is told to stop; the exception ends qpdf's decoding early and goes no
/// further than qpdf, which turns it into `false`.
class Gathering : public Pipeline {
 public:
  Gathering(std::string& out, std::size_t most, std::function<bool(std::string_view)> wants_more)
      : Pipeline("content", nullptr), out_(out), most_(most), wants_more_(std::move(wants_more)) {}

  void write(unsigned char const* data, std::size_t size) override {
    const std::size_t taken = std::min(size, most_ - std::min(most_, out_.size()));
    out_.append(reinterpret_cast<const char*>(data), taken);
    if (taken < size) throw std::runtime_error("more than the cap");
    if (wants_more_ && !wants_more_(out_)) throw std::runtime_error("enough");
  }
  void finish() override {}

 private:
  std::string& out_;
  std::size_t most_;
  std::function<bool(std::string_view)> wants_more_;
};

bool Decode(QPDFObjectHandle stream, Pipeline& pipeline) {
  bool filtered = false;
  const bool decoded = stream.pipeStreamData(&pipeline, &filtered, 0, qpdf_dl_specialized,
                                             /*suppress_warnings=*/true);
  return decoded && filtered;
}

}  // namespace

bool Streams::Append(QPDFObjectHandle stream, std::string& out) {
  const std::size_t before = out.size();
  const std::size_t left = kMostOfAll - std::min(kMostOfAll, taken_);
  Gathering gathering(out, before + std::min(kMostOfOne, left), {});
  const bool decoded = Decode(stream, gathering);
  taken_ += out.size() - before;
  return decoded;
}

std::string Streams::Beginning(QPDFObjectHandle stream,
                               const std::function<bool(std::string_view)>& wants_more) {
  std::string out;
  Gathering gathering(out, std::min(kMostOfOne, kMostOfAll - std::min(kMostOfAll, taken_)),
                      wants_more);
  static_cast<void>(Decode(stream, gathering));
  taken_ += out.size();
  return out;
}

bool UsesLzw(QPDFObjectHandle stream) {
  QPDFObjectHandle filter = stream.getDict().getKey("/Filter");
  const auto is = [](QPDFObjectHandle name) {
    return name.isNameAndEquals("/LZWDecode") || name.isNameAndEquals("/LZW");
  };
  if (!filter.isArray()) return is(filter);
  for (int i = 0; i < filter.getArrayNItems(); ++i) {
    if (is(filter.getArrayItem(i))) return true;
  }
  return false;
}

}  // namespace dossier::pdf::content
