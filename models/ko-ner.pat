# Feature templates of the name tagger: NUMBER and up to three atoms (lib/model/template.h tells them all). The trainer stores
# this text in the model. A number is hashed into the feature: change an atom and take a new number, or train again.

# characters: alone, in pairs, in threes, by class
1 c-3
2 c-2
3 c-1
4 c0
5 c+1
6 c+2
7 c+3
8 raw
9 c-3 c-2
10 c-2 c-1
11 c-1 c0
12 c0 c+1
13 c+1 c+2
14 c+2 c+3
15 c-1 c0 c+1
16 c-2 c-1 c0
17 c0 c+1 c+2
18 k-2..2
19 k-1..1
20 k-3..0
21 k0..3 k+4

# the eojeol: place in it, parts of it
22 at
23 left
24 at+length
25 prefix
26 suffix
27 word at
28 stem at
29 josa in-josa
30 rest
31 last1 at
32 last2 at
33 last3 at

# its neighbours
34 -word at3
35 -stem at3
36 -josa at3
37 -last1 at3
38 -last2 at3
39 +word at3
40 +stem at3
41 +first1 at3
42 +first2 at3
43 +last2 at3
44 --stem at3
45 ++stem at3
46 -stem +stem at3
63 -stem --stem at3
64 -last1 last1 at3
65 last1 +first2 at3
66 last2 josa at3

# substrings that begin or end here
49 from2
53 to2
50 from3
54 to3
51 from4
55 to4
56 space
57 end

# in quotation marks and brackets
58 quote
59 quote quote-length
60 quote-stem quote-at
61 quote+word quote-at
62 quote-last1 quote-at quote+first1

# known names over the position, and what ends before or begins behind it
70 known0
71 known1
72 known2
73 known3
74 known4
75 known5
76 known6
77 known7
78 seen0
79 seen1
80 seen2
81 seen3
82 seen4
83 seen5
84 seen6
85 seen7
86 seen8
87 known
88 seen
89 known-end
90 seen-end
91 known-begin
92 seen-begin
93 known josa
94 seen josa
95 known last1
96 seen last1
97 names
