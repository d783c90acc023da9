package studio.backprop.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.project.Project;
import studio.backprop.text.Texts;

/** A command line run within the test: its exit code and what it said. */
record Ran(int code, String out, String err, Optional<Path> opened) {
  /** A window that is only asked for. */
  private static final class NoWindow implements Opener {
    /** A disturbed turn among others: the median is not moved. */
    private static final List<Turn> TURNS = List.of(new Turn(1000, 900, 1000), new Turn(1000, 90, 1000), new Turn(400, 475, 600));

    private Optional<Path> opened = Optional.empty();

    @Override
    public int open(Optional<Path> project) {
      opened = Optional.of(project.orElse(Path.of("")));
      return 0;
    }

    @Override
    public int openLesson(LessonFolder folder, Optional<String> step, Optional<String> who, boolean present) {
      opened = Optional.of(Path.of(folder.id()));
      return 0;
    }

    @Override
    public int openPlan(ClassPlan plan, Optional<String> who, boolean present) {
      opened = Optional.of(Path.of(plan.id()));
      return 0;
    }

    @Override
    public int previewLesson(LessonFolder folder) {
      opened = Optional.of(Path.of(folder.id()));
      return 0;
    }

    @Override
    public Figures measure(Callable<Project> project, List<View> views, double seconds) {
      return new Figures(1500, 150, views.stream().map(view -> new Seen(view, 80, 60, 30, 29, TURNS)).toList(),
          List.of(30.0, 10.0, 20.0));
    }

    @Override
    public List<LessonFigures> measureLessons(List<LessonFolder> lessons) {
      List<StepFigures> steps = List.of(new StepFigures("read", 5000, Double.NaN, Double.NaN), new StepFigures("guess", 40, 12, 0.25),
          new StepFigures("do", 60, Double.NaN, 2), new StepFigures("why", Double.NaN, Double.NaN, Double.NaN));
      return lessons.stream().map(lesson -> new LessonFigures(lesson.id(), 2500, 5000, steps)).toList();
    }
  }

  /** In a user's folder that is empty. */
  static Ran backprop(String... args) {
    return backprop(emptyFolder(), args);
  }

  /** @param user the folder in which the program keeps what must not be lost */
  static Ran backprop(Path user, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    NoWindow window = new NoWindow();
    Terminal terminal =
        new Terminal(StandardOutput.to(out, StandardCharsets.UTF_8), stream(err), false, Backprop.language(List.of(args), Locale.ENGLISH));
    int code = Backprop.run(terminal, window, Optional.of(user), args);
    return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), window.opened);
  }

  /** A terminal that nobody watches, in English. */
  static Terminal terminal(PrintStream err) {
    return new Terminal(StandardOutput.to(System.out, StandardCharsets.UTF_8), err, false, Texts.ENGLISH);
  }

  /** Nothing is made there by a command that keeps nothing. */
  private static Path emptyFolder() {
    return Path.of(System.getProperty("java.io.tmpdir"), "backprop-" + UUID.randomUUID());
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
