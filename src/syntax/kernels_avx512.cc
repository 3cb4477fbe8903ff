// The kernels for processors with AVX-512 F, BW, VL and VNNI: sixteen numbers are one register.
#include <immintrin.h>

#include "syntax/kernels.h"

namespace selon {
namespace {

struct Lanes {
  __m512 v;
  static Lanes load(const float* p) { return {_mm512_loadu_ps(p)}; }
  void store(float* p) const { _mm512_storeu_ps(p, v); }
  static Lanes broadcast(float x) { return {_mm512_set1_ps(x)}; }
  static Lanes zero() { return {_mm512_setzero_ps()}; }
  static Lanes from_int8(const std::int8_t* p) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    return {_mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(bytes))};
  }
  void to_codes(std::uint8_t* p) const {
    const __m128i bytes = _mm512_cvtsepi32_epi8(_mm512_cvtps_epi32(v));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(p), _mm_add_epi8(bytes, _mm_set1_epi8(64)));
  }
  __m256 low() const { return _mm512_castps512_ps256(v); }
  __m256 high() const { return _mm256_castpd_ps(_mm512_extractf64x4_pd(_mm512_castps_pd(v), 1)); }
  // Halves are added to halves, so that all families add in one order.
  float sum() const {
    const __m256 eight = _mm256_add_ps(low(), high());
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    four = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(four, _mm_movehdup_ps(four)));
  }
  float largest() const {
    const __m256 eight = _mm256_max_ps(low(), high());
    __m128 four = _mm_max_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    four = _mm_max_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_max_ss(four, _mm_movehdup_ps(four)));
  }
  std::size_t first_equal(float x) const {
    const unsigned equal = _mm512_cmp_ps_mask(v, _mm512_set1_ps(x), _CMP_EQ_OQ);
    return static_cast<std::size_t>(__builtin_ctz(equal | 1u << 16));
  }
};
inline Lanes operator+(Lanes a, Lanes b) { return {_mm512_add_ps(a.v, b.v)}; }
inline Lanes operator-(Lanes a, Lanes b) { return {_mm512_sub_ps(a.v, b.v)}; }
inline Lanes operator*(Lanes a, Lanes b) { return {_mm512_mul_ps(a.v, b.v)}; }
inline Lanes max(Lanes a, Lanes b) { return {_mm512_max_ps(a.v, b.v)}; }
inline Lanes min(Lanes a, Lanes b) { return {_mm512_min_ps(a.v, b.v)}; }
inline Lanes round(Lanes a) { return {_mm512_roundscale_ps(a.v, 8)}; }  // to nearest, silently
inline Lanes power_of_two(Lanes n) {
  const __m512i exponent = _mm512_add_epi32(_mm512_cvtps_epi32(n.v), _mm512_set1_epi32(127));
  return {_mm512_castsi512_ps(_mm512_slli_epi32(exponent, 23))};
}

struct Sums {
  __m512i v;
  using Weights = __m512i;
  using Codes = __m512i;
  static Sums load(const std::int32_t* p) { return {_mm512_loadu_si512(p)}; }
  static Weights weights(const std::int8_t* p) { return _mm512_loadu_si512(p); }
  static Codes codes(const std::uint8_t* p) {
    std::int32_t four;
    __builtin_memcpy(&four, p, sizeof(four));
    return _mm512_set1_epi32(four);
  }
  void add(Codes x, Weights w) { v = _mm512_dpbusd_epi32(v, x, w); }
  Lanes to_lanes() const { return {_mm512_cvtepi32_ps(v)}; }
};

constexpr std::size_t kByteRows = 12;  // 24 sums, two weights, one row's codes: 27 of 32 registers
constexpr std::size_t kFloatRows = 12;

}  // namespace

#include "syntax/kernels_impl.h"
extern const Kernels kAvx512Kernels;
const Kernels kAvx512Kernels = table_of("AVX-512 VNNI");
}  // namespace selon
