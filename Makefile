# mod_xpurpose: `make` builds, `make help` tells the rest.
#
# The module is compiled and linked by $(CC) itself, with the flags that apxs tells, rather than by `apxs -c`: libtool would
# put objects beside the sources, lose -MMD, and know neither sanitizers nor a build folder of one's own. Nothing is asked
# of apxs before a recipe runs, so that `make deps demo` works on a machine that has no apxs yet.
#
# Variables: CC, CFLAGS, LDFLAGS, APXS; OUT=folder puts everything built there; DESTDIR for install;
# WERROR=-Werror for those who change the sources; JOBS=3 for three tests at a time.

APXS      ?= apxs
OUT       ?=
INTO      := $(if $(OUT),$(OUT)/)
BUILD     := $(INTO)build
MODULE    := $(INTO).libs/mod_xpurpose.so
EXPLAIN   := $(INTO)xpurpose-explain
SECONDS   ?= 60
JOBS      ?= 2
PROVE     ?= prove --directives
SANITIZER := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
FUZZ_SANITIZE ?= $(SANITIZER)

ifdef SANITIZE
CFLAGS    ?= -O1 -g
CFLAGS    += $(SANITIZER)
override WERROR :=
else
CFLAGS    ?= -O3 -g
CPPFLAGS  ?= -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
endif
LDFLAGS   ?= -Wl,-z,relro,-z,now

# Empty here, since whoever builds the sources may have a compiler that warns of something new.
WERROR    ?=
WARNINGS  := -Wall -Wextra -Wconversion -Wshadow $(WERROR)
# PORTABLE=1 builds the engine without vectors.
NOVECTORS := $(if $(PORTABLE),-DXP_PORTABLE)
FOR_C99   := -std=c99 -Wpedantic $(WARNINGS) $(NOVECTORS)
FOR_HTTPD := -std=gnu99 $(WARNINGS) @$(BUILD)/httpd.flags
FOR_SO    := -fPIC -fno-plt -fvisibility=hidden
DEPENDS   := -MMD -MP

ENGINE    := $(sort $(wildcard engine/*.c engine/*/*.c))
GLUE      := mod_xpurpose.c $(sort $(wildcard module/*.c))
HEADERS   := $(wildcard engine/*.h engine/*/*.h module/*.h tools/*.h t/c/*.h fuzz/*.h)
FORMATTED := $(HEADERS) $(wildcard *.c engine/*.c engine/*/*.c module/*.c tools/*.c t/c/*.c fuzz/*.c bench/*.c)
# Sources that are made: the gate's text (engine/page/gate.js), also with hold.js in it, and what VERSION says.
MADE      := gen/xp_gate_text.c gen/xp_version.c
OBJECTS   := $(patsubst %.c,$(BUILD)/obj/%.o,$(ENGINE) $(MADE))
CHECKED   := $(patsubst %.c,$(BUILD)/checked/%.o,$(ENGINE) $(MADE))
FUZZED    := $(patsubst %.c,$(BUILD)/fuzz/%.o,$(ENGINE) $(MADE))
C_TESTS   := $(patsubst t/c/%.c,$(BUILD)/t/%,$(sort $(wildcard t/c/test_*.c)))
TARGETS   := $(patsubst fuzz/%.c,%,$(sort $(wildcard fuzz/fuzz_*.c)))
REPLAYS   := $(patsubst fuzz_%,$(BUILD)/t/replay_%,$(TARGETS))
TESTS     ?= $(C_TESTS) $(REPLAYS) $(sort $(wildcard t/*.t))

# apxs and httpd may be where only root's PATH looks.
export PATH := $(PATH):/usr/sbin:/usr/local/apache2/bin
export APXS
export XP_OUT := $(abspath $(INTO).)
# The engine allocates at set-up only, from a pool of its caller's: what a test does not give back is no leak.
export ASAN_OPTIONS ?= detect_leaks=0
export XP_NODE_MODULES := $(abspath build/node_modules)

all: $(MODULE) $(EXPLAIN) ## build the module and xpurpose-explain (the default)

help: ## print this text
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

# ---- Building ---------------------------------------------------------------------------------------------------------

$(MODULE): $(OBJECTS) $(patsubst %.c,$(BUILD)/obj/%.o,$(GLUE) gen/xp_sheet_text.c)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -shared -o $@ $^

$(EXPLAIN): $(OBJECTS) $(patsubst %.c,$(BUILD)/obj/%.o,$(sort $(wildcard tools/*.c)))
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^

$(BUILD)/obj/engine/%.o: engine/%.c $(BUILD)/cc.flags
	@mkdir -p $(@D)
	$(CC) $(FOR_C99) $(DEPENDS) $(CPPFLAGS) $(CFLAGS) $(FOR_SO) -c -o $@ $<

$(BUILD)/obj/tools/%.o: tools/%.c $(BUILD)/cc.flags
	@mkdir -p $(@D)
	$(CC) $(FOR_C99) $(DEPENDS) $(CPPFLAGS) $(CFLAGS) $(FOR_SO) -c -o $@ $<

$(BUILD)/obj/%.o: %.c $(BUILD)/cc.flags $(BUILD)/httpd.flags
	@mkdir -p $(@D)
	$(CC) $(FOR_HTTPD) $(DEPENDS) $(CPPFLAGS) $(CFLAGS) $(FOR_SO) -c -o $@ $<

# The gate's texts, made short and then a C source: the same bytes by whatever awk and on whatever machine.
$(BUILD)/gen/gate.js: engine/page/gate.js tools/compact.awk
	@mkdir -p $(@D)
	LC_ALL=C awk -f tools/compact.awk $< >$@

$(BUILD)/gen/whole-hold.js: engine/page/gate.js engine/page/hold.js
	@mkdir -p $(@D)
	sed '/hold\.js \*\//r engine/page/hold.js' $< >$@

$(BUILD)/gen/hold.js: $(BUILD)/gen/whole-hold.js tools/compact.awk
	LC_ALL=C awk -f tools/compact.awk $< >$@

$(BUILD)/gen/xp_gate_text.c: $(BUILD)/gen/gate.js $(BUILD)/gen/hold.js tools/text-to-c.awk
	LC_ALL=C awk -v header=engine/page/xp_gate.h -f tools/text-to-c.awk $(BUILD)/gen/gate.js $(BUILD)/gen/hold.js >$@

# The status page's style sheet, without comments and indentation.
$(BUILD)/gen/sheet.css: module/sheet.css
	@mkdir -p $(@D)
	sed -e 's/^ *//' -e '/^\/\*.*\*\/$$/d' -e '/^$$/d' $< >$@

$(BUILD)/gen/xp_sheet_text.c: $(BUILD)/gen/sheet.css tools/text-to-c.awk
	LC_ALL=C awk -v header=module/xp_sheet.h -f tools/text-to-c.awk $< >$@

# One object says it to all others: a new version compiles that and no more.
$(BUILD)/gen/xp_version.c: VERSION
	@mkdir -p $(@D)
	printf '#include "engine/xp_scan.h"\n\nconst char xp_version[] = "%s";\n' "$$(cat VERSION)" >$@

$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/cc.flags
	@mkdir -p $(@D)
	$(CC) $(FOR_C99) -I. $(DEPENDS) $(CPPFLAGS) $(CFLAGS) $(FOR_SO) -c -o $@ $<

# Where httpd's headers are, as system headers, so that our warnings are about our code.
$(BUILD)/httpd.flags: FORCE
	@mkdir -p $(@D)
	@$(APXS) -q INCLUDEDIR >/dev/null || { echo "apxs was not found: 'make deps' installs what is missing" >&2; exit 1; }
	@{ echo "-isystem $$($(APXS) -q INCLUDEDIR) $$($(APXS) -q EXTRA_CPPFLAGS)"; \
	   "$$($(APXS) -q APR_CONFIG)" --cppflags --includes | sed 's/-I/-isystem /g'; \
	   "$$($(APXS) -q APU_CONFIG)" --includes | sed 's/-I/-isystem /g'; } >$@.new
	@$(keep)

# A change of compiler or flags rebuilds.
$(BUILD)/cc.flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $(WERROR)' >$@.new
	@$(keep)

keep = if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

# ---- Tests ------------------------------------------------------------------------------------------------------------

test: all $(BUILD)/t/drive $(BUILD)/t/linear $(BUILD)/t/rows $(BUILD)/t/test_tree $(BUILD)/t/test_gate $(BUILD)/t/board $(BUILD)/t/mod_cuts.so $(filter $(BUILD)/%,$(TESTS)) ## run the tests; TESTS=t/20-x.t for some, PROVE='prove -v' to see all
	$(PROVE) -j$(JOBS) -It/lib $(TESTS)

asan: ## build the module under AddressSanitizer and UBSan, below build/asan
	$(MAKE) OUT=$(BUILD)/asan SANITIZE=1 all

test-asan: ## run the tests with the module under the sanitizers
	$(MAKE) OUT=$(BUILD)/asan SANITIZE=1 test

test-portable: ## run the engine's tests without vectors
	$(MAKE) OUT=$(BUILD)/portable PORTABLE=1 test TESTS="$(subst $(BUILD),$(BUILD)/portable/build,$(C_TESTS) $(REPLAYS)) t/12-differential.t t/20-filter.t t/84-snippets.t"

# Those that restart or count processes are left out: under valgrind httpd is one process.
WATCHED := t/20-filter.t t/40-validators.t t/42-compression.t t/43-responses.t t/44-order.t t/46-signals.t t/53-subresources.t t/55-hints.t t/56-named.t

test-valgrind: all ## run the main tests with httpd under valgrind
	XP_WRAP='valgrind -q --leak-check=full --show-leak-kinds=definite --keep-debuginfo=yes' $(PROVE) -j$(JOBS) -It/lib $(WATCHED)

# What many threads do at once. Most of it needs several processes as well, so it cannot run under valgrind.
THREADED := t/20-filter.t t/47-reload.t t/50-status.t t/51-hostile.t t/52-threads.t
TSAN     := $(BUILD)/tsan

tsan: ## run the tests of what many threads do with the module under ThreadSanitizer, built below build/tsan
	$(MAKE) OUT=$(TSAN) SANITIZE=1 SANITIZER='-fsanitize=thread -fno-omit-frame-pointer' all $(TSAN)/.libs/atomics.so
	XP_OUT=$(abspath $(TSAN)) $(PROVE) -j$(JOBS) -It/lib $(THREADED)

$(BUILD)/t/mod_cuts.so: t/c/mod_cuts.c $(BUILD)/cc.flags $(BUILD)/httpd.flags
	@mkdir -p $(@D)
	$(CC) $(FOR_HTTPD) $(CPPFLAGS) $(CFLAGS) $(FOR_SO) $(LDFLAGS) -shared -o $@ $<

$(INTO).libs/atomics.so: t/c/atomics.c $(BUILD)/cc.flags
	@mkdir -p $(@D)
	$(CC) -std=gnu99 $(WARNINGS) $(CFLAGS) -fPIC -shared -o $@ $<

msan: ## run the C tests and the kept fuzz inputs under MemorySanitizer (clang)
	$(MAKE) OUT=$(BUILD)/msan CC=clang SANITIZER='-fsanitize=memory -fno-omit-frame-pointer' c-tests

c-tests: $(C_TESTS) $(REPLAYS)
	$(PROVE) -j$(JOBS) $^

# A C test sees the engine's sources under the sanitizers. What its first line says decides what else it is linked with:
# "own catalogue" leaves engine/catalogue/xp_vendors.c out, "with APR" gives httpd's headers and the APR libraries.
first_line = $(shell head -n 1 $<)
without    = $(if $(findstring own catalogue,$(first_line)),$(filter-out %/xp_vendors.o,$(CHECKED)),$(CHECKED))
apr_flags  = $(if $(findstring with APR,$(first_line)),@$(BUILD)/httpd.flags)
apr_libs   = $(if $(findstring with APR,$(first_line)),$$($$($(APXS) -q APU_CONFIG) --link-ld) $$($$($(APXS) -q APR_CONFIG) --link-ld --libs))
program    = $(CC) -std=gnu99 $(WARNINGS) $(NOVECTORS) $(apr_flags) -I. $(DEPENDS) -MF $@.d -O1 -g $(SANITIZER)

# Warnings are the business of the build proper: under the sanitizers gcc warns of what is not so.
$(BUILD)/checked/%.o: %.c $(BUILD)/cc.flags
	@mkdir -p $(@D)
	$(CC) -std=c99 $(NOVECTORS) $(DEPENDS) -O1 -g $(SANITIZER) -c -o $@ $<

$(BUILD)/checked/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/cc.flags
	@mkdir -p $(@D)
	$(CC) -std=c99 -I. $(DEPENDS) -O1 -g $(SANITIZER) -c -o $@ $<

$(BUILD)/t/test_%: t/c/test_%.c $(CHECKED) $(BUILD)/httpd.flags
	@mkdir -p $(@D)
	$(program) -o $@ $< $(without) -lm $(apr_libs)

# Hostile pages, and rows without number, for callgrind, which counts the instructions of the engine as it is shipped.
$(BUILD)/t/linear $(BUILD)/t/rows: $(BUILD)/t/%: t/c/%.c $(OBJECTS)
	@mkdir -p $(@D)
	$(CC) -std=gnu99 $(WARNINGS) -I. $(DEPENDS) -MF $@.d $(CFLAGS) -o $@ $< $(OBJECTS)

# The status page of counts that no server reaches in a test.
BOARD := $(sort $(wildcard module/xp_board*.c)) $(addprefix module/xp_,chart.c families.c past.c print.c verdict.c) $(BUILD)/gen/xp_sheet_text.c

$(BUILD)/t/board: t/c/board.c $(BOARD) module/xp_count.c $(HEADERS) $(CHECKED) $(BUILD)/httpd.flags
	@mkdir -p $(@D)
	$(CC) -std=gnu99 $(WARNINGS) $(apr_flags) -I. -O1 -g $(SANITIZER) -o $@ $< $(BOARD) $(CHECKED) -lm $(apr_libs)

# The engine as a filter program, which the Node-driven tests talk to.
$(BUILD)/t/drive: t/c/drive.c $(CHECKED)
	@mkdir -p $(@D)
	$(program) -o $@ $< $(CHECKED)

$(BUILD)/t/replay_%: fuzz/fuzz_%.c fuzz/replay.c $(CHECKED) $(BUILD)/httpd.flags
	@mkdir -p $(@D)
	$(program) -DCORPUS='"fuzz/corpus/$*"' -o $@ $< fuzz/replay.c $(without) $(apr_libs)

fuzz: $(addprefix $(BUILD)/fuzz/,$(TARGETS)) ## run each fuzz target for SECONDS=60 (clang); FUZZ_SANITIZE= for speed, FUZZFLAGS for libFuzzer
	@sh fuzz/run.sh $(BUILD)/fuzz $(SECONDS) "$(FUZZFLAGS)" $(TARGETS)

$(BUILD)/fuzz/%: fuzz/%.c $(FUZZED) $(HEADERS) $(BUILD)/httpd.flags
	@mkdir -p $(@D)
	clang -std=gnu99 $(WARNINGS) $(apr_flags) -I. -O2 -g $(FUZZ_SANITIZE) -fsanitize=fuzzer -o $@ $< $(without:$(BUILD)/checked/%=$(BUILD)/fuzz/%) $(apr_libs)

$(BUILD)/fuzz/%.o: %.c $(BUILD)/fuzz.flags
	@mkdir -p $(@D)
	clang -std=c99 $(DEPENDS) -O2 -g $(FUZZ_SANITIZE) -fsanitize=fuzzer-no-link -c -o $@ $<

$(BUILD)/fuzz/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/fuzz.flags
	@mkdir -p $(@D)
	clang -std=c99 -I. $(DEPENDS) -O2 -g $(FUZZ_SANITIZE) -fsanitize=fuzzer-no-link -c -o $@ $<

# Of two sources the compiler tells only the second one's headers, and these hold another source.
$(BUILD)/t/replay_field $(BUILD)/fuzz/fuzz_field: module/xp_field.c

# Without sanitizers the targets' own claims are all that is checked, many times as often.
$(BUILD)/fuzz.flags: FORCE
	@mkdir -p $(@D)
	@echo '$(FUZZ_SANITIZE)' >$@.new
	@$(keep)

# ---- Looking and measuring --------------------------------------------------------------------------------------------

demo: all ## fetch a small site with and without the header; KEEP=1 leaves it running
	@KEEP=$(KEEP) perl -It/lib demo/demo.pl

# What they warn of depends on what they optimize.
COMPILERS ?= $(or $(notdir $(wildcard /usr/bin/gcc-[1-9][0-9] /usr/bin/clang-[1-9][0-9])),$(CC))

compilers: $(COMPILERS:%=$(BUILD)/compilers/-O2/%) $(COMPILERS:%=$(BUILD)/compilers/-O3/%) ## build with every gcc and clang that is here, at -O2 and -O3: none may warn

$(BUILD)/compilers/%: FORCE
	$(MAKE) OUT=$@ CC=$(@F) CFLAGS="$(*D) -g" WERROR=-Werror all

eval: all $(BUILD)/t/drive ## measure on the pages beside the project: recall, precision, hits in a browser (t/80 to t/83)
	prove -v -It/lib t/80-pages.t t/81-html5lib.t t/82-browser.t t/83-browser-pages.t

bench: all ## measure against plain httpd and other filters; QUICK=1 only shows that it works
	$(MAKE) OUT=$(BUILD)/portable PORTABLE=1 all
	QUICK=$(QUICK) perl -It/lib bench/bench.pl

try-deb: ## build the Debian packages in clean chroots, install, upgrade and purge them (root, mmdebstrap, git, ip, curl); SUITE=bookworm or trixie for one
	@sh packaging/try-deb.sh $(SUITE)

fresh: ## try `make deps demo` and `make deps test` in chroots with nothing else (root, mmdebstrap, git); SUITE=bookworm or trixie for one
	@sh packaging/fresh.sh $(SUITE)

enforcing: all ## try the SELinux policy in a machine whose kernel enforces it (root, mmdebstrap, qemu)
	@sh packaging/selinux/enforcing.sh

format: ## lay the C sources out by .clang-format
	clang-format -i $(FORMATTED)

# ---- Installing -------------------------------------------------------------------------------------------------------

install: all ## install the module, xpurpose-explain and its manual page; DESTDIR= for packagers
	install -d "$(DESTDIR)$(LIBEXECDIR)" "$(DESTDIR)$(BINDIR)" "$(DESTDIR)$(MANDIR)/man1" "$(DESTDIR)$(DATADIR)/mod_xpurpose"
	install -m 755 $(MODULE) "$(DESTDIR)$(LIBEXECDIR)/mod_xpurpose.so"
	install -m 755 $(EXPLAIN) "$(DESTDIR)$(BINDIR)/xpurpose-explain"
	install -m 644 packaging/xpurpose-explain.1 "$(DESTDIR)$(MANDIR)/man1/xpurpose-explain.1"
	install -m 644 $(wildcard conf/prometheus/*) "$(DESTDIR)$(DATADIR)/mod_xpurpose"

LIBEXECDIR ?= $$($(APXS) -q LIBEXECDIR)
BINDIR ?= /usr/local/bin
MANDIR ?= /usr/local/share/man
DATADIR ?= /usr/local/share

enable: all ## let apxs install the module and add its LoadModule line
	$(APXS) -i -a -n xpurpose $(MODULE)

dist: ## make the source tarball of HEAD, build/dist/mod_xpurpose-VERSION.tar.gz
	@sh packaging/dist.sh

rpm: ## build RPMs from that tarball, below build/rpm
	@sh packaging/rpm.sh

deb: ## build the Debian packages of HEAD, source and binary, in build/deb (needs debhelper)
	@sh packaging/deb.sh

deps: ## install what building and testing needs (apt-get or dnf)
	@sh packaging/deps.sh

deps-all: ## install what the optional tests and measurements need as well
	@sh packaging/deps.sh all

clean: ## remove everything built
	rm -rf .libs build xpurpose-explain

# `make deps test` means: first one, then the other, whatever -j says.
ifneq ($(filter deps deps-all,$(MAKECMDGOALS)),)
$(BUILD)/cc.flags $(BUILD)/httpd.flags: | $(filter deps deps-all,$(MAKECMDGOALS))
endif

FORCE:
.SECONDARY:
.PHONY: all help test test-portable asan test-asan test-valgrind tsan msan c-tests fuzz demo compilers eval bench try-deb enforcing fresh format install enable dist rpm deb deps deps-all clean FORCE
.DELETE_ON_ERROR:

-include $(shell find $(addprefix $(BUILD)/,obj checked fuzz t) -name "*.d" 2>/dev/null)
