#include "desks/funds/irr_command.h"

#include "base/exit_status.h"
#include "base/json_writer.h"
#include "base/limits.h"
#include "desks/funds/flow_file.h"
#include "funds/ledger/xirr.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace dossier::desks::funds {
namespace {

using dossier::funds::DatedFlow;
using dossier::funds::IrrAnswer;
using dossier::funds::IrrStatus;

Result<std::string> drained(std::istream& in, const std::string& name) {
  std::string bytes(limits::kFlowFileBytesMax + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (bytes.size() > limits::kFlowFileBytesMax) {
    return Error{ErrorCode::too_large, fmt::format("more than {} bytes; split the file", limits::kFlowFileBytesMax),
                 name};
  }
  return bytes;
}

Result<std::string> bytes_of(const IrrOptions& options) {
  if (options.file == "-" && options.standard_input != nullptr)
    return drained(*options.standard_input, "standard input");
  std::error_code ignored;
  if (std::filesystem::is_directory(options.file, ignored)) {
    return Error{ErrorCode::unsupported, "is a folder; name a CSV file", options.file};
  }
  std::ifstream in(options.file, std::ios::binary);
  if (!in) return Error{ErrorCode::not_found, fmt::format("cannot be opened: {}", std::strerror(errno)), options.file};
  return drained(in, options.file);
}

IrrAnswer rate_of(const FlowList& flows) {
  if (auto* dated = std::get_if<std::vector<DatedFlow>>(&flows)) return dossier::funds::xirr(*dated);
  return dossier::funds::periodic_irr(std::get<std::vector<double>>(flows));
}

void optional_member(JsonWriter& json, std::string_view name, std::optional<double> number) {
  json.key(name);
  number ? json.value(*number) : json.null();
}

std::string json_of(const IrrAnswer& answer) {
  JsonWriter json;
  json.begin_object();
  optional_member(json, "rate", answer.rate);
  json.key("rates").begin_array();
  for (double rate : answer.rates) json.value(rate);
  json.end_array();
  json.member("status", dossier::funds::name_of(answer.status));
  optional_member(json, "low", answer.low);
  optional_member(json, "high", answer.high);
  json.member("reason", answer.reason);
  json.end_object();
  return json.take();
}

std::string percent(double rate) {
  return fmt::format("{:.6f} %", rate * 100);
}

std::string shape_of(const FlowList& flows) {
  auto* dated = std::get_if<std::vector<DatedFlow>>(&flows);
  if (dated == nullptr) return fmt::format("{} at equal periods", std::get<std::vector<double>>(flows).size());
  auto sooner = [](const DatedFlow& a, const DatedFlow& b) { return a.date < b.date; };
  auto [first, last] = std::minmax_element(dated->begin(), dated->end(), sooner);
  return fmt::format("{} from {} to {}", dated->size(), first->date.iso(), last->date.iso());
}

void print(const IrrAnswer& answer, const FlowList& flows, std::ostream& out) {
  auto line = [&](std::string_view label, std::string_view text) { out << fmt::format("{:<9} {}\n", label, text); };
  bool dated = std::holds_alternative<std::vector<DatedFlow>>(flows);
  line("rate", answer.rate ? percent(*answer.rate) + (dated ? " a year" : " a period") : "none");
  line("status", dossier::funds::name_of(answer.status));
  if (answer.status == IrrStatus::multiple) {
    for (double rate : answer.rates) line("", percent(rate));
  }
  if (answer.low) line("between", fmt::format("{:.10f} % and {:.10f} %", *answer.low * 100, *answer.high * 100));
  line("flows", shape_of(flows));
  line("because", answer.reason);
}

}  // namespace

int run_irr_command(const IrrOptions& options, std::ostream& out, std::ostream& err) {
  auto fail = [&](const Error& error, bool told_in_json) -> int {
    err << "dossier: " << error.text() << "\n";
    if (told_in_json && options.json) {
      IrrAnswer invalid;
      invalid.status = IrrStatus::invalid;
      invalid.reason = error.text();
      out << json_of(invalid) << "\n";
    }
    return exit_status_of(error.code);
  };
  auto bytes = bytes_of(options);
  if (!bytes) return fail(bytes.error(), false);
  auto flows = read_flow_file(*bytes, options.file == "-" ? "standard input" : options.file);
  if (!flows) return fail(flows.error(), true);
  IrrAnswer answer = rate_of(*flows);
  if (options.json) {
    out << json_of(answer) << "\n";
  } else {
    print(answer, *flows, out);
  }
  return exit_done;
}

}  // namespace dossier::desks::funds
