#include "publish/sheet.h"

#include "base/json_writer.h"

namespace dossier::publish {
namespace {

std::size_t bytes(const Label& label) {
  return label.text.size() + label.other.size();
}
std::size_t bytes(const std::vector<Field>& fields) {
  std::size_t sum = 0;
  for (const Field& f : fields) sum += f.mark.size() + bytes(f.label) + f.value.size();
  return sum;
}

struct CountBytes {
  std::size_t operator()(const Heading& b) const { return bytes(b.label); }
  std::size_t operator()(const Fields& b) const { return bytes(b.fields); }
  std::size_t operator()(const Passage& b) const { return bytes(b.label) + b.text.size(); }
  std::size_t operator()(const Remark& b) const { return bytes(b.label); }
  std::size_t operator()(const Signature& b) const { return bytes(b.label) + bytes(b.fields); }
  std::size_t operator()(const Choices& b) const {
    std::size_t sum = 0;
    for (const Choice& choice : b.choices) sum += bytes(choice.label) + bytes(choice.fields);
    return sum;
  }
  std::size_t operator()(const Table& b) const {
    std::size_t sum = bytes(b.label);
    for (const auto& row : b.rows) {
      for (const std::string& cell : row) sum += cell.size();
    }
    return sum;
  }
};

}  // namespace

std::size_t text_bytes(const Sheet& sheet) {
  std::size_t sum = bytes(sheet.notice) + sheet.foot.size() + sheet.title.size();
  for (const Block& block : sheet.blocks) sum += std::visit(CountBytes{}, block);
  return sum;
}

std::string printable(std::string_view text) {
  const std::string valid = valid_utf8(text);
  std::string out;
  out.reserve(valid.size());
  for (std::size_t i = 0; i < valid.size(); ++i) {
    const char c = valid[i];
    if (c == '\r') {
      out += '\n';
      if (i + 1 < valid.size() && valid[i + 1] == '\n') ++i;
    } else if (c == '\t') {
      out += "  ";
    } else if (c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)) {
      out += c;
    }
  }
  return out;
}

}  // namespace dossier::publish
