// Prints the features of words as the parser computes them, for training.
//
//   training_features [LEXICON] < forms.txt > features.tsv     a form a line → nine columns
#include <cstdio>
#include <iostream>
#include <string>

#include "syntax/features.h"
#include "syntax/lexicon.h"

int main(int argc, char** argv) {
  selon::Lexicon lexicon;
  if (argc > 1) {
    auto opened = selon::Lexicon::open(argv[1]);
    if (!opened) {
      std::fprintf(stderr, "%s\n", opened.error().to_string().c_str());
      return 1;
    }
    lexicon = std::move(*opened);
  }
  selon::Lexicon::Entry entry;
  selon::WordFeatures features;
  for (std::string form; std::getline(std::cin, form);) {
    lexicon.lookup(form, entry);
    features.compute(form, entry.lexicon_class);
    std::string line;
    for (std::size_t i = 0; i < selon::kFeatureCount; ++i) {
      if (i > 0) line += '\t';
      line += features.values()[i];
    }
    std::cout << line << '\n';
  }
}
