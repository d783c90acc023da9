package studio.backprop.lesson.read;

import java.util.List;
import java.util.Set;

/**
 * Part of a lesson's file as source text.
 *
 * @param step index from 0; below 0 before the first step
 * @param kind name of a directive, {@link #FRONT} or {@link #TEXT}
 * @param head first line; for a directive its info string
 */
record Passage(int step, String kind, SourceLine head, List<SourceLine> lines) {
  static final String FRONT = "front matter";
  /** Markdown between directives. */
  static final String TEXT = "text";
  /** Keys with translatable values. */
  static final Set<String> READ = Set.of("ask", "say", "hint", "done", "choice", "item", "mistake");

  Passage {
    lines = List.copyOf(lines);
  }

  boolean is(String name) {
    return kind.equals(name);
  }

  /** Its {@code key: value} pairs; errors were reported when the file was read. */
  List<Entry> entries() {
    return Entries.read(lines, told -> {});
  }

  /** Lines with one command each. */
  List<Entry> bare() {
    return lines.stream().map(line -> line.from(0)).filter(line -> !line.text().isEmpty())
        .map(line -> new Entry("", line.number(), List.of(line))).toList();
  }

  /** Translatable texts. */
  List<Entry> texts() {
    if (is(TEXT)) {
      return bare();
    }
    return is(FRONT) || is("note") || is("set") ? List.of() : entries().stream().filter(entry -> READ.contains(entry.key())).toList();
  }
}
