package studio.backprop.derivation;

/**
 * Requested element of a derivation. Immutable.
 *
 * @param node of the weight or output
 * @param parameter name; null for the node's output
 * @param place row-major within the parameter, or within the output for one example; negative for the one with the largest gradient
 */
public record Subject(int node, String parameter, int place) {
  /** Whether it is a weight or another parameter. */
  public boolean isWeight() {
    return parameter != null;
  }

  public Subject at(int other) {
    return new Subject(node, parameter, other);
  }
}
