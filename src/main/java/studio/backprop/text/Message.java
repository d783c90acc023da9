package studio.backprop.text;

import java.util.List;

/**
 * Unlocalized message: a key of the bundle <code>i18n/messages</code> with arguments. The engine returns messages, localized by the window
 * or the command line.
 *
 * @param args of {0}, {1}, …; may be messages themselves
 */
public record Message(String key, List<Object> args) {
  public Message {
    args = List.copyOf(args);
  }

  public static Message of(String key, Object... args) {
    return new Message(key, List.of(args));
  }

  @Override
  public String toString() {
    return Texts.ENGLISH.say(this);
  }
}
