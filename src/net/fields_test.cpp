#include "net/fields.h"

#include "net/inputs.h"

#include <gtest/gtest.h>

#include <array>

namespace dossier::net {
namespace {

enum class Kind { call, distribution };
constexpr auto names_of(Kind) {
  return std::array{std::string_view("call"), std::string_view("distribution")};
}

struct Flow {
  Kind kind = Kind::call;
  std::optional<Date> date;
  double amount = 0;

  static const Fields& fields() {
    static const auto table =
        Fields::of<Flow>("Flow", "One payment.",
                         {field<&Flow::kind>("kind", "Which way."), field<&Flow::date>("date", "When."),
                          field<&Flow::amount>("amount", "How much.")});
    return table;
  }
};

struct NewFund {
  std::string name;
  std::optional<std::int32_t> vintage_year;
  Patch<std::string> gp_name;
  std::vector<Flow> flows;
  bool closed = false;

  static const Fields& fields() {
    static const auto table =
        Fields::of<NewFund>("NewFund", "A fund to be entered.",
                            {field<&NewFund::name>("name", "As printed.", length(1, 5)),
                             field<&NewFund::vintage_year>("vintage_year", "Of the first closing.", range(1900, 2200)),
                             field<&NewFund::gp_name>("gp_name", "Its manager."),
                             field<&NewFund::flows>("flows", "Payments.", length(0, 3), or_default),
                             field<&NewFund::closed>("closed", "No new money.", or_default)});
    return table;
  }
};

struct Decoded {
  NewFund fund;
  Decoder decoder;

  Decoded(std::string body, Style style) : decoder(style) {
    Request request;
    request.body = std::move(body);
    detail::take_body(request, &fund, type_of<NewFund>(), decoder);
  }
  std::string problems() const { return decoder.clean() ? "" : decoder.response().body; }
};

TEST(Fields, absent_optionals_stay_empty_and_absent_defaults_stay_as_they_are) {
  Decoded read(R"({"name":"Alpha"})", Style::own);
  EXPECT_EQ(read.problems(), "");
  EXPECT_EQ(read.fund.name, "Alpha");
  EXPECT_FALSE(read.fund.vintage_year);
  EXPECT_FALSE(read.fund.gp_name.given);
}

TEST(Fields, a_patch_knows_null_from_absent) {
  Decoded read(R"({"name":"A","gp_name":null})", Style::own);
  EXPECT_TRUE(read.fund.gp_name.given);
  EXPECT_FALSE(read.fund.gp_name.value);
}

TEST(Fields, a_missing_field_is_named_as_the_contract_names_it) {
  EXPECT_EQ(Decoded("{}", Style::funds).problems(),
            R"({"detail":[{"type":"missing","loc":["body","name"],"msg":"Field required","input":{}}]})");
}

TEST(Fields, our_own_problem_form_names_the_field_inside_lists) {
  Decoded read(R"({"name":"A","flows":[{"kind":"call","amount":1},{"kind":"call","amount":"x"}]})", Style::own);
  EXPECT_NE(read.problems().find(R"("field":"flows[1].amount","problem":"float_type")"), std::string::npos)
      << read.problems();
}

TEST(Fields, contract_routes_take_numbers_as_text_and_whole_floats) {
  EXPECT_EQ(Decoded(R"({"name":"A","vintage_year":"2019"})", Style::funds).fund.vintage_year, 2019);
  EXPECT_EQ(Decoded(R"({"name":"A","vintage_year":2019.0})", Style::funds).fund.vintage_year, 2019);
  EXPECT_NE(Decoded(R"({"name":"A","vintage_year":2019.5})", Style::funds).problems().find("int_from_float"),
            std::string::npos);
  EXPECT_NE(Decoded(R"({"name":"A","vintage_year":"2019"})", Style::own).problems().find("int_type"),
            std::string::npos);
}

TEST(Fields, unknown_fields_are_ignored_on_contract_routes_and_refused_by_name_on_our_own) {
  EXPECT_EQ(Decoded(R"({"name":"A","colour":"red"})", Style::funds).problems(), "");
  EXPECT_NE(Decoded(R"({"name":"A","colour":"red"})", Style::own).problems().find(R"("field":"colour")"),
            std::string::npos);
}

TEST(Fields, limits_are_enforced_in_code_points) {
  EXPECT_EQ(Decoded(R"({"name":"देवना"})", Style::own).problems(), "");
  EXPECT_NE(Decoded(R"({"name":"abcdef"})", Style::own).problems().find("at most 5 characters"), std::string::npos);
  EXPECT_NE(Decoded(R"({"name":"A","vintage_year":1200})", Style::own).problems().find("greater than or equal to 1900"),
            std::string::npos);
  EXPECT_NE(Decoded(R"({"name":"A","vintage_year":99999999999})", Style::own).problems().find("int_parsing_size"),
            std::string::npos);
}

TEST(Fields, malformed_json_says_where) {
  EXPECT_NE(Decoded(R"({"name":)", Style::funds).problems().find(R"("type":"json_invalid","loc":["body",8])"),
            std::string::npos);
  EXPECT_NE(Decoded("{} x", Style::funds).problems().find("json_invalid"), std::string::npos);
  EXPECT_NE(Decoded("{\"name\":\"\xFF\"}", Style::funds).problems().find("json_invalid"), std::string::npos);
  EXPECT_NE(Decoded(std::string(100, '['), Style::funds).problems().find("json_invalid"), std::string::npos);
  EXPECT_NE(Decoded("[]", Style::funds).problems().find("valid object"), std::string::npos);
}

TEST(Fields, a_wrong_name_of_an_enumeration_lists_the_right_ones) {
  Decoded read(R"({"name":"A","flows":[{"kind":"gift","amount":1}]})", Style::funds);
  EXPECT_NE(read.problems().find("Input should be 'call' or 'distribution'"), std::string::npos);
}

TEST(Fields, written_structs_have_every_field) {
  EXPECT_EQ(to_json(Flow{Kind::distribution, Date::of(2024, 2, 29), 1.5}),
            R"({"kind":"distribution","date":"2024-02-29","amount":1.5})");
  EXPECT_EQ(to_json(Flow{}), R"({"kind":"call","date":null,"amount":0})");
  EXPECT_EQ(to_json(std::vector<Flow>{}), "[]");
}

TEST(Fields, moments_have_microseconds_only_when_they_are_not_nil) {
  const WallTime noon{std::chrono::seconds(1728216000)};
  EXPECT_EQ(to_json(NaiveUtc{noon}), R"("2024-10-06T12:00:00")");
  EXPECT_EQ(to_json(NaiveUtc{noon + std::chrono::microseconds(123456)}), R"("2024-10-06T12:00:00.123456")");
  EXPECT_EQ(to_json(noon), R"("2024-10-06T12:00:00Z")");
}

TEST(Fields, text_parameters_are_decoded_and_named) {
  struct Page {
    std::int32_t page = 1;
    std::optional<bool> open;
    static const Fields& fields() {
      static const auto table = Fields::of<Page>(
          "Page", "", {field<&Page::page>("page", "", or_default, at_least(1)), field<&Page::open>("open", "")});
      return table;
    }
  };
  Page page;
  Decoder good(Style::own);
  detail::take_parameters(parse_query("page=3&open=yes"), "query", &page, Page::fields(), good);
  EXPECT_TRUE(good.clean());
  EXPECT_EQ(page.page, 3);
  EXPECT_EQ(page.open, true);
  Decoder bad(Style::funds);
  detail::take_parameters(parse_query("page=abc"), "query", &page, Page::fields(), bad);
  EXPECT_NE(bad.response().body.find(R"("type":"int_parsing","loc":["query","page"])"), std::string::npos);
}

}  // namespace
}  // namespace dossier::net
