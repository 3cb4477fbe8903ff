// The network's arithmetic: products of many rows with one matrix, and what is done to rows between
// them.
//
//   PackedMatrix weights(values, /*columns=*/384, /*depth=*/576);
//   kernels().product(rows, row_count, row_stride, weights, bias, out, out_stride);
//
// Every output element is one chain of fused multiply–adds over the depth, in order, whatever the
// number of rows: a row's result does not depend on what else is computed with it, and is the same
// with AVX2 and AVX-512. Without either (kPlain) multiplication and addition round separately.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace selon {

inline constexpr std::size_t kPanel = 32;  // columns of a packed panel
inline constexpr std::size_t kLanes = 16;  // rows' lengths are multiples of this

// Floats that start at a multiple of 64 bytes.
class AlignedFloats {
 public:
  AlignedFloats() = default;
  explicit AlignedFloats(std::size_t size);  // zeroes
  // Makes room for at least `size` floats; what was there is lost.
  void ensure(std::size_t size);
  float* data() { return data_.get(); }
  const float* data() const { return data_.get(); }
  std::size_t size() const { return size_; }

 private:
  struct Free {
    void operator()(float* p) const;
  };
  std::unique_ptr<float[], Free> data_;
  std::size_t size_ = 0;
};

// A matrix of `columns` output columns and `depth` inputs, in panels of 32 columns so that a step
// of the depth reads 32 neighbouring floats. The last panel is filled up with zeroes.
struct PackedMatrix {
  PackedMatrix() = default;
  // values[column * depth + k]
  PackedMatrix(std::span<const float> values, std::size_t columns, std::size_t depth);
  void pack(const float* values, std::size_t columns, std::size_t depth, std::size_t column_stride);

  std::size_t panels() const { return (columns + kPanel - 1) / kPanel; }
  std::size_t padded_columns() const { return panels() * kPanel; }

  AlignedFloats data;
  std::size_t columns = 0;
  std::size_t depth = 0;
};

// One family of processors' versions. Pointers to rows, weights, bias and outputs are floats;
// biases and outputs have room for padded_columns().
struct Kernels {
  const char* name;

  // out[r][c] = bias[c] + sum over k of rows[r * row_stride + k] * weights[c][k]; negative values
  // become 0 when `relu`.
  void (*product)(const float* rows, std::size_t row_count, std::size_t row_stride,
                  const float* packed, std::size_t panels, std::size_t depth, const float* bias,
                  bool relu, float* out, std::size_t out_stride);

  // A gated layer: panel p holds the value columns 16p … 16p + 15 and, behind them, their gates.
  // out[r][c] = residual[r][c] + value * sigmoid(gate)
  void (*gated_product)(const float* rows, std::size_t row_count, std::size_t row_stride,
                        const float* packed, std::size_t panels, std::size_t depth,
                        const float* bias, const float* residual, float* out,
                        std::size_t out_stride);

  // Normalizes each row of `width` floats to mean 0 and variance 1, then scales and shifts it. In
  // place.
  void (*layer_norm)(float* rows, std::size_t row_count, std::size_t width, const float* scale,
                     const float* shift);

  // row[i] += scale * values[i]
  void (*add_scaled)(const std::int8_t* values, float scale, float* row, std::size_t width);

  float (*dot)(const float* a, const float* b, std::size_t width);

  // row[i] = exp(row[i]) / sum over all of exp(row[k]), without overflow. In place; the width is a
  // multiple of 16.
  void (*softmax)(float* row, std::size_t width);
};

// The fastest that this processor has.
const Kernels& kernels();
// All that this processor has; the tests compare them.
std::vector<const Kernels*> available_kernels();

}  // namespace selon
