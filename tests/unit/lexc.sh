#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# lexc LEXC DIR: a wrong table is refused with its file and line.
lexc=$1
dir=$2/lexc
mkdir -p "$dir"
failed=0
refuses() { # NAME, wanted message, table on standard input
    cat >"$dir/$1.tsv"
    message=$("$lexc" "$dir/$1.tsv" "$dir" 2>&1)
    if [ $? -eq 0 ] || ! printf '%s' "$message" | grep -q "$2"; then
        echo "$1: wanted an error with: $2; got: $message"
        failed=1
    fi
}
printf '#! lexicon a\n#! form\trole:flags(x,y)\texample:str\n가\tz\t가나\n' | refuses value 'value.tsv:3: error: unknown value: z'
printf '#! lexicon a\n#! form\texample:str\n가\t나다\n' | refuses example 'example.tsv:3: error: the example does not hold'
printf '#! lexicon a\n#! form\n가\n나\n가\n' | refuses twice 'twice.tsv:5: error: form stands twice: 가, first on line 3'
printf '가\n' | refuses header 'header.tsv:1: error: rows stand below'
printf '#! lexicon a\n#! form\n가\tb\n' | refuses cells 'cells.tsv:3: error: more cells'
printf '#! lexicon a\n#! form\n\377\n' | refuses bytes 'bytes.tsv:3: error: not UTF-8'
printf '#! lexicon a\n#! form\n' | refuses none 'no rows'
printf '#! lexicon a\n#! form\trole:flags(x,y)\texample:str\n가 나|다\tx,y\t가나 다\n' >"$dir/good.tsv"
"$lexc" "$dir/good.tsv" "$dir" && grep -q 'GISA_A_ROLE_Y = 1 << 1' "$dir/a_lex.h" || { echo "good table refused"; failed=1; }
exit $failed
