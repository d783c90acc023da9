package studio.backprop.kernel;

/** Plain Java implementation of {@link VectorGru}. */
record ScalarGru(GruNumbers of) implements Recurrence {
  @Override
  public void forward(int at, int before, int after, int n) {
    GateLoops.sigmoid(of.reset().values(), at, n);
    GateLoops.sigmoid(of.update().values(), at, n);
    GateLoops.recall(of, at, n);
    GateLoops.tanh(of.candidate().values(), at, n);
    GateLoops.mix(of, at, before, after, n);
  }

  @Override
  public void backward(int at, int before, int after, int n) {
    GateLoops.throughMix(of, at, before, after, n);
    GateLoops.throughReset(of, at, n);
  }
}
