package studio.backprop.ui.kit;

import studio.backprop.text.Message;

/** Mouse gesture without a button, listed on the page of shortcuts: a verb, and how it is performed. */
public record Gesture(Message what, Message how) {
  public static Gesture of(String key) {
    return new Gesture(Message.of(key), Message.of(key + ".how"));
  }
}
