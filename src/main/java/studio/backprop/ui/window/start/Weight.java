package studio.backprop.ui.window.start;

/** Weights of a neuron with two inputs: y = sigmoid(w₁·x₁ + w₂·x₂ + b). */
enum Weight {
  W1("w₁", "x₁", "weight", 0),
  W2("w₂", "x₂", "weight", 1),
  BIAS("b", "1", "bias", 0);

  private final String symbol;
  private final String input;
  private final String parameter;
  private final int row;

  Weight(String symbol, String input, String parameter, int row) {
    this.symbol = symbol;
    this.input = input;
    this.parameter = parameter;
    this.row = row;
  }

  /** Symbol in formulas. */
  String symbol() {
    return symbol;
  }

  /** Symbol of its input. */
  String input() {
    return input;
  }

  /** Name of the engine's parameter. */
  String parameter() {
    return parameter;
  }

  /** Row in that parameter. */
  int row() {
    return row;
  }
}
