package studio.backprop.kernel;

/** h = tanh s. */
record ScalarSimpleRnn(ValuesAndGrads sums, ValuesAndGrads states) implements Recurrence {
  @Override
  public void forward(int at, int before, int after, int n) {
    float[] s = sums.values();
    float[] h = states.values();
    for (int j = 0; j < n; j++) {
      h[after + j] = ScalarMath.tanh(s[at + j]);
    }
  }

  @Override
  public void backward(int at, int before, int after, int n) {
    GateLoops.throughTanh(states.values(), states.grads(), after, sums.grads(), at, n);
  }
}
