package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transposes a square of 16 × 16 floats in registers, in four rounds of exchanges between rows 8, 4, 2 and 1 apart. Only for vectors of 16
 * lanes.
 */
final class Square {
  static final int SIDE = 16;

  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final VectorShuffle<Float> SWAP_EIGHT = swap(8);
  private static final VectorMask<Float> UPPER_EIGHT = upper(8);
  private static final VectorShuffle<Float> SWAP_FOUR = swap(4);
  private static final VectorMask<Float> UPPER_FOUR = upper(4);
  private static final VectorShuffle<Float> SWAP_TWO = swap(2);
  private static final VectorMask<Float> UPPER_TWO = upper(2);
  private static final VectorShuffle<Float> SWAP_ONE = swap(1);
  private static final VectorMask<Float> UPPER_ONE = upper(1);

  private Square() {}

  /** Whether this machine's vectors have 16 lanes. */
  static boolean fits() {
    return LANES.length() == SIDE;
  }

  private static VectorShuffle<Float> swap(int distance) {
    return VectorShuffle.fromOp(LANES, lane -> (lane ^ distance) % LANES.length());
  }

  private static VectorMask<Float> upper(int distance) {
    boolean[] bits = new boolean[LANES.length()];
    for (int lane = 0; lane < bits.length; lane++) {
      bits[lane] = (lane & distance) != 0;
    }
    return VectorMask.fromArray(LANES, bits, 0);
  }

  /** Row i starts at {@code at + i·stride}, column i is written to {@code toAt + i·toStride}; in-place is allowed. */
  static void transpose(float[] from, int at, int stride, float[] to, int toAt, int toStride) {
    FloatVector v0 = FloatVector.fromArray(LANES, from, at);
    FloatVector v1 = FloatVector.fromArray(LANES, from, at + stride);
    FloatVector v2 = FloatVector.fromArray(LANES, from, at + 2 * stride);
    FloatVector v3 = FloatVector.fromArray(LANES, from, at + 3 * stride);
    FloatVector v4 = FloatVector.fromArray(LANES, from, at + 4 * stride);
    FloatVector v5 = FloatVector.fromArray(LANES, from, at + 5 * stride);
    FloatVector v6 = FloatVector.fromArray(LANES, from, at + 6 * stride);
    FloatVector v7 = FloatVector.fromArray(LANES, from, at + 7 * stride);
    FloatVector v8 = FloatVector.fromArray(LANES, from, at + 8 * stride);
    FloatVector v9 = FloatVector.fromArray(LANES, from, at + 9 * stride);
    FloatVector v10 = FloatVector.fromArray(LANES, from, at + 10 * stride);
    FloatVector v11 = FloatVector.fromArray(LANES, from, at + 11 * stride);
    FloatVector v12 = FloatVector.fromArray(LANES, from, at + 12 * stride);
    FloatVector v13 = FloatVector.fromArray(LANES, from, at + 13 * stride);
    FloatVector v14 = FloatVector.fromArray(LANES, from, at + 14 * stride);
    FloatVector v15 = FloatVector.fromArray(LANES, from, at + 15 * stride);
    FloatVector eight0 = v8.blend(v0, UPPER_EIGHT).rearrange(SWAP_EIGHT);
    v0 = v0.blend(eight0, UPPER_EIGHT); v8 = eight0.blend(v8, UPPER_EIGHT);
    FloatVector eight1 = v9.blend(v1, UPPER_EIGHT).rearrange(SWAP_EIGHT);
    v1 = v1.blend(eight1, UPPER_EIGHT); v9 = eight1.blend(v9, UPPER_EIGHT);
    FloatVector eight2 = v10.blend(v2, UPPER_EIGHT).rearrange(SWAP_EIGHT);
    v2 = v2.blend(eight2, UPPER_EIGHT); v10 = eight2.blend(v10, UPPER_EIGHT);
    FloatVector eight3 = v11.blend(v3, UPPER_EIGHT).rearrange(SWAP_EIGHT);
    v3 = v3.blend(eight3, UPPER_EIGHT); v11 = eight3.blend(v11, UPPER_EIGHT);
    FloatVector eight4 = v12.blend(v4, UPPER_EIGHT).rearrange(SWAP_EIGHT);
    v4 = v4.blend(eight4, UPPER_EIGHT); v12 = eight4.blend(v12, UPPER_EIGHT);
    FloatVector eight5 = v13.blend(v5, UPPER_EIGHT).rearrange(SWAP_EIGHT);
    v5 = v5.blend(eight5, UPPER_EIGHT); v13 = eight5.blend(v13, UPPER_EIGHT);
    FloatVector eight6 = v14.blend(v6, UPPER_EIGHT).rearrange(SWAP_EIGHT);
    v6 = v6.blend(eight6, UPPER_EIGHT); v14 = eight6.blend(v14, UPPER_EIGHT);
    FloatVector eight7 = v15.blend(v7, UPPER_EIGHT).rearrange(SWAP_EIGHT);
    v7 = v7.blend(eight7, UPPER_EIGHT); v15 = eight7.blend(v15, UPPER_EIGHT);
    FloatVector four0 = v4.blend(v0, UPPER_FOUR).rearrange(SWAP_FOUR);
    v0 = v0.blend(four0, UPPER_FOUR); v4 = four0.blend(v4, UPPER_FOUR);
    FloatVector four1 = v5.blend(v1, UPPER_FOUR).rearrange(SWAP_FOUR);
    v1 = v1.blend(four1, UPPER_FOUR); v5 = four1.blend(v5, UPPER_FOUR);
    FloatVector four2 = v6.blend(v2, UPPER_FOUR).rearrange(SWAP_FOUR);
    v2 = v2.blend(four2, UPPER_FOUR); v6 = four2.blend(v6, UPPER_FOUR);
    FloatVector four3 = v7.blend(v3, UPPER_FOUR).rearrange(SWAP_FOUR);
    v3 = v3.blend(four3, UPPER_FOUR); v7 = four3.blend(v7, UPPER_FOUR);
    FloatVector four8 = v12.blend(v8, UPPER_FOUR).rearrange(SWAP_FOUR);
    v8 = v8.blend(four8, UPPER_FOUR); v12 = four8.blend(v12, UPPER_FOUR);
    FloatVector four9 = v13.blend(v9, UPPER_FOUR).rearrange(SWAP_FOUR);
    v9 = v9.blend(four9, UPPER_FOUR); v13 = four9.blend(v13, UPPER_FOUR);
    FloatVector four10 = v14.blend(v10, UPPER_FOUR).rearrange(SWAP_FOUR);
    v10 = v10.blend(four10, UPPER_FOUR); v14 = four10.blend(v14, UPPER_FOUR);
    FloatVector four11 = v15.blend(v11, UPPER_FOUR).rearrange(SWAP_FOUR);
    v11 = v11.blend(four11, UPPER_FOUR); v15 = four11.blend(v15, UPPER_FOUR);
    FloatVector two0 = v2.blend(v0, UPPER_TWO).rearrange(SWAP_TWO);
    v0 = v0.blend(two0, UPPER_TWO); v2 = two0.blend(v2, UPPER_TWO);
    FloatVector two1 = v3.blend(v1, UPPER_TWO).rearrange(SWAP_TWO);
    v1 = v1.blend(two1, UPPER_TWO); v3 = two1.blend(v3, UPPER_TWO);
    FloatVector two4 = v6.blend(v4, UPPER_TWO).rearrange(SWAP_TWO);
    v4 = v4.blend(two4, UPPER_TWO); v6 = two4.blend(v6, UPPER_TWO);
    FloatVector two5 = v7.blend(v5, UPPER_TWO).rearrange(SWAP_TWO);
    v5 = v5.blend(two5, UPPER_TWO); v7 = two5.blend(v7, UPPER_TWO);
    FloatVector two8 = v10.blend(v8, UPPER_TWO).rearrange(SWAP_TWO);
    v8 = v8.blend(two8, UPPER_TWO); v10 = two8.blend(v10, UPPER_TWO);
    FloatVector two9 = v11.blend(v9, UPPER_TWO).rearrange(SWAP_TWO);
    v9 = v9.blend(two9, UPPER_TWO); v11 = two9.blend(v11, UPPER_TWO);
    FloatVector two12 = v14.blend(v12, UPPER_TWO).rearrange(SWAP_TWO);
    v12 = v12.blend(two12, UPPER_TWO); v14 = two12.blend(v14, UPPER_TWO);
    FloatVector two13 = v15.blend(v13, UPPER_TWO).rearrange(SWAP_TWO);
    v13 = v13.blend(two13, UPPER_TWO); v15 = two13.blend(v15, UPPER_TWO);
    FloatVector one0 = v1.blend(v0, UPPER_ONE).rearrange(SWAP_ONE);
    v0 = v0.blend(one0, UPPER_ONE); v1 = one0.blend(v1, UPPER_ONE);
    FloatVector one2 = v3.blend(v2, UPPER_ONE).rearrange(SWAP_ONE);
    v2 = v2.blend(one2, UPPER_ONE); v3 = one2.blend(v3, UPPER_ONE);
    FloatVector one4 = v5.blend(v4, UPPER_ONE).rearrange(SWAP_ONE);
    v4 = v4.blend(one4, UPPER_ONE); v5 = one4.blend(v5, UPPER_ONE);
    FloatVector one6 = v7.blend(v6, UPPER_ONE).rearrange(SWAP_ONE);
    v6 = v6.blend(one6, UPPER_ONE); v7 = one6.blend(v7, UPPER_ONE);
    FloatVector one8 = v9.blend(v8, UPPER_ONE).rearrange(SWAP_ONE);
    v8 = v8.blend(one8, UPPER_ONE); v9 = one8.blend(v9, UPPER_ONE);
    FloatVector one10 = v11.blend(v10, UPPER_ONE).rearrange(SWAP_ONE);
    v10 = v10.blend(one10, UPPER_ONE); v11 = one10.blend(v11, UPPER_ONE);
    FloatVector one12 = v13.blend(v12, UPPER_ONE).rearrange(SWAP_ONE);
    v12 = v12.blend(one12, UPPER_ONE); v13 = one12.blend(v13, UPPER_ONE);
    FloatVector one14 = v15.blend(v14, UPPER_ONE).rearrange(SWAP_ONE);
    v14 = v14.blend(one14, UPPER_ONE); v15 = one14.blend(v15, UPPER_ONE);
    v0.intoArray(to, toAt);
    v1.intoArray(to, toAt + toStride);
    v2.intoArray(to, toAt + 2 * toStride);
    v3.intoArray(to, toAt + 3 * toStride);
    v4.intoArray(to, toAt + 4 * toStride);
    v5.intoArray(to, toAt + 5 * toStride);
    v6.intoArray(to, toAt + 6 * toStride);
    v7.intoArray(to, toAt + 7 * toStride);
    v8.intoArray(to, toAt + 8 * toStride);
    v9.intoArray(to, toAt + 9 * toStride);
    v10.intoArray(to, toAt + 10 * toStride);
    v11.intoArray(to, toAt + 11 * toStride);
    v12.intoArray(to, toAt + 12 * toStride);
    v13.intoArray(to, toAt + 13 * toStride);
    v14.intoArray(to, toAt + 14 * toStride);
    v15.intoArray(to, toAt + 15 * toStride);
  }
}
