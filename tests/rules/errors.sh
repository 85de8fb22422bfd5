#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# errors.sh RULEC WORDS: each rule file that is wrong must stop the build with a message that names file and line.
set -u
rulec=$1
words=$2
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
failed=0

# expect MESSAGE: the rules on standard input must not compile, and say so.
expect() {
    cat >"$dir/bad.rules"
    if "$rulec" "$dir/bad.rules" "$words" "$dir/out.c" "$dir/out.case" 2>"$dir/said"; then
        echo "compiled, though: $1"
        failed=$((failed + 1))
    elif ! grep -qF "bad.rules:$1" "$dir/said"; then
        echo "expected: bad.rules:$1"
        echo "said:     $(head -1 "$dir/said")"
        failed=$((failed + 1))
    fi
}

expect '1: error: a rule without a + example: lonely' <<'R'
rule lonely point
  match year

R
expect '2: error: unknown class: yeer' <<'R'
rule typo point
  match yeer
  + 2023년 | 2024-06-13 | DATE | 2023
R
expect '1: error: unknown action: pint' <<'R'
rule typo pint
  match year
  + 2023년 | 2024-06-13 | DATE | 2023
R
expect '1: error: rule NAME ACTION expected' <<'R'
rule nothing
  match year
  + 2023년 | 2024-06-13 | DATE | 2023
R
expect '3: error: an example reads: text | DCT | TYPE | value' <<'R'
rule year point
  match year
  + 2023년 | 2024-06-13
R
expect '2: error: match, + or - expected' <<'R'
rule year point
  mach year
  + 2023년 | 2024-06-13 | DATE | 2023
R
expect '1: error: a rule that matches nothing: empty' <<'R'
rule empty point
  match year?
  + 2023년 | 2024-06-13 | DATE | 2023

R
expect '1: error: rule NAME ACTION expected' <<'R'
year point
R
[ $failed -eq 0 ]
