// The network's arithmetic: products of many rows with one matrix of bytes, and what is done to
// rows between them.
//
//   ByteMatrix weights(codes, scale, bias, /*columns=*/384, /*depth=*/576);
//   ByteRows in;
//   in.round(kernels(), rows, row_count, row_stride, weights.depth);
//   kernels().byte_product(in.with(weights), /*relu=*/false, out, out_stride);
//
// A row's result does not depend on what else is computed with it, and every family of processors
// gives the same numbers bit for bit: sums of bytes are exact, and floats are multiplied and added
// one by one, in the same order, without fused steps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <utility>

namespace selon {

inline constexpr std::size_t kPanel = 32;         // columns of a packed panel
inline constexpr std::size_t kLanes = 16;         // rows' lengths are multiples of this
inline constexpr std::size_t kBytesTogether = 4;  // steps of the depth that lie side by side

// Numbers that start at a multiple of 64 bytes.
template <typename T>
class Aligned {
 public:
  Aligned() = default;
  explicit Aligned(std::size_t size) { ensure(size); }  // zeroes
  // Makes room for at least `size` numbers; what was there is lost when it must grow.
  void ensure(std::size_t size) {
    if (size <= size_) return;
    const std::size_t bytes = (size * sizeof(T) / 64 + 1) * 64;
    void* memory = std::aligned_alloc(64, bytes);
    if (memory == nullptr) throw std::bad_alloc();
    std::memset(memory, 0, bytes);
    data_.reset(static_cast<T*>(memory));
    size_ = size;
  }
  T* data() { return data_.get(); }
  const T* data() const { return data_.get(); }
  std::size_t size() const { return size_; }

 private:
  struct Free {
    void operator()(T* p) const { std::free(p); }
  };
  std::unique_ptr<T[], Free> data_;
  std::size_t size_ = 0;
};
using AlignedFloats = Aligned<float>;

// The right side of a product of floats, in panels of 32 columns, so that a step of the depth reads
// neighbouring numbers: step k of column c is data[c / 32 * panel + k * step + c % 32]. The columns
// are filled up to a whole number of lanes.
struct FloatPanels {
  const float* data;
  std::size_t step, panel;
  std::size_t columns, depth;

  // What a row of a product with it takes.
  std::size_t row_width() const { return (columns + kLanes - 1) / kLanes * kLanes; }
};

// Columns whose numbers lie side by side, turned into panels; what fills the last one up is zeroes.
class TurnedColumns {
 public:
  // values[column * stride + k]; the depth is a multiple of four.
  FloatPanels turn(const float* values, std::size_t columns, std::size_t depth, std::size_t stride);

 private:
  AlignedFloats data_;
};

// The output of the columns that fill up the last panel of a ByteMatrix: less than any score.
inline constexpr float kNoScore = -1e9f;

// A matrix of bytes with a scale and a bias for each column, in panels of 32 columns of four steps
// of the depth each. The depth is a multiple of four.
struct ByteMatrix {
  ByteMatrix() = default;
  // codes[column * depth + k]; an empty bias is zeroes.
  ByteMatrix(std::span<const std::int8_t> codes, std::span<const float> scale,
             std::span<const float> bias, std::size_t columns, std::size_t depth);

  std::size_t panels() const { return (columns + kPanel - 1) / kPanel; }
  std::size_t padded_columns() const { return panels() * kPanel; }

  Aligned<std::int8_t> codes;
  Aligned<std::int32_t> start;  // of each column's sum: what the rows' codes have too much
  AlignedFloats scale, bias;
  std::size_t columns = 0;
  std::size_t depth = 0;
};

// What the kernels for bytes take: plain pointers, since they are compiled for other processors
// than the rest of the program.
struct ByteProduct {
  const std::uint8_t* codes;  // row r begins at r × stride and has `depth` codes
  std::size_t stride;
  const float* row_scale;
  std::size_t row_count;
  const std::int8_t* weights;
  const std::int32_t* start;
  const float* column_scale;
  const float* bias;
  std::size_t panels, depth;
};

// out[r][c] = bias[r * bias_step + c] + sum over k of rows[r * row_stride + k] * with[c][k]
struct FloatProduct {
  const float* rows;
  std::size_t row_count, row_stride;
  FloatPanels with;
  const float* bias;  // each row's has room for row_width()
  std::ptrdiff_t bias_step = 0;
};

// One family of processors' versions. Biases and outputs have room for padded_columns(); the width
// of a row is a multiple of 16.
struct Kernels {
  const char* name;

  // Each of the rows' `depth` floats as a code of seven bits: x ≈ scale * (code - 64), the scale of
  // a row being its largest value, without its sign, over 63. With seven bits the sum of two
  // products fits sixteen, which is what AVX2 adds; docs/parser.md says that the eighth is not
  // missed.
  void (*to_bytes)(const float* rows, std::size_t row_count, std::size_t row_stride,
                   std::size_t depth, std::uint8_t* codes, float* scales);

  // out[r][c] = bias[c] + sum over k of row[r][k] * weights[c][k]; negative values become 0 when
  // `relu`.
  void (*byte_product)(const ByteProduct& in, bool relu, float* out, std::size_t out_stride);

  // A gated layer; both products have the same rows and columns.
  // out[r][c] = residual[r][c] + value[r][c] * min(max(gate[r][c] / 6 + 1/2, 0), 1)
  void (*gated_product)(const ByteProduct& values, const ByteProduct& gates, const float* residual,
                        float* out, std::size_t out_stride);

  // A row of out has room for row_width().
  void (*float_product)(const FloatProduct& in, float* out, std::size_t out_stride);

  // Normalizes each row of `width` floats to mean 0 and variance 1, then scales and shifts it. In
  // place.
  void (*layer_norm)(float* rows, std::size_t row_count, std::size_t width, const float* scale,
                     const float* shift);

  // row[i] += scale * values[i]
  void (*add_scaled)(const std::int8_t* values, float scale, float* row, std::size_t width);

  // out[i] += the product of rows i and `with`, each of `width` floats, of `count` rows side by
  // side
  void (*add_dots)(const float* rows, std::size_t count, const float* with, std::size_t width,
                   float* out);

  // row[i] = exp(row[i]) / sum over all of exp(row[k]), what is above 60 counting as 60. In place.
  void (*softmax)(float* row, std::size_t width);

  // The share of row[place] in softmax(row / temperature).
  float (*probability)(const float* row, std::size_t width, std::size_t place, float temperature);

  // The first place of the largest.
  std::size_t (*place_of_largest)(const float* row, std::size_t width);

  // The largest of a[i] + b[i], and its first place.
  float (*largest_sum)(const float* a, const float* b, std::size_t width);
  std::size_t (*place_of_largest_sum)(const float* a, const float* b, std::size_t width);
};

// Rows rounded to bytes, the left side of a byte product.
class ByteRows {
 public:
  struct Block {
    std::size_t first, count;  // rows
  };

  // Each row has a scale of its own.
  void round(const Kernels& k, const float* rows, std::size_t row_count, std::size_t row_stride,
             std::size_t depth);
  // The rows of a block have a scale in common, so that neighbours can be read as one row; rows
  // between the blocks become zeroes. The rows lie side by side.
  void round(const Kernels& k, const float* rows, std::size_t row_count, std::size_t depth,
             std::span<const Block> blocks);
  // The product of rows first … first + count with a matrix of the same depth.
  ByteProduct with(const ByteMatrix& matrix, std::size_t first, std::size_t count) const;
  ByteProduct with(const ByteMatrix& matrix) const { return with(matrix, 0, row_count_); }
  // The same of every row but the first and the last; and of each of these with the row before and
  // the row behind, for a matrix of three times the depth.
  ByteProduct inner(const ByteMatrix& matrix) const { return with(matrix, 1, row_count_ - 2); }
  ByteProduct windows(const ByteMatrix& matrix) const;
  // The rows of `from` at these places, one behind the other.
  void pick(const ByteRows& from, std::span<const std::size_t> places);
  std::size_t row_count() const { return row_count_; }

 private:
  ByteProduct product(const ByteMatrix& matrix, std::size_t first, std::size_t middle,
                      std::size_t count) const;

  Aligned<std::uint8_t> codes_;
  AlignedFloats scales_;
  std::size_t row_count_ = 0, depth_ = 0;
};

// The fastest that this processor has.
const Kernels& kernels();
// All that this processor has, the fastest last; the tests compare them.
std::span<const Kernels* const> available_kernels();

}  // namespace selon
