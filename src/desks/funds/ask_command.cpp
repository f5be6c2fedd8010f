#include "desks/funds/ask_command.h"

#include "base/exit_status.h"
#include "desks/funds/answer_json.h"
#include "desks/funds/document_files.h"
#include "funds/ledger/analysis.h"
#include "funds/questions/questions.h"

#include <fmt/format.h>

#include <ostream>

namespace dossier::desks::funds {
namespace {

using dossier::funds::Answer;

constexpr std::size_t kSourcesShownMax = 8;  // the JSON has them all

void print(const Answer& answer, std::ostream& out) {
  out << "Q: " << answer.question << "\nA: " << answer.text << "\n";
  std::size_t shown = 0;
  for (const auto& source : answer.sources) {
    if (++shown > kSourcesShownMax) {
      out << fmt::format("   ... and {} more places\n", answer.sources.size() - kSourcesShownMax);
      break;
    }
    std::string text = source.text.size() > 90 ? source.text.substr(0, 87) + "..." : source.text;
    out << fmt::format("   [{}, page {}] {}\n", source.place.file, source.place.page, text);
  }
  out << "\n";
}

// Whoever reads the JSON learns from it, too, why nothing was answered.
std::vector<Answer> unread(const std::vector<std::string>& questions, const std::vector<Error>& errors) {
  std::string why = "No document could be read.";
  for (const Error& error : errors) why += " " + error.text() + ".";
  std::vector<Answer> answers;
  for (const std::string& question : questions) answers.push_back({.question = question, .text = why});
  return answers;
}

// Asks every line of `turns` in a conversation of its own.
Answer answer_to_the_last(std::string_view turns, const dossier::funds::AnswerBasis& basis) {
  dossier::funds::Conversation conversation(basis);
  for (auto end = turns.find('\n'); end != std::string_view::npos; end = turns.find('\n')) {
    conversation.ask(turns.substr(0, end));
    turns.remove_prefix(end + 1);
  }
  return conversation.ask(turns);
}

}  // namespace

int run_ask_command(const AskOptions& options, std::ostream& out, std::ostream& err) {
  auto progress = [&](const std::string& file) {
    if (options.progress) err << "reading " << file << " ..." << std::endl;
  };
  FilesRead files = read_files(options.files, options.password, options.worker, progress);
  for (const Error& error : files.errors) err << "dossier: " << error.text() << "\n";
  if (files.readings.empty()) {
    if (options.json) out << answers_json(unread(options.questions, files.errors)) << "\n";
    return exit_bad_input;
  }
  auto analysis = dossier::funds::analyse(std::move(files.readings));
  dossier::funds::AnswerBasis basis(analysis);
  dossier::funds::Conversation conversation(basis);
  std::vector<Answer> answers;
  for (const std::string& question : options.questions)
    answers.push_back(options.apart ? answer_to_the_last(question, basis) : conversation.ask(question));
  if (options.json) {
    out << answers_json(answers) << "\n";
  } else {
    for (const Answer& answer : answers) print(answer, out);
  }
  return files.errors.empty() ? exit_done : exit_bad_input;
}

}  // namespace dossier::desks::funds
