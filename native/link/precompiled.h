// Headers that nearly every file needs and that take long to compile.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/peer_connection_interface.h"
