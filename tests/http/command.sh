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
exit $failed
