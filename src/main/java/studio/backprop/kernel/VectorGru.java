package studio.backprop.kernel;

/** r, z = σ of their pre-activations; n = tanh(s + r·q) with the recurrent part q; h = n + z·(h₀ − n). */
record VectorGru(GruNumbers of) implements Recurrence {
  @Override
  public void forward(int at, int before, int after, int n) {
    VectorMath.sigmoid(of.reset().values(), at, of.reset().values(), at, n);
    VectorMath.sigmoid(of.update().values(), at, of.update().values(), at, n);
    VectorGateLoops.recall(of, at, n);
    VectorMath.tanh(of.candidate().values(), at, of.candidate().values(), at, n);
    VectorGateLoops.mix(of, at, before, after, n);
  }

  @Override
  public void backward(int at, int before, int after, int n) {
    VectorGateLoops.throughMix(of, at, before, after, n);
    VectorGateLoops.throughReset(of, at, n);
  }
}
