#include "desks/funds/chat_views.h"

#include "base/limits.h"

#include <algorithm>

namespace dossier::desks::funds {

using net::field;
using net::Fields;

ConversationView view_of(const Conversation& conversation) {
  ConversationView view;
  view.conversation_id = conversation.id;
  if (conversation.fund) view.fund_id = conversation.fund->value;
  view.created_at = {conversation.created_at};
  view.updated_at = {conversation.updated_at};
  for (const auto& message : conversation.messages) {
    view.messages.push_back({std::string(name_of(message.role)), message.content, net::NaiveUtc{message.at}});
  }
  return view;
}

namespace {

// The words by which the old system told questions for figures and rows from others; its clients count on the metrics
// being there when one of them occurs.
bool asks_for_figures(std::string_view query) {
  std::string lower(query);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const char* word : {"calculate", "compute", "what is the", "dpi", "irr", "tvpi", "moic", "pic", "show", "list",
                           "get", "find", "retrieve", "capital call", "distribution"}) {
    if (lower.find(word) != std::string::npos) return true;
  }
  return false;
}

// The first characters, cut between two of them.
std::string beginning(const std::string& text, std::size_t characters_max) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (begins && ++count > characters_max) break;
  }
  return text.substr(0, at);
}

SourceView view_of(const dossier::funds::Source& source, const ChatQuery& query) {
  const auto& place = source.place;
  SourceView view{beginning(source.text, limits::kChatSourceCharactersMax), {}, 1};
  if (place.document) view.metadata.document_id = place.document.value;
  if (place.page > 0) view.metadata.page = view.metadata.page_number = place.page;
  view.metadata.fund_id = query.fund_id;
  view.metadata.file_name = place.file;
  view.metadata.box = {place.box.x0, place.box.y0, place.box.x1, place.box.y1};
  return view;
}

}  // namespace

ChatAnswer view_of(const Asked& asked, const ChatQuery& query) {
  ChatAnswer view;
  view.answer = asked.answer.text;
  const std::size_t shown = std::min(asked.answer.sources.size(), limits::kChatSourcesMax);
  for (std::size_t i = 0; i < shown; ++i) view.sources.push_back(view_of(asked.answer.sources[i], query));
  if (asked.metrics && asks_for_figures(query.query)) view.metrics = view_of(*asked.metrics, asked.currency);
  view.details.text = asked.json;
  return view;
}

const Fields& NewConversation::fields() {
  static const auto table =
      Fields::of<NewConversation>("NewConversation", "What will be talked about.",
                                  {field<&NewConversation::fund_id>("fund_id", "The fund; null: all funds.")});
  return table;
}

const Fields& ByConversation::fields() {
  static const auto table = Fields::of<ByConversation>("ByConversation", "One of them.",
                                                       {field<&ByConversation::id>("id", "The conversation's id.")});
  return table;
}

const Fields& MessageView::fields() {
  using M = MessageView;
  static const auto table =
      Fields::of<M>("ChatMessage", "What was said.",
                    {field<&M::role>("role", "user or assistant."), field<&M::content>("content", "The words."),
                     field<&M::timestamp>("timestamp", "UTC.")});
  return table;
}

const Fields& ConversationView::fields() {
  using C = ConversationView;
  static const auto table = Fields::of<C>(
      "Conversation", "Questions and answers, oldest first.",
      {field<&C::conversation_id>("conversation_id", "Its id."), field<&C::fund_id>("fund_id", "The fund it is about."),
       field<&C::messages>("messages", "Questions and answers in turn."), field<&C::created_at>("created_at", "UTC."),
       field<&C::updated_at>("updated_at", "UTC.")});
  return table;
}

const Fields& ChatQuery::fields() {
  using C = ChatQuery;
  static const auto table = Fields::of<C>(
      "ChatQuery", "A question.",
      {field<&C::query>("query", "In plain words.", net::length(0, limits::kQuestionCharactersMax)),
       field<&C::fund_id>("fund_id", "The fund it is about; null: all funds."),
       field<&C::conversation_id>("conversation_id", "Whose earlier questions it may lean on; made when it is new.")});
  return table;
}

const Fields& SourceMetadata::fields() {
  using S = SourceMetadata;
  static const auto table = Fields::of<S>(
      "SourceMetadata", "Where a source stands.",
      {field<&S::document_id>("document_id", "The document."), field<&S::page>("page", "From 1."),
       field<&S::page_number>("page_number", "The same."), field<&S::fund_id>("fund_id", "The fund asked about."),
       field<&S::file_name>("file_name", "The document's name."),
       field<&S::box>("box", "x0, y0, x1, y1 in PDF points from the top left corner.")});
  return table;
}

const Fields& SourceView::fields() {
  using S = SourceView;
  static const auto table =
      Fields::of<S>("Source", "What an answer rests on.",
                    {field<&S::content>("content", "What stands there."), field<&S::metadata>("metadata", "Where."),
                     field<&S::score>("score", "1: an exact place.")});
  return table;
}

namespace {

// The fields of an answer, with and without a model.
struct AnswerFields {
  using C = ChatAnswer;
  net::Field answer = field<&C::answer>("answer", "In plain words.");
  net::Field sources = field<&C::sources>("sources", "The first of its sources.");
  net::Field metrics = field<&C::metrics>("metrics", "Of the fund, when figures or rows were asked for.");
  net::Field processing_time = field<&C::processing_time>("processing_time", "Seconds, to the hundredth; never 0.");
  net::Field details =
      field<&C::details>("details", "Values, rows and every source, as `dossier funds ask --json` prints them.");
};

}  // namespace

const Fields& ChatAnswer::fields() {
  const AnswerFields f;
  static const auto table = Fields::of<ChatAnswer>("ChatAnswer", "An answer with what it rests on.",
                                                   {f.answer, f.sources, f.metrics, f.processing_time, f.details});
  return table;
}

const Fields& PhrasedChatAnswer::fields() {
  using P = PhrasedChatAnswer;
  const AnswerFields f;
  static const auto table = Fields::of<P>(
      "PhrasedChatAnswer", "An answer with what it rests on, where a model may phrase what passages say.",
      {f.answer, f.sources, f.metrics, f.processing_time, f.details,
       field<&P::degraded>("degraded", "The words are made by rules though a model should have phrased them."),
       field<&P::degraded_reason>("degraded_reason", "Why: full, late, unavailable, ungrounded, declined ...")});
  return table;
}

}  // namespace dossier::desks::funds
