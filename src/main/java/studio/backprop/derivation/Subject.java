package studio.backprop.derivation;

/**
 * The number to be explained.
 *
 * @param node the node whose weight or output it is
 * @param parameter the name of the parameter, or null for the node's output
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
