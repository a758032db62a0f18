# sallyport_fuzzer(NAME SOURCES fuzz_x.cpp … LIBRARIES sallyport_ini … LINK simdjson::simdjson … CORPUS folder …): a libFuzzer
# program.
#
# libFuzzer comes with clang, everything else is built by g++; so the sources of the named libraries (those without
# QObjects) are compiled once more with clang and the sanitizers. ctest runs each fuzzer for a few seconds on its corpus;
# what it finds is kept in the build folder. Without clang there are no such targets.
find_program(SALLYPORT_FUZZ_CLANG NAMES clang++-14 clang++)
set(SALLYPORT_FUZZ_SECONDS 3 CACHE STRING "How long ctest runs each fuzzer")

if(NOT SALLYPORT_FUZZ_CLANG OR SALLYPORT_SANITIZE)
  function(sallyport_fuzzer)
  endfunction()
  return()
endif()

set(fuzz_flags -std=c++20 -O1 -g1 -fPIC -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
  -I${CMAKE_SOURCE_DIR} -DQT_NO_CAST_FROM_ASCII -DQT_NO_CAST_TO_ASCII -DQT_USE_QSTRINGBUILDER
  -DSALLYPORT_VERSION="${PROJECT_VERSION}")
get_target_property(fuzz_qt_folders Qt6::Core INTERFACE_INCLUDE_DIRECTORIES)
foreach(folder ${fuzz_qt_folders})
  list(APPEND fuzz_flags -isystem ${folder})
endforeach()

# Appends to the list `result` the object file of each source, compiled with clang.
function(sallyport_fuzz_objects result base)
  set(made ${${result}})
  foreach(source ${ARGN})
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${base})
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${CMAKE_SOURCE_DIR} OUTPUT_VARIABLE relative)
    set(object ${CMAKE_BINARY_DIR}/fuzz/objects/${relative}.o)
    cmake_path(GET object PARENT_PATH folder)
    get_property(known GLOBAL PROPERTY SALLYPORT_FUZZ_OBJECTS)
    if(NOT object IN_LIST known)
      set_property(GLOBAL APPEND PROPERTY SALLYPORT_FUZZ_OBJECTS ${object})
      file(MAKE_DIRECTORY ${folder})
      add_custom_command(OUTPUT ${object}
        COMMAND ${CMAKE_CXX_COMPILER_LAUNCHER} ${SALLYPORT_FUZZ_CLANG} ${fuzz_flags} -MD -MF ${object}.d -c ${source} -o ${object}
        DEPENDS ${source} DEPFILE ${object}.d COMMENT "Fuzzing build of ${relative}" VERBATIM)
      # Objects are shared by fuzzers of several folders, and a custom command is known in one folder only.
      string(MD5 target ${object})
      add_custom_target(fuzz_object_${target} DEPENDS ${object})
    endif()
    list(APPEND made ${object})
  endforeach()
  set(${result} ${made} PARENT_SCOPE)
endfunction()

function(sallyport_fuzzer name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES;LINK;CORPUS" ${ARGN})
  set(objects)
  foreach(library ${arg_LIBRARIES})
    get_target_property(sources ${library} SOURCES)
    get_target_property(folder ${library} SOURCE_DIR)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    sallyport_fuzz_objects(objects ${folder} ${sources})
  endforeach()
  sallyport_fuzz_objects(objects ${CMAKE_CURRENT_SOURCE_DIR} ${arg_SOURCES})

  set(linked $<TARGET_FILE:Qt6::Core>)
  foreach(library ${arg_LINK})
    list(APPEND linked $<TARGET_FILE:${library}>)
  endforeach()
  set(program ${CMAKE_BINARY_DIR}/fuzz/${name})
  add_custom_command(OUTPUT ${program}
    COMMAND ${SALLYPORT_FUZZ_CLANG} -fsanitize=fuzzer,address,undefined ${objects} ${linked} -o ${program}
    DEPENDS ${objects} COMMENT "Linking fuzzer ${name}" VERBATIM)
  add_custom_target(${name} ALL DEPENDS ${program})
  foreach(object ${objects})
    string(MD5 target ${object})
    add_dependencies(${name} fuzz_object_${target})
  endforeach()
  # Inputs of interest gather in the build folder; the corpus of the source tree is only read.
  set(found ${CMAKE_BINARY_DIR}/fuzz/${name}.corpus)
  file(MAKE_DIRECTORY ${found})
  add_test(NAME ${name} COMMAND ${program} -max_total_time=${SALLYPORT_FUZZ_SECONDS} -timeout=5 -rss_limit_mb=1024 -verbosity=0
    -artifact_prefix=${CMAKE_BINARY_DIR}/fuzz/ ${found} ${arg_CORPUS})
  set_tests_properties(${name} PROPERTIES TIMEOUT 120)
endfunction()
