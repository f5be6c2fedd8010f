// Reads knowledge/*.toml. The only file that knows TOML.
#include "fir/fact_signs.h"
#include "fir/knowledge.h"

#include <toml++/toml.h>

#include <algorithm>

namespace dossier::fir {
namespace {

Error bad_entry(std::string_view file, std::string what) {
  return Error{ErrorCode::invalid_argument, std::move(what), "knowledge/" + std::string(file)};
}

std::string text_of(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string{});
}

std::vector<std::string> list_of(const toml::table& table, std::string_view key) {
  std::vector<std::string> list;
  const auto node = table[key];
  if (auto one = node.value<std::string>()) list.push_back(*one);
  if (const toml::array* array = node.as_array()) {
    for (const auto& item : *array) {
      if (auto text = item.value<std::string>()) list.push_back(*text);
    }
  }
  return list;
}

// A key that nobody reads is a slip of the pen, and what it says would silently be lost.
Result<void> only_keys(const std::string& file, const toml::table& table, std::string_view what,
                       std::initializer_list<std::string_view> known) {
  for (const auto& [key, node] : table) {
    if (std::find(known.begin(), known.end(), key.str()) == known.end())
      return bad_entry(file, std::string(what) + " knows no '" + std::string(key.str()) + "'");
  }
  return {};
}

// Lists hold texts only: anything else in them would not be read.
Result<void> only_texts(const std::string& file, const toml::table& table) {
  for (const auto& [key, node] : table) {
    const toml::array* list = node.as_array();
    if (list == nullptr || key == "ingredient" || key == "unless" || key == "supersedes_if") continue;
    for (const auto& item : *list) {
      if (!item.is_string()) return bad_entry(file, "'" + std::string(key.str()) + "' is a list of texts");
    }
  }
  return {};
}

Answer answer_of(const toml::table& table, std::string_view key, Answer otherwise) {
  const std::string word = text_of(table, key);
  if (word == "yes") return Answer::yes;
  if (word == "no") return Answer::no;
  return word == "depends" ? Answer::depends : otherwise;
}

// Debian's toml++ is built with exceptions; they end here.
Result<toml::table> parse_table(const KnowledgeFile& file) {
  try {
    return toml::parse(file.text);
  } catch (const toml::parse_error& error) {
    return bad_entry(file.name,
                     "line " + std::to_string(error.source().begin.line) + ": " + std::string(error.description()));
  }
}

}  // namespace

// Several passes: spellings before the words, so that a word in a class is the one its other spellings lead to; words
// and the names of signals before the rest, because cues and offences of every file refer to them.
class KnowledgeReader {
 public:
  Result<Knowledge> read(const std::vector<KnowledgeFile>& files) {
    TRY_DO(parse_tables(files));
    for (const KnowledgeFile& file : files) {
      if (file.name != kExperienceFile) continue;
      TRY(knowledge_.experience_, Experience::read(file.text));
    }
    for (const auto& [name, table] : tables_) TRY_DO(read_spellings(name, table));
    for (const auto& [name, table] : tables_) TRY_DO(read_words(name, table));
    for (const auto& [name, table] : tables_) TRY_DO(read_compounds(name, table));
    for (const auto& [name, table] : tables_) name_signals(table);
    for (const auto& [name, table] : tables_) TRY_DO(read_signals(name, table));
    for (const auto& [name, table] : tables_) TRY_DO(read_entries(name, table));
    return std::move(knowledge_);
  }

 private:
  Result<void> parse_tables(const std::vector<KnowledgeFile>& files) {
    for (const KnowledgeFile& file : files) {
      if (file.name == kExperienceFile) continue;
      TRY(toml::table table, parse_table(file));
      tables_.emplace_back(file.name, std::move(table));
    }
    return {};
  }

  Result<void> read_spellings(const std::string& file, const toml::table& table) {
    if (const toml::table* spellings = table["spellings"].as_table()) {
      for (const auto& [key, node] : *spellings) {
        const auto id = knowledge_.vocabulary_.add(key.str());
        for (const std::string& spelling : list_of(*spellings, key.str())) {
          if (auto why = reading::why_no_word(spelling))
            return bad_entry(file, "spellings of '" + std::string(key.str()) + "': " + *why);
          knowledge_.vocabulary_.add_spelling(spelling, id);
        }
      }
    }
    return {};
  }

  Result<void> read_words(const std::string& file, const toml::table& table) {
    if (const toml::table* words = table["words"].as_table()) {
      for (const auto& [key, node] : *words) {
        auto word_class = knowledge_.vocabulary_.add_class(key.str());
        if (!word_class) return bad_entry(file, word_class.error().text());
        for (const std::string& word : list_of(*words, key.str()))
          TRY_DO(read_class_word(file, std::string(key.str()), word, *word_class));
      }
    }
    return {};
  }

  Result<void> read_compounds(const std::string& file, const toml::table& table) {
    for (const std::string& compound : list_of(table, "compounds")) {
      if (auto why = reading::why_no_word(compound)) return bad_entry(file, "compounds: " + *why);
      if (compound.find('-') == std::string::npos)
        return bad_entry(file, "compounds: '" + compound + "' is one word; join the words of a compound with -");
      knowledge_.vocabulary_.make_compound(knowledge_.vocabulary_.add(compound));
    }
    return {};
  }

  // "=saw" is this very form, as in a cue.
  Result<void> read_class_word(const std::string& file, const std::string& class_name, std::string_view word,
                               std::size_t word_class) {
    const bool form = word.starts_with('=');
    if (form) word.remove_prefix(1);
    if (auto why = reading::why_no_word(word)) return bad_entry(file, "class '" + class_name + "': " + *why);
    if (form && word.find('-') != std::string_view::npos)
      return bad_entry(file, "class '" + class_name + "': '=" + std::string(word) + "' is more than one word");
    if (form)
      knowledge_.vocabulary_.put_form_in_class(word, word_class);
    else
      knowledge_.vocabulary_.put_in_class(knowledge_.vocabulary_.add(word), word_class);
    return {};
  }

  void name_signals(const toml::table& table) {
    const toml::table* signals = table["signals"].as_table();
    if (signals == nullptr) return;
    for (const auto& [key, node] : *signals) knowledge_.signals_.push_back({std::string(key.str()), {}, {}, {}});
  }

  Result<void> read_signals(const std::string& file, const toml::table& table) {
    const toml::table* signals = table["signals"].as_table();
    if (signals == nullptr) return {};
    for (const auto& [key, node] : *signals) {
      Signal& signal = knowledge_.signals_[*knowledge_.find_signal(key.str())];
      if (const toml::table* full = node.as_table()) {
        TRY_DO(only_keys(file, *full, "signal '" + signal.name + "'", {"any", "all", "unless"}));
        TRY(signal.any, named(signal.name, signs(file, list_of(*full, "any"))));
        TRY(signal.all, named(signal.name, signs(file, list_of(*full, "all"))));
        TRY(signal.unless, named(signal.name, signs(file, list_of(*full, "unless"))));
      } else {
        TRY(signal.any, named(signal.name, signs(file, list_of(*signals, key.str()))));
      }
      if (signal.any.empty() && signal.all.empty()) return bad_entry(file, "signal '" + signal.name + "' has no cues");
    }
    return {};
  }

  Result<std::vector<Sign>> signs(const std::string& file, const std::vector<std::string>& list) {
    std::vector<Sign> result;
    for (const std::string& item : list) {
      TRY(auto one, sign(file, item));
      result.push_back(std::move(one));
    }
    return result;
  }

  Result<Sign> sign(const std::string& file, std::string_view item) {
    Sign sign;
    if (item.find('$') != std::string_view::npos && item.find(" & ") != std::string_view::npos)
      return signs_in_one_sentence(file, item);
    if (item.starts_with('$')) {
      auto number = knowledge_.find_signal(item.substr(1));
      if (!number) return bad_entry(file, "no signal is named '" + std::string(item) + "'");
      sign.kind = Sign::Kind::signal;
      sign.number = *number;
    } else if (item.starts_with("fact:")) {
      sign.kind = Sign::Kind::fact;
      sign.fact = item.substr(5);
      if (!is_fact_sign(sign.fact)) return bad_entry(file, "no fact is named '" + sign.fact + "'");
    } else {
      auto cue = reading::compile_cue(item, knowledge_.vocabulary_);
      if (!cue) return bad_entry(file, cue.error().text());
      sign.number = knowledge_.cues_.size();
      knowledge_.cues_.push_back(std::move(cue).value());
    }
    return sign;
  }

  // "$gone & night": a signal and a cue, or two signals, in one sentence.
  Result<Sign> signs_in_one_sentence(const std::string& file, std::string_view item) {
    constexpr std::string_view kAnd = " & ";
    Sign together;
    together.kind = Sign::Kind::together;
    while (!item.empty()) {
      const auto at = std::min(item.find(kAnd), item.size());
      TRY(auto part, sign(file, item.substr(0, at)));
      if (part.kind == Sign::Kind::fact)
        return bad_entry(file, "'fact:" + part.fact + "' is true of the whole complaint, not of a sentence: use `all`");
      together.parts.push_back(std::move(part));
      item.remove_prefix(std::min(at + kAnd.size(), item.size()));
    }
    return together;
  }

  Result<void> read_entries(const std::string& file, const toml::table& table) {
    const std::string act = text_of(table, "act");
    if (const toml::array* offences = table["offence"].as_array()) {
      for (const auto& node : *offences) {
        if (const toml::table* entry = node.as_table()) TRY_DO(read_offence(file, act, *entry));
      }
    }
    if (const toml::array* situations = table["situation"].as_array()) {
      for (const auto& node : *situations) {
        if (const toml::table* entry = node.as_table()) TRY_DO(read_situation(file, *entry));
      }
    }
    if (const toml::table* duties = table["duties"].as_table()) {
      for (const auto& [key, node] : *duties)
        knowledge_.duties_.push_back({std::string(key.str()), node.value_or(std::string{})});
    }
    return {};
  }

  Result<std::vector<Ingredient>> ingredients(const std::string& file, const toml::table& entry) {
    std::vector<Ingredient> result;
    const toml::array* list = entry["ingredient"].as_array();
    if (list == nullptr) return result;
    for (const auto& node : *list) {
      const toml::table* table = node.as_table();
      if (table == nullptr) return bad_entry(file, "an ingredient is a table with id, name and any");
      TRY_DO(only_keys(file, *table, "an ingredient", {"id", "name", "core", "any", "against", "ask"}));
      Ingredient ingredient;
      ingredient.id = text_of(*table, "id");
      ingredient.name = text_of(*table, "name");
      ingredient.core = (*table)["core"].value_or(true);
      ingredient.question = text_of(*table, "ask");
      TRY(ingredient.any, signs(file, list_of(*table, "any")));
      TRY(ingredient.against, signs(file, list_of(*table, "against")));
      result.push_back(std::move(ingredient));
    }
    return result;
  }

  Result<std::vector<Unless>> exceptions(const std::string& file, const toml::table& entry) {
    std::vector<Unless> result;
    const toml::array* list = entry["unless"].as_array();
    if (list == nullptr) return result;
    for (const auto& node : *list) {
      const toml::table* table = node.as_table();
      if (table == nullptr) return bad_entry(file, "unless is a list of tables with any and why");
      TRY_DO(only_keys(file, *table, "unless", {"any", "why"}));
      Unless unless;
      unless.why = text_of(*table, "why");
      TRY(unless.any, signs(file, list_of(*table, "any")));
      result.push_back(std::move(unless));
    }
    return result;
  }

  Result<std::vector<Precedence>> precedences(const std::string& file, const toml::table& entry) {
    std::vector<Precedence> result;
    const toml::array* list = entry["supersedes_if"].as_array();
    if (list == nullptr) return result;
    for (const auto& node : *list) {
      const toml::table* table = node.as_table();
      if (table == nullptr) return bad_entry(file, "supersedes_if is a list of tables with any and over");
      TRY_DO(only_keys(file, *table, "supersedes_if", {"any", "over"}));
      Precedence precedence;
      precedence.over = list_of(*table, "over");
      TRY(precedence.any, signs(file, list_of(*table, "any")));
      if (precedence.over.empty() || precedence.any.empty())
        return bad_entry(file, "supersedes_if says what it stands over (`over`) and when (`any`)");
      result.push_back(std::move(precedence));
    }
    return result;
  }

  Result<void> read_offence(const std::string& file, const std::string& act, const toml::table& entry) {
    Offence offence;
    TRY_DO(only_texts(file, entry));
    TRY_DO(
        only_keys(file, entry, text_of(entry, "section"),
                  {"act",        "section",    "title",         "ipc",         "punishment", "court",     "max_years",
                   "cognizable", "bailable",   "depends_on",    "supersedes",  "duties",     "questions", "route",
                   "companion",  "joint",      "spread",        "rank",        "catch",      "near_miss", "ingredient",
                   "unless",     "by_officer", "supersedes_if", "route_unless"}));
    offence.source = file;
    offence.act = entry["act"].value_or(act);
    offence.section = text_of(entry, "section");
    if (offence.act.empty() || offence.section.empty()) return bad_entry(file, "an offence needs an act and a section");
    offence.title = text_of(entry, "title");
    offence.ipc = list_of(entry, "ipc");
    offence.punishment = text_of(entry, "punishment");
    offence.court = text_of(entry, "court");
    offence.max_years = entry["max_years"].value_or(0.0);
    offence.cognizable = answer_of(entry, "cognizable", Answer::depends);
    offence.bailable = answer_of(entry, "bailable", Answer::depends);
    offence.depends_on = text_of(entry, "depends_on");
    offence.supersedes = list_of(entry, "supersedes");
    offence.duties = list_of(entry, "duties");
    offence.questions = list_of(entry, "questions");
    offence.route = text_of(entry, "route");
    offence.companion = entry["companion"].value_or(false);
    offence.by_officer = entry["by_officer"].value_or(false);
    offence.joint = entry["joint"].value_or(false);
    offence.spread = static_cast<int>(entry["spread"].value_or(std::int64_t{offence.spread}));
    offence.rank = static_cast<int>(entry["rank"].value_or(std::int64_t{0}));
    offence.catches = text_of(entry, "catch");
    offence.near_miss = text_of(entry, "near_miss");
    TRY(offence.ingredients, named(offence.id(), ingredients(file, entry)));
    TRY(offence.unless, named(offence.id(), exceptions(file, entry)));
    TRY(offence.route_unless, named(offence.id(), signs(file, list_of(entry, "route_unless"))));
    TRY(offence.supersedes_if, named(offence.id(), precedences(file, entry)));
    knowledge_.offences_.push_back(std::move(offence));
    return {};
  }

  Result<void> read_situation(const std::string& file, const toml::table& entry) {
    Situation situation;
    TRY_DO(only_texts(file, entry));
    TRY_DO(only_keys(file, entry, text_of(entry, "id"),
                     {"id", "route", "title", "why", "suppresses", "questions", "spread", "catch", "near_miss",
                      "ingredient", "unless"}));
    situation.id = text_of(entry, "id");
    situation.route = text_of(entry, "route");
    situation.title = text_of(entry, "title");
    situation.why = text_of(entry, "why");
    situation.suppresses = list_of(entry, "suppresses");
    situation.questions = list_of(entry, "questions");
    situation.spread = static_cast<int>(entry["spread"].value_or(std::int64_t{situation.spread}));
    situation.catches = text_of(entry, "catch");
    situation.near_miss = text_of(entry, "near_miss");
    TRY(situation.ingredients, named(situation.id, ingredients(file, entry)));
    TRY(situation.unless, named(situation.id, exceptions(file, entry)));
    knowledge_.situations_.push_back(std::move(situation));
    return {};
  }

  // Puts the entry's name before the message of a failure inside it.
  template <class T>
  static Result<T> named(const std::string& id, Result<T> result) {
    if (result) return result;
    Error error = std::move(result).error();
    error.message = id + ": " + error.message;
    return error;
  }

  Knowledge knowledge_;
  std::vector<std::pair<std::string, toml::table>> tables_;
};

Result<Knowledge> Knowledge::read(const std::vector<KnowledgeFile>& files) {
  return KnowledgeReader().read(files);
}

}  // namespace dossier::fir
