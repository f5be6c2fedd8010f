#pragma once

#include "funds/questions/question_words.h"

#include <string>
#include <string_view>
#include <vector>

// The small words of a question, which say how the others belong together.
namespace dossier::funds {

// "The", "our": words that name nothing and point to what follows.
bool is_article(std::string_view text);

// "What came in last year": the "in" belongs to the verb as well as to the time.
bool shared_in(const QuestionWords& words, std::size_t at);

// Whether "and", "or", "versus", "than" or a comma stands between two words: they speak of two things.
bool joined_by_and(const QuestionWords& words, std::size_t from, std::size_t to);

// The words for phrase tables: all of them, or those that nothing has taken and that are no numbers.
std::vector<std::string> all_texts(const QuestionWords& words);
std::vector<std::string> free_texts(const QuestionWords& words);

}  // namespace dossier::funds
