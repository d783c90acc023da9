package studio.backprop.kernel;

/** Plain Java implementation of {@link VectorLstm}. */
record ScalarLstm(LstmNumbers of) implements Recurrence {
  @Override
  public void forward(int at, int before, int after, int n) {
    GateLoops.sigmoid(of.in().values(), at, n);
    GateLoops.sigmoid(of.forget().values(), at, n);
    GateLoops.tanh(of.candidate().values(), at, n);
    GateLoops.sigmoid(of.out().values(), at, n);
    GateLoops.cell(of, at, before, after, n);
    float[] c = of.cells().values();
    float[] h = of.states().values();
    for (int j = 0; j < n; j++) {
      of.bent()[at + j] = ScalarMath.tanh(c[after + j]);
      h[after + j] = of.out().values()[at + j] * of.bent()[at + j];
    }
  }

  @Override
  public void backward(int at, int before, int after, int n) {
    GateLoops.throughOutput(of, at, after, n);
    GateLoops.throughCell(of, at, before, after, n);
  }
}
