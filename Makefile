# Two commands do everything on a machine with Swift 6.3: `make demo` and `make test`.
LEASEBOOK := .build/release/leasebook

.PHONY: help demo build test lint bench prepare clean

help:
	@echo "make demo   build the release, record the sample deals, project one and compare all landlords"
	@echo "make test   check the format, build with warnings as errors, run all tests"
	@echo "make build  build the release: $(LEASEBOOK)"
	@echo "make bench  measure speed and memory"

prepare:
	@scripts/prepare

build: prepare
	@swift build -c release --static-swift-stdlib -Xlinker -s --product leasebook

demo: build
	@scripts/demo $(LEASEBOOK)

lint: prepare
	@scripts/lint

test: lint
	@scripts/prepare tests
	swift build --build-tests
	swift test --skip-build

bench: prepare
	@scripts/bench

clean:
	rm -rf .build .build-*
