package studio.backprop.lesson.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import studio.backprop.lesson.check.Nearest;
import studio.backprop.text.Message;

/** The {@code key: value} lines of a directive or of the front matter. */
final class Entries {
  private final String what;
  private final int line;
  private final List<Entry> all;
  private final Problems problems;

  private Entries(String what, int line, List<Entry> all, Problems problems) {
    this.what = what;
    this.line = line;
    this.all = all;
    this.problems = problems;
  }

  /**
   * Parses them.
   *
   * @param what name of the directive, for messages
   * @param keys allowed keys
   * @param once keys that may occur only once
   */
  static Entries of(String what, int line, List<SourceLine> lines, Set<String> keys, Set<String> once, Problems problems) {
    List<Entry> all = read(lines, one -> problems.error(one.number(), 1, Message.of("lesson.read.no_colon", what)));
    Set<String> seen = new HashSet<>();
    for (Entry entry : all) {
      if (!keys.contains(entry.key())) {
        problems.error(entry.line(), 1, Message.of("lesson.read.key", what, entry.key(), Nearest.hint(entry.key(), keys)));
      }
      if (!seen.add(entry.key()) && once.contains(entry.key())) {
        problems.error(entry.line(), 1, Message.of("lesson.read.twice", what, entry.key()));
      }
    }
    return new Entries(what, line, all, problems);
  }

  /** All entries. @param wrong receives lines that are none */
  static List<Entry> read(List<SourceLine> lines, Consumer<SourceLine> wrong) {
    List<Entry> all = new ArrayList<>();
    for (SourceLine one : lines) {
      int last = all.size() - 1;
      int colon = one.text().indexOf(':');
      if (one.text().startsWith("  ") && last >= 0 && !one.text().isBlank()) {
        all.set(last, all.get(last).and(one.from(0)));
      } else if (colon > 0) {
        all.add(new Entry(one.text().substring(0, colon).strip(), one.number(), List.of(one.from(colon + 1))));
      } else if (!one.text().isBlank()) {
        wrong.accept(one);
      }
    }
    return all;
  }

  List<Entry> every(String key) {
    return all.stream().filter(entry -> entry.key().equals(key)).toList();
  }

  Optional<Entry> first(String key) {
    return all.stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /** Value of a key; empty text if missing. */
  String text(String key) {
    return first(key).map(Entry::value).orElse("");
  }

  /** Reports which of these keys are missing. */
  void need(String... keys) {
    Set<String> missing = new LinkedHashSet<>();
    for (String key : keys) {
      if (first(key).filter(entry -> !entry.value().isEmpty()).isEmpty()) {
        missing.add(key);
      }
    }
    missing.forEach(key -> problems.error(line, what.equals("front matter") ? 0 : 1, Message.of("lesson.read.missing", what, key)));
  }

  /** Comma-separated values. */
  List<String> list(String key) {
    List<String> items = new ArrayList<>();
    for (String item : text(key).split(",")) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items;
  }
}
