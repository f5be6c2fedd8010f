#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace dossier::net {

// The head of one part of a form.
struct PartHead {
  std::string name;
  std::optional<std::string> file_name;  // as the client gave it; present: the part is a file
  std::string content_type;
};

// What a form is made of, told in order: begins, data in any number of pieces, ends; then the next part.
class MultipartSink {
 public:
  virtual ~MultipartSink() = default;
  virtual Result<void> part_begins(PartHead head) = 0;
  virtual Result<void> part_data(std::string_view data) = 0;
  virtual Result<void> part_ends() = 0;
};

// Takes a multipart/form-data body (RFC 7578) in pieces cut anywhere. Keeps at most a boundary or one part's head,
// never a part. An error is final.
class MultipartParser {
 public:
  // The sink outlives the parser.
  MultipartParser(std::string_view boundary, MultipartSink& sink);

  Result<void> feed(std::string_view piece);
  // The body has ended: fails when the form has not.
  Result<void> finish() const;

 private:
  enum class State { preamble, after_delimiter, head, data_or_delimiter, data, epilogue };

  // Consumes from the front of `rest_`; false when more bytes are needed.
  Result<bool> step();
  Result<bool> step_preamble();
  Result<bool> step_after_delimiter();
  Result<bool> step_head();
  Result<bool> step_data_or_delimiter();
  Result<bool> step_data();

  const std::string delimiter_;  // with the line break that belongs to it
  MultipartSink& sink_;
  State state_ = State::preamble;
  std::string kept_;       // what could not be used yet
  std::string_view rest_;  // of kept_, while feed runs
  std::size_t parts_ = 0;
};

// The boundary of a Content-Type of multipart/form-data; nothing when it is another type, has none, or an inadmissible
// one.
std::optional<std::string> multipart_boundary(std::string_view content_type);

}  // namespace dossier::net
