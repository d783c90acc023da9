package studio.backprop.kernel;

/** Elementwise loops of a recurrent layer's time step, in plain Java. */
final class GateLoops {
  private GateLoops() {}

  static void sigmoid(float[] x, int at, int n) {
    for (int j = at; j < at + n; j++) {
      x[j] = ScalarMath.sigmoid(x[j]);
    }
  }

  static void tanh(float[] x, int at, int n) {
    for (int j = at; j < at + n; j++) {
      x[j] = ScalarMath.tanh(x[j]);
    }
  }

  /** ds = dh·(1 − h²). */
  static void throughTanh(float[] h, float[] dh, int after, float[] ds, int at, int n) {
    for (int j = 0; j < n; j++) {
      ds[at + j] = dh[after + j] * (1 - h[after + j] * h[after + j]);
    }
  }

  /** c = f·c₀ + i·g. */
  static void cell(LstmNumbers of, int at, int before, int after, int n) {
    float[] i = of.in().values();
    float[] f = of.forget().values();
    float[] g = of.candidate().values();
    float[] c = of.cells().values();
    for (int j = 0; j < n; j++) {
      c[after + j] = f[at + j] * c[before + j] + i[at + j] * g[at + j];
    }
  }

  /** From h = o·b with b = tanh c: dc += dh·o·(1 − b²), and dh·b through the sigmoid of o. */
  static void throughOutput(LstmNumbers of, int at, int after, int n) {
    float[] o = of.out().values();
    float[] b = of.bent();
    float[] dh = of.states().grads();
    float[] dc = of.cells().grads();
    float[] ds = of.out().grads();
    for (int j = 0; j < n; j++) {
      float shown = dh[after + j] * o[at + j];
      dc[after + j] += shown * (1 - b[at + j] * b[at + j]);
      ds[at + j] = shown * b[at + j] * (1 - o[at + j]);
    }
  }

  /** From c = f·c₀ + i·g: dc through the product and each activation. */
  static void throughCell(LstmNumbers of, int at, int before, int after, int n) {
    float[] i = of.in().values();
    float[] f = of.forget().values();
    float[] g = of.candidate().values();
    float[] c = of.cells().values();
    float[] dc = of.cells().grads();
    for (int j = 0; j < n; j++) {
      float written = dc[after + j] * i[at + j];
      float kept = dc[after + j] * f[at + j];
      of.in().grads()[at + j] = written * g[at + j] * (1 - i[at + j]);
      of.candidate().grads()[at + j] = written * (1 - g[at + j] * g[at + j]);
      of.forget().grads()[at + j] = kept * c[before + j] * (1 - f[at + j]);
      dc[before + j] += kept;
    }
  }

  /** Adds the recurrent part of the candidate: s += r·q. */
  static void recall(GruNumbers of, int at, int n) {
    float[] r = of.reset().values();
    float[] q = of.recalled().values();
    float[] s = of.candidate().values();
    for (int j = at; j < at + n; j++) {
      s[j] += r[j] * q[j];
    }
  }

  /** h = n + z·(h₀ − n). */
  static void mix(GruNumbers of, int at, int before, int after, int n) {
    float[] z = of.update().values();
    float[] c = of.candidate().values();
    float[] h = of.states().values();
    for (int j = 0; j < n; j++) {
      h[after + j] = c[at + j] + z[at + j] * (h[before + j] - c[at + j]);
    }
  }

  /** Gradient of h = n + z·(h₀ − n), through the activations of n and z. */
  static void throughMix(GruNumbers of, int at, int before, int after, int n) {
    float[] z = of.update().values();
    float[] c = of.candidate().values();
    float[] h = of.states().values();
    float[] dh = of.states().grads();
    float[] dz = of.update().grads();
    float[] dn = of.candidate().grads();
    for (int j = 0; j < n; j++) {
      float kept = dh[after + j] * z[at + j];
      dz[at + j] = kept * (1 - z[at + j]) * (h[before + j] - c[at + j]);
      dn[at + j] = (dh[after + j] - kept) * (1 - c[at + j] * c[at + j]);
      dh[before + j] += kept;
    }
  }

  /** Gradient of the candidate's pre-activation: dq = dn·r, and dn·q through the sigmoid of r. */
  static void throughReset(GruNumbers of, int at, int n) {
    float[] r = of.reset().values();
    float[] q = of.recalled().values();
    float[] dn = of.candidate().grads();
    float[] dq = of.recalled().grads();
    float[] dr = of.reset().grads();
    for (int j = at; j < at + n; j++) {
      float through = dn[j] * r[j];
      dq[j] = through;
      dr[j] = through * q[j] * (1 - r[j]);
    }
  }
}
