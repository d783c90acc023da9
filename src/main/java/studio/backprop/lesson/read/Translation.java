package studio.backprop.lesson.read;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.text.Message;

/** Compares the two languages of a lesson: only translatable texts may differ, and their numbers may not. */
final class Translation {
  /** Key prefix of all differences. */
  static final String DIFFERS = "lesson.same.";
  private static final Set<String> FREE = Set.of("title", "believes");

  private final String other;
  private final LessonReader.Read there;
  private final LessonReader.Read here;
  private final Problems problems;
  private final boolean older;

  /**
   * Compares two languages.
   *
   * @param other name of the other file
   * @param problems of this file
   */
  Translation(String other, LessonReader.Read there, LessonReader.Read here, Problems problems) {
    this.other = other;
    this.there = there;
    this.here = here;
    this.problems = problems;
    this.older = revision(there) != revision(here);
  }

  private static int revision(LessonReader.Read read) {
    return read.lesson().map(Lesson::revision).orElse(0);
  }

  /** Reports the differences; as warnings if the revisions differ. */
  void compare() {
    if (there.lesson().isEmpty() || here.lesson().isEmpty()) {
      return; // reported when it was read
    }
    if (older) {
      problems.remark(1, Message.of("lesson.same.revision", other, revision(there), revision(here)));
    }
    compareFront();
    List<String> stepsThere = there.lesson().get().steps().stream().map(LessonStep::id).toList();
    List<String> stepsHere = here.lesson().get().steps().stream().map(LessonStep::id).toList();
    if (!stepsThere.equals(stepsHere)) {
      int first = firstDifference(stepsThere, stepsHere);
      int line = first < stepsHere.size() ? here.lesson().get().steps().get(first).line() : 1;
      tell(line, Message.of("lesson.same.steps", other, String.join(", ", stepsThere), String.join(", ", stepsHere)));
      return;
    }
    for (int i = 0; i < stepsHere.size(); i++) {
      compareStep(i, stepsHere.get(i));
    }
    comparePlaces(-1, "");
  }

  private void tell(int line, Message sentence) {
    if (older) {
      problems.remark(line, sentence);
    } else {
      problems.error(line, 0, sentence);
    }
  }

  private static <T> int firstDifference(List<T> some, List<T> others) {
    return IntStream.range(0, Math.min(some.size(), others.size())).filter(i -> !some.get(i).equals(others.get(i))).findFirst()
        .orElse(Math.min(some.size(), others.size()));
  }

  private static Stream<Passage> of(LessonReader.Read read, int step) {
    return read.passages().stream().filter(passage -> passage.step() == step);
  }

  private static List<Passage> directives(LessonReader.Read read, int step) {
    return of(read, step).filter(passage -> !passage.is(Passage.TEXT) && !passage.is(Passage.FRONT)).toList();
  }

  private void compareFront() {
    Entries thereFront = front(there);
    Entries hereFront = front(here);
    for (String key : LessonReader.FRONT) {
      String one = thereFront.text(key);
      String two = hereFront.text(key);
      if (!FREE.contains(key) && !key.equals("revision") && !one.equals(two)) {
        tell(hereFront.first(key).map(Entry::line).orElse(1), Message.of("lesson.same.front", other, key, shown(one), shown(two)));
      }
    }
  }

  private Entries front(LessonReader.Read read) {
    List<SourceLine> lines = of(read, -1).filter(passage -> passage.is(Passage.FRONT)).map(Passage::lines).flatMap(List::stream).toList();
    return Entries.of(Passage.FRONT, 1, lines, LessonReader.FRONT, LessonReader.FRONT, new Problems(""));
  }

  private void compareStep(int step, String id) {
    List<Passage> one = directives(there, step);
    List<Passage> two = directives(here, step);
    List<String> headsThere = one.stream().map(Translation::head).toList();
    List<String> headsHere = two.stream().map(Translation::head).toList();
    if (!headsThere.equals(headsHere)) {
      int first = firstDifference(headsThere, headsHere);
      int line = first < two.size() ? two.get(first).head().number() : here.lesson().orElseThrow().steps().get(step).line();
      tell(line, Message.of("lesson.same.directive", id, other, shown(headsThere, first), shown(headsHere, first)));
      return;
    }
    for (int i = 0; i < one.size(); i++) {
      compare(id, one.get(i), two.get(i));
    }
    comparePlaces(step, id);
  }

  private static String head(Passage passage) {
    return passage.head().text().replaceAll("\\s+", " ");
  }

  private void compare(String id, Passage one, Passage two) {
    if (one.is("note")) {
      return; // its minutes add up to those of the lesson
    }
    List<Entry> entriesThere = one.is("set") ? one.bare() : one.entries();
    List<Entry> entriesHere = two.is("set") ? two.bare() : two.entries();
    for (int i = 0; i < Math.max(entriesThere.size(), entriesHere.size()); i++) {
      Entry first = i < entriesThere.size() ? entriesThere.get(i) : null;
      Entry second = i < entriesHere.size() ? entriesHere.get(i) : null;
      boolean sameKey = first != null && second != null && first.key().equals(second.key());
      if (!sameKey) {
        tell(second == null ? two.head().number() : second.line(), Message.of("lesson.same.directive", id, other, key(first), key(second)));
        return;
      }
      compare(id, first, second);
    }
  }

  private static Object key(Entry entry) {
    return entry == null ? Message.of("lesson.same.nothing") : entry.key().isEmpty() ? entry.value() : entry.key();
  }

  private void compare(String id, Entry one, Entry two) {
    boolean read = Passage.READ.contains(one.key());
    Function<Entry, String> exact = read ? Translation::machinePart : Translation::plain;
    if (!exact.apply(one).equals(exact.apply(two))) {
      Object what = one.key().isEmpty() ? Message.of("lesson.same.command") : one.key();
      tell(two.line(), Message.of("lesson.same.value", id, other, what, shown(exact.apply(one)), shown(exact.apply(two))));
    } else if (read) {
      comparePlaces(id, two.line(), LessonText.written(one.value()), LessonText.written(two.value()));
    }
  }

  private static String plain(Entry entry) {
    return entry.value().replaceAll("\\s+", " ");
  }

  /** Untranslatable part: the key of an option, the number of a mistake; else empty. */
  private static String machinePart(Entry entry) {
    boolean keyed = Set.of("choice", "item", "mistake").contains(entry.key());
    int bar = entry.value().indexOf('|');
    return keyed ? entry.value().substring(0, bar < 0 ? entry.value().length() : bar).strip() : "";
  }

  /** Compares the placeholders in the text of a step. */
  private void comparePlaces(int step, String id) {
    int line = of(here, step).filter(passage -> passage.is(Passage.TEXT)).findFirst().map(passage -> passage.head().number()).orElse(1);
    comparePlaces(id, line, written(there, step), written(here, step));
  }

  private static Set<String> written(LessonReader.Read read, int step) {
    return of(read, step).filter(passage -> passage.is(Passage.TEXT)).flatMap(passage -> passage.texts().stream())
        .flatMap(entry -> LessonText.written(entry.value()).stream()).collect(Collectors.toSet());
  }

  private void comparePlaces(String id, int line, Set<String> one, Set<String> two) {
    if (!one.equals(two)) {
      tell(line, Message.of("lesson.same.places", id, other, shown(braces(one)), shown(braces(two))));
    }
  }

  private static String braces(Set<String> places) {
    return new TreeSet<>(places).stream().map(place -> "{" + place + "}").collect(Collectors.joining(" "));
  }

  private static Object shown(String value) {
    return value.isEmpty() ? Message.of("lesson.same.nothing") : value;
  }

  private static Object shown(List<String> all, int place) {
    return place < all.size() ? all.get(place) : Message.of("lesson.same.nothing");
  }
}
