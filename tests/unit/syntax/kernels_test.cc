#include "syntax/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace selon {
namespace {

std::vector<float> random_floats(std::size_t count, unsigned seed, float range = 1) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> value(-range, range);
  std::vector<float> out(count);
  for (float& x : out) x = value(random);
  return out;
}

std::vector<std::int8_t> random_bytes(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> value(-127, 127);
  std::vector<std::int8_t> out(count);
  for (std::int8_t& x : out) x = static_cast<std::int8_t>(value(random));
  return out;
}

// A matrix with what it was made of, and the definition of its products.
struct Matrix {
  std::vector<std::int8_t> codes;
  std::vector<float> scale, bias;
  ByteMatrix packed;

  Matrix(std::size_t columns, std::size_t depth, unsigned seed)
      : codes(random_bytes(columns * depth, seed)),
        scale(random_floats(columns, seed + 1, 0.01f)),
        bias(random_floats(columns, seed + 2)),
        packed(codes, scale, bias, columns, depth) {}

  // Of the row as it is, not as bytes.
  double naive(const float* row, std::size_t column) const {
    double sum = 0;
    for (std::size_t k = 0; k < packed.depth; ++k)
      sum += double{row[k]} * codes[column * packed.depth + k];
    return bias[column] + sum * scale[column];
  }
};

// How far a product may lie from the naive one: each of the row's values is off by half a step.
double tolerance(const Matrix& m, const float* row, std::size_t column) {
  float largest = 0;
  double weights = 0;
  for (std::size_t k = 0; k < m.packed.depth; ++k) {
    largest = std::max(largest, std::abs(row[k]));
    weights += std::abs(m.codes[column * m.packed.depth + k]);
  }
  return 1e-4 + weights * std::abs(m.scale[column]) * largest / 63 / 2;
}

class EveryKernel : public testing::TestWithParam<const Kernels*> {};

TEST_P(EveryKernel, RoundsRowsToBytes) {
  const Kernels& k = *GetParam();
  std::vector<float> rows = random_floats(2 * 32, 1, 3);
  rows[5] = -3.5f;
  std::fill(rows.begin() + 32, rows.end(), 0.0f);
  std::vector<std::uint8_t> codes(64);
  std::vector<float> scales(2);
  k.to_bytes(rows.data(), 2, 32, 32, codes.data(), scales.data());
  EXPECT_FLOAT_EQ(scales[0], 3.5f / 63);
  EXPECT_EQ(codes[5], 64 - 63);
  for (std::size_t i = 0; i < 32; ++i) {
    EXPECT_NEAR(scales[0] * static_cast<float>(codes[i] - 64), rows[i], scales[0] * 0.5001);
    EXPECT_EQ(codes[32 + i], 64);  // a row of zeroes
  }
  EXPECT_EQ(scales[1], 0);
}

TEST_P(EveryKernel, ByteProductsLieAsNearAsBytesAllow) {
  const Kernels& k = *GetParam();
  for (const std::size_t rows : {1u, 2u, 3u, 11u, 12u, 13u, 25u}) {
    for (const std::size_t columns : {1u, 31u, 32u, 33u, 100u}) {
      const std::size_t depth = 48;
      const auto x = random_floats(rows * depth, 1);
      const Matrix m(columns, depth, 2);
      ByteRows in;
      in.round(k, x.data(), rows, depth, depth);
      const std::size_t stride = m.packed.padded_columns();
      std::vector<float> out(rows * stride);
      for (const bool relu : {false, true}) {
        k.byte_product(in.with(m.packed), relu, out.data(), stride);
        for (std::size_t r = 0; r < rows; ++r) {
          for (std::size_t c = 0; c < columns; ++c) {
            const double expected = m.naive(&x[r * depth], c);
            ASSERT_NEAR(out[r * stride + c], relu ? std::max(expected, 0.0) : expected,
                        tolerance(m, &x[r * depth], c))
                << rows << " rows, " << columns << " columns";
          }
        }
      }
    }
  }
}

TEST_P(EveryKernel, BytesAtTheirLimitsDoNotOverflow) {
  const Kernels& k = *GetParam();
  const std::size_t depth = 576;
  for (const int sign : {1, -1}) {
    const std::vector<std::int8_t> codes(32 * depth, static_cast<std::int8_t>(127 * sign));
    const std::vector<float> scale(32, 1.0f);
    const ByteMatrix m(codes, scale, {}, 32, depth);
    const std::vector<float> x(depth, -63.0f);
    ByteRows in;
    in.round(k, x.data(), 1, depth, depth);
    std::vector<float> out(32);
    k.byte_product(in.with(m), false, out.data(), 32);
    for (const float y : out) EXPECT_EQ(y, -63.0f * 127.0f * 576.0f * static_cast<float>(sign));
  }
}

TEST_P(EveryKernel, FloatProductsEqualTheNaiveOnes) {
  const Kernels& k = *GetParam();
  for (const std::size_t rows : {1u, 3u, 12u, 13u, 40u}) {
    for (const std::size_t columns : {1u, 16u, 17u, 32u, 33u, 100u}) {
      const std::size_t depth = 40;
      const auto x = random_floats(rows * depth, 1);
      const auto w = random_floats(columns * depth, 2);
      TurnedColumns turned;
      const FloatPanels panels = turned.turn(w.data(), columns, depth, depth);
      // The same, columns side by side, which are panels as they lie.
      const std::size_t width = panels.row_width(), room = (columns + 31) / 32 * 32;
      std::vector<float> side_by_side(room * depth);
      for (std::size_t c = 0; c < columns; ++c)
        for (std::size_t d = 0; d < depth; ++d) side_by_side[d * room + c] = w[c * depth + d];
      const FloatPanels as_they_lie{side_by_side.data(), room, 32, columns, depth};
      // A bias in common, and one that moves a column with each row.
      const auto bias = random_floats(room + rows, 3);
      for (const FloatPanels& with : {panels, as_they_lie}) {
        for (const std::ptrdiff_t step : {0, -1}) {
          const float* first = bias.data() + (step == 0 ? 0 : rows - 1);
          std::vector<float> out(rows * width);
          k.float_product({x.data(), rows, depth, with, first, step}, out.data(), width);
          for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t c = 0; c < columns; ++c) {
              float expected =
                  first[static_cast<std::ptrdiff_t>(r) * step + static_cast<std::ptrdiff_t>(c)];
              for (std::size_t d = 0; d < depth; ++d)
                expected += x[r * depth + d] * w[c * depth + d];
              ASSERT_NEAR(out[r * width + c], expected, 1e-5);
            }
          }
        }
      }
    }
  }
}

TEST_P(EveryKernel, SharesSumToOneAndKeepTheirRatios) {
  const Kernels& k = *GetParam();
  for (const std::size_t width : {16u, 32u, 96u}) {
    const auto scores = random_floats(width, 8, 20);
    auto shares = scores;
    for (std::size_t i = width - 5; i < width; ++i) shares[i] = -1e9f;  // what does not count
    k.softmax(shares.data(), width);
    double total = 0;
    for (std::size_t i = 0; i + 5 < width; ++i) total += std::exp(double{scores[i]});
    for (std::size_t i = 0; i < width; ++i) {
      const double expected = i + 5 < width ? std::exp(double{scores[i]}) / total : 0;
      ASSERT_NEAR(shares[i], expected, 1e-6) << i;
    }
  }
  std::vector<float> far(16, 3e37f);  // no overflow
  k.softmax(far.data(), far.size());
  EXPECT_FLOAT_EQ(far[7], 1.0f / 16);
}

TEST_P(EveryKernel, GatesAndAddsTheResidual) {
  const Kernels& k = *GetParam();
  const std::size_t rows = 16, width = 32;
  const auto x = random_floats(rows * width, 4, 5);
  const Matrix values(width, 3 * width, 5), gates(width, width, 6);
  const auto residual = random_floats(rows * width, 7);
  ByteRows in;
  in.round(k, x.data(), rows, width, width);
  const std::size_t inner = rows - 2;
  std::vector<float> value(inner * width), gate(inner * width), out(inner * width);
  k.byte_product(in.windows(values.packed), false, value.data(), width);
  k.byte_product(in.inner(gates.packed), false, gate.data(), width);
  k.gated_product(in.windows(values.packed), in.inner(gates.packed), residual.data(), out.data(),
                  width);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const float open = std::clamp(gate[i] / 6 + 0.5f, 0.0f, 1.0f);
    ASSERT_NEAR(out[i], residual[i] + value[i] * open, 2e-6);
  }
  EXPECT_GT(std::ranges::max(gate), 3) << "some are open";
  EXPECT_LT(std::ranges::min(gate), -3) << "some are shut";
}

// What a word sees of its neighbours is what their own codes say.
TEST_P(EveryKernel, WindowsAreThreeRowsSideBySide) {
  const Kernels& k = *GetParam();
  const std::size_t width = 32, rows = 7;
  const auto x = random_floats(rows * width, 4);
  const Matrix m(32, 3 * width, 5);
  ByteRows in, wide;
  const std::vector<ByteRows::Block> block = {{1, 5}};
  in.round(k, x.data(), rows, width, block);
  std::vector<float> out(5 * 32), beside(5 * 32), zeroes(rows * width);
  k.byte_product(in.windows(m.packed), false, out.data(), 32);
  // The same rows with zeroes around them, rounded as one block of three times the depth each.
  std::copy(x.begin() + width, x.begin() + 6 * width, zeroes.begin() + width);
  std::vector<float> three;
  for (std::size_t r = 0; r < 5; ++r) {
    three.insert(three.end(), zeroes.begin() + r * width, zeroes.begin() + (r + 3) * width);
  }
  const std::vector<ByteRows::Block> all = {{0, 5}};
  wide.round(k, three.data(), 5, 3 * width, all);
  k.byte_product(wide.with(m.packed), false, beside.data(), 32);
  EXPECT_EQ(out, beside);
}

TEST_P(EveryKernel, NormalizesRows) {
  const Kernels& k = *GetParam();
  const std::size_t width = 192;
  auto rows = random_floats(3 * width, 8, 5);
  const auto before = rows;
  const auto scale = random_floats(width, 9), shift = random_floats(width, 10);
  k.layer_norm(rows.data(), 3, width, scale.data(), shift.data());
  for (std::size_t r = 0; r < 3; ++r) {
    double mean = 0, variance = 0;
    for (std::size_t i = 0; i < width; ++i) mean += before[r * width + i] / width;
    for (std::size_t i = 0; i < width; ++i)
      variance += std::pow(before[r * width + i] - mean, 2) / width;
    for (std::size_t i = 0; i < width; ++i) {
      const double normal = (before[r * width + i] - mean) / std::sqrt(variance + 1e-5);
      ASSERT_NEAR(rows[r * width + i], normal * scale[i] + shift[i], 2e-5);
    }
  }
}

TEST_P(EveryKernel, AddsRowsOfBytesAndMultipliesRows) {
  const Kernels& k = *GetParam();
  std::vector<std::int8_t> values(48);
  for (int i = 0; i < 48; ++i) values[i] = static_cast<std::int8_t>(i * 5 - 127);
  std::vector<float> row(48, 1.0f);
  k.add_scaled(values.data(), 0.5f, row.data(), 48);
  for (int i = 0; i < 48; ++i) EXPECT_EQ(row[i], 1 + 0.5f * values[i]);
  std::vector<float> rows = row, dots = {1, 2};
  rows.resize(96, 1.0f);
  const std::vector<float> ones(48, 1.0f);
  k.add_dots(rows.data(), 2, ones.data(), 48, dots.data());
  EXPECT_NEAR(dots[0], 1 + 48 + 0.5 * (47 * 24 * 5 - 48 * 127), 1e-3);
  EXPECT_EQ(dots[1], 2 + 48);
}

TEST_P(EveryKernel, FindsTheFirstPlaceOfTheLargestSum) {
  const Kernels& k = *GetParam();
  const auto a = random_floats(48, 1);
  auto b = random_floats(48, 2);
  for (const std::size_t place : {0u, 15u, 16u, 40u}) {
    b[place] = 3 - a[place];
    EXPECT_FLOAT_EQ(k.largest_sum(a.data(), b.data(), 48), 3);
    EXPECT_EQ(k.place_of_largest_sum(a.data(), b.data(), 48), place);
    b[place] = -3;
  }
  const std::vector<float> equal(32, 0.5f);
  EXPECT_EQ(k.place_of_largest_sum(equal.data(), equal.data(), 32), 0u);
}

INSTANTIATE_TEST_SUITE_P(Families, EveryKernel, testing::ValuesIn(available_kernels()),
                         [](const auto& info) {
                           std::string name = info.param->name;
                           std::erase_if(name, [](char c) { return c == '-' || c == ' '; });
                           return name;
                         });

// Whatever the processor, the same numbers.
TEST(Kernels, AllFamiliesAgreeBitForBit) {
  const std::size_t rows = 17, width = 192, depth = 3 * width;
  const auto x = random_floats((rows + 2) * width, 11);
  const Matrix m(width, depth, 12), gates(width, width, 13);
  const auto scale = random_floats(width, 14), shift = random_floats(width, 15);
  const auto bytes = random_bytes(width, 16);
  TurnedColumns turned;
  const FloatPanels floats = turned.turn(x.data(), rows, width, width);
  std::vector<std::vector<float>> results;
  for (const Kernels* k : available_kernels()) {
    ByteRows in;
    in.round(*k, x.data(), rows + 2, width, width);
    std::vector<float> out(rows * width);
    k->gated_product(in.windows(m.packed), in.inner(gates.packed), x.data() + width, out.data(),
                     width);
    k->layer_norm(out.data(), rows, width, scale.data(), shift.data());
    k->softmax(out.data(), width);
    k->add_scaled(bytes.data(), 0.013f, out.data(), width);
    k->add_dots(x.data(), 3, scale.data(), width, out.data());
    std::vector<float> products(rows * width), scores(rows * 32);
    k->byte_product(in.windows(m.packed), true, products.data(), width);
    const AlignedFloats none(32);
    k->float_product({out.data(), rows, width, floats, none.data()}, scores.data(), 32);
    out.insert(out.end(), products.begin(), products.end());
    out.insert(out.end(), scores.begin(), scores.end());
    results.push_back(out);
  }
  for (const auto& result : results) EXPECT_EQ(result, results.front());
}

}  // namespace
}  // namespace selon
