package studio.backprop.lesson.read;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.text.Message;

/** Comments in lesson files: whole lines from one that begins with {@code <!--} to one that ends with {@code -->}. */
final class Comments {
  private static final String OPEN = "<!--";
  private static final String CLOSE = "-->";

  private Comments() {}

  /** Replaces comments by empty lines, which keeps line numbers. */
  static List<String> without(List<String> lines, Problems problems) {
    List<String> rest = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean begins = open < 0 && line.startsWith(OPEN);
      boolean inside = open >= 0 || begins;
      rest.add(inside ? "" : lines.get(i));
      open = !inside || line.endsWith(CLOSE) ? -1 : begins ? i : open;
    }
    if (open >= 0) {
      problems.error(open + 1, 1, Message.of("lesson.read.comment"));
    }
    return rest;
  }
}
