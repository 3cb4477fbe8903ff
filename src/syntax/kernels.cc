#include "syntax/kernels.h"

#include <cstdlib>
#include <cstring>
#include <new>

namespace selon {

extern const Kernels kPlainKernels;
extern const Kernels kAvx2Kernels;
extern const Kernels kAvx512Kernels;

AlignedFloats::AlignedFloats(std::size_t size) { ensure(size); }

void AlignedFloats::Free::operator()(float* p) const { std::free(p); }

void AlignedFloats::ensure(std::size_t size) {
  if (size <= size_) return;
  const std::size_t bytes = (size * sizeof(float) / 64 + 1) * 64;
  auto* memory = static_cast<float*>(std::aligned_alloc(64, bytes));
  if (memory == nullptr) throw std::bad_alloc();
  std::memset(memory, 0, bytes);
  data_.reset(memory);
  size_ = size;
}

PackedMatrix::PackedMatrix(std::span<const float> values, std::size_t column_count,
                           std::size_t depth_count) {
  pack(values.data(), column_count, depth_count, depth_count);
}

void PackedMatrix::pack(const float* values, std::size_t column_count, std::size_t depth_count,
                        std::size_t column_stride) {
  columns = column_count;
  depth = depth_count;
  data.ensure(padded_columns() * depth);
  float* to = data.data();
  for (std::size_t first = 0; first < columns; first += kPanel) {
    for (std::size_t c = 0; c < kPanel; ++c) {
      const bool present = first + c < columns;
      const float* from = values + (first + c) * column_stride;
      for (std::size_t k = 0; k < depth; ++k) to[k * kPanel + c] = present ? from[k] : 0.0f;
    }
    to += depth * kPanel;
  }
}

std::vector<const Kernels*> available_kernels() {
  std::vector<const Kernels*> out = {&kPlainKernels};
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) out.push_back(&kAvx2Kernels);
  if (__builtin_cpu_supports("avx512f")) out.push_back(&kAvx512Kernels);
  return out;
}

const Kernels& kernels() {
  static const Kernels* const best = available_kernels().back();
  return *best;
}

}  // namespace selon
