package studio.backprop.lesson.read;

/**
 * Line of a file, or a value in it, with its position.
 *
 * @param number from 1
 * @param column of the text, from 1
 */
record SourceLine(int number, int column, String text) {
  /** Rest after so many characters, without leading spaces. */
  SourceLine from(int characters) {
    String rest = text.substring(characters);
    int space = rest.length() - rest.stripLeading().length();
    return new SourceLine(number, column + characters + space, rest.strip());
  }

  /** Position of a character of the text. @param place from 1 */
  SourceLine at(int place) {
    return new SourceLine(number, column + place - 1, "");
  }
}
