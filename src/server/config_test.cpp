#include "server/config.h"

#include "server/settings_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace dossier::server {
namespace {

class ConfigFile : public ::testing::Test {
 protected:
  ~ConfigFile() override { std::filesystem::remove(path_); }
  Result<Config> load(const std::string& text, const Environment& environment = {}) {
    std::ofstream(path_) << text;
    return load_config(path_, environment);
  }
  std::string fault(const std::string& text) {
    const auto config = load(text);
    return config ? "(no fault)" : config.error().text().substr(path_.size());
  }
  const std::string path_ =
      (std::filesystem::temp_directory_path() / ("dossier-config-" + std::to_string(::getpid()) + ".toml")).string();
};

TEST_F(ConfigFile, later_sources_win) {
  auto config = load("[server]\nport = 8001\nhost = \"127.0.0.2\"\n[cors]\norigins = [\"http://a\"]\n",
                     {{"DOSSIER_SERVER_PORT", "8002"}, {"HOME", "/x"}});
  ASSERT_TRUE(config) << config.error().text();
  EXPECT_EQ(config->server.port, 8002);
  EXPECT_EQ(config->server.host, "127.0.0.2");
  EXPECT_EQ(config->cors.origins, std::vector<std::string>{"http://a"});
  EXPECT_EQ(config->data.dir, "data");
}

TEST_F(ConfigFile, an_unknown_key_is_named_with_its_line_and_the_nearest_known_one) {
  EXPECT_EQ(fault("[server]\n\nprot = 1\n"), ":3: there is no setting server.prot; did you mean server.port?");
  EXPECT_EQ(fault("[sever]\nport = 1\n"), ":1: there is no section [sever]; did you mean [server]?");
  EXPECT_EQ(load("", {{"DOSSIER_SERVER_PROT", "1"}}).error().text(),
            "DOSSIER_SERVER_PROT: there is no such setting; did you mean DOSSIER_SERVER_PORT?");
}

TEST_F(ConfigFile, what_models_cannot_use_is_left_out_and_told_and_the_rest_holds) {
  const auto config = load("[models]\ntext_modle = 'x'\ntext_slots = 'many'\ntext_url = 'http://127.0.0.1:1/v1'\n",
                           {{"DOSSIER_MODELS_TEXT_URI", "http://127.0.0.1:2/v1"}});
  ASSERT_TRUE(config) << config.error().text();
  EXPECT_EQ(config->models.text_url, "http://127.0.0.1:1/v1");
  EXPECT_EQ(config->models.text_slots, static_cast<std::int64_t>(limits::kModelSlots));
  ASSERT_EQ(config->left_out.size(), 3u);
  std::string told;
  for (const Error& fault : config->left_out) told += fault.text() + "\n";
  for (const char* part : {":2", "did you mean models.text_model?", ":3: models.text_slots", "a whole number is needed",
                           "DOSSIER_MODELS_TEXT_URI", "did you mean DOSSIER_MODELS_TEXT_URL?"})
    EXPECT_NE(told.find(part), std::string::npos) << part << " in\n" << told;
}

TEST_F(ConfigFile, what_has_a_harmless_default_is_left_out_and_told_too) {
  const auto config =
      load("[log]\nlevel = \"loud\"\n[overlaod]\nqueue_ms = 5\n[uploads]\nbyte_max = 1\n[server]\nhead_second = 3\n",
           {{"DOSSIER_EXTRACT_WORKERS", "some"}});
  ASSERT_TRUE(config) << config.error().text();
  EXPECT_EQ(config->log.level, "info");
  std::string told;
  for (const Error& fault : config->left_out) told += fault.text() + "\n";
  for (const char* part : {"log.level: 'loud' is not possible; choose one of: debug, info, warning, error",
                           "did you mean [overload]?", "did you mean uploads.bytes_max?",
                           "did you mean server.head_seconds?", "DOSSIER_EXTRACT_WORKERS: a whole number is needed"})
    EXPECT_NE(told.find(part), std::string::npos) << part << " in\n" << told;
  EXPECT_EQ(config->left_out.size(), 5u) << told;
}

TEST_F(ConfigFile, what_protects_the_server_ends_the_start_when_it_cannot_be_used) {
  for (const char* text : {"[auth]\napi_kye = 'k'\n", "[auth]\napi_key = 1\n", "[cors]\norigin = ['http://a']\n",
                           "[rate_limit]\nrequests = 'few'\n", "[data]\ndri = '/var/lib/dossier'\n", "[athu]\nx = 1\n",
                           "[server]\nprot = 1\n", "[server]\nhsot = 'x'\n"})
    EXPECT_NE(fault(text), "(no fault)") << text;
  EXPECT_FALSE(load("", {{"DOSSIER_AUTH_API_KYE", "k"}}));
}

TEST_F(ConfigFile, a_wrong_type_or_value_is_named) {
  EXPECT_EQ(fault("[server]\nport = \"8000\"\n"), ":2: server.port: a whole number is needed, not a text");
  EXPECT_EQ(fault("[server]\nport = 70000\n"), ":2: server.port: 70000 is out of range; give a number from 0 to 65535");
  EXPECT_EQ(fault("[cors]\norigins = [1]\n"),
            ":2: cors.origins: a list of texts is needed, not a list with a whole number");
  EXPECT_EQ(load("", {{"DOSSIER_SERVER_PORT", "many"}}).error().text(),
            "DOSSIER_SERVER_PORT: a whole number is needed, not 'many'");
  EXPECT_TRUE(fault("[server\n").starts_with(":1: "));
}

TEST_F(ConfigFile, the_names_of_the_systems_we_replace_are_understood_and_ours_win) {
  EXPECT_EQ(load("", {{"API_KEY", "k"}})->auth.api_key, "k");
  EXPECT_EQ(load("", {{"API_KEY", "k"}, {"DOSSIER_AUTH_API_KEY", "ours"}})->auth.api_key, "ours");
  EXPECT_EQ(load("", {{"CORS_ORIGINS", "[\"http://a\", \"http://b\"]"}})->cors.origins,
            (std::vector<std::string>{"http://a", "http://b"}));
}

TEST_F(ConfigFile, a_file_that_was_asked_for_must_exist) {
  EXPECT_EQ(load_config("/nowhere/x.toml", {}).error().text(),
            "/nowhere/x.toml: there is no such configuration file; check --config");
}

TEST(Config, every_key_has_its_own_name_in_the_environment) {
  std::vector<std::string> names;
  for (const ConfigKey& key : config_keys()) names.push_back(key.environment());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

TEST(Config, only_this_machine_may_be_listened_on) {
  Config config;
  for (const char* good : {"127.0.0.1", "127.1.2.3", "::1", "localhost"}) {
    config.server.host = good;
    EXPECT_TRUE(check_config(config)) << good;
  }
  for (const char* bad : {"0.0.0.0", "::", "192.168.1.5", "example.org", ""}) {
    config.server.host = bad;
    EXPECT_FALSE(check_config(config)) << bad;
  }
}

TEST(Config, secrets_are_not_shown) {
  Config config;
  config.auth.api_key = "secret";
  for (const auto& [key, value] : shown_config(config)) EXPECT_EQ(value.find("secret"), std::string::npos) << key;
}

TEST_F(ConfigFile, settings_that_were_printed_are_read_back_as_they_were) {
  auto config =
      load("[data]\ndir = 'C:\\\"odd\" folder'\n[server]\nport = 0\n[cors]\norigins = ['http://a', 'b\"c']\n");
  ASSERT_TRUE(config) << config.error().text();
  const auto again = load(settings_file(*config));
  ASSERT_TRUE(again) << again.error().text();
  EXPECT_EQ(shown_config(*again), shown_config(*config));
  EXPECT_EQ(shown_config(*load(settings_file(Config{}))), shown_config(Config{}));
}

TEST_F(ConfigFile, settings_that_are_printed_name_every_key_and_no_secret) {
  Config config;
  config.auth.api_key = "s3cret";
  const std::string text = settings_file(config);
  EXPECT_EQ(text.find("s3cret"), std::string::npos);
  for (const ConfigKey& key : config_keys()) EXPECT_NE(text.find(key.environment()), std::string::npos) << key.dotted();
}

}  // namespace
}  // namespace dossier::server
