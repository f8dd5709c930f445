#ifndef NATIVE_LINK_ROOT_CERTIFICATES_H_
#define NATIVE_LINK_ROOT_CERTIFICATES_H_

#include <string>
#include <vector>

namespace nlw {

// The roots that certificates of TURN servers over TLS must lead to, instead of
// those built into libwebrtc. Process-wide; TLS connections made later use
// them. Before the first call nothing is trusted. An element may hold several
// PEM certificates; what cannot be parsed is skipped. Any thread.
void SetRootCertificates(std::vector<std::string> pem);

}  // namespace nlw

#endif  // NATIVE_LINK_ROOT_CERTIFICATES_H_
