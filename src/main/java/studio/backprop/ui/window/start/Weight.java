package studio.backprop.ui.window.start;

/** The three numbers of a neuron with two inputs: y = sigmoid(w₁·x₁ + w₂·x₂ + b). */
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

  /** How formulas write it. */
  String symbol() {
    return symbol;
  }

  /** What it multiplies. */
  String input() {
    return input;
  }

  /** The engine's array that holds it. */
  String parameter() {
    return parameter;
  }

  /** Its row in that array. */
  int row() {
    return row;
  }
}
