package studio.backprop.worksheet;

import studio.backprop.text.Message;

/** Question with a free-text answer. @param answer of the key; not graded */
public record OpenQuestion(Message question, Message answer) {
  /** Question and answer of a kind, with the same numbers. */
  public static OpenQuestion of(String kind, Object... numbers) {
    return new OpenQuestion(Message.of("worksheet." + kind + ".question", numbers), Message.of("worksheet." + kind + ".answer", numbers));
  }
}
