package studio.backprop.search.space;

import studio.backprop.text.Message;

/** Thrown for an impossible search; the localized text has a remedy. */
public final class SearchProblem extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Message sentence;

  public SearchProblem(Message sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  public static SearchProblem of(String key, Object... args) {
    return new SearchProblem(Message.of(key, args));
  }

  public Message sentence() {
    return sentence;
  }
}
