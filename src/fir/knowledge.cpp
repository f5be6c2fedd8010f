#include "fir/knowledge.h"

#include "fir/code_signals.h"
#include "fir/fact_signs.h"

#include <algorithm>

namespace dossier::fir {

std::string_view name_of(Answer answer) {
  switch (answer) {
    case Answer::no: return "no";
    case Answer::yes: return "yes";
    case Answer::depends: return "depends";
  }
  return "depends";
}

const Offence* Knowledge::find(std::string_view id) const {
  auto it = std::find_if(offences_.begin(), offences_.end(), [&](const Offence& o) { return o.id() == id; });
  return it == offences_.end() ? nullptr : &*it;
}

const Situation* Knowledge::find_situation(std::string_view id) const {
  const auto it = std::find_if(situations_.begin(), situations_.end(), [&](const Situation& s) { return s.id == id; });
  return it == situations_.end() ? nullptr : &*it;
}

const Duty* Knowledge::find_duty(std::string_view id) const {
  auto it = std::find_if(duties_.begin(), duties_.end(), [&](const Duty& d) { return d.id == id; });
  return it == duties_.end() ? nullptr : &*it;
}

std::optional<std::size_t> Knowledge::find_signal(std::string_view name) const {
  auto it = std::find_if(signals_.begin(), signals_.end(), [&](const Signal& s) { return s.name == name; });
  if (it == signals_.end()) return std::nullopt;
  return static_cast<std::size_t>(it - signals_.begin());
}

std::size_t Knowledge::word_class(std::string_view name) const {
  auto number = vocabulary_.find_class(name);
  DOSSIER_CHECK(number.has_value());
  return *number;
}

bool names_offence(std::string_view pattern, std::string_view id) {
  if (!pattern.ends_with('*')) return pattern == id;
  pattern.remove_suffix(1);
  return id.starts_with(pattern) &&
         (id.size() == pattern.size() || id[pattern.size()] == '(' || pattern.ends_with(' '));
}

namespace {

class Checker {
 public:
  explicit Checker(const Knowledge& knowledge) : knowledge_(knowledge) {}

  std::vector<std::string> run() {
    for (const Offence& offence : knowledge_.offences()) check(offence);
    for (const Situation& situation : knowledge_.situations()) check(situation);
    for (std::string& fault : knowledge_.experience().faults()) faults_.push_back(std::move(fault));
    check_experience();
    check_signals_of_the_code();
    for (const std::string& word : knowledge_.vocabulary().misread_words())
      fault("words", word, "is read as a form of an English word; write =" + word + " for this very form");
    return std::move(faults_);
  }

 private:
  void fault(std::string_view source, std::string_view id, std::string_view what) {
    faults_.push_back(std::string(source) + ": " + std::string(id) + ": " + std::string(what));
  }

  // Lessons of a section that was renamed or taken away propose nothing any more.
  void check_experience() {
    for (const std::string_view section : knowledge_.experience().sections()) {
      if (!section.starts_with(kRouteLesson) && knowledge_.find(section) == nullptr)
        fault(kExperienceFile, section, "is not in the knowledge; write the file anew with `dossier knowledge learn`");
    }
  }

  // A folder of words alone, without an entry, is none the desk works with.
  void check_signals_of_the_code() {
    if (knowledge_.offences().empty()) return;
    for (const std::string_view name : kSignalsOfTheCode) {
      if (!knowledge_.find_signal(name))
        fault("signals", name, "is asked for by the program and stands in no file, so it is never found");
    }
  }

  void check(const Offence& offence) {
    const std::string id = offence.id();
    const auto same = [&](const Offence& o) { return o.id() == id; };
    if (std::count_if(knowledge_.offences().begin(), knowledge_.offences().end(), same) > 1)
      fault(offence.source, id, "stands in the knowledge twice");
    if (offence.title.empty() || offence.court.empty() || offence.punishment.empty())
      fault(offence.source, id, "needs title, punishment and court");
    if ((offence.cognizable == Answer::depends || offence.bailable == Answer::depends) && offence.depends_on.empty()) {
      fault(offence.source, id, "says that it depends, but not on what (depends_on)");
    }
    if (offence.by_officer) return check_named(offence);
    check(offence.source, id, offence.ingredients);
    for (const std::string& other : offence.supersedes) known(offence.source, id, other);
    for (const Precedence& precedence : offence.supersedes_if) {
      for (const std::string& other : precedence.over) known(offence.source, id, other);
    }
    for (const std::string& duty : offence.duties) {
      if (knowledge_.find_duty(duty) == nullptr)
        fault(offence.source, id, "triggers the duty '" + duty + "', which is not described");
    }
    if (!offence.companion && (offence.catches.empty() || offence.near_miss.empty()))
      fault(offence.source, id, "needs a complaint it catches and a near miss");
  }

  // What no cue proposes has ingredients in words only.
  void check_named(const Offence& offence) {
    if (offence.ingredients.empty()) fault(offence.source, offence.id(), "has no ingredients");
    for (const Ingredient& ingredient : offence.ingredients) {
      if (!ingredient.any.empty() || !ingredient.against.empty())
        fault(offence.source, offence.id(),
              "is for the officer to add, and its ingredient '" + ingredient.id + "' has signs");
    }
  }

  void check(const Situation& situation) {
    check("situations", situation.id, situation.ingredients);
    for (const std::string& other : situation.suppresses) known("situations", situation.id, other);
    if (situation.catches.empty() || situation.near_miss.empty())
      fault("situations", situation.id, "needs a complaint it catches and a near miss");
  }

  void check(std::string_view source, std::string_view id, const std::vector<Ingredient>& ingredients) {
    if (ingredients.empty()) fault(source, id, "has no ingredients");
    if (std::none_of(ingredients.begin(), ingredients.end(), [](const Ingredient& i) { return i.core; }))
      fault(source, id, "has no core ingredient");
    for (const Ingredient& ingredient : ingredients) {
      if (ingredient.any.empty()) fault(source, id, "nothing can show the ingredient '" + ingredient.id + "'");
      if (!ingredient.core && ingredient.question.empty())
        fault(source, id, "the ingredient '" + ingredient.id + "' may be missing, so it needs a question");
      for (const Sign& sign : ingredient.any) {
        if (sign.kind == Sign::Kind::fact && !is_fact_sign(sign.fact))
          fault(source, id, "no fact is named '" + sign.fact + "'");
      }
    }
  }

  void known(std::string_view source, std::string_view id, const std::string& other) {
    const auto named = [&](const Offence& o) { return names_offence(other, o.id()); };
    if (std::none_of(knowledge_.offences().begin(), knowledge_.offences().end(), named))
      fault(source, id, "names '" + other + "', which is not in the knowledge");
  }

  const Knowledge& knowledge_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> check_knowledge(const Knowledge& knowledge) {
  return Checker(knowledge).run();
}

}  // namespace dossier::fir
