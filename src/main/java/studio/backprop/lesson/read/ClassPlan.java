package studio.backprop.lesson.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a class does one after the other: lessons, and what a teacher does between them.
 *
 * @param id a–z, 0–9, hyphen
 * @param about what a teacher should know before, in paragraphs
 */
public record ClassPlan(String id, Wording title, List<Wording> about, List<Part> parts) {
  /** The same in both languages. */
  public record Wording(String english, String chinese) {
    static final Wording NONE = new Wording("", "");

    public String in(Locale locale) {
      return locale.getLanguage().equals("zh") ? chinese : english;
    }
  }

  /**
   * One part of it.
   *
   * @param line where it stands in its file
   * @param day what begins here, such as a day; empty where the part before goes on
   * @param minutes how long it takes
   * @param lessons the id of the lesson that is meant and, behind it, of those that may stand in; none for what a teacher does
   * @param words what to do, or how to use the lesson; may be empty
   */
  public record Part(int line, Optional<Wording> day, int minutes, List<String> lessons, Wording words) {
    public Part {
      lessons = List.copyOf(lessons);
    }

    /** The lesson that is played: the one that is meant, or the first that stands in. @param known whether a lesson is there */
    public Optional<String> lesson(Predicate<String> known) {
      return lessons.stream().filter(known).findFirst();
    }

    /** The lesson that is meant and not there. */
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

  /** The lessons that are played, each once, in order. @param known whether a lesson is there */
  public List<String> lessons(Predicate<String> known) {
    return parts.stream().flatMap(part -> part.lesson(known).stream()).distinct().toList();
  }

  /** The lesson after one of them; empty where it is the last, or none of them. */
  public Optional<String> after(String lesson, Predicate<String> known) {
    List<String> all = lessons(known);
    int place = all.indexOf(lesson);
    return place < 0 ? Optional.empty() : Stream.of(place + 1).filter(next -> next < all.size()).map(all::get).findFirst();
  }
}
