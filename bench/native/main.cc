// libwebrtc without Node, measured as bench/driver/child.mjs measures a
// JavaScript library: bench_native factory=NAME FIGURE key=value ...

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "bench/native/factory.h"
#include "bench/native/fail.h"
#include "bench/native/figures.h"
#include "bench/native/lines.h"

int main(int count, char** arguments) {
  const std::map<std::string,
                 std::string (*)(bench::Factory&, const bench::Options&)>
      figures = {
          {"create-offer", bench::MeasureCreateOffer},
          {"first-offer", bench::MeasureFirstOffer},
          {"connect", bench::MeasureConnect},
          {"idle", bench::MeasureIdle},
      };
  bench::Options options;
  std::string figure;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    const size_t equals = argument.find('=');
    if (equals == argument.npos) {
      figure = argument;
    } else {
      options[argument.substr(0, equals)] = argument.substr(equals + 1);
    }
  }
  const auto factory = bench::CreateFactory(options["factory"]);
  if (!factory) {
    bench::Fail("factory=plain or factory=engine");
  }
  if (figure == "channel") {
    bench::ServeChannel(*factory, options);
  } else if (figures.count(figure)) {
    bench::Say("result", {figures.at(figure)(*factory, options)});
  } else {
    bench::Fail("no such figure: " + figure);
  }
  // Nothing is measured any more, and the operating system frees faster.
  std::_Exit(0);
}
