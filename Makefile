# Verbs over CMake.
.PHONY: all test asan tsan fuzz bench run clean
all:
	cmake --preset dev && cmake --build --preset dev
test: all
	ctest --preset dev
asan tsan fuzz:
	./test $@
bench:
	tests/bench/bench.sh
run:
	./run
clean:
	rm -rf build
