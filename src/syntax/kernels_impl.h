// The kernels, written once over `Lanes`, sixteen floats in whatever registers a processor family
// has. Included by kernels_<family>.cc, which defines in its unnamed namespace, before the
// inclusion,
//
//   struct Lanes                     with load, store, broadcast, zero, from_int8, and the
//   operations below constexpr std::size_t kRows      rows of a product that are computed together
//   constexpr const char* kName
//
// Nothing from the standard library is used here: an inline function compiled for AVX-512 must not
// be what the linker picks for the rest of the program.

namespace {

constexpr std::size_t kPanelWidth = 32;
constexpr std::size_t kLaneCount = 16;
constexpr float kEpsilon = 1e-5f;  // of the layer norm, as in training

// exp(x) for x ≤ 0, relative error below 2e-7: 2^n * p(r) with x = n ln 2 + r and Taylor's
// polynomial.
inline Lanes exp_of_negative(Lanes x) {
  x = max(x, Lanes::broadcast(-87.0f));
  const Lanes n = round(x * Lanes::broadcast(1.44269504088896341f));
  Lanes r = fma(n, Lanes::broadcast(-0.693359375f), x);
  r = fma(n, Lanes::broadcast(2.12194440e-4f), r);
  Lanes p = Lanes::broadcast(1.0f / 5040);
  p = fma(p, r, Lanes::broadcast(1.0f / 720));
  p = fma(p, r, Lanes::broadcast(1.0f / 120));
  p = fma(p, r, Lanes::broadcast(1.0f / 24));
  p = fma(p, r, Lanes::broadcast(1.0f / 6));
  p = fma(p, r, Lanes::broadcast(0.5f));
  p = fma(p, r, Lanes::broadcast(1.0f));
  p = fma(p, r, Lanes::broadcast(1.0f));
  return p * power_of_two(n);
}

inline Lanes sigmoid(Lanes x) {
  const Lanes one = Lanes::broadcast(1.0f);
  const Lanes e = exp_of_negative(min(x, Lanes::zero() - x));  // exp(-|x|)
  const Lanes small = e / (one + e);                           // sigmoid(-|x|)
  return select_negative(x, small, one - small);
}

// The 32 columns of one panel for kRows rows from `rows` on; rows past `present` repeat the last
// one.
struct Tile {
  Lanes low[kRows], high[kRows];
};

inline void multiply(const float* rows, std::size_t present, std::size_t stride, const float* panel,
                     std::size_t depth, const float* bias, Tile& tile) {
  const float* row[kRows];
  for (std::size_t r = 0; r < kRows; ++r) row[r] = rows + (r < present ? r : present - 1) * stride;
  Lanes low[kRows], high[kRows];
  for (std::size_t r = 0; r < kRows; ++r) {
    low[r] = Lanes::load(bias);
    high[r] = Lanes::load(bias + kLaneCount);
  }
  for (std::size_t k = 0; k < depth; ++k) {
    const Lanes a = Lanes::load(panel + k * kPanelWidth);
    const Lanes b = Lanes::load(panel + k * kPanelWidth + kLaneCount);
#pragma GCC unroll 16
    for (std::size_t r = 0; r < kRows; ++r) {
      const Lanes x = Lanes::broadcast(row[r][k]);
      low[r] = fma(x, a, low[r]);
      high[r] = fma(x, b, high[r]);
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    tile.low[r] = low[r];
    tile.high[r] = high[r];
  }
}

void product(const float* rows, std::size_t row_count, std::size_t row_stride, const float* packed,
             std::size_t panels, std::size_t depth, const float* bias, bool relu, float* out,
             std::size_t out_stride) {
  for (std::size_t p = 0; p < panels; ++p) {
    for (std::size_t first = 0; first < row_count; first += kRows) {
      const std::size_t present = row_count - first < kRows ? row_count - first : kRows;
      Tile tile;
      multiply(rows + first * row_stride, present, row_stride, packed + p * depth * kPanelWidth,
               depth, bias + p * kPanelWidth, tile);
      for (std::size_t r = 0; r < present; ++r) {
        float* to = out + (first + r) * out_stride + p * kPanelWidth;
        Lanes low = tile.low[r], high = tile.high[r];
        if (relu) {
          low = max(low, Lanes::zero());
          high = max(high, Lanes::zero());
        }
        low.store(to);
        high.store(to + kLaneCount);
      }
    }
  }
}

void gated_product(const float* rows, std::size_t row_count, std::size_t row_stride,
                   const float* packed, std::size_t panels, std::size_t depth, const float* bias,
                   const float* residual, float* out, std::size_t out_stride) {
  for (std::size_t p = 0; p < panels; ++p) {
    for (std::size_t first = 0; first < row_count; first += kRows) {
      const std::size_t present = row_count - first < kRows ? row_count - first : kRows;
      Tile tile;
      multiply(rows + first * row_stride, present, row_stride, packed + p * depth * kPanelWidth,
               depth, bias + p * kPanelWidth, tile);
      for (std::size_t r = 0; r < present; ++r) {
        const std::size_t at = (first + r) * out_stride + p * kLaneCount;
        fma(tile.low[r], sigmoid(tile.high[r]), Lanes::load(residual + at)).store(out + at);
      }
    }
  }
}

inline float sum(Lanes x) {
  alignas(64) float lane[kLaneCount];
  x.store(lane);
  for (std::size_t half = kLaneCount / 2; half > 0; half /= 2) {
    for (std::size_t i = 0; i < half; ++i) lane[i] += lane[i + half];
  }
  return lane[0];
}

void layer_norm(float* rows, std::size_t row_count, std::size_t width, const float* scale,
                const float* shift) {
  for (std::size_t r = 0; r < row_count; ++r) {
    float* row = rows + r * width;
    Lanes total = Lanes::zero();
    for (std::size_t i = 0; i < width; i += kLaneCount) total = total + Lanes::load(row + i);
    const Lanes mean = Lanes::broadcast(sum(total) / static_cast<float>(width));
    Lanes squares = Lanes::zero();
    for (std::size_t i = 0; i < width; i += kLaneCount) {
      const Lanes d = Lanes::load(row + i) - mean;
      squares = fma(d, d, squares);
    }
    const float variance = sum(squares) / static_cast<float>(width);
    const Lanes inverse = Lanes::broadcast(1.0f / __builtin_sqrtf(variance + kEpsilon));
    for (std::size_t i = 0; i < width; i += kLaneCount) {
      const Lanes d = (Lanes::load(row + i) - mean) * inverse;
      fma(d, Lanes::load(scale + i), Lanes::load(shift + i)).store(row + i);
    }
  }
}

void add_scaled(const std::int8_t* values, float scale, float* row, std::size_t width) {
  const Lanes factor = Lanes::broadcast(scale);
  for (std::size_t i = 0; i < width; i += kLaneCount) {
    fma(factor, Lanes::from_int8(values + i), Lanes::load(row + i)).store(row + i);
  }
}

float dot(const float* a, const float* b, std::size_t width) {
  Lanes total = Lanes::zero();
  for (std::size_t i = 0; i < width; i += kLaneCount) {
    total = fma(Lanes::load(a + i), Lanes::load(b + i), total);
  }
  return sum(total);
}

void softmax(float* row, std::size_t width) {
  Lanes best = Lanes::load(row);
  for (std::size_t i = kLaneCount; i < width; i += kLaneCount) {
    best = max(best, Lanes::load(row + i));
  }
  alignas(64) float lane[kLaneCount];
  best.store(lane);
  float highest = lane[0];
  for (std::size_t i = 1; i < kLaneCount; ++i) highest = lane[i] > highest ? lane[i] : highest;
  best = Lanes::broadcast(highest);
  Lanes total = Lanes::zero();
  for (std::size_t i = 0; i < width; i += kLaneCount) {
    const Lanes e = exp_of_negative(Lanes::load(row + i) - best);
    e.store(row + i);
    total = total + e;
  }
  const Lanes share = Lanes::broadcast(1.0f / sum(total));
  for (std::size_t i = 0; i < width; i += kLaneCount) (Lanes::load(row + i) * share).store(row + i);
}

}  // namespace
