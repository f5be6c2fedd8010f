#include "desks/fir/draft_json.h"

#include "base/json_writer.h"

namespace dossier::desks::fir {
namespace {

using namespace dossier::fir;

void text_or_null(JsonWriter& json, std::string_view key, const std::string& text) {
  json.key(key);
  text.empty() ? json.null() : json.value(text);
}

void place(JsonWriter& json, Span span) {
  if (!span.empty()) json.member("start", span.start).member("end", span.end);
}

// Rupees as a number: whole when there are no paise.
void rupees(JsonWriter& json, std::string_view key, const std::optional<Money>& money) {
  json.key(key);
  if (!money) {
    json.null();
  } else if (money->minor() % 100 == 0) {
    json.value(static_cast<std::int64_t>(money->minor() / 100));
  } else {
    json.value(money->to_double());
  }
}

void write_evidence(JsonWriter& json, std::string_view key, const std::vector<Evidence>& list) {
  json.key(key).begin_array();
  for (const Evidence& e : list) {
    json.begin_object().member("start", e.span.start).member("end", e.span.end).member("text", e.text);
    if (e.given) json.member("given", true);
    json.end_object();
  }
  json.end_array();
}

void write_ingredients(JsonWriter& json, const Proposal& proposal) {
  json.key("ingredients").begin_array();
  for (const IngredientFinding& finding : proposal.ingredients) {
    json.begin_object().member("name", finding.ingredient->name).member("state", name_of(finding.state));
    write_evidence(json, "evidence", finding.evidence);
    text_or_null(json, "question", finding.state == IngredientState::missing ? finding.ingredient->question : "");
    json.end_object();
  }
  json.end_array();
}

void write_sections(JsonWriter& json, const Draft& draft) {
  json.key("sections").begin_array();
  for (const Proposal& proposal : draft.assessment.proposals) {
    const Offence& offence = *proposal.offence;
    for (const CitedSection& cited : cited_sections(proposal, draft.law)) {
      json.begin_object().member("act", cited.act).member("section", cited.section).member("title", offence.title);
      write_ingredients(json, proposal);
      write_evidence(json, "told_alike", proposal.told_alike);
      if (!proposal.despite.empty()) json.member("despite", proposal.despite);
      json.member("cognizable", name_of(proposal.cognizable))
          .member("bailable", name_of(proposal.bailable))
          .member("court", offence.court);
      json.member("punishment", offence.punishment);
      text_or_null(
          json, "depends_on",
          proposal.cognizable == Answer::depends || proposal.bailable == Answer::depends ? offence.depends_on : "");
      if (cited.act != offence.act) json.member("successor", offence.id());
      json.key("predecessor").begin_array();
      if (cited.act == offence.act && offence.act == "BNS") {
        for (const std::string& old : offence.ipc) json.value("IPC " + old);
      }
      json.end_array().end_object();
    }
  }
  json.end_array();
}

void write_list(JsonWriter& json, std::string_view key, const std::vector<Found>& list) {
  json.key(key).begin_array();
  for (const Found& found : list) {
    json.begin_object().member("text", found.text);
    place(json, found.span);
    json.end_object();
  }
  json.end_array();
}

void write_people(JsonWriter& json, const Facts& facts) {
  const auto& me = facts.complainant;
  json.key("complainant").begin_object();
  text_or_null(json, "name", me.name.text);
  text_or_null(json, "relative", me.relative.text);
  json.key("age");
  me.age ? json.value(*me.age) : json.null();
  text_or_null(json, "address", me.address.text);
  text_or_null(json, "phone", me.phone.text);
  place(json, me.name.span);
  json.end_object().key("accused").begin_object().key("count");
  facts.accused.count ? json.value(*facts.accused.count) : json.null();
  json.key("persons").begin_array();
  for (const PersonFact& person : facts.accused.persons) {
    json.begin_object();
    text_or_null(json, "name", person.name.text);
    text_or_null(json, "description", person.description.text);
    place(json, person.name.span);
    json.end_object();
  }
  json.end_array().end_object().key("victim").begin_object().key("age");
  facts.victim.age ? json.value(*facts.victim.age) : json.null();
  json.end_object();
}

void write_occurrence(JsonWriter& json, const Facts& facts) {
  const auto& when = facts.occurrence;
  json.key("occurrence").begin_object();
  text_or_null(json, "date_from", when.from ? when.from->iso() : "");
  text_or_null(json, "date_to", when.to ? when.to->iso() : "");
  text_or_null(json, "date_precision", !when.from ? "" : (when.from_known_day ? "day" : "period"));
  text_or_null(json, "time_from", when.time_from.text);
  text_or_null(json, "time_to", when.time_to.text);
  text_or_null(json, "place", when.place.text);
  place(json, when.place.span);
  json.end_object();
}

void write_property(JsonWriter& json, const Facts& facts) {
  json.key("property").begin_array();
  for (const PropertyFact& item : facts.property) {
    json.begin_object().member("description", item.description.text);
    rupees(json, "value", item.value);
    place(json, item.description.span);
    json.end_object();
  }
  json.end_array();
  rupees(json, "total_value", facts.total_value);
  json.key("amounts").begin_array();
  for (const AmountFact& amount : facts.amounts) {
    if (amount.rupees.minor() % 100 == 0)
      json.value(static_cast<std::int64_t>(amount.rupees.minor() / 100));
    else
      json.value(amount.rupees.to_double());
  }
  json.end_array();
}

void write_facts(JsonWriter& json, const Facts& facts) {
  json.key("facts").begin_object();
  write_people(json, facts);
  write_occurrence(json, facts);
  write_property(json, facts);
  write_list(json, "weapons", facts.weapons);
  write_list(json, "injuries", facts.injuries);
  write_list(json, "vehicles", facts.vehicles);
  write_list(json, "witnesses", facts.witnesses);
  write_list(json, "threats", facts.threats);
  write_list(json, "treatment", facts.treatments);
  write_list(json, "accounts", facts.accounts);
  write_list(json, "phones", facts.phones);
  json.key("delay").begin_object();
  text_or_null(json, "reason", facts.delay_reason.text);
  json.end_object().end_object();
}

void write_considered(JsonWriter& json, const Draft& draft) {
  json.key("considered").begin_array();
  for (const Considered& c : draft.assessment.considered)
    json.begin_object().member("act", c.act).member("section", c.section).member("why", c.why).end_object();
  json.end_array();
}

}  // namespace

std::string assessment_json(const Draft& draft) {
  JsonWriter json;
  json.begin_object();
  write_sections(json, draft);
  write_considered(json, draft);
  return json.end_object().take();
}

std::string draft_json(const Draft& draft) {
  JsonWriter json;
  json.begin_object()
      .member("draft", true)
      .member("route", draft.route)
      .member("law", name_of(draft.law))
      .member("transcript", draft.transcript);
  json.member("summary", draft.summary).member("sensitive", draft.sensitive);
  write_sections(json, draft);
  write_considered(json, draft);
  json.member("narrative", draft.narrative).key("missing").begin_array();
  for (const MissingFact& m : draft.missing)
    json.begin_object().member("field", m.field).member("question", m.question).end_object();
  json.end_array().key("procedure").begin_array();
  for (const std::string& duty : draft.procedure) json.value(duty);
  json.end_array().key("faults").begin_array();
  for (const std::string& fault : draft.faults) json.value(fault);
  json.end_array().member("document", draft.document);
  write_facts(json, draft.facts);
  json.end_object();
  return json.take();
}

}  // namespace dossier::desks::fir
