#include "bench/native/lines.h"

#include <cctype>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>

#include "bench/native/fail.h"

namespace bench {
namespace {

std::string Encode(const std::string& text) {
  std::string result;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (std::isalnum(byte)) {
      result += character;
    } else {
      char code[4];
      std::snprintf(code, sizeof(code), "%%%02X", byte);
      result += code;
    }
  }
  return result;
}

std::string Decode(const std::string& text) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      result +=
          static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

}  // namespace

void Fail(const std::string& reason) {
  std::fprintf(stderr, "%s\n", reason.c_str());
  std::fflush(stderr);
  std::_Exit(1);
}

void Say(const std::string& word, const std::vector<std::string>& args) {
  std::string line = "@" + word;
  for (const std::string& arg : args) {
    line += " " + Encode(arg);
  }
  line += "\n";
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fflush(stdout);
}

std::vector<std::string> Listen() {
  std::string line;
  std::vector<std::string> words;
  if (!std::getline(std::cin, line)) {
    return words;
  }
  std::istringstream stream(line);
  // An empty argument stands between two spaces.
  for (std::string word; std::getline(stream, word, ' ');) {
    words.push_back(Decode(word));
  }
  return words;
}

std::string Json(const std::vector<std::pair<std::string, double>>& members) {
  std::ostringstream stream;
  stream.precision(12);
  const char* separator = "{";
  for (const auto& [name, value] : members) {
    stream << separator << '"' << name << "\":" << value;
    separator = ",";
  }
  stream << "}";
  return stream.str();
}

}  // namespace bench
