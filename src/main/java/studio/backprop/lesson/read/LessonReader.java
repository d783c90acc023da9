package studio.backprop.lesson.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.backprop.lesson.Directive;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.TeacherNote;
import studio.backprop.text.Message;

/** Parser of the file of a lesson in one language: front matter, opening, steps with directives. Reports all problems at once. */
public final class LessonReader {
  static final Set<String> FRONT = Set.of("revision", "title", "start", "minutes", "needs", "believes");
  private static final Pattern HEADING = Pattern.compile("##\\s+(.*?)\\s*(?:\\{#([^}]*)\\})?\\s*");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LEAST_STEPS = 3;
  private static final int MOST_STEPS = 12;

  private final String id;
  private final Problems problems;
  private final List<String> lines;
  private final DirectiveReader directives;
  private final List<Passage> passages = new ArrayList<>();
  private final List<LessonStep> steps = new ArrayList<>();
  private final Map<String, Integer> stepIds = new HashMap<>();
  private String opening = "";
  private TeacherNote note;
  private int noteLine;
  private int at;
  private int step = -1;

  /**
   * Result of parsing.
   *
   * @param lesson empty where the file cannot be shown at all
   * @param problems in file order
   * @param passages source text in parts
   */
  public record Read(Optional<Lesson> lesson, List<LessonProblem> problems, List<Passage> passages) {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  private LessonReader(String id, String file, String text) {
    this.id = id;
    this.problems = new Problems(file);
    this.lines = Comments.without(text.replace("\uFEFF", "").lines().toList(), problems);
    this.directives = new DirectiveReader(problems);
  }

  /** @param file its name, for problems */
  public static Read read(String id, String file, String text) {
    return new LessonReader(id, file, text).read();
  }

  private Read read() {
    refuseControlCharacters();
    Entries front = front();
    int revision = whole(front, "revision", 1, 1_000_000, 1);
    int minutes = whole(front, "minutes", 1, 300, 1);
    body();
    if (steps.size() < LEAST_STEPS || steps.size() > MOST_STEPS) {
      problems.error(1, 0, Message.of("lesson.read.steps", steps.size(), LEAST_STEPS, MOST_STEPS));
    }
    checkNote(minutes);
    Lesson lesson = new Lesson(id, revision, front.text("title").isEmpty() ? id : front.text("title"), front.text("start"), minutes,
        front.list("needs"), front.text("believes"), opening, steps, Optional.ofNullable(note));
    return new Read(steps.isEmpty() ? Optional.empty() : Optional.of(lesson), problems.all(), passages);
  }

  private void refuseControlCharacters() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      for (int c = 0; c < line.length(); c++) {
        if (Character.isISOControl(line.charAt(c)) && line.charAt(c) != '\t') {
          problems.error(i + 1, c + 1, Message.of("lesson.read.control", (int) line.charAt(c)));
          break;
        }
      }
    }
  }

  private Entries front() {
    List<SourceLine> between = new ArrayList<>();
    boolean begun = !lines.isEmpty() && lines.get(0).strip().equals("---");
    int end = begun ? lines.subList(1, lines.size()).indexOf("---") : -1;
    if (end < 0) {
      problems.error(1, 1, Message.of(begun ? "lesson.read.front_open" : "lesson.read.front"));
      at = begun ? lines.size() : 0;
    } else {
      for (int i = 1; i <= end; i++) {
        between.add(line(i));
      }
      at = end + 2;
    }
    passages.add(new Passage(-1, Passage.FRONT, line(0), between));
    Entries front = Entries.of(Passage.FRONT, 1, between, FRONT, FRONT, problems);
    if (end >= 0) {
      front.need("revision", "title", "start", "minutes", "believes");
    }
    return front;
  }

  private SourceLine line(int index) {
    return new SourceLine(index + 1, 1, lines.get(index));
  }

  private int whole(Entries front, String key, int least, int most, int otherwise) {
    Optional<Entry> entry = front.first(key).filter(found -> !found.value().isEmpty());
    if (entry.isEmpty()) {
      return otherwise;
    }
    String value = entry.get().value();
    if (!value.matches("\\d{1,7}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
      problems.error(entry.get().line(), entry.get().at().column(), Message.of("lesson.read.whole", key, value, least, most));
      return otherwise;
    }
    return Integer.parseInt(value);
  }

  /** Steps begin with headings; text before the first is the opening. */
  private void body() {
    List<Directive> parts = new ArrayList<>();
    List<String> prose = new ArrayList<>();
    LessonStep open = null;
    int proseFrom = at + 1;
    while (at < lines.size()) {
      String text = lines.get(at);
      boolean heading = text.matches("##(\\s.*)?");
      boolean fence = text.startsWith("```");
      if (!heading && !fence) {
        prose.add(text);
        at++;
        continue;
      }
      prose(prose, proseFrom, parts);
      if (heading) {
        close(open, parts);
        step++;
        open = heading();
        parts = new ArrayList<>();
      } else {
        fence(open, parts);
      }
      proseFrom = at + 1;
    }
    prose(prose, proseFrom, parts);
    close(open, parts);
  }

  private void prose(List<String> prose, int from, List<Directive> parts) {
    String markdown = String.join("\n", prose).strip();
    if (!markdown.isEmpty()) {
      List<SourceLine> written = new ArrayList<>();
      for (int i = 0; i < prose.size(); i++) {
        written.add(new SourceLine(from + i, 1, prose.get(i)));
      }
      Passage passage = new Passage(step, Passage.TEXT, written.get(0), written);
      passage.texts().forEach(directives::checkText);
      passages.add(passage);
      parts.add(new Directive.Prose(markdown));
    }
    prose.clear();
  }

  private void close(LessonStep open, List<Directive> parts) {
    if (open == null) {
      opening = parts.stream().filter(Directive.Prose.class::isInstance).map(part -> ((Directive.Prose) part).markdown())
          .collect(Collectors.joining("\n\n"));
    } else {
      LessonStep step = new LessonStep(open.id(), open.heading(), open.line(), parts);
      directives.checkStep(step);
      steps.add(step);
    }
  }

  private LessonStep heading() {
    int number = at + 1;
    Matcher matcher = HEADING.matcher(lines.get(at++));
    String heading = matcher.matches() ? matcher.group(1) : "";
    String name = matcher.matches() ? matcher.group(2) : null;
    int column = name == null ? 1 : matcher.start(2) + 1;
    if (heading.isEmpty() || name == null) {
      problems.error(number, 1, Message.of("lesson.read.heading"));
      name = "step-" + (steps.size() + 1);
    } else if (!ID.matcher(name).matches()) {
      problems.error(number, column, Message.of("lesson.read.id", name));
    }
    Integer before = stepIds.putIfAbsent(name, number);
    if (before != null) {
      problems.error(number, column, Message.of("lesson.read.same_step", name, before));
    }
    return new LessonStep(name, heading, number, List.of());
  }

  /** A fenced block is a directive; one without an info string is a listing. */
  private void fence(LessonStep open, List<Directive> parts) {
    int first = at;
    List<SourceLine> inside = new ArrayList<>();
    at++;
    while (at < lines.size() && !lines.get(at).strip().equals("```")) {
      inside.add(line(at++));
    }
    if (at >= lines.size()) {
      problems.error(first + 1, 1, Message.of("lesson.read.fence"));
    }
    at++;
    String word = lines.get(first).substring(3).strip();
    SourceLine head = line(first).from(3);
    if (word.isEmpty()) {
      parts.add(new Directive.Prose(String.join("\n", lines.subList(first, Math.min(at, lines.size())))));
    } else if (word.equals("note")) {
      passages.add(new Passage(step, word, head, inside));
      note(first + 1, inside);
    } else if (open == null) {
      problems.error(first + 1, 1, Message.of("lesson.read.before_steps", word));
    } else {
      passages.add(new Passage(step, DirectiveReader.kind(word), head, inside));
      directives.read(head, inside).ifPresent(parts::add);
    }
  }

  private void note(int number, List<SourceLine> inside) {
    if (note != null) {
      problems.error(number, 1, Message.of("lesson.read.two_notes"));
    }
    List<Integer> minutes = new ArrayList<>();
    List<SourceLine> rest = inside;
    if (!inside.isEmpty() && inside.get(0).text().startsWith("time:")) {
      rest = inside.subList(1, inside.size());
      for (String word : inside.get(0).text().substring(5).strip().split("\\s+")) {
        if (word.matches("\\d{1,3}")) {
          minutes.add(Integer.parseInt(word));
        } else {
          problems.error(number + 1, inside.get(0).text().indexOf(word) + 1, Message.of("lesson.read.time_word", word));
        }
      }
    }
    note = new TeacherNote(minutes, rest.stream().map(SourceLine::text).collect(Collectors.joining("\n")).strip());
    noteLine = number;
  }

  private void checkNote(int minutes) {
    if (note == null || note.minutes().isEmpty()) {
      return;
    }
    int sum = note.minutes().stream().mapToInt(Integer::intValue).sum();
    if (note.minutes().size() != steps.size()) {
      problems.error(noteLine + 1, 1, Message.of("lesson.read.time_steps", note.minutes().size(), steps.size()));
    } else if (sum != minutes) {
      problems.error(noteLine + 1, 1, Message.of("lesson.read.time_sum", sum, minutes));
    }
  }
}
