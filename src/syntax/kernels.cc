#include "syntax/kernels.h"

#include <cpuid.h>

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

}  // namespace

void FloatMatrix::pack(const float* values, std::size_t column_count, std::size_t depth_count,
                       std::size_t column_stride, std::size_t depth_stride) {
  columns = column_count;
  depth = depth_count;
  data.ensure((columns + kPanel - 1) / kPanel * kPanel * depth);
  float* to = data.data();
  for (std::size_t first = 0; first < columns; first += kPanel) {
    const std::size_t present = columns - first < kPanel ? columns - first : kPanel;
    for (std::size_t k = 0; k < depth; ++k) {
      const float* from = values + first * column_stride + k * depth_stride;
      if (column_stride == 1) {
        std::copy_n(from, present, to);
      } else {
        for (std::size_t c = 0; c < present; ++c) to[c] = from[c * column_stride];
      }
      for (std::size_t c = present; c < kPanel; ++c) to[c] = 0;
      to += kPanel;
    }
  }
}

ByteMatrix::ByteMatrix(std::span<const std::int8_t> values, std::span<const float> scales,
                       std::span<const float> biases, std::size_t column_count,
                       std::size_t depth_count, std::span<const std::size_t> order)
    : columns(column_count), depth(depth_count) {
  assert(depth % kBytesTogether == 0 && values.size() == columns * depth);
  codes.ensure(padded_columns() * depth);
  start.ensure(padded_columns());
  scale.ensure(padded_columns());
  bias.ensure(padded_columns());
  std::fill(bias.data() + columns, bias.data() + padded_columns(), kNoScore);
  for (std::size_t place = 0; place < columns; ++place) {
    const std::size_t column = order.empty() ? place : order[place];
    const std::int8_t* from = values.data() + column * depth;
    std::int8_t* to =
        codes.data() + place / kPanel * kPanel * depth + place % kPanel * kBytesTogether;
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < depth; k += kBytesTogether) {
      std::memcpy(to + k * kPanel, from + k, kBytesTogether);
      for (std::size_t i = 0; i < kBytesTogether; ++i) sum += from[k + i];
    }
    start.data()[place] = -kZeroCode * sum;
    scale.data()[place] = scales[column];
    if (!biases.empty()) bias.data()[place] = biases[column];
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

ByteProduct ByteRows::with(const ByteMatrix& m, std::size_t first, std::size_t count) const {
  assert(first + count <= row_count_ && m.depth == depth_);
  return {codes_.data() + first * m.depth,
          scales_.data() + first,
          count,
          m.codes.data(),
          m.start.data(),
          m.scale.data(),
          m.bias.data(),
          m.panels(),
          m.depth};
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
