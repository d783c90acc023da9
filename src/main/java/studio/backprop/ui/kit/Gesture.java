package studio.backprop.ui.kit;

import studio.backprop.text.Message;

/**
 * Something that the mouse can do and no button shows: it stands on the page of keys.
 *
 * @param what it does, as a verb
 * @param how it is done
 */
public record Gesture(Message what, Message how) {
  /** @param key of what it does; how it is done follows under the same key and {@code .how} */
  public static Gesture of(String key) {
    return new Gesture(Message.of(key), Message.of(key + ".how"));
  }
}
