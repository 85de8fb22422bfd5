#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# command.sh GISA: exit codes of the program's words.
gisa=$1
failed=0
expect() { # CODE ARGUMENTS...
    want=$1
    shift
    printf '김서준 한빛전자 회장은 12일 서울에서 말했다.' | "$gisa" "$@" >/dev/null 2>&1
    got=$?
    if [ "$got" != "$want" ]; then
        echo "gisa $*: exit $got, expected $want"
        failed=1
    fi
}
expect 0 --help
expect 0 --version
expect 64 nonsense
expect 64
expect 0 analyze
expect 0 analyze - --format text --published 2031-03-14 --pretty
expect 0 analyze --min-confidence=0.5
expect 64 analyze --format xml
expect 64 analyze --published
expect 64 analyze --colour blue
expect 1 analyze /no/such/file
expect 65 analyze --type 'application/json'
expect 64 serve --threads many
expect 64 serve --threads 1000
expect 64 serve --colour
expect 64 serve --log-format xml
expect 1 serve --listen nowhere
expect 1 healthcheck http://127.0.0.1:1/livez
expect 64 healthcheck ftp://127.0.0.1/
GISA_DRAIN=soon expect 64 serve
days=$(printf '해솔시는 지난 10일부터 사흘간 등 축제를 열었다.' | "$gisa" analyze - --format text --published 2026-03-14)
case $days in
*2026-03-10/2026-03-12*) ;;
*) echo "a run of days does not show its end: $days"; failed=1 ;;
esac

names=$(mktemp)
trap 'rm -f "$names"' EXIT
says() { # WORDS ARGUMENTS...: what either stream holds
    words=$1
    shift
    if ! printf '김서준 한빛전자 회장은 12일 서울에서 말했다.' | "$gisa" "$@" 2>&1 | grep -q -F -- "$words"; then
        echo "gisa $*: does not say $words"
        failed=1
    fi
}
printf 'per:7\tperson\t김서준\n' >"$names"
expect 0 gazetteer check "$names"
says ": 1 names" gazetteer check "$names"
expect 0 analyze --gazetteer "$names"
says '"link":{"gazetteer":"local","id":"per:7"}' analyze --gazetteer "$names"
says '"link":{"gazetteer":"local","id":"per:7"}' analyze - --gazetteer="$names"
printf '# names\nper:7\tperson\t김서준\nper:7\tperson\t박\nx\tking\t한빛전자\n' >"$names"
expect 65 gazetteer check "$names"
says "$names:3: the id stands in line 2 already" gazetteer check "$names"
says "$names:3: one character alone" gazetteer check "$names"
says "$names:4: type is none of" gazetteer check "$names"
expect 65 analyze --gazetteer "$names"
expect 1 serve --listen 127.0.0.1:0 --gazetteer "$names"
says "$names:4: type is none of" serve --listen 127.0.0.1:0 --gazetteer "$names"
GISA_GAZETTEER=$names expect 1 serve --listen 127.0.0.1:0
expect 1 serve --listen 127.0.0.1:0 --gazetteer /no/such/file
expect 1 gazetteer check /no/such/file
expect 1 analyze --gazetteer /no/such/file
expect 64 gazetteer
expect 64 gazetteer mend "$names"
says "gazetteer check FILE" --help
exit $failed
