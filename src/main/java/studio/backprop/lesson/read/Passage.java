package studio.backprop.lesson.read;

import java.util.List;
import java.util.Set;

/**
 * A part of a lesson's file as it is written.
 *
 * @param step its place among the steps, from 0; below 0 before the first
 * @param kind the name of a directive, {@link #FRONT} or {@link #TEXT}
 * @param head where it begins; of a directive the words behind the fence
 */
record Passage(int step, String kind, SourceLine head, List<SourceLine> lines) {
  /** The front matter. */
  static final String FRONT = "front matter";
  /** Markdown between directives. */
  static final String TEXT = "text";
  /** Keys whose values people read. */
  static final Set<String> READ = Set.of("ask", "say", "hint", "done", "choice", "item", "mistake");

  Passage {
    lines = List.copyOf(lines);
  }

  boolean is(String name) {
    return kind.equals(name);
  }

  /** Its {@code key: value} lines. What is wrong with them was told when the file was read. */
  List<Entry> entries() {
    return Entries.read(lines, told -> {});
  }

  /** The lines that hold one command each. */
  List<Entry> bare() {
    return lines.stream().map(line -> line.from(0)).filter(line -> !line.text().isEmpty())
        .map(line -> new Entry("", line.number(), List.of(line))).toList();
  }

  /** What people read in it. */
  List<Entry> texts() {
    if (is(TEXT)) {
      return bare();
    }
    return is(FRONT) || is("note") || is("set") ? List.of() : entries().stream().filter(entry -> READ.contains(entry.key())).toList();
  }
}
