package studio.backprop.lesson.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Schedule of a class: lessons, and the teacher's activities between them.
 *
 * @param id a–z, 0–9, hyphen
 * @param about notes for the teacher, one paragraph each
 */
public record ClassPlan(String id, Wording title, List<Wording> about, List<Part> parts) {
  /** Text in both languages. */
  public record Wording(String english, String chinese) {
    static final Wording NONE = new Wording("", "");

    public String in(Locale locale) {
      return locale.getLanguage().equals("zh") ? chinese : english;
    }
  }

  /**
   * One entry of the schedule.
   *
   * @param line in its file
   * @param day heading before the entry, such as a day; empty for none
   * @param minutes duration
   * @param lessons id of the intended lesson, followed by its substitutes; empty for an activity of the teacher
   * @param words instruction; may be empty
   */
  public record Part(int line, Optional<Wording> day, int minutes, List<String> lessons, Wording words) {
    public Part {
      lessons = List.copyOf(lessons);
    }

    /** The intended lesson, or its first available substitute. @param known whether a lesson is available */
    public Optional<String> lesson(Predicate<String> known) {
      return lessons.stream().filter(known).findFirst();
    }

    /** The intended lesson, if unavailable. */
    public Optional<String> missing(Predicate<String> known) {
      return lessons.stream().limit(1).filter(known.negate()).findFirst();
    }
  }

  public ClassPlan {
    about = List.copyOf(about);
    parts = List.copyOf(parts);
  }

  public int minutes() {
    return parts.stream().mapToInt(Part::minutes).sum();
  }

  /** The available lessons, without duplicates, in order. @param known whether a lesson is available */
  public List<String> lessons(Predicate<String> known) {
    return parts.stream().flatMap(part -> part.lesson(known).stream()).distinct().toList();
  }

  /** The lesson after one of them; empty for the last and for others. */
  public Optional<String> after(String lesson, Predicate<String> known) {
    List<String> all = lessons(known);
    int place = all.indexOf(lesson);
    return place < 0 ? Optional.empty() : Stream.of(place + 1).filter(next -> next < all.size()).map(all::get).findFirst();
  }
}
