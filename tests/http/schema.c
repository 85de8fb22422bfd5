/* SPDX-License-Identifier: Apache-2.0 */
/* Is every member of an answer told by the OpenAPI document, with its type, and every required one there? */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "peer.h"

static const char *type_of(const json_t *value) {
    static const char *const names[] = {"object", "array", "string", "integer", "number", "boolean", "boolean", "null"};
    return names[json_typeof(value)];
}

static bool is_type(const json_t *value, json_t *types) {
    const char *name = type_of(value);
    size_t i;
    json_t *type;
    if (json_is_string(types)) {
        const char *want = json_string_value(types);
        return strcmp(want, name) == 0 || (strcmp(want, "number") == 0 && strcmp(name, "integer") == 0);
    }
    json_array_foreach(types, i, type) {
        if (is_type(value, type)) {
            return true;
        }
    }
    return !types;
}

static json_t *follow(json_t *document, json_t *schema) {
    static const char prefix[] = "#/components/schemas/";
    const char *ref = json_string_value(json_object_get(schema, "$ref"));
    json_t *schemas = json_object_get(json_object_get(document, "components"), "schemas");
    return ref && strncmp(ref, prefix, sizeof prefix - 1) == 0 ? json_object_get(schemas, ref + sizeof prefix - 1)
                                                               : schema;
}

/* The depth of an answer is that of its schema: a few levels. */
static int differences(json_t *document, json_t *schema, json_t *value, const char *where) {
    int bad = 0;
    const char *key;
    json_t *member, *required;
    size_t i;
    schema = follow(document, schema);
    if (!schema || !is_type(value, json_object_get(schema, "type"))) {
        fprintf(stderr, "%s: %s is not told so\n", where, type_of(value));
        return 1;
    }
    json_object_foreach(value, key, member) {
        json_t *told = json_object_get(json_object_get(schema, "properties"), key);
        if (!told) {
            fprintf(stderr, "%s: the document does not tell %s\n", where, key);
            bad++;
        } else {
            bad += differences(document, told, member, key);
        }
    }
    json_array_foreach(json_is_object(value) ? json_object_get(schema, "required") : NULL, i, required) {
        if (!json_object_get(value, json_string_value(required))) {
            fprintf(stderr, "%s: %s is missing\n", where, json_string_value(required));
            bad++;
        }
    }
    json_array_foreach(json_is_array(value) ? value : NULL, i, member) {
        bad += differences(document, json_object_get(schema, "items"), member, where);
    }
    return bad;
}

void the_document_tells_the_answer(const struct server *s) {
    struct answer contract = ask(s, "GET", "/openapi.json", NULL, NULL, 0);
    struct answer a = post(s, "/v1/analyze?explain=1&include=segments,sentences,times,entities,amounts,quotes,events,"
                              "relations,five_w,summary,checks,text", article);
    json_t *document = json_loadb(contract.body, contract.size, JSON_REJECT_DUPLICATES, NULL);
    json_t *answer = json_loadb(a.body, a.size, JSON_REJECT_DUPLICATES, NULL);
    json_t *schemas = json_object_get(json_object_get(document, "components"), "schemas");
    expect(answer && differences(document, json_object_get(schemas, "Analysis"), answer, "answer") == 0,
           "the answer is as the document tells");
    json_decref(document);
    json_decref(answer);
    forget(&contract);
    forget(&a);
}
