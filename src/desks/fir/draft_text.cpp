#include "desks/fir/draft_text.h"

#include <ostream>
#include <sstream>

namespace dossier::desks::fir {
namespace {

using namespace dossier::fir;

constexpr std::size_t kColumns = 100;
constexpr std::size_t kLabelColumns = 12;

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (const char c : text) columns += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return columns;
}

class Writer {
 public:
  Writer(std::ostream& out, bool colour) : out_(out), colour_(colour) {}

  void head(std::string_view title) { out_ << "\n" << bold(title) << "\n"; }
  std::string bold(std::string_view text) const {
    return colour_ ? "\x1b[1m" + std::string(text) + "\x1b[0m" : std::string(text);
  }

  // A label in its column, then the text wrapped beside it.
  void row(std::string_view label, std::string_view text, std::size_t indent = 2) {
    if (text.empty()) return;
    out_ << std::string(indent, ' ') << label
         << std::string(columns_of(label) < kLabelColumns ? kLabelColumns - columns_of(label) : 1, ' ');
    wrap(text, indent + kLabelColumns);
  }

  void item(std::string_view mark, std::string_view text, std::size_t indent) {
    out_ << std::string(indent, ' ') << mark << ' ';
    wrap(text, indent + columns_of(mark) + 1);
  }

 private:
  void wrap(std::string_view text, std::size_t indent) {
    std::istringstream words{std::string(text)};
    std::string word;
    std::size_t at = indent;
    bool first = true;
    while (words >> word) {
      const std::size_t width = columns_of(word);
      if (!first && at + 1 + width > kColumns) {
        out_ << "\n" << std::string(indent, ' ');
        at = indent;
        first = true;
      }
      if (!first) out_ << ' ', ++at;
      out_ << word;
      at += width;
      first = false;
    }
    out_ << "\n";
  }

  std::ostream& out_;
  bool colour_;
};

std::string_view mark_of(IngredientState state) {
  switch (state) {
    case IngredientState::met: return "[x]";
    case IngredientState::missing: return "[ ]";
    case IngredientState::contradicted: return "[!]";
  }
  return "[ ]";
}

std::string yes_no(Answer answer, std::string_view yes, std::string_view no) {
  if (answer == Answer::depends) return "it depends whether " + std::string(yes);
  return std::string(answer == Answer::yes ? yes : no);
}

void write_section(const Proposal& proposal, Law law, Writer& writer) {
  std::string cited;
  for (const CitedSection& section : sections_of_item_two(proposal, law))
    cited += (cited.empty() ? "" : ", ") + section.act + " " + section.section;
  const Offence& offence = *proposal.offence;
  writer.item(writer.bold(cited), offence.title, 2);
  writer.item(" ",
              offence.punishment + "; " + yes_no(proposal.cognizable, "cognizable", "non-cognizable") + "; " +
                  yes_no(proposal.bailable, "bailable", "non-bailable") + "; " + offence.court,
              2);
  if (!proposal.told_alike.empty()) {
    std::string words;
    for (const Evidence& e : proposal.told_alike) words += (words.empty() ? "\"" : ", \"") + e.text + "\"";
    writer.item(" ", "proposed because complaints under it are told in such words: " + words, 4);
    if (!proposal.despite.empty()) writer.item(" ", "weigh against it: " + proposal.despite, 4);
  }
  for (const IngredientFinding& finding : proposal.ingredients) {
    writer.item(mark_of(finding.state), finding.ingredient->name, 4);
    for (const Evidence& e : finding.evidence)
      writer.item("-", e.given ? "given at the desk" : "\"" + e.text + "\"", 8);
    if (finding.state == IngredientState::missing && !finding.ingredient->question.empty())
      writer.item("?", finding.ingredient->question, 8);
  }
}

std::string property_line(const PropertyFact& item) {
  return item.description.text + (item.value ? "   Rs " + item.value->grouped() : "");
}

void write_list(Writer& writer, std::string_view label, const std::vector<Found>& list) {
  for (std::size_t i = 0; i < list.size(); ++i) writer.row(i == 0 ? label : "", list[i].text);
}

void write_facts(const Facts& facts, Writer& writer) {
  writer.head("Facts");
  writer.row("Informant", facts.complainant.name.text);
  const auto& when = facts.occurrence;
  std::string day;
  if (when.from)
    day = when.from->iso() + (when.to && *when.to != *when.from ? " to " + when.to->iso() : "") +
          (when.time_from ? ", " + when.time_from.text : "");
  writer.row("When", day);
  writer.row("Where", when.place.text);
  for (const PersonFact& person : facts.accused.persons)
    writer.row("Accused", person.name.text + (person.description ? " (" + person.description.text + ")" : ""));
  if (facts.accused.count) writer.row("Number", std::to_string(*facts.accused.count));
  for (std::size_t i = 0; i < facts.property.size(); ++i)
    writer.row(i == 0 ? "Property" : "", property_line(facts.property[i]));
  if (facts.total_value) writer.row("Value", "Rs " + facts.total_value->grouped());
  write_list(writer, "Injuries", facts.injuries);
  write_list(writer, "Weapons", facts.weapons);
  write_list(writer, "Threats", facts.threats);
  write_list(writer, "Vehicles", facts.vehicles);
  write_list(writer, "Witnesses", facts.witnesses);
  write_list(writer, "Accounts", facts.accounts);
  writer.row("Delay", facts.delay_reason.text);
}

}  // namespace

void write_draft(const Draft& draft, bool colour, std::ostream& out) {
  Writer writer(out, colour);
  out << writer.bold("DRAFT") << "  a person decides; nothing here is registered\n\n";
  writer.row("Route", draft.route);
  writer.row("Law", name_of(draft.law));
  if (draft.sensitive) writer.row("Sensitive", "keep the victim's identity out of lists, names of files and logs");
  writer.row("Summary", draft.summary);
  if (!draft.assessment.proposals.empty()) writer.head("Offences proposed");
  for (const Proposal& proposal : draft.assessment.proposals) write_section(proposal, draft.law, writer);
  if (!draft.assessment.considered.empty()) writer.head("Considered, not proposed");
  for (const Considered& c : draft.assessment.considered) writer.item(c.act + " " + c.section + ":", c.why, 2);
  write_facts(draft.facts, writer);
  if (!draft.faults.empty()) writer.head("Coverage check");
  for (const std::string& fault : draft.faults) writer.item("!", fault, 2);
  if (!draft.missing.empty()) writer.head("To ask");
  for (const MissingFact& m : draft.missing) writer.item("?", m.question, 2);
  if (!draft.procedure.empty()) writer.head("Duties");
  for (const std::string& duty : draft.procedure) writer.item("-", duty, 2);
}

}  // namespace dossier::desks::fir
