package studio.backprop.network;

import studio.backprop.text.Message;

/**
 * Something that keeps the network from running, or running well, as a sentence that says what to do. A half-drawn network is the normal
 * state, so problems
 * are values, not exceptions.
 *
 * @param node the node it is about, or 0 for the network as a whole
 * @param place where at the node it is shown
 * @param severity whether it keeps the network from running
 * @param sentence names the nodes and the remedy
 */
public record Problem(int node, Place place, Severity severity, Message sentence) {
  public Problem(int node, Place place, Message sentence) {
    this(node, place, Severity.BROKEN, sentence);
  }

  /** Whether this is still the same trouble, though its numbers may be others by now. */
  public boolean sameAs(Problem other) {
    return node == other.node && sentence.key().equals(other.sentence.key());
  }

  /** How bad it is. */
  public enum Severity {
    /** Nothing can be trained before this is mended. */
    BROKEN,
    /** It can be trained, but it probably does not do what was meant. */
    HINT
  }

  /** Where a problem is shown. */
  public enum Place {
    NETWORK,
    INPUT,
    OUTPUT,
    SETTINGS
  }
}
