#include "net/server_fixture.h"

#include <fstream>
#include <sstream>

namespace dossier::net {
namespace {

using namespace std::chrono_literals;

struct Upload {
  UploadedFile file;
  std::int64_t fund_id = 1;
  std::optional<std::string> password;
  static const Fields& fields() {
    static const auto table = Fields::of<Upload>(
        "Upload", "A document.",
        {field<&Upload::file>("file", "The document."), field<&Upload::fund_id>("fund_id", "Its fund.", or_default),
         field<&Upload::password>("password", "To open it.", length(0, 100))});
    return table;
  }
};

struct Stored {
  std::string name, content;
  std::int64_t fund_id = 0, bytes = 0;
  static const Fields& fields() {
    static const auto table =
        Fields::of<Stored>("Stored", "",
                           {field<&Stored::name>("name", ""), field<&Stored::content>("content", ""),
                            field<&Stored::fund_id>("fund_id", ""), field<&Stored::bytes>("bytes", "")});
    return table;
  }
};

std::string form(const std::string& file_name, const std::string& content, const std::string& fund = "3") {
  return "--b\r\nContent-Disposition: form-data; name=\"fund_id\"\r\n\r\n" + fund +
         "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file_name +
         "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n--b--\r\n";
}

class Uploads : public ::testing::Test, public RunningServer {
 protected:
  void SetUp() override {
    router.post(
        "/upload",
        {.summary = "Takes a file.", .style = Style::funds, .upload_bytes_max = 2'000'000, .too_large_status = 400},
        [this](Context, Form<Upload> form) -> Task<Result<Stored>> {
          ++handled;
          std::ifstream in(form->file.file.path(), std::ios::binary);
          std::stringstream text;
          text << in.rdbuf();
          EXPECT_EQ(files_left(), 1u);
          co_return Stored{form->file.name, text.str().substr(0, 20), form->fund_id,
                           static_cast<std::int64_t>(form->file.bytes)};
        });
    start();
  }
  std::string upload(const std::string& body, const std::string& headers = "") {
    Client client(port());
    return client.ask(post("/upload", "multipart/form-data; boundary=b", body, headers));
  }

  std::atomic<int> handled{0};
};

TEST_F(Uploads, reach_the_disk_whole_and_are_gone_when_nobody_keeps_them) {
  const std::string answer = upload(form("report.pdf", "%PDF-1.7 " + std::string(1'500'000, 'x')));
  EXPECT_TRUE(has(answer, R"({"name":"report.pdf","content":"%PDF-1.7 xxxxxxxxxxx","fund_id":3,"bytes":1500009})"))
      << answer;
  EXPECT_TRUE(eventually([&] { return files_left() == 0; }));
}

TEST_F(Uploads, are_never_stored_under_the_name_the_client_gives) {
  const std::string answer = upload(form("../../../../etc/cron.d/evil.pdf", "x"));
  EXPECT_TRUE(has(answer, R"("name":"evil.pdf")")) << answer;
  EXPECT_FALSE(std::filesystem::exists("/etc/cron.d/evil.pdf"));
}

TEST_F(Uploads, beyond_the_limit_are_refused_by_what_they_announce_and_by_what_they_send) {
  const std::string announced = upload(form("a.pdf", std::string(6'000'000, 'x')));
  EXPECT_TRUE(has(announced, "400 Bad Request") && has(announced, "2000000 bytes")) << announced;
  const std::string sent = upload(form("a.pdf", std::string(2'100'000, 'x')));
  EXPECT_TRUE(has(sent, "400 Bad Request") && has(sent, "2000000 bytes")) << sent;
  EXPECT_EQ(handled, 0);
  EXPECT_TRUE(eventually([&] { return files_left() == 0; }));
}

TEST_F(Uploads, that_end_in_the_middle_leave_nothing_behind) {
  {
    Client client(port());
    const std::string whole =
        post("/upload", "multipart/form-data; boundary=b", form("a.pdf", std::string(1'900'000, 'x')));
    client.send(whole.substr(0, 1'200'000));
    EXPECT_TRUE(eventually([&] { return files_left() == 1; }));
  }
  EXPECT_TRUE(eventually([&] { return files_left() == 0 && server->counters().connections == 0; }));
  EXPECT_EQ(handled, 0);
}

TEST_F(Uploads, without_their_file_or_with_wrong_fields_name_the_field) {
  EXPECT_TRUE(has(upload("--b\r\nContent-Disposition: form-data; name=\"fund_id\"\r\n\r\n1\r\n--b--"),
                  R"("loc":["body","file"],"msg":"Field required")"));
  EXPECT_TRUE(has(upload("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\ntext\r\n--b--"),
                  "A file was expected here"));
  EXPECT_TRUE(has(upload(form("a.pdf", "x", "abc")), R"("type":"int_parsing","loc":["body","fund_id"])"));
  EXPECT_TRUE(has(upload(form("", "")), "Field required"));
  EXPECT_TRUE(has(upload("no form at all"), "400 Bad Request"));
  EXPECT_TRUE(eventually([&] { return files_left() == 0; }));
}

TEST_F(Uploads, of_clients_that_ask_first_are_invited) {
  Client client(port());
  const std::string body = form("a.pdf", "hello");
  client.send(
      "POST /upload HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Type: multipart/form-data; "
      "boundary=b\r\nContent-Length: " +
      std::to_string(body.size()) + "\r\n\r\n");
  EXPECT_TRUE(has(client.answer(), "HTTP/1.1 100 Continue"));
  EXPECT_TRUE(has(client.ask(body), "200 OK"));
}

TEST_F(Uploads, have_bounded_text_fields) {
  const std::string answer = upload(form("a.pdf", "x", std::string(600'000, '1')));
  EXPECT_TRUE(has(answer, "text fields of the form hold more than")) << answer;
}

TEST_F(Uploads, say_so_when_the_disk_does_not_take_them) {
  std::filesystem::remove_all(folder);
  const std::string answer = upload(form("a.pdf", "x"));
  EXPECT_TRUE(has(answer, "503 Service Unavailable") && has(answer, "the upload cannot be stored: No such file"))
      << answer;
  std::filesystem::create_directories(folder);
}

TEST(Incoming, files_of_an_earlier_process_are_removed_at_the_start) {
  const auto folder = std::filesystem::temp_directory_path() / ("dossier-incoming-" + std::to_string(::getpid()));
  ASSERT_TRUE(prepare_incoming(folder));
  std::ofstream(folder / "left") << "x";
  ASSERT_TRUE(prepare_incoming(folder));
  EXPECT_FALSE(std::filesystem::exists(folder / "left"));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace dossier::net
