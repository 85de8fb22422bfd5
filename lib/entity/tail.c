/* SPDX-License-Identifier: Apache-2.0 */
#include "entity/tail.h"

#include <string.h>

#include "body_head_lex.h"
#include "branch_lex.h"
#include "determiner_lex.h"
#include "entity/gazetteer.h"
#include "tail_body_lex.h"
#include "text/seek.h"
#include "text/utf8.h"

enum { SHORT = 6 /* code points of a short word, at most */, LONG = 4 /* of a word that stands for one body of a country, at least */, SOME = 16 /* bodies that are called so, at most */ };
static const uint32_t MANY = UINT32_MAX - 1; /* more than one body is called so */

struct called { /* a body and its short word */
    uint32_t name; /* index in names */
    uint32_t word[SHORT];
    uint32_t length;
    bool is_core; /* a name of its own, whatever word stands before it */
};

struct gisa_span gisa_body_core(const struct gisa_document *d, struct gisa_span whole) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_body_head_trie, d->key + whole.begin, gisa_span_length(whole), &row);
    struct gisa_span core = {whole.begin + n + 1, whole.end};
    struct gisa_known known;
    bool one = n && core.begin + 2 <= core.end && gisa_span_length(core) <= SHORT && d->cls[core.begin - 1] == GISA_CHAR_BLANK && !gisa_has_blank(d, core);
    return one && !gisa_is_common_word(d, core) && !gisa_gazetteer_find(d, core.begin, core.end, &known) ? core : (struct gisa_span){whole.end, whole.end};
}

bool gisa_is_body_tail(const struct gisa_document *d, struct gisa_span form, struct gisa_span whole) {
    uint32_t length = gisa_span_length(form);
    uint32_t row = 0;
    if (length < 3 || gisa_span_length(whole) <= length + 1 || !gisa_same_text(d, form, (struct gisa_span){whole.end - length, whole.end})) {
        return false;
    }
    bool word = d->cls[whole.end - length - 1] == GISA_CHAR_BLANK;
    struct gisa_known known;
    const uint32_t head = gisa_span_length(whole) - length - 1;
    if (word && length >= LONG && gisa_gazetteer_find(d, whole.begin, whole.begin + head, &known) == head && known.type == GISA_ENTITY_PLACE && !gisa_has_blank(d, form) &&
        !gisa_gazetteer_find(d, form.begin, form.end, &known)) {
        return true; /* 폴란드 | 개발기술부 */
    }
    return gisa_has_org_suffix(d, form) || gisa_trie_longest_back(&gisa_tail_body_trie, d->key + form.end, length, &row) == length ||
           (word && gisa_trie_longest_back(&gisa_branch_trie, d->key + form.end, length, &row) && gisa_branch_rows[row].of == GISA_BRANCH_OF_PARENT);
}

static struct called called_of(const struct gisa_document *d, const struct gisa_names *names, uint32_t name) {
    const struct gisa_name *n = &names->at[name];
    struct called c = {.name = name};
    if (n->type != GISA_ENTITY_ORGANIZATION) {
        return c;
    }
    struct gisa_span core = gisa_body_core(d, n->span);
    for (uint32_t i = core.begin; i < core.end; i++) {
        c.word[c.length++] = d->key[i];
    }
    c.is_core = c.length > 0;
    uint32_t row = 0;
    bool body = !c.is_core && gisa_trie_longest_back(&gisa_tail_body_trie, d->key + n->span.end, gisa_span_length(n->span), &row);
    const char *word = body && *gisa_tail_body_rows[row].call != '-' ? gisa_tail_body_rows[row].call : "";
    for (size_t k = 0, size = strlen(word); k < size && c.length < SHORT; c.length++) {
        k += gisa_utf8_decode(word + k, size - k, &c.word[c.length]);
    }
    return c;
}

/* The bodies of the article that have a short word, one of each kind; of two of a kind neither. */
static uint32_t gather(const struct gisa_document *d, const struct gisa_names *names, struct called at[SOME]) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < names->count; i++) {
        const struct gisa_name *n = &names->at[i];
        struct called c = called_of(d, names, i);
        if (!c.length) {
            continue;
        }
        uint32_t same = 0;
        while (same < count && (at[same].length != c.length || memcmp(at[same].word, c.word, c.length * sizeof *c.word) != 0)) {
            same++;
        }
        if (same == count && count < SOME) {
            at[count++] = c;
        } else if (same < count && at[same].name != MANY && !gisa_same_text(d, names->at[at[same].name].span, n->span)) {
            at[same].name = MANY;
        }
    }
    return count;
}

static bool is_word(const struct gisa_document *d, const struct gisa_token *t, const struct called *c) {
    if (t->kind != GISA_TOKEN_WORD || t->stem_end != t->span.begin + c->length) {
        return false;
    }
    for (uint32_t k = 0; k < c->length; k++) {
        if (d->key[t->span.begin + k] != c->word[k]) {
            return false;
        }
    }
    return true;
}

/* 다른 협회, 두 재단, 의료 협회: does the word before say that another one is meant? A person before does not: 배동욱 거래소 이사장. */
static bool is_modified(const struct gisa_analysis *a, const struct gisa_names *names, uint32_t next, uint32_t token) {
    const struct gisa_token *t = &a->tokens[token];
    const struct gisa_token *before = token > a->sentences[t->sentence].first_token ? t - 1 : NULL;
    if (!before || before->kind != GISA_TOKEN_WORD || !t->space_before) {
        return false;
    }
    bool person = next > 0 && names->at[next - 1].type == GISA_ENTITY_PERSON && names->at[next - 1].span.end == before->span.end;
    uint32_t row = 0;
    bool determiner = gisa_trie_longest(&gisa_determiner_trie, a->document.key + before->span.begin, gisa_span_length(before->span), &row) == gisa_span_length(before->span);
    return determiner || before->ending == GISA_ENDING_ADNOMINAL || (!before->josa && before->ending == GISA_ENDING_NONE && !person);
}

bool gisa_tails_find(struct gisa_run *run, const struct gisa_names *names, struct gisa_names *found) {
    const struct gisa_analysis *a = run->out;
    const struct gisa_document *d = gisa_run_document(run);
    struct called at[SOME];
    uint32_t count = gather(d, names, at);
    uint32_t next = 0;
    for (uint32_t i = 0; count && i < a->token_count; i++) {
        const struct gisa_token *t = &a->tokens[i];
        while (next < names->count && names->at[next].span.end <= t->span.begin) {
            next++;
        }
        bool taken = next < names->count && names->at[next].span.begin < t->span.end;
        for (uint32_t k = 0; k < count && !taken; k++) {
            if (at[k].name == MANY || !is_word(d, t, &at[k]) || t->span.begin < names->at[at[k].name].span.end || (at[k].is_core ? (t->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DIRECTION)) != 0 /* 광장에서 */ : is_modified(a, names, next, i))) {
                continue; /* told in full first */
            }
            const struct gisa_name *whole = &names->at[at[k].name];
            struct gisa_name n = gisa_blank_name((struct gisa_span){t->span.begin, t->stem_end}, t->sentence, i, whole->type);
            n.is_modelled = true;
            n.margin = GISA_SURE_BODY;
            n.same_as = whole->span.begin + 1;
            n.form = GISA_MENTION_ALIAS;
            n.rule = "ko.alias.short";
            if (!gisa_names_push(run, found, n)) {
                return false;
            }
            break;
        }
    }
    return true;
}
