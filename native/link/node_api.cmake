# Target node_api: headers of Node-API and node-addon-api, from npm.

function(nlw_find_headers variable expression header)
  if(NOT ${variable})
    execute_process(COMMAND node -p "${expression}"
      WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
      OUTPUT_VARIABLE folder OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    find_path(${variable} ${header} PATHS "${folder}" ${CMAKE_JS_INC} NO_DEFAULT_PATH
      NO_CMAKE_FIND_ROOT_PATH)
  endif()
  if(NOT ${variable})
    message(FATAL_ERROR "No ${header}: run `npm ci` first, or set ${variable}.")
  endif()
endfunction()

nlw_find_headers(NODE_API_INCLUDE_DIR "require('node-api-headers').include_dir" node_api.h)
nlw_find_headers(NODE_ADDON_API_INCLUDE_DIR "require('node-addon-api').include_dir" napi.h)

add_library(node_api INTERFACE)
target_include_directories(node_api SYSTEM INTERFACE
  "${NODE_API_INCLUDE_DIR}" "${NODE_ADDON_API_INCLUDE_DIR}")
target_compile_definitions(node_api INTERFACE
  NAPI_VERSION=8 NAPI_CPP_EXCEPTIONS
  # In a Worker that is being terminated Node-API throws nothing that could be
  # caught; without this node-addon-api aborts the process there.
  NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS)
