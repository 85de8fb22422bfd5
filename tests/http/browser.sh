#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# browser.sh GISA: the dashboard in a real browser, driven by WebDriver (https://www.w3.org/TR/webdriver2/): an article is
# filled in and sent; what the page then shows is compared; the article's markup stays text; the console stays empty.
set -u
gisa=$1
dir=$(mktemp -d)
failed=0
trap 'kill $server $driver 2>/dev/null; wait 2>/dev/null; rm -rf "$dir"' EXIT
"$gisa" serve --listen 127.0.0.1:0 >"$dir/gisa.log" 2>&1 &
server=$!
chromedriver --port=0 >"$dir/driver.log" 2>&1 &
driver=$!
port_in() { # FILE PATTERN: the port that the log tells, within 20 s
    local port='' i
    for i in $(seq 200); do
        port=$(sed -nE "s/.*$2([0-9]+).*/\\1/p" "$1" | head -1)
        [ -n "$port" ] && break
        sleep 0.1
    done
    echo "$port"
}
page=http://127.0.0.1:$(port_in "$dir/gisa.log" 'listening on http:\/\/127\.0\.0\.1:')/
base=http://127.0.0.1:$(port_in "$dir/driver.log" 'successfully on port ')
post() { curl -s --max-time 60 -H 'Content-Type: application/json' --data-binary "$2" "$base$1"; }
options='"goog:chromeOptions":{"args":["--headless=new","--no-sandbox","--disable-dev-shm-usage","--disable-gpu"]}'
new=$(post /session "{\"capabilities\":{\"alwaysMatch\":{$options,\"goog:loggingPrefs\":{\"browser\":\"ALL\"}}}}")
session=/session/$(printf '%s' "$new" | sed -nE 's/.*"sessionId":"([0-9a-f-]+)".*/\1/p')
if [ "$session" = /session/ ]; then
    echo "no browser: $new"
    exit 1
fi
script() { post "$session/execute/sync" "{\"script\":\"$1\",\"args\":[]}"; }
shows() { # ID WORDS: the element's text holds them
    local text
    text=$(script "return document.getElementById('$1').innerText")
    if ! printf '%s' "$text" | grep -q -F -- "$2"; then
        echo "#$1 does not show $2: $text"
        failed=1
    fi
}
post "$session/url" "{\"url\":\"$page\"}" >/dev/null
article='해솔시, 등 축제 <b>연다</b>\\n\\n해솔시는 지난 10일부터 사흘간 등 축제를 열었다. 김서준 한빛전자 회장은 13일 \"내년에도 돕겠다\"고 말했다.'
script "document.getElementById('text').value='$article';document.getElementById('published').value='2026-03-14';document.getElementById('form').requestSubmit()" >/dev/null
for _ in $(seq 100); do # until the answer is there
    script "return document.getElementById('result').hidden" | grep -q false && break
    sleep 0.1
done
shows timeline 2026-03-10/2026-03-12
shows timeline 2026-03-13
shows people 김서준
shows people '한빛전자 회장'
shows quotes '내년에도 돕겠다'
shows article '\u003Cb>연다\u003C/b>' # as the driver writes <b>
script "return document.querySelectorAll('#article b').length" | grep -q '"value":0' || { echo "the article's markup became the page's"; failed=1; }
console=$(post "$session/se/log" '{"type":"browser"}')
[ "$console" = '{"value":[]}' ] || { echo "console: $console"; failed=1; }
curl -s --max-time 20 -X DELETE "$base$session" >/dev/null
exit $failed
