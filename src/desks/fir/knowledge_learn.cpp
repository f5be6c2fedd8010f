#include "desks/fir/knowledge_learn.h"

#include "base/exit_status.h"
#include "desks/fir/knowledge_files.h"
#include "desks/fir/labelled_complaints.h"
#include "fir/experience.h"

#include <fmt/format.h>
#include <linear.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <set>

namespace dossier::desks::fir {
namespace {

using dossier::fir::Knowledge;

constexpr std::size_t kTextsOfWordMin = 2;     // a word of one text alone teaches nothing about others
constexpr std::size_t kTextsOfSectionMin = 4;  // fewer examples tell their stories, not the offence
constexpr std::size_t kNearMissTimes = 100;    // a near miss weighs as much as this many complaints of other kinds
constexpr double kPenalty = 30;                // liblinear's C
constexpr double kTolerance = 0.001;           // where liblinear stops
constexpr double kWeightMin = 0.4;             // what moves a score less than this is not kept

// A route is learned as a section is, under a name of its own.
std::string route_lesson(const std::string& route) {
  return std::string(dossier::fir::kRouteLesson) + route;
}

enum class Stance : std::uint8_t { for_it, against_it, neither };

// A text as the learner sees it, with what is known of its sections.
struct Lesson {
  std::map<std::string, std::size_t> words;  // feature, how often
  std::set<std::string> sections, silent;    // silent: neither for nor against
  std::string only_about;                    // an example of one entry says nothing of others; empty: all

  Stance on(const std::string& section) const {
    if (sections.contains(section)) return Stance::for_it;
    if (silent.contains(section) || (!only_about.empty() && only_about != section)) return Stance::neither;
    return Stance::against_it;
  }
};

Result<Lesson> lesson_of(const std::string& text) {
  TRY(const auto parsed, reading::Text::of(text));
  Lesson lesson;
  for (const auto& feature : dossier::fir::features_of(parsed)) ++lesson.words[feature.name];
  return lesson;
}

// The words of all lessons, numbered from 1 as liblinear wants them, and every lesson as its row of numbers.
class WordTable {
 public:
  explicit WordTable(const std::vector<Lesson>& lessons) {
    std::map<std::string, std::size_t> holding;
    for (const Lesson& lesson : lessons) {
      for (const auto& [word, times] : lesson.words) ++holding[word];
    }
    for (const auto& [word, texts] : holding) {
      if (texts < kTextsOfWordMin) continue;
      idf_.push_back(dossier::fir::inverse_frequency(lessons.size(), texts));
      words_.push_back(word);
      numbers_[word] = static_cast<int>(words_.size());
    }
    for (const Lesson& lesson : lessons) rows_.push_back(row_of(lesson));
  }

  std::size_t size() const { return words_.size(); }
  const std::string& word(std::size_t i) const { return words_[i]; }
  double idf(std::size_t i) const { return idf_[i]; }
  std::vector<feature_node>& row(std::size_t lesson) { return rows_[lesson]; }

 private:
  std::vector<feature_node> row_of(const Lesson& lesson) const {
    std::vector<feature_node> row;
    double length = 0;
    for (const auto& [word, times] : lesson.words) {
      const auto number = numbers_.find(word);
      if (number == numbers_.end()) continue;
      const double value = dossier::fir::term_weight(times, idf_[static_cast<std::size_t>(number->second) - 1]);
      row.push_back({number->second, value});
      length += value * value;
    }
    for (feature_node& node : row) node.value /= std::sqrt(length);
    row.push_back({static_cast<int>(words_.size()) + 1, 1});  // carries the bias
    row.push_back({-1, 0});
    return row;
  }

  std::vector<std::string> words_;
  std::vector<double> idf_;
  std::map<std::string, int> numbers_;
  std::vector<std::vector<feature_node>> rows_;
};

// The weights of one section, by word, the bias last.
std::vector<double> learn_section(const std::string& section, const std::vector<Lesson>& lessons, WordTable& table) {
  std::vector<feature_node*> rows;
  std::vector<double> labels;
  for (std::size_t i = 0; i < lessons.size(); ++i) {
    const Stance stance = lessons[i].on(section);
    if (stance == Stance::neither) continue;
    const bool near_miss = stance == Stance::against_it && lessons[i].only_about == section;
    rows.insert(rows.end(), near_miss ? kNearMissTimes : 1, table.row(i).data());
    labels.insert(labels.end(), near_miss ? kNearMissTimes : 1, stance == Stance::for_it ? 1 : -1);
  }
  const auto all = static_cast<double>(labels.size());
  const auto wanted = static_cast<double>(std::count(labels.begin(), labels.end(), 1));
  problem lesson{static_cast<int>(rows.size()), static_cast<int>(table.size()) + 1, labels.data(), rows.data(), -1};
  int of_label[] = {1, -1};
  double weights[] = {all / (2 * wanted), all / (2 * (all - wanted))};  // the few weigh as much as the many
  parameter how{};
  how.solver_type = L2R_LR;
  how.C = kPenalty;
  how.eps = kTolerance;
  how.nr_weight = 2;
  how.weight_label = of_label;
  how.weight = weights;
  set_print_string_function([](const char*) {});
  model* learnt = train(&lesson, &how);
  const double sign = learnt->label[0] == 1 ? 1 : -1;
  std::vector<double> result;
  for (std::size_t w = 0; w <= table.size(); ++w) result.push_back(sign * learnt->w[w]);
  free_and_destroy_model(&learnt);
  return result;
}

class Learner {
 public:
  Learner(const Knowledge& knowledge, std::string heading) : knowledge_(knowledge), heading_(std::move(heading)) {}

  Result<void> take_examples() {
    for (const auto& offence : knowledge_.offences()) {
      TRY_DO(take_example(offence.catches, offence.id(), true));
      TRY_DO(take_example(offence.near_miss, offence.id(), false));
    }
    return {};
  }

  Result<void> take(const LabelledComplaint& complaint) {
    TRY(auto lesson, lesson_of(complaint.text));
    lesson.sections = complaint.gold;
    lesson.silent = complaint.acceptable;
    // Where a row allows several routes, none of them is taught or denied.
    for (const std::string& route : complaint.routes)
      (complaint.routes.size() == 1 ? lesson.sections : lesson.silent).insert(route_lesson(route));
    lessons_.push_back(std::move(lesson));
    return {};
  }

  // `progress`: null for none.
  void write(std::ostream& out, std::ostream* progress) const {
    std::map<std::string, std::size_t> sections;
    for (const Lesson& lesson : lessons_) {
      for (const std::string& section : lesson.sections) ++sections[section];
    }
    std::erase_if(sections, [&](const auto& s) {
      if (s.second < kTextsOfSectionMin || s.second == lessons_.size()) return true;
      if (s.first.starts_with(dossier::fir::kRouteLesson)) return s.first == route_lesson("FIR");
      const auto* offence = knowledge_.find(s.first);
      return offence == nullptr || offence->by_officer || offence->companion;
    });
    WordTable table(lessons_);
    std::vector<std::string> weights(table.size());  // of each word, as written
    out << "# Written by `dossier knowledge learn`; not by hand. docs/knowledge.md says how.\n"
        << heading_ << "\n"
        << fmt::format("texts\t{}\n", lessons_.size());
    std::size_t number = 0;
    for (const auto& [section, texts] : sections) {
      if (progress) *progress << fmt::format("\r{} of {} sections", number + 1, sections.size()) << std::flush;
      const auto learnt = learn_section(section, lessons_, table);
      out << fmt::format("section\t{}\t{:.3f}\t{}\n", section, learnt.back(), texts);
      for (std::size_t w = 0; w < table.size(); ++w) {
        if (std::abs(learnt[w]) >= kWeightMin)
          weights[w] += fmt::format("{}{}:{:.2f}", weights[w].empty() ? "" : " ", number, learnt[w]);
      }
      ++number;
    }
    write_company(sections, out);
    for (std::size_t w = 0; w < table.size(); ++w)
      out << fmt::format("word\t{}\t{:.3f}\t{}\n", table.word(w), table.idf(w), weights[w]);
    if (progress) *progress << fmt::format("\r{} sections from {} texts\n", sections.size(), lessons_.size());
  }

 private:
  // How many lessons stand under both sections, for every pair that is together in one.
  void write_company(const std::map<std::string, std::size_t>& sections, std::ostream& out) const {
    std::map<std::string, std::size_t> numbers;
    std::size_t number = 0;
    for (const auto& [section, texts] : sections) {
      if (!section.starts_with(dossier::fir::kRouteLesson)) numbers.emplace(section, number);
      ++number;
    }
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> both;
    for (const Lesson& lesson : lessons_) {
      for (auto one = lesson.sections.begin(); one != lesson.sections.end(); ++one) {
        for (auto other = std::next(one); other != lesson.sections.end(); ++other) {
          if (numbers.contains(*one) && numbers.contains(*other)) ++both[{numbers.at(*one), numbers.at(*other)}];
        }
      }
    }
    for (const auto& [pair, lessons] : both)
      out << fmt::format("beside\t{}\t{}\t{}\n", pair.first, pair.second, lessons);
  }

  Result<void> take_example(const std::string& text, const std::string& section, bool of_it) {
    if (text.empty()) return {};
    TRY(auto lesson, lesson_of(text));
    lesson.only_about = section;
    if (of_it) lesson.sections.insert(section);
    lessons_.push_back(std::move(lesson));
    return {};
  }

  const Knowledge& knowledge_;
  std::string heading_;
  std::vector<Lesson> lessons_;
};

Result<void> learn(const LearnOptions& options, std::ostream& out, std::ostream* progress) {
  TRY(const Knowledge knowledge, load_knowledge(options.knowledge_folder));
  std::vector<LabelledComplaint> complaints;
  for (const std::string& file : options.files) {
    TRY(auto more, read_labelled_complaints(file));
    std::move(more.begin(), more.end(), std::back_inserter(complaints));
  }
  Learner learner(knowledge, lessons_heading(complaints));
  TRY_DO(learner.take_examples());
  for (const LabelledComplaint& complaint : complaints) TRY_DO(learner.take(complaint));
  learner.write(out, progress);
  if (!out.flush()) return Error{ErrorCode::internal, "what was learned could not be written; is the disk full?", {}};
  return {};
}

}  // namespace

int run_knowledge_learn(const LearnOptions& options, std::ostream& out, std::ostream& err) {
  const auto done = learn(options, out, options.progress ? &err : nullptr);
  if (done) return exit_done;
  err << "dossier: " << done.error().text() << "\n";
  return exit_bad_input;
}

}  // namespace dossier::desks::fir
