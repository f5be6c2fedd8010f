// Reads knowledge/*.toml. With knowledge_table_reader.h the only place of the room that knows TOML.
#include "fir/fact_signs.h"
#include "fir/knowledge_table_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

namespace dossier::fir {
namespace {

// The Sanhita last, each act by the number of its sections: which file an entry stands in, and where, means nothing.
auto place_of(const Offence& offence) {
  int number = 0;
  const std::string& section = offence.section;
  std::from_chars(section.data(), section.data() + section.size(), number);
  return std::tuple(offence.act == "BNS", std::string_view(offence.act), number, std::string_view(section));
}

}  // namespace

// Several passes: spellings before the words, so that a word in a class is the one its other spellings lead to; words
// and the names of signals before the rest, because cues and offences of every file refer to them. A fault ends
// nothing: the rest is read, so that every fault is told at once.
class KnowledgeReader final : KnowledgeTableReader {
 public:
  KnowledgeReading read(const std::vector<KnowledgeFile>& files) {
    for (const KnowledgeFile& file : files) parse(file);
    each(&KnowledgeReader::check_heads);
    each(&KnowledgeReader::read_spellings);
    each(&KnowledgeReader::read_words);
    each(&KnowledgeReader::read_compounds);
    each(&KnowledgeReader::name_signals);
    each(&KnowledgeReader::read_signals);
    each(&KnowledgeReader::read_entries);
    each(&KnowledgeReader::read_duties);
    auto& offences = knowledge_.offences_;
    std::stable_sort(offences.begin(), offences.end(),
                     [](const Offence& a, const Offence& b) { return place_of(a) < place_of(b); });
    return {std::move(knowledge_), std::move(faults_)};
  }

 private:
  // ---- files and faults ----

  // Debian's toml++ is built with exceptions; they end here.
  void parse(const KnowledgeFile& file) {
    file_ = file.name;
    if (file.name == kExperienceFile) {
      auto experience = Experience::read(file.text);
      if (!experience) return fault(0, experience.error().text());
      knowledge_.experience_ = std::move(experience).value();
      return;
    }
    if (!file.name.ends_with(".toml")) return;  // the schema lies beside them
    try {
      tables_.emplace_back(file.name, toml::parse(file.text));
    } catch (const toml::parse_error& error) {
      fault(line_of(error.source()), std::string(error.description()));
    }
  }

  void each(void (KnowledgeReader::*pass)(const toml::table&)) {
    for (const auto& [name, table] : tables_) {
      file_ = name;
      (this->*pass)(table);
    }
  }

  // ---- the head of a file ----

  void check_heads(const toml::table& table) {
    using Kind = KnowledgeHead::Kind;
    for (const auto& [key, node] : table) {
      const std::string_view name = key.str();
      const auto heads = knowledge_heads();
      const auto head =
          std::find_if(heads.begin(), heads.end(), [&](const KnowledgeHead& h) { return h.name == name; });
      if (head == heads.end()) {
        fault(line_of(key.source()), "no file knows " + quoted(name));
      } else if (head->kind == Kind::text ? !node.is_string()
                 : head->kind == Kind::texts || head->kind == Kind::offences || head->kind == Kind::situations
                     ? !node.is_array()
                     : !node.is_table()) {
        fault(node, quoted(name) + " is written otherwise: " + std::string(head->meaning));
      }
    }
  }

  // Every key and value of the table [name], where the file has it.
  template <class F>
  void for_members(const toml::table& table, std::string_view name, F take) {
    const toml::table* members = table[name].as_table();
    if (members == nullptr) return;
    for (const auto& [key, node] : *members) take(key.str(), node);
  }

  void read_spellings(const toml::table& table) {
    for_members(table, "spellings", [&](std::string_view word, const toml::node& node) {
      const auto id = knowledge_.vocabulary_.add(word);
      for_texts(node, "spellings of " + quoted(word), [&](const toml::node& at, const std::string& spelling) {
        if (auto why = reading::why_no_word(spelling)) return fault(at, "spellings of " + quoted(word) + ": " + *why);
        knowledge_.vocabulary_.add_spelling(spelling, id);
      });
    });
  }

  void read_words(const toml::table& table) {
    for_members(table, "words", [&](std::string_view name, const toml::node& node) {
      auto number = knowledge_.vocabulary_.add_class(name);
      if (!number) return fault(node, number.error().text());
      for_texts(node, "class " + quoted(name), [&](const toml::node& at, const std::string& word) {
        if (auto why = put_in_class(word, *number)) fault(at, "class " + quoted(name) + ": " + *why);
      });
    });
  }

  // Why not; "=saw" is this very form, as in a cue.
  std::optional<std::string> put_in_class(std::string_view word, std::size_t word_class) {
    const bool form = word.starts_with('=');
    if (form) word.remove_prefix(1);
    if (auto why = reading::why_no_word(word)) return why;
    if (form && word.find('-') != std::string_view::npos) return "'=" + std::string(word) + "' is more than one word";
    if (form)
      knowledge_.vocabulary_.put_form_in_class(word, word_class);
    else
      knowledge_.vocabulary_.put_in_class(knowledge_.vocabulary_.add(word), word_class);
    return std::nullopt;
  }

  void read_compounds(const toml::table& table) {
    const toml::node* list = table.get("compounds");
    if (list == nullptr) return;
    for_texts(*list, "compounds", [&](const toml::node& at, const std::string& compound) {
      if (auto why = reading::why_no_word(compound)) return fault(at, "compounds: " + *why);
      if (compound.find('-') == std::string::npos)
        return fault(at, "compounds: " + quoted(compound) + " is one word; join the words of a compound with -");
      knowledge_.vocabulary_.make_compound(knowledge_.vocabulary_.add(compound));
    });
  }

  void read_duties(const toml::table& table) {
    for_members(table, "duties", [&](std::string_view name, const toml::node& node) {
      if (!node.is_string()) return fault(node, "duty " + quoted(name) + ": a text in quotes is needed");
      knowledge_.duties_.push_back({std::string(name), **node.as_string()});
    });
  }

  // ---- signals ----

  void name_signals(const toml::table& table) {
    for_members(table, "signals", [&](std::string_view name, const toml::node& node) {
      if (!signal_numbers_.emplace(name, knowledge_.signals_.size()).second)
        return fault(node, "signal " + quoted(name) + " stands in the knowledge twice");
      knowledge_.signals_.push_back({std::string(name), {}, {}, {}});
      signal_nodes_.push_back(&node);
    });
  }

  void read_signals(const toml::table& table) {
    for_members(table, "signals", [&](std::string_view name, const toml::node& node) {
      const std::size_t number = signal_numbers_.find(name)->second;
      if (signal_nodes_[number] != &node) return;
      entry_ = "signal " + quoted(name);
      Signal signal{.name = std::string(name)};
      const std::size_t before = faults_.size();
      if (const toml::table* full = node.as_table())
        read_fields(*full, "a signal", signal);
      else
        read_value(node, name, {}, signal.any);
      if (signal.any.empty() && signal.all.empty() && faults_.size() == before) fault(node, "has no cues");
      knowledge_.signals_[number] = std::move(signal);
      entry_.clear();
    });
  }

  // ---- signs ----

  std::optional<Sign> sign(const toml::node& at, std::string_view item) override {
    Sign sign;
    if (item.find('$') != std::string_view::npos && item.find(" & ") != std::string_view::npos)
      return signs_in_one_sentence(at, item);
    if (item.starts_with('$')) {
      const auto number = signal_numbers_.find(item.substr(1));
      if (number == signal_numbers_.end()) return no_sign(at, "no signal is named " + quoted(item));
      sign.kind = Sign::Kind::signal;
      sign.number = number->second;
    } else if (item.starts_with("fact:")) {
      sign.kind = Sign::Kind::fact;
      sign.fact = item.substr(5);
      if (!is_fact_sign(sign.fact)) return no_sign(at, "no fact is named " + quoted(sign.fact));
    } else {
      auto cue = reading::compile_cue(item, knowledge_.vocabulary_);
      if (!cue) return no_sign(at, cue.error().text());
      sign.number = knowledge_.cues_.size();
      knowledge_.cues_.push_back(std::move(cue).value());
    }
    return sign;
  }

  // "$gone & night": a signal and a cue, or two signals, in one sentence.
  std::optional<Sign> signs_in_one_sentence(const toml::node& at, std::string_view item) {
    constexpr std::string_view kAnd = " & ";
    Sign together;
    together.kind = Sign::Kind::together;
    while (!item.empty()) {
      const auto end = std::min(item.find(kAnd), item.size());
      auto part = sign(at, item.substr(0, end));
      if (!part) return std::nullopt;
      if (part->kind == Sign::Kind::fact)
        return no_sign(at, "'fact:" + part->fact + "' is true of the whole complaint, not of a sentence: use `all`");
      together.parts.push_back(std::move(*part));
      item.remove_prefix(std::min(end + kAnd.size(), item.size()));
    }
    return together;
  }

  std::nullopt_t no_sign(const toml::node& at, const std::string& why) {
    fault(at, why);
    return std::nullopt;
  }

  // ---- entries ----

  void read_entries(const toml::table& table) {
    const std::string act = table["act"].value_or(std::string{});
    for_entries(table, "offence", [&](const toml::table& entry) { read_offence(act, entry); });
    for_entries(table, "situation", [&](const toml::table& entry) { read_situation(entry); });
  }

  template <class F>
  void for_entries(const toml::table& table, std::string_view name, F take) {
    const toml::array* list = table[name].as_array();
    if (list == nullptr) return;
    for (const toml::node& node : *list) {
      if (const toml::table* entry = node.as_table())
        take(*entry);
      else
        fault(node, "begin each entry with [[" + std::string(name) + "]]");
      entry_.clear();
    }
  }

  void read_offence(const std::string& act, const toml::table& entry) {
    Offence offence;
    offence.act = act;
    offence.cognizable = offence.bailable = Answer::depends;
    offence.source = file_;
    offence.line = line_of(entry.source());
    entry_ = entry["act"].value_or(act) + " " + entry["section"].value_or(std::string("(an offence)"));
    read_fields(entry, "an offence", offence);
    if (offence.act.empty()) fault(entry, "an offence needs an act, here or at the head of the file");
    knowledge_.offences_.push_back(std::move(offence));
  }

  void read_situation(const toml::table& entry) {
    Situation situation;
    situation.source = file_;
    situation.line = line_of(entry.source());
    entry_ = entry["id"].value_or(std::string("(a situation)"));
    read_fields(entry, "a situation", situation);
    knowledge_.situations_.push_back(std::move(situation));
  }

  Knowledge knowledge_;
  std::vector<std::pair<std::string, toml::table>> tables_;
  std::map<std::string, std::size_t, std::less<>> signal_numbers_;
  std::vector<const toml::node*> signal_nodes_;  // where each is defined first
};

KnowledgeReading read_knowledge(const std::vector<KnowledgeFile>& files) {
  return KnowledgeReader().read(files);
}

Result<Knowledge> Knowledge::read(const std::vector<KnowledgeFile>& files) {
  KnowledgeReading reading = read_knowledge(files);
  std::erase_if(reading.faults, [](const KnowledgeFault& fault) { return !fault.stops; });
  if (reading.faults.empty()) return std::move(reading.knowledge);
  const KnowledgeFault& first = reading.faults.front();
  const std::size_t more = reading.faults.size() - 1;
  return Error{ErrorCode::invalid_argument,
               first.what + (more == 0 ? "" : "; and " + std::to_string(more) + " more: see `dossier knowledge check`"),
               "knowledge/" + first.file + (first.line > 0 ? ":" + std::to_string(first.line) : "")};
}

}  // namespace dossier::fir
