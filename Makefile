# Two commands do everything on a machine with Swift 6.3: `make demo` and `make test`.
LEASEBOOK := .build/release/leasebook
# Where `make install` puts the command: PREFIX/bin.
PREFIX ?= /usr/local

.PHONY: help demo build install uninstall test lint bench docs prepare clean

help:
	@echo "make demo   build the release, record the sample deals, project one and compare all landlords"
	@echo "make test   check the format, build with warnings as errors, run all tests"
	@echo "make build  build the release: $(LEASEBOOK)"
	@echo "make docs   make the documentation of the libraries"
	@echo "make bench  measure speed and memory, all of it, or ONLY=\"post ask trial-balance\""
	@echo "make install PREFIX=...    put the command in place, with manual pages and completions"
	@echo "make uninstall PREFIX=...  take them away again"

prepare:
	@scripts/prepare

build: prepare
	@words=$$(scripts/link) && stamp=$$(scripts/stamp) && \
	  swift build -c release $$words -Xlinker -s $$stamp --product leasebook

install: build
	@scripts/install install $(LEASEBOOK) $(PREFIX)

uninstall:
	@scripts/install uninstall $(LEASEBOOK) $(PREFIX)

demo: build
	@scripts/demo $(LEASEBOOK)

lint: prepare
	@scripts/lint

test: lint
	@scripts/prepare tests
	swift build --build-tests
	@scripts/examples
	@scripts/docs
	swift test --skip-build

docs: prepare
	@swift build
	@scripts/docs

bench: prepare
	@scripts/bench $(foreach part,$(ONLY),--only $(part))

clean:
	rm -rf .build .build-*
