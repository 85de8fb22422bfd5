#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# tools/train/train.sh DATA_DIR [--all]: the one command from the training files to models/ko-ner.gisam. DATA_DIR holds
# devtrain.tsv, silver_train.tsv, ner_tagset.tsv, gazetteer.tsv and modern_a.txt .. modern_f.txt. Four minutes on one core.
# Without --all a tenth of the human labels is held out and scored.
set -eu
data=$1
all=${2:-}
cd "$(dirname "$0")/../.."
cmake -S . -B build/train -G Ninja -DCMAKE_BUILD_TYPE=Release -DGISA_TESTS=OFF >/dev/null
cmake --build build/train --target gisa-train gisa-eval >/dev/null
out=build/train/ko-ner.gisam
[ -z "$all" ] || out=models/ko-ner.gisam
build/train/gisa-train $all models/ko-ner.pat "$data/ner_tagset.tsv" "$data/gazetteer.tsv" "$out" "$data/devtrain.tsv*2" \
    "$data/modern_a.txt*1.5*.75" "$data/modern_b.txt*1.5*.75" "$data/modern_c.txt*1*.5" "$data/modern_d.txt*1*.5" \
    "$data/modern_e.txt*1*.5" "$data/modern_f.txt*1*.5" "$data/silver_train.tsv*0.5"
[ -n "$all" ] || build/train/gisa-eval "$out" "$data/ner_tagset.tsv" "$data/devtrain.tsv" held
sha256sum "$out"
