#include "load/small_report.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <vector>

namespace dossier::load {
namespace {

constexpr std::uint64_t kFunds = 50;
constexpr int kLeft = 60, kTop = 780, kLineHeight = 18;

std::string shown(int x, int y, std::string_view text) {
  return fmt::format("BT /F1 10 Tf 1 0 0 1 {} {} Tm ({}) Tj ET\n", x, y, text);
}

std::string content(std::uint64_t number) {
  int y = kTop;
  std::string out;
  const auto line = [&](std::string_view text) { out += shown(kLeft, y, text), y -= kLineHeight; };
  const auto row = [&](std::array<std::string_view, 3> cells) {
    constexpr std::array<int, 3> columns = {60, 200, 400};
    for (std::size_t i = 0; i < cells.size(); ++i) out += shown(columns[i], y, cells[i]);
    y -= kLineHeight;
  };
  line(fmt::format("Loadstone Trial Fund {}, L.P.", number % kFunds + 1));
  line("Vintage Year: 2020");
  line("Capital Calls");
  row({"Date", "Call Number", "Amount (USD)"});
  row({"2021-01-15", "Call 1", "1,000,000"});
  row({"2021-07-15", "Call 2", "2,000,000"});
  row({"2022-03-15", "Call 3", "1,500,000"});
  line("Distributions");
  row({"Date", "Type", "Amount (USD)"});
  row({"2023-06-30", "Return of Capital", "750,000"});
  line("The strategy of the fund is to be asked for under load. Mark " + unique_mark(number) + ".");
  return out;
}

}  // namespace

std::string unique_mark(std::uint64_t number) {
  static const std::string run =
      fmt::format("{:x}-{:x}", ::getpid(), std::chrono::system_clock::now().time_since_epoch().count());
  return fmt::format("{}-{}", run, number);
}

std::string small_report(std::uint64_t number) {
  const std::string text = content(number);
  const std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      fmt::format("<< /Length {} >>\nstream\n{}endstream", text.size(), text),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  std::string out = "%PDF-1.4\n", places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    places += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t table = out.size();
  const std::size_t count = objects.size() + 1;
  out += fmt::format("xref\n0 {}\n0000000000 65535 f \n{}", count, places);
  return out + fmt::format("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", count, table);
}

}  // namespace dossier::load
