#include "native/env/handle.h"

#include "native/env/environment.h"

namespace nlw {

Handle::Handle(Environment& environment) : environment_(&environment) {
  environment.Add(this);
}

Handle::~Handle() {
  if (environment_ != nullptr) {
    environment_->Remove(this);
  }
}

}  // namespace nlw
