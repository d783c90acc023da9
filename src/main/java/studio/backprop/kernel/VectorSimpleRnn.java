package studio.backprop.kernel;

/** h = tanh s. */
record VectorSimpleRnn(ValuesAndGrads sums, ValuesAndGrads states) implements Recurrence {
  @Override
  public void forward(int at, int before, int after, int n) {
    VectorMath.tanh(sums.values(), at, states.values(), after, n);
  }

  @Override
  public void backward(int at, int before, int after, int n) {
    VectorGateLoops.throughTanh(states.values(), states.grads(), after, sums.grads(), at, n);
  }
}
