package studio.backprop.derivation;

/**
 * The number that somebody asks about.
 *
 * @param node the node whose weight or output it is
 * @param parameter the name of the parameter, or null for the node's output
 * @param place row-major within the whole parameter, or within the output for one example; below 0 for the one the loss feels most
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
