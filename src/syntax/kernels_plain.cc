// The kernels for any processor, in plain C++ that the compiler may turn into whatever vectors
// there are.
#include "syntax/kernels.h"

namespace selon {
namespace {

struct Lanes {
  float v[16];
  static Lanes load(const float* p) {
    Lanes out;
    for (int i = 0; i < 16; ++i) out.v[i] = p[i];
    return out;
  }
  void store(float* p) const {
    for (int i = 0; i < 16; ++i) p[i] = v[i];
  }
  static Lanes broadcast(float x) {
    Lanes out;
    for (float& y : out.v) y = x;
    return out;
  }
  static Lanes zero() { return broadcast(0); }
  static Lanes from_int8(const std::int8_t* p) {
    Lanes out;
    for (int i = 0; i < 16; ++i) out.v[i] = p[i];
    return out;
  }
  void to_codes(std::uint8_t* p) const {
    for (int i = 0; i < 16; ++i) {
      p[i] = static_cast<std::uint8_t>(static_cast<int>(__builtin_rintf(v[i])) + 64);
    }
  }
  // Halves are added to halves, so that all families add in one order.
  float sum() const {
    Lanes x = *this;
    for (int half = 8; half > 0; half /= 2) {
      for (int i = 0; i < half; ++i) x.v[i] += x.v[i + half];
    }
    return x.v[0];
  }
  float largest() const {
    float out = v[0];
    for (int i = 1; i < 16; ++i) out = v[i] > out ? v[i] : out;
    return out;
  }
  std::size_t first_equal(float x) const {
    std::size_t i = 0;
    while (i < 16 && v[i] != x) ++i;
    return i;
  }
};

template <typename F>
inline Lanes each(F f) {
  Lanes out;
  for (int i = 0; i < 16; ++i) out.v[i] = f(i);
  return out;
}
inline Lanes operator+(const Lanes& a, const Lanes& b) {
  return each([&](int i) { return a.v[i] + b.v[i]; });
}
inline Lanes operator-(const Lanes& a, const Lanes& b) {
  return each([&](int i) { return a.v[i] - b.v[i]; });
}
inline Lanes operator*(const Lanes& a, const Lanes& b) {
  return each([&](int i) { return a.v[i] * b.v[i]; });
}
inline Lanes max(const Lanes& a, const Lanes& b) {
  return each([&](int i) { return a.v[i] > b.v[i] ? a.v[i] : b.v[i]; });
}
inline Lanes min(const Lanes& a, const Lanes& b) {
  return each([&](int i) { return a.v[i] < b.v[i] ? a.v[i] : b.v[i]; });
}
inline Lanes round(const Lanes& a) {
  return each([&](int i) { return __builtin_rintf(a.v[i]); });
}
inline Lanes power_of_two(const Lanes& n) {
  return each([&](int i) {
    const std::int32_t bits = (static_cast<std::int32_t>(n.v[i]) + 127) << 23;
    float out;
    __builtin_memcpy(&out, &bits, sizeof(out));
    return out;
  });
}

struct Sums {
  std::int32_t v[16];
  using Weights = const std::int8_t*;
  using Codes = const std::uint8_t*;
  static Sums load(const std::int32_t* p) {
    Sums out;
    for (int i = 0; i < 16; ++i) out.v[i] = p[i];
    return out;
  }
  static Weights weights(const std::int8_t* p) { return p; }
  static Codes codes(const std::uint8_t* p) { return p; }
  void add(Codes x, Weights w) {
    for (int i = 0; i < 16; ++i) {
      for (int k = 0; k < 4; ++k) v[i] += x[k] * w[4 * i + k];
    }
  }
  Lanes to_lanes() const {
    return each([&](int i) { return static_cast<float>(v[i]); });
  }
};

constexpr std::size_t kByteRows = 2;
constexpr std::size_t kFloatRows = 2;

}  // namespace

#include "syntax/kernels_impl.h"
extern const Kernels kPlainKernels;
const Kernels kPlainKernels = table_of("plain");
}  // namespace selon
