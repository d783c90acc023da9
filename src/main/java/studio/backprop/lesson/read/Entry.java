package studio.backprop.lesson.read;

/** A {@code key: value} of a front matter or a directive. @param at where the value stands; continued lines are joined */
record Entry(String key, int line, SourceLine at) {
  String value() {
    return at.text();
  }

  Entry and(String more) {
    return new Entry(key, line, new SourceLine(at.number(), at.column(), (at.text() + " " + more).strip()));
  }
}
