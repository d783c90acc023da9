package studio.backprop.lesson.read;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@code key: value} pair of a front matter or a directive.
 *
 * @param line of its key
 * @param parts the value with its continuation lines
 */
record Entry(String key, int line, List<SourceLine> parts) {
  /** Whole value: continuation lines are joined by one space. */
  String value() {
    return parts.stream().map(SourceLine::text).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
  }

  /** Whole value with the position of its beginning. */
  SourceLine at() {
    return new SourceLine(parts.get(0).number(), parts.get(0).column(), value());
  }

  Entry and(SourceLine more) {
    return new Entry(key, line, Stream.concat(parts.stream(), Stream.of(more)).toList());
  }

  /** Position in the file of a character of the value. @param column in the value, from 1 */
  SourceLine place(int column) {
    int left = column;
    for (SourceLine part : parts.subList(0, parts.size() - 1)) {
      if (left <= part.text().length() + 1 && !part.text().isEmpty()) {
        return part.at(left);
      }
      left -= part.text().isEmpty() ? 0 : part.text().length() + 1;
    }
    return parts.get(parts.size() - 1).at(left);
  }
}
