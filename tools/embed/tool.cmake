# SPDX-License-Identifier: Apache-2.0
add_executable(embed tools/embed/embed.c)
