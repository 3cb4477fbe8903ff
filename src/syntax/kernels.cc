#include "syntax/kernels.h"

#include <cpuid.h>
#include <xmmintrin.h>

#include <algorithm>
#include <cassert>
#include <vector>

namespace selon {

extern const Kernels kPlainKernels;
extern const Kernels kAvx2Kernels;
extern const Kernels kAvxVnniKernels;
extern const Kernels kAvx512Kernels;

namespace {

constexpr std::int32_t kZeroCode = 64;  // the code of a row's 0

// __builtin_cpu_supports() of the compilers that we build with does not know AVX-VNNI.
bool has_avx_vnni() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __builtin_cpu_supports("avx2") && __get_cpuid_count(7, 1, &a, &b, &c, &d) != 0 &&
         (a >> 4 & 1) != 0;
}

// Four steps of the depth of four columns, turned: SSE, which every processor of x86-64 has.
void turn_four(const float* from, std::size_t stride, float* to) {
  __m128 a = _mm_loadu_ps(from), b = _mm_loadu_ps(from + stride);
  __m128 c = _mm_loadu_ps(from + 2 * stride), d = _mm_loadu_ps(from + 3 * stride);
  _MM_TRANSPOSE4_PS(a, b, c, d);
  _mm_storeu_ps(to, a);
  _mm_storeu_ps(to + kPanel, b);
  _mm_storeu_ps(to + 2 * kPanel, c);
  _mm_storeu_ps(to + 3 * kPanel, d);
}

}  // namespace

FloatPanels TurnedColumns::turn(const float* values, std::size_t columns, std::size_t depth,
                                std::size_t stride) {
  assert(depth % 4 == 0);
  data_.ensure((columns + kPanel - 1) / kPanel * kPanel * depth);
  for (std::size_t first = 0; first < columns; first += kPanel) {
    const std::size_t present = std::min(columns - first, kPanel);
    const std::size_t in_fours = present / 4 * 4;
    float* const panel = data_.data() + first * depth;
    for (std::size_t c = 0; c < in_fours; c += 4) {
      const float* from = values + (first + c) * stride;
      for (std::size_t k = 0; k < depth; k += 4)
        turn_four(from + k, stride, panel + k * kPanel + c);
    }
    for (std::size_t k = 0; k < depth; ++k) {
      float* to = panel + k * kPanel;
      for (std::size_t c = in_fours; c < present; ++c) to[c] = values[(first + c) * stride + k];
      std::fill(to + present, to + kPanel, 0.0f);
    }
  }
  return {data_.data(), kPanel, kPanel * depth, columns, depth};
}

ByteMatrix::ByteMatrix(std::span<const std::int8_t> values, std::span<const float> scales,
                       std::span<const float> biases, std::size_t column_count,
                       std::size_t depth_count)
    : columns(column_count), depth(depth_count) {
  assert(depth % kBytesTogether == 0 && values.size() == columns * depth);
  codes.ensure(padded_columns() * depth);
  start.ensure(padded_columns());
  scale.ensure(padded_columns());
  bias.ensure(padded_columns());
  std::fill(bias.data() + columns, bias.data() + padded_columns(), kNoScore);
  for (std::size_t column = 0; column < columns; ++column) {
    const std::int8_t* from = values.data() + column * depth;
    std::int8_t* to =
        codes.data() + column / kPanel * kPanel * depth + column % kPanel * kBytesTogether;
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < depth; k += kBytesTogether) {
      std::memcpy(to + k * kPanel, from + k, kBytesTogether);
      for (std::size_t i = 0; i < kBytesTogether; ++i) sum += from[k + i];
    }
    start.data()[column] = -kZeroCode * sum;
    scale.data()[column] = scales[column];
    if (!biases.empty()) bias.data()[column] = biases[column];
  }
}

void ByteRows::round(const Kernels& k, const float* rows, std::size_t row_count,
                     std::size_t row_stride, std::size_t depth) {
  row_count_ = row_count;
  depth_ = depth;
  codes_.ensure(row_count * depth);
  scales_.ensure(row_count);
  k.to_bytes(rows, row_count, row_stride, depth, codes_.data(), scales_.data());
}

void ByteRows::round(const Kernels& k, const float* rows, std::size_t row_count, std::size_t depth,
                     std::span<const Block> blocks) {
  row_count_ = row_count;
  depth_ = depth;
  codes_.ensure(row_count * depth);
  scales_.ensure(row_count);
  std::size_t done = 0;
  const auto zeroes_until = [&](std::size_t row) {
    std::memset(codes_.data() + done * depth, kZeroCode, (row - done) * depth);
    std::fill(scales_.data() + done, scales_.data() + row, 0.0f);
  };
  for (const Block& block : blocks) {
    zeroes_until(block.first);
    done = block.first + block.count;
    float scale = 0;  // to the kernel, the block is one long row
    k.to_bytes(rows + block.first * depth, 1, 0, block.count * depth,
               codes_.data() + block.first * depth, &scale);
    std::fill_n(scales_.data() + block.first, block.count, scale);
  }
  zeroes_until(row_count);
}

void ByteRows::pick(const ByteRows& from, std::span<const std::size_t> places) {
  row_count_ = places.size();
  depth_ = from.depth_;
  codes_.ensure(row_count_ * depth_);
  scales_.ensure(row_count_);
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::memcpy(codes_.data() + i * depth_, from.codes_.data() + places[i] * depth_, depth_);
    scales_.data()[i] = from.scales_.data()[places[i]];
  }
}

// Of `count` rows of codes from `first` on, each with the scale of the row `middle` from there.
ByteProduct ByteRows::product(const ByteMatrix& m, std::size_t first, std::size_t middle,
                              std::size_t count) const {
  return {codes_.data() + first * depth_,
          depth_,
          scales_.data() + first + middle,
          count,
          m.codes.data(),
          m.start.data(),
          m.scale.data(),
          m.bias.data(),
          m.panels(),
          m.depth};
}

ByteProduct ByteRows::with(const ByteMatrix& m, std::size_t first, std::size_t count) const {
  assert(first + count <= row_count_ && m.depth == depth_);
  return product(m, first, 0, count);
}

ByteProduct ByteRows::windows(const ByteMatrix& m) const {
  assert(row_count_ >= 3 && m.depth == 3 * depth_);
  return product(m, 0, 1, row_count_ - 2);
}

std::span<const Kernels* const> available_kernels() {
  static const std::vector<const Kernels*> found = [] {
    std::vector<const Kernels*> out = {&kPlainKernels};
    if (__builtin_cpu_supports("avx2")) out.push_back(&kAvx2Kernels);
    if (has_avx_vnni()) out.push_back(&kAvxVnniKernels);
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni"))
      out.push_back(&kAvx512Kernels);
    return out;
  }();
  return found;
}

const Kernels& kernels() {
  static const Kernels* const best = available_kernels().back();
  return *best;
}

}  // namespace selon
