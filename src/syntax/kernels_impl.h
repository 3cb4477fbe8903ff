// The kernels, written once over sixteen numbers in whatever registers a processor family has.
// Included by kernels_<family>.cc, which defines in its unnamed namespace, before the inclusion,
//
//   struct Lanes    sixteen floats: load, store, broadcast, zero, from_int8, sum, largest,
//                   first_equal: the first lane that holds a value, 16 if none does; the
//                   operations below; and to_codes: rounded to integers, 64 added, as bytes
//   struct Sums     sixteen sums of bytes: load, to_lanes, and add: four neighbouring codes of a
//   row
//                   times four weights of each of sixteen columns
//   constexpr std::size_t kByteRows, kFloatRows    rows of a product that are computed together
//
// Nothing from the standard library is used here: an inline function compiled for AVX-512 must not
// be what the linker picks for the rest of the program. The compiler may not fuse multiplications
// and additions (-ffp-contract=off), so that all families round alike.

namespace {

constexpr std::size_t kPanelWidth = 32;
constexpr std::size_t kLaneCount = 16;
constexpr std::size_t kGroup = 4;      // steps of the depth in one step of a sum of bytes
constexpr float kLargestCode = 63.0f;  // of a row, its sign apart
constexpr float kEpsilon = 1e-5f;      // of the layer norm, as in training

// exp(x) for x ≤ 60, relative error below 2e-7: 2^n * p(r) with x = n ln 2 + r and Taylor's
// polynomial.
inline Lanes exp_of(Lanes x) {
  x = max(x, Lanes::broadcast(-87.0f));
  const Lanes n = round(x * Lanes::broadcast(1.44269504088896341f));
  Lanes r = n * Lanes::broadcast(-0.693359375f) + x;
  r = n * Lanes::broadcast(2.12194440e-4f) + r;
  Lanes p = Lanes::broadcast(1.0f / 5040);
  p = p * r + Lanes::broadcast(1.0f / 720);
  p = p * r + Lanes::broadcast(1.0f / 120);
  p = p * r + Lanes::broadcast(1.0f / 24);
  p = p * r + Lanes::broadcast(1.0f / 6);
  p = p * r + Lanes::broadcast(0.5f);
  p = p * r + Lanes::broadcast(1.0f);
  p = p * r + Lanes::broadcast(1.0f);
  return p * power_of_two(n);
}

// A line with two bends in place of a sigmoid: no exponential and no division.
inline Lanes gate(Lanes x) {
  const Lanes open = x * Lanes::broadcast(1.0f / 6) + Lanes::broadcast(0.5f);
  return min(max(open, Lanes::zero()), Lanes::broadcast(1.0f));
}

inline Lanes magnitude(Lanes x) { return max(x, Lanes::zero() - x); }

void to_bytes(const float* rows, std::size_t row_count, std::size_t row_stride, std::size_t depth,
              std::uint8_t* codes, float* scales) {
  for (std::size_t r = 0; r < row_count; ++r) {
    const float* row = rows + r * row_stride;
    Lanes largest = Lanes::zero();
    for (std::size_t i = 0; i < depth; i += kLaneCount) {
      largest = max(largest, magnitude(Lanes::load(row + i)));
    }
    const float most = largest.largest();
    scales[r] = most / kLargestCode;
    const Lanes inverse = Lanes::broadcast(most > 0 ? kLargestCode / most : 0);
    for (std::size_t i = 0; i < depth; i += kLaneCount) {
      (Lanes::load(row + i) * inverse).to_codes(codes + r * depth + i);
    }
  }
}

// Calls f<N>(first, present) for tiles of N rows, of which the last may have fewer present, so that
// a few rows left over do not cost a whole tile.
template <std::size_t kMost, typename F>
inline void in_tiles(std::size_t row_count, F f) {
  constexpr std::size_t kFew = kMost < 4 ? kMost : 4;
  for (std::size_t first = 0; first < row_count;) {
    const std::size_t left = row_count - first;
    if (left > kMost / 2) {
      f.template operator()<kMost>(first, left < kMost ? left : kMost);
      first += kMost;
    } else if (left > 1) {
      f.template operator()<kFew>(first, left < kFew ? left : kFew);
      first += kFew;
    } else {
      f.template operator()<1>(first, 1);
      first += 1;
    }
  }
}

// The sums of one panel's 32 columns for kRows rows from `first` on; rows past `present` repeat the
// last one.
template <std::size_t kRows>
struct ByteTile {
  Sums low[kRows], high[kRows];
};

template <std::size_t kRows>
inline void multiply(const ByteProduct& in, std::size_t panel, std::size_t first,
                     std::size_t present, ByteTile<kRows>& tile) {
  const std::uint8_t* row[kRows];
  for (std::size_t r = 0; r < kRows; ++r) {
    row[r] = in.codes + (first + (r < present ? r : present - 1)) * in.stride;
  }
  const std::int8_t* weights = in.weights + panel * kPanelWidth * in.depth;
  Sums low[kRows], high[kRows];
  for (std::size_t r = 0; r < kRows; ++r) {
    low[r] = Sums::load(in.start + panel * kPanelWidth);
    high[r] = Sums::load(in.start + panel * kPanelWidth + kLaneCount);
  }
  for (std::size_t k = 0; k < in.depth; k += kGroup) {
    const typename Sums::Weights a = Sums::weights(weights + k * kPanelWidth);
    const typename Sums::Weights b = Sums::weights(weights + k * kPanelWidth + kLaneCount * kGroup);
#pragma GCC unroll 16
    for (std::size_t r = 0; r < kRows; ++r) {
      const typename Sums::Codes x = Sums::codes(row[r] + k);
      low[r].add(x, a);
      high[r].add(x, b);
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    tile.low[r] = low[r];
    tile.high[r] = high[r];
  }
}

// The columns of one panel that become floats: scales and biases of its two halves.
struct PanelScale {
  Lanes scale_low, scale_high, bias_low, bias_high;
  PanelScale(const ByteProduct& in, std::size_t panel)
      : scale_low(Lanes::load(in.column_scale + panel * kPanelWidth)),
        scale_high(Lanes::load(in.column_scale + panel * kPanelWidth + kLaneCount)),
        bias_low(Lanes::load(in.bias + panel * kPanelWidth)),
        bias_high(Lanes::load(in.bias + panel * kPanelWidth + kLaneCount)) {}
  Lanes low(Sums sums, Lanes row) const { return sums.to_lanes() * (row * scale_low) + bias_low; }
  Lanes high(Sums sums, Lanes row) const {
    return sums.to_lanes() * (row * scale_high) + bias_high;
  }
};

void byte_product(const ByteProduct& in, bool relu, float* out, std::size_t out_stride) {
  const Lanes least = Lanes::broadcast(relu ? 0.0f : -__builtin_inff());
  for (std::size_t p = 0; p < in.panels; ++p) {
    const PanelScale scale(in, p);
    in_tiles<kByteRows>(in.row_count,
                        [&]<std::size_t kRows>(std::size_t first, std::size_t present) {
                          ByteTile<kRows> tile;
                          multiply(in, p, first, present, tile);
                          for (std::size_t r = 0; r < present; ++r) {
                            float* to = out + (first + r) * out_stride + p * kPanelWidth;
                            const Lanes row = Lanes::broadcast(in.row_scale[first + r]);
                            max(scale.low(tile.low[r], row), least).store(to);
                            max(scale.high(tile.high[r], row), least).store(to + kLaneCount);
                          }
                        });
  }
}

void gated_product(const ByteProduct& values, const ByteProduct& gates, const float* residual,
                   float* out, std::size_t out_stride) {
  for (std::size_t p = 0; p < values.panels; ++p) {
    const PanelScale value(values, p), open(gates, p);
    in_tiles<kByteRows>(values.row_count, [&]<std::size_t kRows>(std::size_t first,
                                                                 std::size_t present) {
      ByteTile<kRows> let_through, opened;
      multiply(values, p, first, present, let_through);
      multiply(gates, p, first, present, opened);
      for (std::size_t r = 0; r < present; ++r) {
        const std::size_t at = (first + r) * out_stride + p * kPanelWidth;
        const Lanes row = Lanes::broadcast(values.row_scale[first + r]);
        const Lanes low = value.low(let_through.low[r], row) * gate(open.low(opened.low[r], row));
        const Lanes high =
            value.high(let_through.high[r], row) * gate(open.high(opened.high[r], row));
        (low + Lanes::load(residual + at)).store(out + at);
        (high + Lanes::load(residual + at + kLaneCount)).store(out + at + kLaneCount);
      }
    });
  }
}

// The columns of one panel, which begins with `column`, for all rows: 32 of them, or 16 where
// no more are there.
template <bool kWhole>
inline void float_panel(const FloatProduct& in, std::size_t column, float* out,
                        std::size_t out_stride) {
  const float* panel = in.with.data + column / kPanelWidth * in.with.panel;
  in_tiles<kFloatRows>(
      in.row_count, [&]<std::size_t kRows>(std::size_t first, std::size_t present) {
        const float* row[kRows];
        Lanes low[kRows], high[kRows];
        for (std::size_t r = 0; r < kRows; ++r) {
          const std::size_t at = first + (r < present ? r : present - 1);
          const float* bias = in.bias + static_cast<std::ptrdiff_t>(at) * in.bias_step + column;
          row[r] = in.rows + at * in.row_stride;
          low[r] = Lanes::load(bias);
          if constexpr (kWhole) high[r] = Lanes::load(bias + kLaneCount);
        }
        for (std::size_t k = 0; k < in.with.depth; ++k) {
          const Lanes a = Lanes::load(panel + k * in.with.step);
          Lanes b = a;
          if constexpr (kWhole) b = Lanes::load(panel + k * in.with.step + kLaneCount);
#pragma GCC unroll 16
          for (std::size_t r = 0; r < kRows; ++r) {
            const Lanes x = Lanes::broadcast(row[r][k]);
            low[r] = x * a + low[r];
            if constexpr (kWhole) high[r] = x * b + high[r];
          }
        }
        for (std::size_t r = 0; r < present; ++r) {
          float* to = out + (first + r) * out_stride + column;
          low[r].store(to);
          if constexpr (kWhole) high[r].store(to + kLaneCount);
        }
      });
}

void float_product(const FloatProduct& in, float* out, std::size_t out_stride) {
  for (std::size_t c = 0; c < in.with.columns; c += kPanelWidth) {
    const auto panel = in.with.columns - c > kLaneCount ? float_panel<true> : float_panel<false>;
    panel(in, c, out, out_stride);
  }
}

void layer_norm(float* rows, std::size_t row_count, std::size_t width, const float* scale,
                const float* shift) {
  for (std::size_t r = 0; r < row_count; ++r) {
    float* row = rows + r * width;
    Lanes total = Lanes::zero();
    for (std::size_t i = 0; i < width; i += kLaneCount) total = total + Lanes::load(row + i);
    const Lanes mean = Lanes::broadcast(total.sum() / static_cast<float>(width));
    Lanes squares = Lanes::zero();
    for (std::size_t i = 0; i < width; i += kLaneCount) {
      const Lanes d = Lanes::load(row + i) - mean;
      squares = d * d + squares;
    }
    const float variance = squares.sum() / static_cast<float>(width);
    const Lanes inverse = Lanes::broadcast(1.0f / __builtin_sqrtf(variance + kEpsilon));
    for (std::size_t i = 0; i < width; i += kLaneCount) {
      const Lanes d = (Lanes::load(row + i) - mean) * inverse;
      (d * Lanes::load(scale + i) + Lanes::load(shift + i)).store(row + i);
    }
  }
}

void add_scaled(const std::int8_t* values, float scale, float* row, std::size_t width) {
  const Lanes factor = Lanes::broadcast(scale);
  for (std::size_t i = 0; i < width; i += kLaneCount) {
    (factor * Lanes::from_int8(values + i) + Lanes::load(row + i)).store(row + i);
  }
}

void add_dots(const float* rows, std::size_t count, const float* with, std::size_t width,
              float* out) {
  for (std::size_t r = 0; r < count; ++r) {
    Lanes total = Lanes::zero();
    for (std::size_t i = 0; i < width; i += kLaneCount) {
      total = Lanes::load(rows + r * width + i) * Lanes::load(with + i) + total;
    }
    out[r] += total.sum();
  }
}

inline float largest_of(const float* row, std::size_t width) {
  Lanes best = Lanes::load(row);
  for (std::size_t i = kLaneCount; i < width; i += kLaneCount) {
    best = max(best, Lanes::load(row + i));
  }
  return best.largest();
}

void softmax(float* row, std::size_t width) {
  // Scores are far from 60; cut off there, even thousands of them do not overflow.
  const Lanes most = Lanes::broadcast(60.0f);
  Lanes total = Lanes::zero();
  for (std::size_t i = 0; i < width; i += kLaneCount) {
    const Lanes e = exp_of(min(Lanes::load(row + i), most));
    e.store(row + i);
    total = total + e;
  }
  const Lanes share = Lanes::broadcast(1.0f / total.sum());
  for (std::size_t i = 0; i < width; i += kLaneCount) (Lanes::load(row + i) * share).store(row + i);
}

float probability(const float* row, std::size_t width, std::size_t place, float temperature) {
  const Lanes best = Lanes::broadcast(largest_of(row, width));
  const Lanes factor = Lanes::broadcast(1.0f / temperature);
  Lanes total = Lanes::zero();
  for (std::size_t i = 0; i < width; i += kLaneCount) {
    total = total + exp_of((Lanes::load(row + i) - best) * factor);
  }
  alignas(64) float own[kLaneCount];
  exp_of((Lanes::broadcast(row[place]) - best) * factor).store(own);
  return own[0] / total.sum();
}

std::size_t place_of_largest(const float* row, std::size_t width) {
  const float best = largest_of(row, width);
  for (std::size_t i = 0; i < width; i += kLaneCount) {
    const std::size_t place = Lanes::load(row + i).first_equal(best);
    if (place < kLaneCount) return i + place;
  }
  return 0;  // none is a number
}

float largest_sum(const float* a, const float* b, std::size_t width) {
  Lanes best = Lanes::load(a) + Lanes::load(b);
  for (std::size_t i = kLaneCount; i < width; i += kLaneCount) {
    best = max(best, Lanes::load(a + i) + Lanes::load(b + i));
  }
  return best.largest();
}

std::size_t place_of_largest_sum(const float* a, const float* b, std::size_t width) {
  const float best = largest_sum(a, b, width);
  for (std::size_t i = 0; i < width; i += kLaneCount) {
    const std::size_t place = (Lanes::load(a + i) + Lanes::load(b + i)).first_equal(best);
    if (place < kLaneCount) return i + place;
  }
  return 0;  // none is a number
}

constexpr Kernels table_of(const char* name) {
  return {name,
          to_bytes,
          byte_product,
          gated_product,
          float_product,
          layer_norm,
          add_scaled,
          add_dots,
          softmax,
          probability,
          place_of_largest,
          largest_sum,
          place_of_largest_sum};
}

}  // namespace
