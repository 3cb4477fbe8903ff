# What people type. CMake does the work; each target installs the Debian packages that it needs and that are missing,
# and needs no network a second time.
#
#   make run                         reads samples/ into samples.db and writes samples.report.html
#   make run FILES="a.html b.txt"    reads those into selon.db and writes selon.report.html
SHELL := /bin/bash
.NOTPARALLEL:
.PHONY: run build test bench fuzz train web accuracy

STORE := $(if $(FILES),selon,samples)
INPUTS := $(if $(FILES),$(FILES),samples)
SECONDS_EACH ?= 60

run: build
	@echo "Reading $(INPUTS) into $(STORE).db"
	@# 3: some files were rejected, each with its reason; the rest is worth a report
	@build/selon ingest $(INPUTS) --store $(STORE).db || [ $$? -eq 3 ]
	@build/selon claims --store $(STORE).db || [ $$? -eq 1 ]
	@build/selon export html --store $(STORE).db --output $(STORE).report.html || [ $$? -eq 1 ]
	@echo "The report: $(STORE).report.html (open it in a browser). More: build/selon --help"

build:
	@tools/install_packages build
	@cmake --preset release > build.log 2>&1 || { cat build.log; exit 1; }; rm -f build.log
	@cmake --build build --target selon

test:
	@tools/install_packages build test
	@cmake --preset release -DSELON_TESTS=ON > /dev/null
	@cmake --build build
	@ctest --test-dir build --output-on-failure -j $$(nproc)

bench:
	@tools/install_packages build bench
	@cmake --preset release -DSELON_BENCH=ON > /dev/null
	@cmake --build build --target selon benches
	@build/pipeline_bench build/selon samples
	@for bench in build/*_bench; do [ $$bench = build/pipeline_bench ] || $$bench; done

fuzz:
	@tools/install_packages build fuzz
	@cmake --preset fuzz > /dev/null
	@cmake --build build-fuzz --target fuzzers
	@fuzz/run build-fuzz $(SECONDS_EACH)

train:
	@tools/install_packages build train
	@cmake --preset release > /dev/null
	@train/train.sh

web:
	@echo "The page is src/report/ (html, css, js without a bundler), compiled into the program by 'make build'"

accuracy: build
	@tools/install_packages accuracy
	@tools/accuracy > docs/accuracy.md
	@cat docs/accuracy.md
