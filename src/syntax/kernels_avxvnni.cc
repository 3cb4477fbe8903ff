// The kernels for processors with AVX-VNNI: AVX2 and one instruction for four products of bytes.
#include <immintrin.h>

#include "syntax/kernels.h"

namespace selon {
namespace {

#include "syntax/kernels_256.h"

struct Sums : SumsOf256 {
  using Codes = __m256i;
  static Codes codes(const std::uint8_t* p) { return four_codes(p); }
  static Sums load(const std::int32_t* p) { return {SumsOf256::load(p)}; }
  void add(Codes x, const Weights& w) {
    a = _mm256_dpbusd_avx_epi32(a, x, w.a);
    b = _mm256_dpbusd_avx_epi32(b, x, w.b);
  }
};

constexpr std::size_t kByteRows = 3;  // twelve sums in sixteen registers
constexpr std::size_t kFloatRows = 3;

}  // namespace

#include "syntax/kernels_impl.h"
extern const Kernels kAvxVnniKernels;
const Kernels kAvxVnniKernels = table_of("AVX-VNNI");
}  // namespace selon
