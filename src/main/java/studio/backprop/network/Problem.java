package studio.backprop.network;

import studio.backprop.text.Message;

/**
 * Something that keeps the network from running, as a sentence that says what to do. A half-drawn network is the normal state, so problems
 * are values, not exceptions.
 *
 * @param node the node it is about, or 0 for the network as a whole
 * @param place where at the node it is shown
 * @param sentence names the nodes and the remedy
 */
public record Problem(int node, Place place, Message sentence) {
  /** Where a problem is shown. */
  public enum Place {
    NETWORK,
    INPUT,
    OUTPUT,
    SETTINGS
  }
}
