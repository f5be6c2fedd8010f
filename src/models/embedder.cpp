#include "models/embedder.h"

#include "base/json_writer.h"
#include "models/json_reading.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace dossier::models {

using async::Task;

namespace {

Error unusable(std::string what) {
  return {ErrorCode::unavailable, std::move(what)};
}

std::string body_of(const std::vector<std::string>& texts, const std::string& model) {
  JsonWriter body;
  body.begin_object().member("model", model).key("input").begin_array();
  for (const std::string& text : texts) body.value(text);
  return body.end_array().end_object().take();
}

Result<Vector> read_vector(const json::array& numbers) {
  if (numbers.empty() || numbers.size() > limits::kEmbeddingNumbersMax)
    return unusable("a vector has " + std::to_string(numbers.size()) + " numbers");
  Vector vector;
  vector.reserve(numbers.size());
  double square = 0;
  for (const json::value& number : numbers) {
    boost::system::error_code fault;
    const double value = number.to_number<double>(fault);
    if (fault || !std::isfinite(value)) return unusable("a vector holds something that is no number");
    vector.push_back(static_cast<float>(value));
    square += value * value;
  }
  if (square <= 0) return unusable("a vector is zero");
  const auto length = static_cast<float>(std::sqrt(square));
  for (float& value : vector) value /= length;
  return vector;
}

// By `index`, which servers may send in any order; each exactly once.
Result<std::vector<Vector>> read_vectors(const std::string& body, std::size_t expected) {
  TRY(const json::value parsed, parse_object(body));
  const json::array* data = array_in(parsed.get_object(), "data");
  if (data == nullptr || data->size() != expected)
    return unusable("it has not one vector for each of the " + std::to_string(expected) + " texts");
  std::vector<Vector> vectors(expected);
  for (const json::value& item : *data) {
    const json::object* object = item.if_object();
    const json::array* numbers = object == nullptr ? nullptr : array_in(*object, "embedding");
    const int number = object == nullptr ? -1 : int_in(*object, "index");
    const auto index = static_cast<std::size_t>(number);  // a negative one becomes too large
    if (numbers == nullptr || index >= expected || !vectors[index].empty())
      return unusable("its vectors are not numbered as the texts are");
    TRY(vectors[index], read_vector(*numbers));
  }
  for (const Vector& vector : vectors) {
    if (vector.size() != vectors.front().size()) return unusable("its vectors are of different lengths");
  }
  return vectors;
}

}  // namespace

Result<void> check_texts(const std::vector<std::string>& texts) {
  if (texts.size() > limits::kEmbeddingTextsMax) {
    return Error{ErrorCode::too_large,
                 "more than " + std::to_string(limits::kEmbeddingTextsMax) + " texts at once; send them in parts"};
  }
  for (const std::string& text : texts) {
    if (text.size() > limits::kEmbeddingTextBytesMax) {
      return Error{ErrorCode::too_large, "a text is longer than " + std::to_string(limits::kEmbeddingTextBytesMax) +
                                             " bytes; cut it into passages"};
    }
  }
  return {};
}

Task<Result<std::vector<Vector>>> EmbeddingClient::embed(Context context, std::vector<std::string> texts) {
  CO_TRY_DO(check_texts(texts));
  std::vector<Vector> all;
  for (std::size_t from = 0; from < texts.size(); from += limits::kEmbeddingBatchMax) {
    const auto begin = texts.begin() + static_cast<std::ptrdiff_t>(from);
    const std::size_t count = std::min(limits::kEmbeddingBatchMax, texts.size() - from);
    std::vector<std::string> batch(begin, begin + static_cast<std::ptrdiff_t>(count));
    Task<Result<std::vector<Vector>>> embedding = embed_batch(context, std::move(batch));
    CO_TRY(std::vector<Vector> vectors, co_await std::move(embedding));
    if (!all.empty() && all.front().size() != vectors.front().size())
      co_return unusable("the endpoints of the role embedding serve different models; give them the same one");
    std::move(vectors.begin(), vectors.end(), std::back_inserter(all));
  }
  co_return all;
}

Task<Result<std::vector<Vector>>> EmbeddingClient::embed_batch(Context context, std::vector<std::string> texts) {
  std::vector<Vector> vectors;
  Fleet::MakeCall make = [&](const EndpointOptions& endpoint) {
    Call call{.path = "/embeddings",
              .body = body_of(texts, endpoint.model),
              .trace_id = context.trace_id,
              .answer_bytes_max = limits::kEmbeddingAnswerBytesMax};
    call.read = [&](const HttpAnswer& answer) -> Result<void> {
      TRY(vectors, read_vectors(answer.body, texts.size()));
      return {};
    };
    return call;
  };
  Task<Result<HttpAnswer>> calling = fleet_.call(std::move(make), context.deadline);
  CO_TRY_DO(co_await std::move(calling));
  co_return vectors;
}

}  // namespace dossier::models
