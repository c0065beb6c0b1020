# What a fresh Debian 12 with Swift needs is installed by the targets themselves.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

BUILD_PACKAGES := libsqlite3-dev
TEST_PACKAGES := $(BUILD_PACKAGES) chromium-headless-shell fonts-noto-color-emoji strace systemd util-linux iproute2 sqlite3 curl python3-jsonschema python3-yaml
BENCHMARK_PACKAGES := $(BUILD_PACKAGES) wrk nginx-light

BOT ?=
FUZZ_TARGETS ?= YAMLReader BotReader PatternCompiler Matcher
FUZZ_TIME ?= 60
# Bytes of an input.
FUZZ_LENGTH ?= 4096
DESTDIR ?=
PREFIX ?= /usr

# Installs the Debian packages of $(1) that are missing; asks for sudo only where it is needed.
define install-packages
	@missing=(); for package in $(1); do \
	  [ "$$(dpkg-query -Wf '$${db:Status-Status}' $$package 2>/dev/null)" = installed ] || missing+=($$package); \
	done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  echo "installing $${missing[*]}"; \
	  sudo=; if [ "$$(id -u)" != 0 ]; then sudo=sudo; fi; \
	  $$sudo apt-get update -qq; \
	  DEBIAN_FRONTEND=noninteractive $$sudo apt-get -o DPkg::Lock::Timeout=300 install -qq -y --no-install-recommends "$${missing[@]}" >/dev/null; \
	fi
endef

.PHONY: help
help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.PHONY: demo
demo: ## a phone in the browser, with a bot that answers (BOT=bots/klinik-gigi for another one)
	$(call install-packages,$(BUILD_PACKAGES))
	@swift build --product balas
	@exec "$$(swift build --show-bin-path)/balas" demo $(BOT)

.PHONY: test
test: ## every test, one after the other, on real HTTP, files, SQLite, signals, systemd and a browser
	$(call install-packages,$(TEST_PACKAGES))
	@swift build --build-tests
	@swift test --skip-build --disable-xctest --no-parallel

.PHONY: fuzz
fuzz: fuzz-targets ## inputs that nobody wrote, FUZZ_TIME=60 seconds for each reader and the matcher
	@failed=; for target in $(FUZZ_TARGETS); do \
	  echo "$$target: $(FUZZ_TIME) seconds"; mkdir -p .build/fuzz/found/$$target; \
	  SWIFT_BACKTRACE=enable=no .build/fuzz/release/Fuzz$$target -max_total_time=$(FUZZ_TIME) \
	    -max_len=$(FUZZ_LENGTH) -timeout=10 -print_final_stats=1 -verbosity=0 \
	    -dict=Tests/Fuzzing/Dictionaries/$$target.dict -artifact_prefix=.build/fuzz/$$target- \
	    .build/fuzz/found/$$target Tests/Fuzzing/Corpus/$$target || failed="$$failed $$target"; \
	done; \
	if [ -n "$$failed" ]; then echo "an input broke:$$failed"; exit 1; fi

.PHONY: corpus
corpus: fuzz-targets ## keeps what `make fuzz` found new, and makes what is kept small
	@for target in $(FUZZ_TARGETS); do \
	  mkdir -p .build/fuzz/found/$$target .build/fuzz/kept/$$target; rm -f .build/fuzz/kept/$$target/*; \
	  SWIFT_BACKTRACE=enable=no .build/fuzz/release/Fuzz$$target -set_cover_merge=1 -use_counters=0 \
	    -max_len=$(FUZZ_LENGTH) -verbosity=0 .build/fuzz/kept/$$target Tests/Fuzzing/Corpus/$$target .build/fuzz/found/$$target; \
	  find Tests/Fuzzing/Corpus/$$target -regextype posix-extended -regex '.*/[0-9a-f]{40}' -delete; \
	  cp .build/fuzz/kept/$$target/* Tests/Fuzzing/Corpus/$$target/; \
	done

.PHONY: fuzz-targets
fuzz-targets:
	$(call install-packages,$(BUILD_PACKAGES))
	@for target in $(FUZZ_TARGETS); do \
	  FUZZ=1 swift build -c release --sanitize=fuzzer --scratch-path .build/fuzz --product Fuzz$$target; \
	done

.PHONY: lint
lint: ## the format and the lint rules, strictly
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

.PHONY: format
format: ## rewrites the sources in the project's format
	@swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

.PHONY: release
release: ## one binary without the Swift runtime beside it: .build/release/balas
	$(call install-packages,$(BUILD_PACKAGES))
	@swift build -c release --product balas --static-swift-stdlib

.PHONY: install
install: ## what `make release` made, with its systemd units
	install -D -m 755 .build/release/balas $(DESTDIR)$(PREFIX)/bin/balas
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/lib/systemd/system deploy/balas.service deploy/balas.socket
	install -D -m 644 deploy/balas.sysusers $(DESTDIR)$(PREFIX)/lib/sysusers.d/balas.conf
	[ -e $(DESTDIR)/etc/balas/balas.yaml ] || install -D -m 644 deploy/balas.yaml $(DESTDIR)/etc/balas/balas.yaml

.PHONY: benchmark
benchmark: release ## accepts and replies a second, CPU and memory, against the bare libraries; the slowest message to match
	$(call install-packages,$(BENCHMARK_PACKAGES))
	@swift build -c release --package-path Benchmarks
	@swift run -c release --package-path Benchmarks --skip-build throughput --balas "$(CURDIR)/.build/release/balas"
	@swift run -c release --package-path Benchmarks --skip-build matching "$(CURDIR)/bots"
