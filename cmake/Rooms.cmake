# A room is one folder of src/, one target, one namespace. A room may use only rooms of earlier rows of this table.
# Both halves of that rule are enforced: USES of a later row stops the configuration, and the compiler sees only the
# headers of the rooms that are used, because each room publishes an include folder that holds nothing but itself.
set(DOSSIER_ROOM_ROWS
  base async store net once reading extract documents models retrieval grounding phrasing publish
  funds/ledger funds/reports funds/questions fir
  "desks/funds|desks/fir" load server)

function(dossier_room_row room out)
  set(row 0)
  foreach(names IN LISTS DOSSIER_ROOM_ROWS)
    string(REPLACE "|" ";" names "${names}")
    if(room IN_LIST names)
      set(${out} ${row} PARENT_SCOPE)
      return()
    endif()
    math(EXPR row "${row} + 1")
  endforeach()
  message(FATAL_ERROR "'${room}' is no room of cmake/Rooms.cmake")
endfunction()

function(dossier_room_target room out)
  string(REPLACE "/" "_" name ${room})
  set(${out} dossier_${name} PARENT_SCOPE)
endfunction()

# dossier_room(NAME SOURCES ... [USES rooms...] [LIBRARIES ...] [PRIVATE_LIBRARIES ...] [TESTS ...] [TEST_LIBRARIES ...])
function(dossier_room room)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;LIBRARIES;PRIVATE_LIBRARIES;TESTS;TEST_LIBRARIES" ${ARGN})
  dossier_room_row(${room} row)
  dossier_room_target(${room} target)

  set(window ${CMAKE_BINARY_DIR}/rooms/${target})
  get_filename_component(parent ${window}/${room} DIRECTORY)
  file(MAKE_DIRECTORY ${parent})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${window}/${room} SYMBOLIC)

  add_library(${target} STATIC ${ROOM_SOURCES})
  target_include_directories(${target} PUBLIC ${window})
  target_link_libraries(${target} PUBLIC dossier_warnings ${ROOM_LIBRARIES} PRIVATE ${ROOM_PRIVATE_LIBRARIES})
  foreach(used IN LISTS ROOM_USES)
    dossier_room_row(${used} used_row)
    if(NOT used_row LESS row)
      message(FATAL_ERROR "room '${room}' may not use '${used}': arrows point to earlier rows only (cmake/Rooms.cmake)")
    endif()
    dossier_room_target(${used} used_target)
    target_link_libraries(${target} PUBLIC ${used_target})
  endforeach()

  if(DOSSIER_TESTS AND ROOM_TESTS)
    add_executable(${target}_test ${ROOM_TESTS})
    target_link_libraries(${target}_test PRIVATE ${target} ${ROOM_TEST_LIBRARIES} GTest::gtest_main rapidcheck)
    # Tests find their fixtures by __FILE__, which is relative to the folder the compiler ran in: see CMakePresets.json.
    add_test(NAME ${room} COMMAND ${target}_test --gtest_brief=1 WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
    set_tests_properties(${room} PROPERTIES TIMEOUT 300)
  endif()
endfunction()
