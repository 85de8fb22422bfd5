# SPDX-License-Identifier: Apache-2.0
# Offline: never linked into the server.
foreach(name train eval)
  add_executable(gisa-${name} tools/train/${name}.c tools/train/corpus.c)
  target_include_directories(gisa-${name} PRIVATE lib ${GEN})
  target_link_libraries(gisa-${name} PRIVATE gisa_lib m)
endforeach()
target_sources(gisa-train PRIVATE tools/train/crf.c tools/train/names.c tools/train/replace.c)
