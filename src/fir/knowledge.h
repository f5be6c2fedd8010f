#pragma once

#include "base/result.h"
#include "fir/experience.h"
#include "reading/cues.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cereal {
class access;
}

// What the desk knows of the law and of the words people use, as data: written in `knowledge/*.toml` (docs/knowledge.md
// describes the files), read once at the start, then only looked at. Safe to share between threads.
namespace dossier::fir {

enum class Answer { no, yes, depends };
std::string_view name_of(Answer answer);

// One thing that can show an ingredient: a cue, a named signal, a fact worked out from the whole complaint, or several
// cues and signals in one sentence.
struct Sign {
  enum class Kind { cue, signal, fact, together };
  Kind kind = Kind::cue;
  std::size_t number = 0;        // of the cue or the signal
  std::string fact = {};         // "night", "accused_five" ... (fact_signs.h)
  std::vector<Sign> parts = {};  // of `together`: cues and signals
};

// A named group of signs, written once and used by many offences.
struct Signal {
  std::string name;
  std::vector<Sign> any;     // one of these, when there are any
  std::vector<Sign> all;     // and every one of these
  std::vector<Sign> unless;  // when one of these holds, the signal does not
};

struct Ingredient {
  std::string id;
  std::string name;  // in our words
  bool core = true;  // without it the offence is not proposed
  std::vector<Sign> any;
  std::vector<Sign> against;  // the complaint says the contrary
  std::string question = {};  // asked when it is missing
};

struct Unless {
  std::vector<Sign> any;
  std::string why;
};

// Where one of the signs holds, these offences are covered.
struct Precedence {
  std::vector<Sign> any;
  std::vector<std::string> over;  // as in Offence::supersedes
};

// A further row of the schedule for the same section: where one of the signs holds, it says the class.
struct ScheduleRow {
  std::vector<Sign> any;
  std::optional<Answer> cognizable, bailable;  // nothing: as the entry says
};

struct Offence {
  std::string act, section, title;
  std::string source = {};       // the file it was read from
  int line = 0;                  // where it begins there
  std::vector<std::string> ipc;  // predecessors in the Indian Penal Code
  std::string punishment, court;
  double max_years = 0;  // life and death count as 99 and 100
  Answer cognizable = Answer::no, bailable = Answer::yes;
  std::string depends_on = {};         // the fact that decides where the schedule says "it depends"
  std::vector<ScheduleRow> rows = {};  // the first that holds decides the class
  std::vector<Ingredient> ingredients;
  std::vector<Unless> unless;
  std::vector<std::string> supersedes;  // ids, or "BNS 303*" for all sub-sections
  std::vector<Precedence> supersedes_if = {};
  std::vector<std::string> duties;
  std::vector<std::string> questions = {};  // deciding facts to ask for when proposed
  std::string route = {};               // COURT_COMPLAINT or REFER_AGENCY when the law sends the informant elsewhere
  std::vector<Sign> route_unless = {};  // where one of these holds, it is a case for the station all the same
  bool companion = false;               // never stands alone
  bool by_officer = false;              // known by name only: no cue proposes it, an officer adds it
  bool joint = false;                   // done in each other's presence: common intention may apply
  int spread = 3;                       // how many sentences apart its core ingredients may be told
  int rank = 0;                         // order in the list; higher first, before max_years
  std::string catches = {}, near_miss = {};

  std::string id() const { return act + " " + section; }
};

// What a complaint may be instead of an offence: a loss, a missing person, a civil dispute.
struct Situation {
  std::string id, route, title, why;
  std::string source = {};  // the file it was read from
  int line = 0;             // where it begins there
  std::vector<Ingredient> ingredients;
  std::vector<Unless> unless;
  std::vector<std::string> suppresses;  // offences that this reading of the facts excludes
  std::vector<std::string> questions;
  int spread = 10'000;  // how many sentences apart its core ingredients may be told: anywhere, unless the entry says
  std::string catches = {}, near_miss = {};
};

// A duty of procedure that an offence triggers.
struct Duty {
  std::string id, text;
};

struct KnowledgeFile {
  std::string name, text;
};

class Knowledge {
 public:
  // Reads the files: *.toml and experience.tsv. Their order, and what stands in which, does not matter. Fails with the
  // file, the line, the entry and what is wrong with it; read_knowledge (knowledge_check.h) names every fault.
  static Result<Knowledge> read(const std::vector<KnowledgeFile>& files);

  const reading::Vocabulary& vocabulary() const { return vocabulary_; }
  const std::vector<reading::Cue>& cues() const { return cues_; }
  const std::vector<Signal>& signals() const { return signals_; }
  const std::vector<Offence>& offences() const { return offences_; }
  const std::vector<Situation>& situations() const { return situations_; }
  const std::vector<Duty>& duties() const { return duties_; }
  // Empty when the files hold no experience.tsv.
  const Experience& experience() const { return experience_; }

  const Offence* find(std::string_view id) const;
  const Situation* find_situation(std::string_view id) const;
  const Duty* find_duty(std::string_view id) const;
  std::optional<std::size_t> find_signal(std::string_view name) const;
  // The number of a class of words; a broken invariant when there is none, because the code that asks depends on it.
  std::size_t word_class(std::string_view name) const;

 private:
  friend class KnowledgeReader;
  friend Result<Knowledge> knowledge_of_image(std::string_view image, std::string_view tsv);
  friend class cereal::access;
  Knowledge() = default;

  template <class Archive>
  void serialize(Archive& archive) {
    archive(vocabulary_, cues_, signals_, offences_, situations_, duties_);
  }

  reading::Vocabulary vocabulary_;
  std::vector<reading::Cue> cues_;
  std::vector<Signal> signals_;
  std::vector<Offence> offences_;
  std::vector<Situation> situations_;
  std::vector<Duty> duties_;
  Experience experience_;
};

// Whether `pattern` ("BNS 303(2)", "BNS 303*") names the offence `id`.
bool names_offence(std::string_view pattern, std::string_view id);

}  // namespace dossier::fir
