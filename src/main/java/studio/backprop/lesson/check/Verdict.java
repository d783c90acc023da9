package studio.backprop.lesson.check;

/** Result of evaluating a check. */
public enum Verdict {
  YES, NO, NOT_YET;

  Verdict not() {
    return this == YES ? NO : this == NO ? YES : NOT_YET;
  }

  static Verdict of(boolean holds) {
    return holds ? YES : NO;
  }
}
