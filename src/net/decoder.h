#pragma once

#include "net/status.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dossier::net {

// One thing that is wrong with an input. `type` is a stable word ("missing", "int_parsing"); `place` leads to the
// field:
// {"body", "flows", 3, "amount"}.
struct Problem {
  using Step = std::variant<std::string, std::size_t>;

  std::string type, message;
  std::vector<Step> place;
  std::string input_json;  // what was given there, shortened
};

// Collects what is wrong while an input is read, so that one answer names every field at fault.
class Decoder {
 public:
  explicit Decoder(Style style) : style_(style) {}

  // Contract routes take numbers as text and ignore unknown fields; ours do neither.
  bool lenient() const { return style_ != Style::own; }
  bool clean() const { return problems_.empty(); }
  const std::vector<Problem>& problems() const { return problems_; }

  // The place of what is read next, for as long as this lives.
  class Inside {
   public:
    Inside(Decoder& decoder, Problem::Step step) : decoder_(decoder) { decoder_.place_.push_back(std::move(step)); }
    ~Inside() { decoder_.place_.pop_back(); }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

   private:
    Decoder& decoder_;
  };

  // At most limits::kProblemsMax are kept.
  void problem(std::string_view type, std::string message, std::string input_json = "null");

  // 422 in the route's style.
  Response response() const;

 private:
  Style style_;
  std::vector<Problem::Step> place_;
  std::vector<Problem> problems_;
};

}  // namespace dossier::net
