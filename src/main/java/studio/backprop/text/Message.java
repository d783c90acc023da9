package studio.backprop.text;

import java.util.List;

/**
 * A sentence that is not yet in a language: a key of the bundle <code>i18n/messages</code> and what fills its places. The engine
 * speaks in messages, so that the window can show them in the reader's language and the command line in its own.
 *
 * @param key the bundle key
 * @param args what fills {0}, {1}, …; an argument may itself be a message
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
