#include "fir/knowledge_check.h"

#include "fir/code_signals.h"
#include "fir/code_words.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace dossier::fir {
namespace {

constexpr int kSanhitaSections = 358;

// The leading number of a section: 303 of "303(2)".
int number_of(std::string_view section) {
  int number = 0;
  std::from_chars(section.data(), section.data() + section.size(), number);
  return number;
}

constexpr std::string_view kOfWords = "words", kOfSignals = "signals", kOfDuties = "duties";

class Checker {
 public:
  explicit Checker(const Knowledge& knowledge) : knowledge_(knowledge) {}

  std::vector<KnowledgeFault> run() {
    for (const Offence& offence : knowledge_.offences()) check(offence);
    for (const Situation& situation : knowledge_.situations()) check(situation);
    check_duties();
    for (const std::string& what : knowledge_.experience().faults()) fault(kExperienceFile, 0, what);
    check_experience();
    check_signals_of_the_code();
    for (const std::string& word : knowledge_.vocabulary().misread_words())
      fault(kOfWords, 0, word + ": is read as a form of an English word; write =" + word + " for this very form");
    return std::move(faults_);
  }

 private:
  void fault(std::string_view file, int line, std::string what) {
    faults_.push_back({std::string(file), line, std::move(what), false});
  }
  void fault(const Offence& offence, const std::string& what) {
    fault(offence.source, offence.line, offence.id() + ": " + what);
  }
  void fault(const Situation& situation, const std::string& what) {
    fault(situation.source, situation.line, situation.id + ": " + what);
  }

  // Lessons of a section that was renamed or taken away propose nothing any more.
  void check_experience() {
    for (const std::string_view section : knowledge_.experience().sections()) {
      if (!section.starts_with(kRouteLesson) && knowledge_.find(section) == nullptr)
        fault(kExperienceFile, 0,
              std::string(section) + ": is not in the knowledge; write the file anew with `dossier knowledge learn`");
    }
  }

  // A folder of words alone, without an entry, is none the desk works with.
  void check_signals_of_the_code() {
    if (knowledge_.offences().empty()) return;
    for (const std::string_view name : kSignalsOfTheCode) {
      if (!knowledge_.find_signal(name))
        fault(kOfSignals, 0,
              std::string(name) + ": is asked for by the program and stands in no file, so it is never found");
    }
  }

  void check_duties() {
    const auto& all = knowledge_.duties();
    for (auto duty = all.begin(); duty != all.end(); ++duty) {
      if (std::any_of(all.begin(), duty, [&](const Duty& before) { return before.id == duty->id; }))
        fault(kOfDuties, 0, duty->id + ": stands in the knowledge twice");
    }
  }

  void check(const Offence& offence) {
    if (knowledge_.find(offence.id()) != &offence) {
      const Offence& first = *knowledge_.find(offence.id());
      fault(offence, "stands in the knowledge twice, first in " + first.source + ":" + std::to_string(first.line));
    }
    if (offence.act == "BNS" && number_of(offence.section) > kSanhitaSections)
      fault(offence, "the Sanhita ends with section " + std::to_string(kSanhitaSections));
    if (offence.act != "BNS" && !offence.ipc.empty())
      fault(offence, "only an entry of the Sanhita has predecessors in the Penal Code (ipc)");
    check_class(offence);
    if (offence.by_officer) return check_named(offence);
    check(offence, offence.ingredients);
    for (const std::string& other : offence.supersedes) known(offence, other);
    for (const Precedence& precedence : offence.supersedes_if) {
      for (const std::string& other : precedence.over) known(offence, other);
    }
    for (const std::string& duty : offence.duties) {
      if (knowledge_.find_duty(duty) == nullptr)
        fault(offence, "triggers the duty '" + duty + "', which is not described");
    }
    if (!offence.companion && (offence.catches.empty() || offence.near_miss.empty()))
      fault(offence, "needs a complaint it catches and a near miss");
  }

  void check_class(const Offence& offence) {
    const bool depends = offence.cognizable == Answer::depends || offence.bailable == Answer::depends;
    if (depends && offence.depends_on.empty()) fault(offence, "says that it depends, but not on what (depends_on)");
    if (!depends && !offence.depends_on.empty())
      fault(offence, "says on what it depends, and neither cognizable nor bailable is \"depends\"");
    for (const ScheduleRow& row : offence.rows) {
      if (!row.cognizable && !row.bailable) fault(offence, "has a row that says neither cognizable nor bailable");
    }
  }

  // What no cue proposes has ingredients in words only.
  void check_named(const Offence& offence) {
    check_names(offence, offence.ingredients);
    for (const Ingredient& ingredient : offence.ingredients) {
      if (!ingredient.any.empty() || !ingredient.against.empty())
        fault(offence, "is for the officer to add, and its ingredient '" + ingredient.id + "' has signs");
    }
  }

  void check(const Situation& situation) {
    if (knowledge_.find_situation(situation.id) != &situation) fault(situation, "stands in the knowledge twice");
    check(situation, situation.ingredients);
    if (!situation.suppresses.empty() && situation.why.empty())
      fault(situation, "suppresses offences and does not say why");
    for (const std::string& other : situation.suppresses) known(situation, other);
  }

  template <class Entry>
  void check(const Entry& entry, const std::vector<Ingredient>& ingredients) {
    check_names(entry, ingredients);
    if (std::none_of(ingredients.begin(), ingredients.end(), [](const Ingredient& i) { return i.core; }))
      fault(entry, "has no core ingredient");
    for (const Ingredient& ingredient : ingredients) {
      if (ingredient.any.empty()) fault(entry, "nothing can show the ingredient '" + ingredient.id + "'");
      if (!ingredient.core && ingredient.question.empty())
        fault(entry, "the ingredient '" + ingredient.id + "' may be missing, so it needs a question");
    }
  }

  template <class Entry>
  void check_names(const Entry& entry, const std::vector<Ingredient>& ingredients) {
    for (auto one = ingredients.begin(); one != ingredients.end(); ++one) {
      if (std::any_of(ingredients.begin(), one, [&](const Ingredient& before) { return before.id == one->id; }))
        fault(entry, "has two ingredients '" + one->id + "'");
    }
  }

  template <class Entry>
  void known(const Entry& entry, const std::string& other) {
    const auto named = [&](const Offence& o) { return names_offence(other, o.id()); };
    if (std::none_of(knowledge_.offences().begin(), knowledge_.offences().end(), named))
      fault(entry, "names '" + other + "', which is not in the knowledge");
  }

  const Knowledge& knowledge_;
  std::vector<KnowledgeFault> faults_;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

// Where `word` stands by itself in a text.
std::size_t find_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return at;
  }
  return std::string_view::npos;
}

// The vocabulary does not know where its words were written: the first place that holds the word is where to look.
void locate_word(KnowledgeFault& fault, const std::vector<KnowledgeFile>& files) {
  if (fault.file != kOfWords) return;
  const std::string_view word = std::string_view(fault.what).substr(0, fault.what.find(':'));
  for (const KnowledgeFile& file : files) {
    const std::size_t at = file.name == kExperienceFile ? std::string::npos : find_word(file.text, word);
    if (at == std::string::npos) continue;
    const auto lines = std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    fault.file = file.name;
    fault.line = static_cast<int>(lines) + 1;
    return;
  }
}

// Whether reading found the entry at fault: what it could not read would be missed here once more.
bool is_told(const KnowledgeFault& fault, const std::vector<KnowledgeFault>& of_reading) {
  const auto entry = [](const KnowledgeFault& of) { return std::string_view(of.what).substr(0, of.what.find(": ")); };
  return std::any_of(of_reading.begin(), of_reading.end(), [&](const KnowledgeFault& read) {
    return read.file == fault.file && entry(read) == entry(fault);
  });
}

}  // namespace

KnowledgeReading check_files(const std::vector<KnowledgeFile>& files) {
  KnowledgeReading reading = read_knowledge(files);
  std::vector<KnowledgeFault> of_the_whole = check_knowledge(reading.knowledge);
  std::erase_if(of_the_whole, [&](const KnowledgeFault& fault) { return is_told(fault, reading.faults); });
  for (KnowledgeFault& fault : of_the_whole) {
    locate_word(fault, files);
    reading.faults.push_back(std::move(fault));
  }
  for (const std::string_view name : missing_word_classes(reading.knowledge)) {
    if (!reading.knowledge.offences().empty())
      reading.faults.push_back(
          {std::string(kOfWords), 0, "no class '" + std::string(name) + "' is there, which the program asks for"});
  }
  std::stable_sort(reading.faults.begin(), reading.faults.end(),
                   [](const auto& a, const auto& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
  return reading;
}

std::string KnowledgeFault::text() const {
  return file + (line > 0 ? ":" + std::to_string(line) : "") + ": " + what;
}

std::vector<std::string_view> missing_word_classes(const Knowledge& knowledge) {
  std::vector<std::string_view> missing;
  for (const std::string_view name : kWordClassesOfTheCode) {
    if (!knowledge.vocabulary().find_class(name)) missing.push_back(name);
  }
  return missing;
}

std::vector<KnowledgeFault> check_knowledge(const Knowledge& knowledge) {
  return Checker(knowledge).run();
}

}  // namespace dossier::fir
