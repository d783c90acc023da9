package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Twelve independent chains of vector multiply-adds: more than latency times throughput of any core. Two rounds per iteration make the
 * method too long for inlining into others, which may lack the registers.
 */
final class MultiplyAddLoop {
  private static final int CHAINS = 12;

  private MultiplyAddLoop() {}

  /** @param rounds an odd number counts as itself, but takes as long as the next even one */
  static long run(int rounds, float[] result) {
    FloatVector scale = FloatVector.broadcast(ProductTile.LANES, 0.999f);
    FloatVector add = FloatVector.broadcast(ProductTile.LANES, 0.5f);
    FloatVector s0 = add.mul(0f); FloatVector s1 = add.mul(1f);
    FloatVector s2 = add.mul(2f); FloatVector s3 = add.mul(3f);
    FloatVector s4 = add.mul(4f); FloatVector s5 = add.mul(5f);
    FloatVector s6 = add.mul(6f); FloatVector s7 = add.mul(7f);
    FloatVector s8 = add.mul(8f); FloatVector s9 = add.mul(9f);
    FloatVector s10 = add.mul(10f); FloatVector s11 = add.mul(11f);
    for (int i = 0; i < rounds; i += 2) {
      s0 = s0.fma(scale, add); s1 = s1.fma(scale, add);
      s2 = s2.fma(scale, add); s3 = s3.fma(scale, add);
      s4 = s4.fma(scale, add); s5 = s5.fma(scale, add);
      s6 = s6.fma(scale, add); s7 = s7.fma(scale, add);
      s8 = s8.fma(scale, add); s9 = s9.fma(scale, add);
      s10 = s10.fma(scale, add); s11 = s11.fma(scale, add);
      s0 = s0.fma(scale, add); s1 = s1.fma(scale, add);
      s2 = s2.fma(scale, add); s3 = s3.fma(scale, add);
      s4 = s4.fma(scale, add); s5 = s5.fma(scale, add);
      s6 = s6.fma(scale, add); s7 = s7.fma(scale, add);
      s8 = s8.fma(scale, add); s9 = s9.fma(scale, add);
      s10 = s10.fma(scale, add); s11 = s11.fma(scale, add);
    }
    FloatVector sum = s0.add(s1.add(s2.add(s3.add(s4.add(s5.add(s6.add(s7.add(s8.add(s9.add(s10.add(s11)))))))))));
    result[0] = sum.reduceLanes(VectorOperators.ADD);
    return (long) CHAINS * ProductTile.LENGTH * rounds;
  }
}
