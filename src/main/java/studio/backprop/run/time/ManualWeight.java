package studio.backprop.run.time;

/**
 * Manually set number of a parameter, between two steps. Immutable.
 *
 * @param edit id of the edit: one per drag
 * @param step completed steps
 * @param index row-major in the parameter
 * @param before previous value
 * @param value new value
 */
public record ManualWeight(long edit, long step, int node, String parameter, int index, float before, float value) {
  /** Whether another one is of the same number, edit and step. */
  public boolean goesOn(ManualWeight other) {
    return edit == other.edit && step == other.step && isSameNumber(other);
  }

  private boolean isSameNumber(ManualWeight other) {
    return node == other.node && index == other.index && parameter.equals(other.parameter);
  }

  public ManualWeight to(float later) {
    return new ManualWeight(edit, step, node, parameter, index, before, later);
  }
}
