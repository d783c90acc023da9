package studio.backprop.run.time;

/**
 * A weight or bias that a person has set between two steps.
 *
 * @param edit by which several are told apart: all values of one drag belong to one edit
 * @param step the steps taken before
 * @param node whose parameter it is
 * @param parameter its name
 * @param index of the number in the parameter
 * @param before what it was
 * @param value what it is from then on
 */
public record ManualWeight(long edit, long step, int node, String parameter, int index, float before, float value) {
  /** Whether another one set the same number in the same edit, with no step in between. */
  public boolean goesOn(ManualWeight other) {
    return edit == other.edit && step == other.step && isSameNumber(other);
  }

  private boolean isSameNumber(ManualWeight other) {
    return node == other.node && index == other.index && parameter.equals(other.parameter);
  }

  /** The same, but with another value. */
  public ManualWeight to(float later) {
    return new ManualWeight(edit, step, node, parameter, index, before, later);
  }
}
