// Names of news outlets in a text, by the table of actors.
//
//   OutletNames outlets(&actors);
//   outlets.canonical("FRENCH PRESS TV")              →  "Press TV"
//   outlets.find("selon l'AFP et Le Monde, …")        →  "Agence France-Presse", "Le Monde"
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "document/span.h"
#include "knowledge/actors.h"

namespace selon {

class OutletNames {
 public:
  // nullptr: no outlet is known; else it must outlive this.
  explicit OutletNames(const Actors* actors) : actors_(actors) {}

  // The name in the table when the whole of `name` is known, else empty.
  std::string known(std::string_view name) const;
  // The name in the table, or `name` itself.
  std::string canonical(std::string_view name) const;
  // Whether it names a country, a place of power, a people, an organisation or a person.
  bool other_actor(std::string_view name) const;

  struct Found {
    Span span;
    std::string name;  // canonical
  };
  std::vector<Found> find(std::string_view text) const;

 private:
  const Actors* actors_;
};

// A host name such as "lelien.example" (lower-cased, without "www."), from an address or a bare
// domain; empty when it is none.
std::string domain_of(std::string_view text);

}  // namespace selon
