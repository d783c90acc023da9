package studio.backprop.lesson.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.read.ClassPlan.Part;
import studio.backprop.lesson.read.ClassPlan.Wording;
import studio.backprop.text.Message;

/**
 * Parser of class plans, a text file of lines. {@code # id | English | 中文} begins a plan, {@code > English | 中文} is a note on it, {@code ##
 * English | 中文} begins a day, and {@code 8 first-neuron or bias | English | 中文} is an entry: minutes, lesson with substitutes, instruction.
 * An entry without a lesson is an activity of the teacher.
 *
 * @param problems of the file
 */
public record ClassPlans(List<ClassPlan> plans, List<LessonProblem> problems) {
  public static final String FILE = "plans.txt";
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern PART = Pattern.compile("(\\d{1,3})(?:\\s+(.*))?");
  private static final int LONGEST_PART = 240;

  public ClassPlans {
    plans = List.copyOf(plans);
    problems = List.copyOf(problems);
  }

  public static ClassPlans bundled() {
    return read(Curriculum.ownFile(FILE));
  }

  /** Parses a file; invalid lines are reported and skipped. */
  public static ClassPlans read(String text) {
    return new Reading().read(text);
  }

  public Optional<ClassPlan> find(String id) {
    return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
  }

  private static final class Reading {
    private final List<ClassPlan> plans = new ArrayList<>();
    private final List<LessonProblem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private String id;
    private Wording title;
    private final List<Wording> about = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private Optional<Wording> day = Optional.empty();
    private int begun;
    private boolean lost;

    ClassPlans read(String text) {
      List<String> lines = text.replace("\uFEFF", "").lines().map(String::strip).toList();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (!line.isEmpty()) {
          line(i + 1, line);
        }
      }
      end();
      return new ClassPlans(plans, problems);
    }

    private void line(int number, String line) {
      String[] cells = line.split("\\s*\\|\\s*", -1);
      boolean plan = line.startsWith("#") && !line.startsWith("##");
      if (plan && cells.length == 3 && ID.matcher(cells[0].substring(1).strip()).matches()) {
        end();
        begin(number, cells);
      } else if (plan) {
        end();
        lost = true; // the following lines belong to no valid plan
        tell(number, 1, Message.of("lesson.plan.head", line));
      } else if (id == null && lost) {
        return;
      } else if (id == null) {
        tell(number, 1, Message.of("lesson.plan.none", line));
      } else if ((line.startsWith("##") || line.startsWith(">")) && cells.length == 2) {
        Wording words = new Wording(cells[0].replaceFirst("^(##|>)\\s*", ""), cells[1]);
        if (line.startsWith(">")) {
          about.add(words);
        } else {
          day = Optional.of(words);
        }
      } else if (line.startsWith("##") || line.startsWith(">")) {
        tell(number, 1, Message.of("lesson.plan.words", line));
      } else {
        part(number, line, cells);
      }
    }

    private void begin(int number, String[] cells) {
      id = cells[0].substring(1).strip();
      title = new Wording(cells[1], cells[2]);
      begun = number;
      if (!ids.add(id)) {
        tell(number, 3, Message.of("lesson.plan.twice", id));
      }
    }

    private void part(int number, String line, String[] cells) {
      Matcher first = PART.matcher(cells[0]);
      if (!first.matches() || cells.length != 1 && cells.length != 3) {
        tell(number, 1, Message.of("lesson.plan.part", line));
        return;
      }
      List<String> lessons = first.group(2) == null ? List.of() : List.of(first.group(2).strip().split("\\s+or\\s+"));
      Optional<String> wrong = lessons.stream().filter(one -> !ID.matcher(one).matches()).findFirst();
      int minutes = Integer.parseInt(first.group(1));
      if (wrong.isPresent()) {
        tell(number, line.indexOf(wrong.get()) + 1, Message.of("lesson.plan.lesson", wrong.get()));
      } else if (minutes < 1 || minutes > LONGEST_PART) {
        tell(number, 1, Message.of("lesson.plan.minutes", first.group(1), LONGEST_PART));
      } else if (lessons.isEmpty() && (cells.length == 1 || cells[1].isEmpty())) {
        tell(number, 1, Message.of("lesson.plan.nothing", cells[0]));
      } else {
        parts.add(new Part(number, day, minutes, lessons, cells.length == 1 ? Wording.NONE : new Wording(cells[1], cells[2])));
        day = Optional.empty();
      }
    }

    private void end() {
      if (id != null && parts.isEmpty()) {
        tell(begun, 1, Message.of("lesson.plan.empty", id));
      } else if (id != null) {
        plans.add(new ClassPlan(id, title, about, parts));
      }
      about.clear();
      parts.clear();
      day = Optional.empty();
      id = null;
    }

    private void tell(int line, int column, Message sentence) {
      problems.add(LessonProblem.error(FILE, line, column, sentence));
    }
  }
}
