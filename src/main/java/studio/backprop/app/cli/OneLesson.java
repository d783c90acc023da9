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
import studio.backprop.lesson.record.LearnerProgress;
import studio.backprop.lesson.record.ResultRow;
import studio.backprop.lesson.record.ResultsFile;

/** Gives away, or forgets, what a learner did in a lesson. */
@Command(name = "lesson", sortOptions = false)
final class OneLesson implements Callable<Integer> {
  private final Terminal terminal;
  private final Path folder;

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

  /** @param folder of the program in the user's home */
  OneLesson(Terminal terminal, Optional<Path> folder) {
    this.terminal = terminal;
    this.folder = folder.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
  }

  @Override
  public Integer call() throws Exception {
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
