#include "desks/funds/answer_json.h"

namespace dossier::desks::funds {
namespace {

using namespace dossier::funds;

void write_box(JsonWriter& json, const reading::Box& box) {
  json.key("box").begin_array().value(box.x0).value(box.y0).value(box.x1).value(box.y1).end_array();
}

void write_value(JsonWriter& json, const AnswerValue& value) {
  json.begin_object().member("name", value.name).key("value");
  if (const auto* number = std::get_if<double>(&value.value)) json.value(*number);
  if (const auto* money = std::get_if<Money>(&value.value)) json.value(money->text(value.currency.minor_digits()));
  if (const auto* text = std::get_if<std::string>(&value.value)) json.value(*text);
  if (value.currency.known()) json.member("currency", value.currency.code());
  if (!value.fund.empty()) json.member("fund", value.fund);
  json.end_object();
}

void write_row(JsonWriter& json, const AnswerRow& answered) {
  const Transaction& row = answered.row;
  json.begin_object()
      .member("kind", name_of(row.kind))
      .member("date", row.date.iso())
      .member("date_precision", name_of(row.precision))
      .member("type", row.type)
      .member("amount", row.amount.text(answered.currency.minor_digits()))
      .member("description", row.description)
      .key("recallable");
  row.recallable ? json.value(*row.recallable) : json.null();
  if (!answered.fund.empty()) json.member("fund", answered.fund);
  json.member("file", row.place.file).member("page", row.place.page);
  write_box(json, row.place.box);
  json.end_object();
}

void write_source(JsonWriter& json, const Source& source) {
  json.begin_object().member("file", source.place.file).member("page", source.place.page);
  write_box(json, source.place.box);
  json.member("text", source.text).end_object();
}

void write_answer(JsonWriter& json, const Answer& answer) {
  json.begin_object().member("question", answer.question).member("answer", answer.text);
  json.key("values").begin_array();
  for (const AnswerValue& value : answer.values) write_value(json, value);
  json.end_array().key("rows").begin_array();
  for (const AnswerRow& row : answer.rows) write_row(json, row);
  json.end_array().key("sources").begin_array();
  for (const Source& source : answer.sources) write_source(json, source);
  json.end_array().key("answered");
  write_answered(json, answer.answered);
  json.end_object();
}

}  // namespace

void write_answered(JsonWriter& json, Answered answered) {
  switch (answered) {
    case Answered::no: json.value(false); return;
    case Answered::partly: json.value("partial"); return;
    case Answered::yes: json.value(true); return;
  }
}

std::string answer_json(const Answer& answer) {
  JsonWriter json;
  write_answer(json, answer);
  return json.take();
}

std::string answers_json(std::span<const Answer> answers) {
  JsonWriter json;
  json.begin_object().key("answers").begin_array();
  for (const Answer& answer : answers) write_answer(json, answer);
  json.end_array().end_object();
  return json.take();
}

}  // namespace dossier::desks::funds
