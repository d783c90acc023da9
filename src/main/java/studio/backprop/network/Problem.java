package studio.backprop.network;

import studio.backprop.text.Message;

/**
 * Error or warning of a network, with a remedy. An incomplete network is the normal state, so problems are values, not exceptions.
 *
 * @param node id, or 0 for the whole network
 * @param place where at the node it is shown
 * @param sentence message with the nodes' names and the remedy
 */
public record Problem(int node, Place place, Severity severity, Message sentence) {
  public Problem(int node, Place place, Message sentence) {
    this(node, place, Severity.BROKEN, sentence);
  }

  /** Whether it is the same problem, ignoring numbers in the message. */
  public boolean sameAs(Problem other) {
    return node == other.node && sentence.key().equals(other.sentence.key());
  }

  /** Severity of a problem. */
  public enum Severity {
    /** Prevents training. */
    BROKEN,
    /** Trainable, but probably not as intended. */
    HINT
  }

  /** Position of a problem's marker. */
  public enum Place {
    NETWORK,
    INPUT,
    OUTPUT,
    SETTINGS
  }
}
