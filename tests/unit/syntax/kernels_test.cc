#include "syntax/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace selon {
namespace {

std::vector<float> random_floats(std::size_t count, unsigned seed, float range = 1) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> value(-range, range);
  std::vector<float> out(count);
  for (float& x : out) x = value(random);
  return out;
}

// The definition of a product, one fused step at a time.
float naive_product(const float* row, const float* column, float bias, std::size_t depth) {
  float sum = bias;
  for (std::size_t k = 0; k < depth; ++k) sum = std::fma(row[k], column[k], sum);
  return sum;
}

bool fuses(const Kernels& k) { return std::string_view(k.name) != "plain"; }

class EveryKernel : public testing::TestWithParam<const Kernels*> {};

TEST_P(EveryKernel, ProductsEqualTheNaiveOnes) {
  const Kernels& k = *GetParam();
  for (const std::size_t rows : {1u, 2u, 3u, 5u, 11u, 12u, 13u, 25u, 40u}) {
    for (const std::size_t columns : {1u, 31u, 32u, 33u, 100u}) {
      const std::size_t depth = 40;
      const auto x = random_floats(rows * depth, 1);
      const auto w = random_floats(columns * depth, 2);
      const PackedMatrix packed(w, columns, depth);
      AlignedFloats bias(packed.padded_columns());
      const auto b = random_floats(columns, 3);
      std::copy(b.begin(), b.end(), bias.data());
      std::vector<float> out(rows * packed.padded_columns());
      for (const bool relu : {false, true}) {
        k.product(x.data(), rows, depth, packed.data.data(), packed.panels(), depth, bias.data(),
                  relu, out.data(), packed.padded_columns());
        for (std::size_t r = 0; r < rows; ++r) {
          for (std::size_t c = 0; c < columns; ++c) {
            float expected = naive_product(&x[r * depth], &w[c * depth], b[c], depth);
            if (relu) expected = std::max(expected, 0.0f);
            const float got = out[r * packed.padded_columns() + c];
            if (fuses(k)) {
              ASSERT_EQ(got, expected) << rows << " rows, " << columns << " columns";
            } else {
              ASSERT_NEAR(got, expected, 1e-5);
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
  const std::size_t rows = 14, width = 32, depth = 64;
  const auto x = random_floats(rows * depth, 4);
  const auto w = random_floats(2 * width * depth, 5);
  const auto b = random_floats(2 * width, 6, 8);
  const auto residual = random_floats(rows * width, 7);
  const PackedMatrix packed(w, 2 * width, depth);
  std::vector<float> out(rows * width);
  k.gated_product(x.data(), rows, depth, packed.data.data(), packed.panels(), depth, b.data(),
                  residual.data(), out.data(), width);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < width; ++c) {
      const std::size_t column = c / 16 * 32 + c % 16;
      const float value = naive_product(&x[r * depth], &w[column * depth], b[column], depth);
      const float gate =
          naive_product(&x[r * depth], &w[(column + 16) * depth], b[column + 16], depth);
      const float expected = residual[r * width + c] + value / (1 + std::exp(-gate));
      ASSERT_NEAR(out[r * width + c], expected, 2e-5);
    }
  }
}

TEST_P(EveryKernel, GatesHoldAtTheExtremes) {
  const Kernels& k = *GetParam();
  const std::size_t width = 16;
  const PackedMatrix zero(std::vector<float>(2 * width * 16), 2 * width, 16);
  const std::vector<float> x(16), residual(width);
  std::vector<float> out(width);
  for (const float gate : {-1000.0f, -88.0f, -1e-8f, 0.0f, 20.0f, 1000.0f}) {
    std::vector<float> bias(2 * width, 1.0f);
    std::fill(bias.begin() + 16, bias.end(), gate);
    k.gated_product(x.data(), 1, 16, zero.data.data(), 1, 16, bias.data(), residual.data(),
                    out.data(), width);
    EXPECT_NEAR(out[3], 1 / (1 + std::exp(-static_cast<double>(gate))), 1e-6) << gate;
  }
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
  const std::vector<float> ones(48, 1.0f);
  EXPECT_NEAR(k.dot(row.data(), ones.data(), 48), 48 + 0.5 * (47 * 24 * 5 - 48 * 127), 1e-3);
}

INSTANTIATE_TEST_SUITE_P(Families, EveryKernel, testing::ValuesIn(available_kernels()),
                         [](const auto& info) {
                           std::string name = info.param->name;
                           std::erase(name, '-');
                           return name;
                         });

// Whatever the processor, the same numbers, as long as it fuses multiplication and addition.
TEST(Kernels, FusingFamiliesAgreeBitForBit) {
  const std::size_t rows = 17, width = 192, depth = 3 * width;
  const auto x = random_floats((rows + 2) * width, 11);
  const PackedMatrix packed(random_floats(2 * width * depth, 12, 0.1f), 2 * width, depth);
  const auto bias = random_floats(2 * width, 13);
  const auto scale = random_floats(width, 14), shift = random_floats(width, 15);
  std::vector<std::vector<float>> results;
  for (const Kernels* k : available_kernels()) {
    if (!fuses(*k)) continue;
    std::vector<float> out(rows * width);
    k->gated_product(x.data(), rows, width, packed.data.data(), packed.panels(), depth, bias.data(),
                     x.data() + width, out.data(), width);
    k->layer_norm(out.data(), rows, width, scale.data(), shift.data());
    out.push_back(k->dot(out.data(), x.data(), width));
    results.push_back(out);
  }
  for (const auto& result : results) EXPECT_EQ(result, results.front());
}

}  // namespace
}  // namespace selon
