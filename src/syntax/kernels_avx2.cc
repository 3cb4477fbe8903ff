// The kernels for processors with AVX2.
#include <immintrin.h>

#include "syntax/kernels.h"

namespace selon {
namespace {

#include "syntax/kernels_256.h"

struct Sums : SumsOf256 {
  // A code is a signed byte and 128. The product of unsigned with signed bytes adds pairs in
  // sixteen bits: 2 × 127 × 127 fits, 2 × 255 × 127 would not, so signs move to the weights.
  struct Codes {
    __m256i value, magnitude;
  };
  static Codes codes(const std::uint8_t* p) {
    const __m256i value =
        _mm256_xor_si256(four_codes(p), _mm256_set1_epi8(static_cast<char>(0x80)));
    return {value, _mm256_abs_epi8(value)};
  }
  static Sums load(const std::int32_t*) {
    return {{_mm256_setzero_si256(), _mm256_setzero_si256()}};
  }
  void add(const Codes& x, const Weights& w) {
    const __m256i ones = _mm256_set1_epi16(1);
    a = _mm256_add_epi32(
        a,
        _mm256_madd_epi16(_mm256_maddubs_epi16(x.magnitude, _mm256_sign_epi8(w.a, x.value)), ones));
    b = _mm256_add_epi32(
        b,
        _mm256_madd_epi16(_mm256_maddubs_epi16(x.magnitude, _mm256_sign_epi8(w.b, x.value)), ones));
  }
};

constexpr std::size_t kByteRows = 2;   // eight sums, two rows' codes and signs, ones, weights
constexpr std::size_t kFloatRows = 3;  // twelve sums in sixteen registers

}  // namespace

#include "syntax/kernels_impl.h"
extern const Kernels kAvx2Kernels;
const Kernels kAvx2Kernels = table_of("AVX2");
}  // namespace selon
