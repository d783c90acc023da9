package studio.backprop.lesson.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
   * Reads them.
   *
   * @param what the directive as it is written, for sentences
   * @param keys that it may have
   * @param once those that it may have only once
   */
  static Entries of(String what, int line, List<SourceLine> lines, Set<String> keys, Set<String> once, Problems problems) {
    List<Entry> all = new ArrayList<>();
    for (SourceLine one : lines) {
      String text = one.text();
      int colon = text.indexOf(':');
      if (text.isBlank()) {
        continue;
      } else if (text.startsWith("  ") && !all.isEmpty()) {
        all.set(all.size() - 1, all.get(all.size() - 1).and(text.strip()));
      } else if (colon <= 0) {
        problems.error(one.number(), 1, Message.of("lesson.read.no_colon", what));
      } else {
        String key = text.substring(0, colon).strip();
        if (!keys.contains(key)) {
          problems.error(one.number(), 1, Message.of("lesson.read.key", what, key, Nearest.hint(key, keys)));
        }
        if (once.contains(key) && all.stream().anyMatch(entry -> entry.key().equals(key))) {
          problems.error(one.number(), 1, Message.of("lesson.read.twice", what, key));
        }
        all.add(new Entry(key, one.number(), one.from(colon + 1)));
      }
    }
    return new Entries(what, line, all, problems);
  }

  /** All of one key. */
  List<Entry> every(String key) {
    return all.stream().filter(entry -> entry.key().equals(key)).toList();
  }

  List<Entry> every() {
    return List.copyOf(all);
  }

  Optional<Entry> first(String key) {
    return all.stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /** The value of a key; empty text where there is none. */
  String text(String key) {
    return first(key).map(Entry::value).orElse("");
  }

  /** Says which of these keys are missing. */
  void need(String... keys) {
    Set<String> missing = new LinkedHashSet<>();
    for (String key : keys) {
      if (first(key).filter(entry -> !entry.value().isEmpty()).isEmpty()) {
        missing.add(key);
      }
    }
    missing.forEach(key -> problems.error(line, what.equals("front matter") ? 0 : 1, Message.of("lesson.read.missing", what, key)));
  }

  /** A list whose items are separated by commas. */
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
