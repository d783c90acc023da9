package studio.backprop.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.cli.Opener.LessonFigures;
import studio.backprop.cli.Opener.StepFigures;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import tools.jackson.databind.json.JsonMapper;

/** Command {@code bench lesson}: lessons played in the real window at full speed: measures a learner's waiting times. */
@Command(name = "lesson", sortOptions = false)
final class BenchLesson implements Callable<Integer> {
  private final Terminal terminal;
  private final Opener opener;

  @Parameters(arity = "0..*", paramLabel = "LESSON", descriptionKey = "backprop.bench.lesson.ids")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--json", descriptionKey = "backprop.bench.lesson.json")
  private boolean json;

  BenchLesson(Terminal terminal, Opener opener) {
    this.terminal = terminal;
    this.opener = opener;
  }

  @Override
  public Integer call() throws Exception {
    List<LessonFolder> folders = new ArrayList<>();
    for (String id : ids.isEmpty() ? Curriculum.bundled().ids() : ids) {
      folders.add(OneLesson.playable(OneLesson.folderOf(id), terminal));
    }
    List<LessonFigures> lessons = opener.measureLessons(folders);
    if (json) {
      lessons.forEach(lesson -> terminal.print(json(lesson)));
    } else {
      print(lessons);
    }
    return 0;
  }

  private void print(List<LessonFigures> lessons) {
    Table table = new Table("lesson", "words-ms", "work-ms", "next-ms", "reveal-ms", "training-s", "step");
    for (LessonFigures lesson : lessons) {
      StepFigures longest = lesson.steps().stream().max((a, b) -> Double.compare(known(a.seconds()), known(b.seconds()))).orElseThrow();
      table.row(lesson.lesson(), digits("%.0f", lesson.wordsMillis()), digits("%.0f", lesson.workMillis()),
          digits("%.0f", worst(lesson.steps().stream().skip(1).mapToDouble(StepFigures::nextMillis))),
          digits("%.0f", worst(lesson.steps().stream().mapToDouble(StepFigures::revealMillis))),
          digits("%.1f", longest.seconds()), longest.step());
    }
    table.lines().forEach(terminal::print);
  }

  private static double worst(DoubleStream figures) {
    return figures.filter(figure -> !Double.isNaN(figure)).max().orElse(Double.NaN);
  }

  private static double known(double figure) {
    return Double.isNaN(figure) ? 0 : figure;
  }

  private static String digits(String format, double figure) {
    return Double.isNaN(figure) ? "-" : String.format(Locale.ROOT, format, figure);
  }

  private static String json(LessonFigures lesson) {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (StepFigures step : lesson.steps()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("step", step.step());
      put(row, "nextMillis", step.nextMillis());
      put(row, "revealMillis", step.revealMillis());
      put(row, "seconds", step.seconds());
      steps.add(row);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("lesson", lesson.lesson());
    values.put("wordsMillis", lesson.wordsMillis());
    values.put("workMillis", lesson.workMillis());
    values.put("steps", steps);
    return new JsonMapper().writeValueAsString(values);
  }

  /** JSON has no NaN: unmeasured values are omitted. */
  private static void put(Map<String, Object> row, String name, double figure) {
    if (!Double.isNaN(figure)) {
      row.put(name, figure);
    }
  }
}
