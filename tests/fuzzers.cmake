# sallyport_fuzzer(NAME SOURCES fuzz_x.cpp LIBRARIES library … CORPUS folder …): a libFuzzer program. It comes with clang, so
# the asan preset has them. ctest runs each for a few seconds on its corpus, which is only read; inputs of interest and
# what breaks a parser are kept in the build folder.
set(SALLYPORT_FUZZ_SECONDS 3 CACHE STRING "How long ctest runs each fuzzer")
set(SALLYPORT_FUZZ OFF)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND SALLYPORT_SANITIZE MATCHES "address")
  set(SALLYPORT_FUZZ ON)
  target_compile_options(sallyport_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

function(sallyport_fuzzer name)
  if(NOT SALLYPORT_FUZZ)
    return()
  endif()
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES;CORPUS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE sallyport_flags ${arg_LIBRARIES})
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  set(folder ${CMAKE_BINARY_DIR}/fuzz)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${folder})
  file(MAKE_DIRECTORY ${folder}/${name}.corpus)
  add_test(NAME ${name} COMMAND ${name} -max_total_time=${SALLYPORT_FUZZ_SECONDS} -timeout=5 -rss_limit_mb=1024 -verbosity=0
    -artifact_prefix=${folder}/ ${folder}/${name}.corpus ${arg_CORPUS})
  set_tests_properties(${name} PROPERTIES TIMEOUT 120)
endfunction()
