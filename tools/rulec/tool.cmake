# SPDX-License-Identifier: Apache-2.0
# data/ko/time.rules -> gen/time_rules.c and the examples as cases.
add_executable(rulec tools/rulec/rulec.c)
set(TIME_RULES ${CMAKE_SOURCE_DIR}/data/ko/time.rules)
set(TIME_WORDS ${CMAKE_SOURCE_DIR}/data/ko/time_word.tsv)
add_custom_command(OUTPUT ${GEN}/time_rules.c ${GEN}/time_rules.case
  COMMAND rulec ${TIME_RULES} ${TIME_WORDS} ${GEN}/time_rules.c ${GEN}/time_rules.case
  DEPENDS rulec ${TIME_RULES} ${TIME_WORDS})
list(APPEND GENERATED ${GEN}/time_rules.c)
