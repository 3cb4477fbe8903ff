// The kernels for processors with AVX2.
#include <immintrin.h>

#include "syntax/kernels.h"

namespace selon {
namespace {

#include "syntax/kernels_256.h"

struct Sums : SumsOf256 {
  using Codes = __m256i;
  static Codes codes(const std::uint8_t* p) { return four_codes(p); }
  static Sums load(const std::int32_t* p) { return {SumsOf256::load(p)}; }
  // Pairs of products are added in sixteen bits: 2 × 127 × 127 fits.
  static __m256i sum(__m256i before, Codes x, __m256i w) {
    return _mm256_add_epi32(before,
                            _mm256_madd_epi16(_mm256_maddubs_epi16(x, w), _mm256_set1_epi16(1)));
  }
  void add(Codes x, const Weights& w) {
    a = sum(a, x, w.a);
    b = sum(b, x, w.b);
  }
};

constexpr std::size_t kByteRows = 2;   // eight sums, four weights, ones, codes and a product
constexpr std::size_t kFloatRows = 3;  // twelve sums in sixteen registers

}  // namespace

#include "syntax/kernels_impl.h"
extern const Kernels kAvx2Kernels;
const Kernels kAvx2Kernels = table_of("AVX2");
}  // namespace selon
