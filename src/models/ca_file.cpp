#include "models/ca_file.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace dossier::models {
namespace {

constexpr const char* kAdvice = "; set models.ca_file (DOSSIER_MODELS_CA_FILE) to a PEM file of certificates";

Error bad(const std::string& file, const std::string& what) {
  return {ErrorCode::invalid_argument, what + kAdvice, "models.ca_file (" + file + ")"};
}

// At the end of the file, or at text that is no PEM.
bool nothing_more() {
  const unsigned long fault = ERR_peek_last_error();
  return ERR_GET_LIB(fault) == ERR_LIB_PEM && ERR_GET_REASON(fault) == PEM_R_NO_START_LINE;
}

}  // namespace

Result<void> check_ca_file(const std::string& file) {
  ERR_clear_error();
  const std::unique_ptr<BIO, decltype(&BIO_free)> input(BIO_new_file(file.c_str(), "r"), &BIO_free);
  const std::string why = std::strerror(errno);
  if (!input) return bad(file, "the file of certificates to trust cannot be read (" + why + ")");
  int found = 0;
  while (X509* certificate = PEM_read_bio_X509_AUX(input.get(), nullptr, nullptr, nullptr)) {
    X509_free(certificate);
    ++found;
  }
  const bool whole = nothing_more();
  ERR_clear_error();
  if (!whole) return bad(file, "certificate " + std::to_string(found + 1) + " of the file to trust is broken");
  if (found == 0) return bad(file, "the file of certificates to trust is no PEM, or holds no certificate");
  return {};
}

}  // namespace dossier::models
