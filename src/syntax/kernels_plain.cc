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
inline Lanes operator/(const Lanes& a, const Lanes& b) {
  return each([&](int i) { return a.v[i] / b.v[i]; });
}
inline Lanes fma(const Lanes& a, const Lanes& b, const Lanes& c) {
  return each([&](int i) { return a.v[i] * b.v[i] + c.v[i]; });
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
inline Lanes select_negative(const Lanes& x, const Lanes& if_negative, const Lanes& otherwise) {
  return each([&](int i) { return x.v[i] < 0 ? if_negative.v[i] : otherwise.v[i]; });
}

constexpr std::size_t kRows = 2;

}  // namespace
}  // namespace selon

namespace selon {
#include "syntax/kernels_impl.h"
extern const Kernels kPlainKernels;
const Kernels kPlainKernels = {"plain",    product, gated_product, layer_norm,
                               add_scaled, dot,     softmax};
}  // namespace selon
