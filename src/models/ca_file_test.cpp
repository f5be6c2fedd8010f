#include "models/ca_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace dossier::models {
namespace {

// Of nobody: made for this test, self-signed, its key thrown away.
constexpr const char* kCertificate = R"(-----BEGIN CERTIFICATE-----
MIIBeDCCAR+gAwIBAgIUHDQ6Db3hdiOfQUWxtUImPbRtKcgwCgYIKoZIzj0EAwIw
ETEPMA0GA1UEAwwGbm9ib2R5MCAXDTI2MTEyMjA2NDkyMloYDzIxMjYxMDI5MDY0
OTIyWjARMQ8wDQYDVQQDDAZub2JvZHkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AAQqAu0qzPKCuDV9i+kDOgPhfC7p9/3f51C7muh8DWE6a08hV5xPzWfCU5a/XmDg
aa781RLduDTbHfSs7ekd/gOwo1MwUTAdBgNVHQ4EFgQUctjCgzdGKXgMl26ISVoH
HghhBBEwHwYDVR0jBBgwFoAUctjCgzdGKXgMl26ISVoHHghhBBEwDwYDVR0TAQH/
BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiB7UKoQjY5thoVAHDaznfOshXWsnyrl
MwRAbRp2v8vYywIgQ1+ngtu11L8nU5dem9CvZa0nZk3NdhT6jQr6PTtMJbg=
-----END CERTIFICATE-----
)";

class CaFile : public testing::Test {
 protected:
  ~CaFile() override { std::filesystem::remove(path_); }
  std::string said_of(const std::string& content) {
    std::ofstream(path_) << content;
    const Result<void> checked = check_ca_file(path_);
    return checked ? "good" : checked.error().text();
  }
  const std::string path_ =
      (std::filesystem::temp_directory_path() / ("dossier-ca-" + std::to_string(::getpid()) + ".pem")).string();
};

TEST_F(CaFile, one_certificate_or_several_with_words_between_are_good) {
  EXPECT_EQ(said_of(kCertificate), "good");
  EXPECT_EQ(said_of(std::string("# ours\n") + kCertificate + "# and theirs\n" + kCertificate), "good");
}

TEST_F(CaFile, what_is_wrong_with_it_is_named_with_the_file_and_the_setting) {
  for (const auto& [content, what] : {std::pair("just words\n", "no PEM"), std::pair("", "no PEM"),
                                      std::pair("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                                                "certificate 1 of the file to trust is broken")}) {
    const std::string said = said_of(content);
    EXPECT_NE(said.find(what), std::string::npos) << said;
    EXPECT_NE(said.find(path_), std::string::npos) << said;
    EXPECT_NE(said.find("DOSSIER_MODELS_CA_FILE"), std::string::npos) << said;
  }
  const std::string gone = check_ca_file("/nowhere/ca.pem").error().text();
  EXPECT_NE(gone.find("No such file"), std::string::npos) << gone;
}

}  // namespace
}  // namespace dossier::models
