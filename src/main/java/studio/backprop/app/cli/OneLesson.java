package studio.backprop.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.lesson.record.LearnerProgress;
import studio.backprop.lesson.record.ResultRow;
import studio.backprop.lesson.record.ResultsFile;

/** Plays a lesson in a window; or gives away, or forgets, what a learner did in it. */
@Command(name = "lesson", sortOptions = false)
final class OneLesson implements Callable<Integer> {
  private final Terminal terminal;
  private final Path folder;
  private final Opener opener;

  @Parameters(paramLabel = "LESSON", descriptionKey = "backprop.lesson.id")
  private String lesson;

  @Option(names = "--who", paramLabel = "NAME", defaultValue = "", descriptionKey = "backprop.lesson.who")
  private String who;

  @Option(names = "--class", paramLabel = "CLASS", descriptionKey = "backprop.lesson.class")
  private String group;

  @Option(names = "--results", paramLabel = "DIR", descriptionKey = "backprop.lesson.results")
  private Path results;

  @Option(names = "--reset", descriptionKey = "backprop.lesson.reset")
  private boolean reset;

  @Option(names = "--step", paramLabel = "STEP", descriptionKey = "backprop.lesson.step")
  private String step;

  @Option(names = "--present", descriptionKey = "backprop.lesson.present")
  private boolean present;

  @Option(names = "--preview", descriptionKey = "backprop.lesson.preview")
  private boolean preview;

  /** @param folder of the program in the user's home */
  OneLesson(Terminal terminal, Opener opener, Optional<Path> folder) {
    this.opener = opener;
    this.terminal = terminal;
    this.folder = folder.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
  }

  @Override
  public Integer call() throws Exception {
    if (preview) {
      return opener.previewLesson(ofAuthor(Path.of(lesson)));
    }
    if (results == null && !reset) {
      return opener.openLesson(folderOf(lesson), Optional.ofNullable(step), present);
    }
    LearnerProgress learner = LearnerProgress.of(folder, who);
    learner.trouble().ifPresent(terminal::note);
    if (group != null) {
      learner.setGroup(group);
    }
    List<ResultRow> rows = ResultsFile.rows(learner, lesson);
    if (rows.isEmpty()) {
      throw Failure.of("cli.problem.no_answers", lesson);
    }
    if (results != null) {
      export(rows);
    }
    if (reset) {
      learner.forget(lesson);
      learner.save();
      terminal.note("cli.lesson.forgotten", lesson);
    }
    return 0;
  }

  /** A folder with something to play; else it is said what is missing. */
  private LessonFolder ofAuthor(Path path) throws Failure {
    if (!Files.isDirectory(path)) {
      throw Failure.of("cli.problem.no_lesson_folder", path.toString());
    }
    LessonFolder found = folderOf(path.toString());
    ReadLesson read = ReadLesson.of(found, Curriculum.bundled().ids());
    if (read.lessons().isEmpty()) {
      throw Failure.of("author.refused", read.problems().get(0).say(terminal.texts()));
    }
    return found;
  }

  /** One of those that come with the program, or a folder or zip file. */
  private static LessonFolder folderOf(String name) throws Failure {
    if (Curriculum.bundled().ids().contains(name)) {
      return LessonFolder.bundled(name);
    }
    try {
      return LessonFolder.open(Path.of(name));
    } catch (LessonFolder.Unreadable e) {
      throw new Failure(e.sentence());
    }
  }

  private void export(List<ResultRow> rows) throws Exception {
    try {
      Files.createDirectories(results);
    } catch (IOException e) {
      throw Failure.of("cli.problem.folder", results.toString());
    }
    Path file = ResultsFile.in(results, rows);
    ResultsFile.write(file, rows);
    terminal.note("cli.lesson.results", rows.size(), file.toString());
  }
}
