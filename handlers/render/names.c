/* SPDX-License-Identifier: Apache-2.0 */
#include "names.h"

#include "gisa/analysis.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static const struct gisa_name segments[] = {{"headline", "제목"}, {"subheadline", "부제"}, {"byline", "바이라인"},
    {"outlet", "매체"}, {"published", "입력 시각"}, {"caption", "사진 설명"}, {"subheading", "중간 제목"},
    {"paragraph", "문단"}, {"notice", "안내문"}, {"copyright", "저작권"}, {"related", "관련 기사"},
    {"chrome", "화면 요소"}, {"ad", "광고"}};
static const struct gisa_name entities[] = {{"person", "인물"}, {"organization", "기관"}, {"place", "지명"},
    {"facility", "시설"}, {"product", "제품"}, {"event", "행사"}, {"work", "작품"}, {"law", "법령"}, {"other", "기타"}};
static const struct gisa_name mentions[] = {{"name", "이름"}, {"alias", "별칭"}, {"partial", "일부"},
    {"title", "성과 직함"}, {"latin", "로마자"}, {"pronoun", "대명사"}};
static const struct gisa_name title_statuses[] = {{"current", "현직"}, {"former", "전직"}, {"new", "신임"},
    {"next", "차기"}};
static const struct gisa_name times[] = {{"DATE", "날짜"}, {"TIME", "시각"}, {"DURATION", "기간"}, {"SET", "반복"},
    {"REF", "막연한 때"}};
static const struct gisa_name precisions[] = {{NULL, NULL}, {"second", "초"}, {"minute", "분"}, {"hour", "시"},
    {"daypart", "하루의 때"}, {"day", "일"}, {"weekend", "주말"}, {"week", "주"}, {"third", "초·중·말"},
    {"month", "월"}, {"quarter", "분기"}, {"season", "계절"}, {"half", "반기"}, {"year", "연"}, {"decade", "연대"},
    {"century", "세기"}};
static const struct gisa_name mods[] = {{NULL, NULL}, {"START", "초"}, {"MID", "중순"}, {"END", "말"},
    {"APPROX", "약"}, {"MORE_THAN", "초과"}, {"LESS_THAN", "미만"}, {"EQUAL_OR_MORE", "이상"},
    {"EQUAL_OR_LESS", "이하"}, {"BEFORE", "전"}, {"AFTER", "후"}};
static const struct gisa_name anchors[] = {{NULL, NULL}, {"published", "입력일"}, {"narrative", "앞선 날짜"}};
static const struct gisa_name amounts[] = {{"money", "금액"}, {"percent", "백분율"}, {"point", "퍼센트포인트"},
    {"count", "개수"}, {"measure", "측정값"}, {"ratio", "비율"}, {"age", "나이"}, {"score", "점수"},
    {"ordinal", "순서"}, {"number", "수"}};
static const struct gisa_name quotes[] = {{"direct", "직접 인용"}, {"partial", "부분 인용"}, {"indirect", "간접 인용"}};
static const struct gisa_name events[] = {{"meeting", "만남"}, {"visit", "방문"}, {"statement", "발언"},
    {"announcement", "발표"}, {"investment", "투자"}, {"agreement", "합의"}, {"launch", "출시"}, {"gathering", "행사"},
    {"appointment", "인사"}, {"legal", "법률"}, {"incident", "사건·사고"}, {"market", "시장"}, {"politics", "정치"},
    {"other", "기타"}};
static const struct gisa_name statuses[] = {{"occurred", "있었음"}, {"ongoing", "진행 중"}, {"planned", "예정"},
    {"recurring", "반복"}, {"hypothetical", "가정"}, {"denied", "부인"}};
static const struct gisa_name roles[] = {{"agent", "주체"}, {"partner", "상대"}, {"object", "대상"},
    {"patient", "당하는 쪽"}, {"attendee", "참석"}, {"host", "주최"}, {"addressee", "듣는 쪽"},
    {"beneficiary", "수혜"}};
static const struct gisa_name bases[] = {{NULL, NULL}, {"explicit", "같은 절의 때"}, {"inherited", "앞 문장의 때"},
    {"publication", "입력일"}};
static const struct gisa_name relations[] = {{"position", "직함"}, {"met", "만남"}, {"part-of", "소속"},
    {"located-in", "위치"}, {"visited", "방문"}, {"invested-in", "투자"}, {"acquired", "인수"},
    {"agreed-with", "합의"}, {"supplies", "공급"}, {"sued", "소송"}, {"appointed", "임명"}};
static const struct gisa_name severities[] = {{"info", "참고"}, {"warning", "주의"}};

_Static_assert(LENGTH(segments) == GISA_SEGMENT_KIND_COUNT, "a name for every segment kind");
_Static_assert(LENGTH(entities) == GISA_ENTITY_TYPE_COUNT, "a name for every entity type");
_Static_assert(LENGTH(precisions) == GISA_PRECISION_COUNT, "a name for every precision");
_Static_assert(LENGTH(mods) == GISA_MOD_COUNT, "a name for every mod");
_Static_assert(LENGTH(amounts) == GISA_AMOUNT_NUMBER + 1, "a name for every amount type");
_Static_assert(LENGTH(events) == GISA_EVENT_TYPE_COUNT, "a name for every event type");
_Static_assert(LENGTH(statuses) == GISA_EVENT_STATUS_COUNT, "a name for every status");
_Static_assert(LENGTH(roles) == GISA_ROLE_COUNT, "a name for every role");
_Static_assert(LENGTH(relations) == GISA_RELATION_TYPE_COUNT, "a name for every relation");

struct vocabulary {
    const char *title;
    const struct gisa_name *rows;
    size_t count;
};

static const struct vocabulary vocabularies[] = {
    {"segments", segments, LENGTH(segments)},
    {"entities", entities, LENGTH(entities)},
    {"mentions", mentions, LENGTH(mentions)},
    {"title_statuses", title_statuses, LENGTH(title_statuses)},
    {"times", times, LENGTH(times)},
    {"precisions", precisions, LENGTH(precisions)},
    {"mods", mods, LENGTH(mods)},
    {"anchors", anchors, LENGTH(anchors)},
    {"amounts", amounts, LENGTH(amounts)},
    {"quotes", quotes, LENGTH(quotes)},
    {"events", events, LENGTH(events)},
    {"statuses", statuses, LENGTH(statuses)},
    {"roles", roles, LENGTH(roles)},
    {"bases", bases, LENGTH(bases)},
    {"relations", relations, LENGTH(relations)},
    {"severities", severities, LENGTH(severities)},
};
_Static_assert(LENGTH(vocabularies) == GISA_NAMES_COUNT, "a table for every vocabulary");

const char *gisa_name_of(enum gisa_vocabulary v, uint32_t value) {
    return value < vocabularies[v].count ? vocabularies[v].rows[value].name : NULL;
}

const char *gisa_korean_of(enum gisa_vocabulary v, uint32_t value) {
    return value < vocabularies[v].count ? vocabularies[v].rows[value].korean : NULL;
}

const char *gisa_vocabulary_title(enum gisa_vocabulary v) { return vocabularies[v].title; }

const struct gisa_name *gisa_vocabulary_rows(enum gisa_vocabulary v, size_t *count) {
    *count = vocabularies[v].count;
    return vocabularies[v].rows;
}
