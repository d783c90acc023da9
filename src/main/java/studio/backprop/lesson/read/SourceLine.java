package studio.backprop.lesson.read;

/**
 * A line of a file, or a value in it.
 *
 * @param number from 1
 * @param column where the text begins, from 1
 */
record SourceLine(int number, int column, String text) {
  /** What stands behind the first so many characters, without the space before it. */
  SourceLine from(int characters) {
    String rest = text.substring(characters);
    int space = rest.length() - rest.stripLeading().length();
    return new SourceLine(number, column + characters + space, rest.strip());
  }

  /** The place of a character of the text. @param place from 1 */
  SourceLine at(int place) {
    return new SourceLine(number, column + place - 1, "");
  }
}
