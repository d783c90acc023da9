package studio.backprop.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The loops of {@link GateLoops} with the Vector API. The remainder is processed by the plain loop of the same name. */
final class VectorGateLoops {
  private static final VectorSpecies<Float> LANES = ProductTile.LANES;
  private static final int LENGTH = ProductTile.LENGTH;

  private VectorGateLoops() {}

  /** Rounded down to whole vectors. */
  private static int whole(int n) {
    return n / LENGTH * LENGTH;
  }

  static void throughTanh(float[] h, float[] dh, int after, float[] ds, int at, int n) {
    int end = whole(n);
    for (int j = 0; j < end; j += LENGTH) {
      FloatVector state = FloatVector.fromArray(LANES, h, after + j);
      FloatVector slope = FloatVector.broadcast(LANES, 1f).sub(state.mul(state));
      FloatVector.fromArray(LANES, dh, after + j).mul(slope).intoArray(ds, at + j);
    }
    GateLoops.throughTanh(h, dh, after + end, ds, at + end, n - end);
  }

  /** h = o·b. */
  static void multiply(float[] o, float[] b, int at, float[] h, int after, int n) {
    int end = whole(n);
    for (int j = 0; j < end; j += LENGTH) {
      FloatVector.fromArray(LANES, o, at + j).mul(FloatVector.fromArray(LANES, b, at + j)).intoArray(h, after + j);
    }
    for (int j = end; j < n; j++) {
      h[after + j] = o[at + j] * b[at + j];
    }
  }

  static void cell(LstmNumbers of, int at, int before, int after, int n) {
    float[] i = of.in().values();
    float[] f = of.forget().values();
    float[] g = of.candidate().values();
    float[] c = of.cells().values();
    int end = whole(n);
    for (int j = 0; j < end; j += LENGTH) {
      FloatVector written = FloatVector.fromArray(LANES, i, at + j).mul(FloatVector.fromArray(LANES, g, at + j));
      FloatVector.fromArray(LANES, f, at + j).fma(FloatVector.fromArray(LANES, c, before + j), written).intoArray(c, after + j);
    }
    GateLoops.cell(of, at + end, before + end, after + end, n - end);
  }

  static void throughOutput(LstmNumbers of, int at, int after, int n) {
    float[] o = of.out().values();
    float[] b = of.bent();
    float[] dh = of.states().grads();
    float[] dc = of.cells().grads();
    float[] ds = of.out().grads();
    int end = whole(n);
    for (int j = 0; j < end; j += LENGTH) {
      FloatVector gate = FloatVector.fromArray(LANES, o, at + j);
      FloatVector bent = FloatVector.fromArray(LANES, b, at + j);
      FloatVector shown = FloatVector.fromArray(LANES, dh, after + j).mul(gate);
      FloatVector part = shown.mul(bent);
      FloatVector.fromArray(LANES, dc, after + j).add(shown.sub(part.mul(bent))).intoArray(dc, after + j);
      part.sub(part.mul(gate)).intoArray(ds, at + j);
    }
    GateLoops.throughOutput(of, at + end, after + end, n - end);
  }

  static void throughCell(LstmNumbers of, int at, int before, int after, int n) {
    float[] i = of.in().values();
    float[] f = of.forget().values();
    float[] g = of.candidate().values();
    float[] c = of.cells().values();
    float[] di = of.in().grads();
    float[] df = of.forget().grads();
    float[] dg = of.candidate().grads();
    float[] dc = of.cells().grads();
    int end = whole(n);
    for (int j = 0; j < end; j += LENGTH) {
      FloatVector cell = FloatVector.fromArray(LANES, dc, after + j);
      FloatVector in = FloatVector.fromArray(LANES, i, at + j);
      FloatVector candidate = FloatVector.fromArray(LANES, g, at + j);
      FloatVector written = cell.mul(in);
      FloatVector part = written.mul(candidate);
      part.sub(part.mul(in)).intoArray(di, at + j);
      written.sub(part.mul(candidate)).intoArray(dg, at + j);
      FloatVector forget = FloatVector.fromArray(LANES, f, at + j);
      FloatVector kept = cell.mul(forget);
      FloatVector old = kept.mul(FloatVector.fromArray(LANES, c, before + j));
      old.sub(old.mul(forget)).intoArray(df, at + j);
      FloatVector.fromArray(LANES, dc, before + j).add(kept).intoArray(dc, before + j);
    }
    GateLoops.throughCell(of, at + end, before + end, after + end, n - end);
  }

  static void recall(GruNumbers of, int at, int n) {
    float[] r = of.reset().values();
    float[] q = of.recalled().values();
    float[] s = of.candidate().values();
    int end = whole(n);
    for (int j = at; j < at + end; j += LENGTH) {
      FloatVector sum = FloatVector.fromArray(LANES, s, j);
      FloatVector.fromArray(LANES, r, j).fma(FloatVector.fromArray(LANES, q, j), sum).intoArray(s, j);
    }
    GateLoops.recall(of, at + end, n - end);
  }

  static void mix(GruNumbers of, int at, int before, int after, int n) {
    float[] z = of.update().values();
    float[] c = of.candidate().values();
    float[] h = of.states().values();
    int end = whole(n);
    for (int j = 0; j < end; j += LENGTH) {
      FloatVector candidate = FloatVector.fromArray(LANES, c, at + j);
      FloatVector apart = FloatVector.fromArray(LANES, h, before + j).sub(candidate);
      FloatVector.fromArray(LANES, z, at + j).fma(apart, candidate).intoArray(h, after + j);
    }
    GateLoops.mix(of, at + end, before + end, after + end, n - end);
  }

  static void throughMix(GruNumbers of, int at, int before, int after, int n) {
    float[] z = of.update().values();
    float[] c = of.candidate().values();
    float[] h = of.states().values();
    float[] dh = of.states().grads();
    float[] dz = of.update().grads();
    float[] dn = of.candidate().grads();
    int end = whole(n);
    for (int j = 0; j < end; j += LENGTH) {
      FloatVector state = FloatVector.fromArray(LANES, dh, after + j);
      FloatVector update = FloatVector.fromArray(LANES, z, at + j);
      FloatVector candidate = FloatVector.fromArray(LANES, c, at + j);
      FloatVector kept = state.mul(update);
      FloatVector apart = FloatVector.fromArray(LANES, h, before + j).sub(candidate);
      kept.sub(kept.mul(update)).mul(apart).intoArray(dz, at + j);
      FloatVector slope = FloatVector.broadcast(LANES, 1f).sub(candidate.mul(candidate));
      state.sub(kept).mul(slope).intoArray(dn, at + j);
      FloatVector.fromArray(LANES, dh, before + j).add(kept).intoArray(dh, before + j);
    }
    GateLoops.throughMix(of, at + end, before + end, after + end, n - end);
  }

  static void throughReset(GruNumbers of, int at, int n) {
    float[] r = of.reset().values();
    float[] q = of.recalled().values();
    float[] dn = of.candidate().grads();
    float[] dq = of.recalled().grads();
    float[] dr = of.reset().grads();
    int end = whole(n);
    for (int j = at; j < at + end; j += LENGTH) {
      FloatVector reset = FloatVector.fromArray(LANES, r, j);
      FloatVector through = FloatVector.fromArray(LANES, dn, j).mul(reset);
      through.intoArray(dq, j);
      through.sub(through.mul(reset)).mul(FloatVector.fromArray(LANES, q, j)).intoArray(dr, j);
    }
    GateLoops.throughReset(of, at + end, n - end);
  }
}
