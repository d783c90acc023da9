package studio.backprop.kernel;

/**
 * i, f, o = σ of their pre-activations, g = tanh of its own; c = f·c₀ + i·g, h = o·tanh c. Each function is a separate pass over cached
 * numbers: two transcendentals in one compiled method would put vectors on the heap.
 */
record VectorLstm(LstmNumbers of) implements Recurrence {
  @Override
  public void forward(int at, int before, int after, int n) {
    VectorMath.sigmoid(of.in().values(), at, of.in().values(), at, n);
    VectorMath.sigmoid(of.forget().values(), at, of.forget().values(), at, n);
    VectorMath.tanh(of.candidate().values(), at, of.candidate().values(), at, n);
    VectorMath.sigmoid(of.out().values(), at, of.out().values(), at, n);
    VectorGateLoops.cell(of, at, before, after, n);
    VectorMath.tanh(of.cells().values(), after, of.bent(), at, n);
    VectorGateLoops.multiply(of.out().values(), of.bent(), at, of.states().values(), after, n);
  }

  @Override
  public void backward(int at, int before, int after, int n) {
    VectorGateLoops.throughOutput(of, at, after, n);
    VectorGateLoops.throughCell(of, at, before, after, n);
  }
}
