// SPDX-License-Identifier: Apache-2.0
// The page: sends the text, shows what came back. Text nodes only, never HTML made of the article.
"use strict";

const $ = (id) => document.getElementById(id);

const make = (tag, className, text) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
};

let labels = {};
const korean = (list, name) => (labels[list] || []).find((row) => row.name === name)?.ko || name || "";

// EDTF as an editor reads it: 2026-40 is 2026 상반기, 2024-06 with mod END is 2024-06 말.
const PARTS = { 21: "봄", 22: "여름", 23: "가을", 24: "겨울", 33: "1분기", 34: "2분기", 35: "3분기", 36: "4분기", 40: "상반기", 41: "하반기" };
const MODS = { START: "초", MID: "중순", END: "말" };
// 10일부터 사흘간: the words are open (2024-09-10/..), the event's days end. 2028년까지 is open to the left (../2028);
// of 2023년 7월 이후 처음 the event is of the first unit.
const whenOf = (t, to) => {
  if (!t) return "";
  const until = (t.value || "").startsWith("../") ? "까지" : "";
  const told = to ? (t.value || "").replace(/\/\.\.$/, t.to ? `/${to}` : "") : t.value || "";
  const value = told.replace(/^\.\.\//, "").replace(/(\d{4})-(2[1-4]|3[3-6]|4[01])(?!\d)/g, (_, year, part) => `${year} ${PARTS[part]}`);
  return (MODS[t.mod] ? `${value} ${MODS[t.mod]}` : value) + until;
};

// Spans of one text that do not overlap: the earlier and the longer one wins.
function spansOf(answer) {
  const spans = [];
  for (const entity of answer.entities) {
    if (["person", "organization", "place"].includes(entity.type)) {
      for (const m of entity.mentions) spans.push({ start: m.start, end: m.end, kind: entity.type, title: entity.name });
    }
  }
  for (const t of answer.times) spans.push({ start: t.start, end: t.end, kind: "time", title: t.value || "" });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept = [];
  for (const s of spans) {
    if (!kept.length || s.start >= kept[kept.length - 1].end) kept.push(s);
  }
  return kept;
}

function showArticle(text, answer) {
  const box = $("article");
  box.replaceChildren();
  const spans = spansOf(answer);
  let next = 0;
  for (const segment of answer.segments) {
    const known = ["headline", "subheadline", "subheading", "caption", "paragraph"].includes(segment.kind);
    const p = make("p", known ? segment.kind : "minor");
    p.title = korean("segments", segment.kind);
    let at = segment.start;
    while (next < spans.length && spans[next].start < segment.end) {
      const s = spans[next++];
      if (s.start < at) continue;
      p.append(text.slice(at, s.start));
      const mark = make("mark", s.kind, text.slice(s.start, s.end));
      mark.title = s.title;
      p.append(mark);
      at = s.end;
    }
    p.append(text.slice(at, segment.end));
    box.append(p);
  }
}

function fill(id, items, row) {
  const list = $(id);
  list.replaceChildren(...items.map(row));
  if (!items.length) list.append(make("li", "none", "찾은 것이 없습니다"));
}

function show(text, answer) {
  const entity = new Map(answer.entities.map((e) => [e.id, e]));
  const time = new Map(answer.times.map((t) => [t.id, t]));
  const event = new Map(answer.events.map((v) => [v.id, v]));
  const nameOf = (id) => entity.get(id)?.name || "";
  const sentence = new Map(answer.sentences.map((s) => [s.id, s]));
  showArticle(text, answer);
  fill("summary", answer.summary.map((id) => sentence.get(id)).filter(Boolean), (s) =>
    make("li", "", text.slice(s.start, s.end)));
  fill("timeline", answer.timeline.map((id) => event.get(id)).filter(Boolean), (v) => {
    const li = make("li");
    li.append(make("span", "when", whenOf(time.get(v.time?.ref), v.time?.to)), v.title || v.trigger?.text || "");
    const who = v.participants.map((p) => nameOf(p.entity)).filter(Boolean).join(", ");
    const place = v.place ? nameOf(v.place.entity) : "";
    const notes = [korean("events", v.type), korean("statuses", v.status), who, place].filter(Boolean);
    li.append(make("div", "note", notes.join(" · ")));
    return li;
  });
  fill("people", answer.entities.filter((e) => e.type === "person"), (e) => {
    const li = make("li", "", e.name);
    const titles = (e.titles || []).map((t) => [nameOf(t.org), t.title].filter(Boolean).join(" "));
    li.append(make("span", "note", " " + [...titles, e.mentions.length + "회"].join(" · ")));
    return li;
  });
  fill("others", answer.entities.filter((e) => e.type === "organization" || e.type === "place"), (e) => {
    const li = make("li", "", e.name);
    li.append(make("span", "note", " " + korean("entities", e.type) + " · " + e.mentions.length + "회"));
    return li;
  });
  fill("quotes", answer.quotes, (q) => {
    const li = make("li", "", q.content.text);
    li.append(make("div", "note", nameOf(q.speaker) || q.source?.text || "말한 이를 알 수 없음"));
    return li;
  });
  fill("checks", answer.checks, (c) => make("li", "", c.code + ": " + text.slice(c.start, c.end).slice(0, 80)));
  $("result").hidden = false;
}

function tell(message, bad) {
  $("status").textContent = message;
  $("status").className = bad ? "bad" : "";
}

$("form").addEventListener("submit", async (e) => {
  e.preventDefault();
  const text = $("text").value;
  const published = $("published").value;
  const query = "offsets=utf16" + (published ? "&published=" + encodeURIComponent(published) : "");
  tell("분석 중…", false);
  try {
    const type = /^\s*<(!doctype|html|head|body|article|div|p)[\s>]/i.test(text) ? "text/html" : "text/plain";
    const headers = { "Content-Type": type + "; charset=utf-8", Accept: "application/json", "Accept-Language": "ko" };
    const reply = await fetch("/v1/analyze?" + query, { method: "POST", headers, body: text });
    const answer = await reply.json();
    if (!reply.ok) {
      tell(answer.title + ": " + answer.detail, true);
      return;
    }
    show(answer.text ?? text, answer); // of a page the server tells the article's text
    tell("", false);
  } catch (error) {
    tell("서버에 닿지 않습니다", true);
  }
});

fetch("/v1/labels").then((r) => r.json()).then((rows) => { labels = rows; }).catch(() => {});
