#include "fir/knowledge_fields.h"

namespace dossier::fir {
namespace {

constexpr double kDeath = 100;         // max_years of it; 99 is life
constexpr double kRankMax = 100;       // places in the list are told apart by fewer
constexpr double kSpreadMax = 10'000;  // sentences: more than a complaint may have

using Need = KnowledgeRule::Need;

const KnowledgeRule kNeeded{.need = Need::to_be_read};
const KnowledgeRule kToBeComplete{.need = Need::to_be_complete};
const KnowledgeRule kName{
    .need = Need::to_be_read, .pattern = "^[a-z][a-z0-9_]*$", .wanted = "small letters, digits and _"};
const KnowledgeRule kClass{.need = Need::to_be_complete, .choices = {"yes", "no", "depends"}};
const KnowledgeRule kDecided{.choices = {"yes", "no"}};
const KnowledgeRule kSpread{.min = 1, .max = kSpreadMax};

// "303(2)", "66D", "20(a)/(b)(i)", "13(1)(a) r/w 13(2)".
const KnowledgeRule kSection{
    .need = Need::to_be_read,
    .pattern =
        "^[0-9]{1,3}[A-Z]{0,2}(\\([0-9A-Za-z]{1,5}\\))*(( r/w |/|-)([0-9]{1,3}[A-Z]{0,2})?(\\([0-9A-Za-z]{1,5}\\))"
        "*)*$",
    .wanted = "a section such as 303(2), 66D or 3(1)(r)"};

// The Penal Code ends with section 511.
const KnowledgeRule kOldSection{
    .pattern = "^([1-9][0-9]?|[1-4][0-9]{2}|50[0-9]|51[01])[A-Z]{0,2}(\\([0-9A-Za-z]{1,4}\\))*$",
    .wanted = "a section of the Indian Penal Code, 1 to 511, such as 379 or 376(2)"};

}  // namespace

template <>
const KnowledgeFields<Offence>& knowledge_fields() {
  static const KnowledgeFields<Offence> fields = {
      {"act", "The act, where it is another than that at the head of the file.", &Offence::act},
      {"section", "The punishing section and sub-section.", &Offence::section, kSection},
      {"title", "What the offence is called, in our words.", &Offence::title, kToBeComplete},
      {"punishment", "The punishment, in our words.", &Offence::punishment, kToBeComplete},
      {"max_years",
       "The longest term in years: 99 is life, 100 death, 0 where it is that of another offence.",
       &Offence::max_years,
       {.need = Need::to_be_complete, .min = 0, .max = kDeath}},
      {"cognizable", "Whether the police may act without a Magistrate's order.", &Offence::cognizable, kClass},
      {"bailable", "Whether bail is a matter of right.", &Offence::bailable, kClass},
      {"depends_on", "The fact that decides where cognizable or bailable depends.", &Offence::depends_on},
      {"rows", "Further rows of the schedule: the first of which a sign holds decides cognizable and bailable.",
       &Offence::rows},
      {"court", "The court that tries it.", &Offence::court, kToBeComplete},
      {"ipc", "Its predecessors in the Indian Penal Code.", &Offence::ipc, kOldSection},
      {"ingredient", "What must be shown.", &Offence::ingredients, kToBeComplete},
      {"unless", "What stands against it.", &Offence::unless},
      {"supersedes",
       "Entries that are not proposed beside this one, such as \"BNS 303(2)\"; \"BNS 303*\" is every sub-section.",
       &Offence::supersedes},
      {"supersedes_if", "The same, only where a sign holds.", &Offence::supersedes_if},
      {"duties", "Duties of procedure it triggers: keys of [duties].", &Offence::duties},
      {"questions", "What to ask whenever it is proposed.", &Offence::questions},
      {"route",
       "Where the law sends the informant instead of to the station.",
       &Offence::route,
       {.choices = {"COURT_COMPLAINT", "REFER_AGENCY"}}},
      {"route_unless", "Signs that it is a case for the station all the same.", &Offence::route_unless},
      {"companion", "It never stands alone.", &Offence::companion},
      {"by_officer", "No cue proposes it: an officer adds it.", &Offence::by_officer},
      {"joint", "Common intention may be added beside it.", &Offence::joint},
      {"spread", "How many sentences apart the core ingredients may be told (3 when left out).", &Offence::spread,
       kSpread},
      {"rank",
       "Its place in the list; the higher stands first and supersedes first.",
       &Offence::rank,
       {.min = 0, .max = kRankMax}},
      {"catch", "A complaint it must catch, in our words.", &Offence::catches},
      {"near_miss", "A complaint it must leave alone, in our words.", &Offence::near_miss}};
  return fields;
}

template <>
const KnowledgeFields<Situation>& knowledge_fields() {
  static const KnowledgeFields<Situation> fields = {
      {"id", "Its name.", &Situation::id, kName},
      {"route",
       "Where the complaint goes; NOTE is a remark and no way of its own.",
       &Situation::route,
       {.need = Need::to_be_complete,
        .choices = {"LOST_REPORT", "MISSING_PERSON", "INQUEST", "CIVIL", "REFER_AGENCY", "CLARIFY", "ZERO_FIR",
                    "NOTE"}}},
      {"title", "What it is called.", &Situation::title, kToBeComplete},
      {"why", "Why what it suppresses is not proposed; needed where it suppresses anything.", &Situation::why},
      {"ingredient", "What must be shown.", &Situation::ingredients, kToBeComplete},
      {"unless", "What stands against it.", &Situation::unless},
      {"suppresses", "Entries that this reading of the facts excludes.", &Situation::suppresses},
      {"questions", "What to ask.", &Situation::questions},
      {"spread", "How many sentences apart the core ingredients may be told (anywhere when left out).",
       &Situation::spread, kSpread},
      {"catch", "A complaint it must catch, in our words.", &Situation::catches, kToBeComplete},
      {"near_miss", "A complaint it must leave alone, in our words.", &Situation::near_miss, kToBeComplete}};
  return fields;
}

template <>
const KnowledgeFields<Ingredient>& knowledge_fields() {
  static const KnowledgeFields<Ingredient> fields = {
      {"id", "Its name within the entry.", &Ingredient::id, kName},
      {"name", "What must be shown, in our words.", &Ingredient::name, kNeeded},
      {"core", "Without it the entry is not proposed (true when left out).", &Ingredient::core},
      {"any", "Signs: one of them shows it.", &Ingredient::any},
      {"against", "Signs that the complaint says the contrary.", &Ingredient::against},
      {"ask", "The question where it is missing.", &Ingredient::question}};
  return fields;
}

template <>
const KnowledgeFields<Unless>& knowledge_fields() {
  static const KnowledgeFields<Unless> fields = {{"any", "Signs: one of them is enough.", &Unless::any, kNeeded},
                                                 {"why", "Why the entry is not proposed then.", &Unless::why, kNeeded}};
  return fields;
}

template <>
const KnowledgeFields<Precedence>& knowledge_fields() {
  static const KnowledgeFields<Precedence> fields = {
      {"any", "Signs: one of them is enough.", &Precedence::any, kNeeded},
      {"over", "Entries that are not proposed then.", &Precedence::over, kNeeded}};
  return fields;
}

template <>
const KnowledgeFields<ScheduleRow>& knowledge_fields() {
  static const KnowledgeFields<ScheduleRow> fields = {
      {"any", "Signs: one of them is enough.", &ScheduleRow::any, kNeeded},
      {"cognizable", "What the row says.", &ScheduleRow::cognizable, kDecided},
      {"bailable", "What the row says.", &ScheduleRow::bailable, kDecided}};
  return fields;
}

template <>
const KnowledgeFields<Signal>& knowledge_fields() {
  static const KnowledgeFields<Signal> fields = {{"any", "One of these signs, when there are any.", &Signal::any},
                                                 {"all", "And every one of these.", &Signal::all},
                                                 {"unless", "And none of these.", &Signal::unless}};
  return fields;
}

std::span<const KnowledgeHead> knowledge_heads() {
  using Kind = KnowledgeHead::Kind;
  static const KnowledgeHead heads[] = {
      {"act", "The act of the entries of this file.", Kind::text},
      {"chapter", "Its chapter or full name, for whoever reads the file.", Kind::text},
      {"compounds", "Words that are one thing together, joined with -.", Kind::texts},
      {"spellings", "Other spellings of a word.", Kind::named_lists},
      {"words", "Classes of words, which cues name with @.", Kind::named_lists},
      {"signals", "Named groups of signs, which entries name with $.", Kind::signals},
      {"duties", "Duties of procedure, by name.", Kind::named_texts},
      {"offence", "The offences.", Kind::offences},
      {"situation", "What a complaint may be instead of an offence.", Kind::situations}};
  return heads;
}

}  // namespace dossier::fir
