package studio.backprop.worksheet;

import studio.backprop.text.Message;

/** A question that is answered in a sentence. @param answer what the key says; no program judges it */
public record OpenQuestion(Message question, Message answer) {
  /** The question and its answer of a kind, each with the same numbers. */
  public static OpenQuestion of(String kind, Object... numbers) {
    return new OpenQuestion(Message.of("worksheet." + kind + ".question", numbers), Message.of("worksheet." + kind + ".answer", numbers));
  }
}
