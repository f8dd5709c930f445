# Run after the link with -DFILE=<shared object> -DNM=<nm>. A shared object may
# have undefined symbols; only Node-API's and the C library's are wanted.
execute_process(COMMAND "${NM}" -D --undefined-only "${FILE}"
  OUTPUT_VARIABLE symbols RESULT_VARIABLE result)
string(REGEX MATCHALL " U [^@\n]+\n" strong "${symbols}")
list(FILTER strong EXCLUDE REGEX "^ U (napi|node_api)_")
if(result OR strong)
  file(REMOVE "${FILE}")
  list(JOIN strong "" names)
  message(FATAL_ERROR "Undefined symbols:\n${names}")
endif()
