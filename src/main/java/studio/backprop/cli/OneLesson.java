package studio.backprop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.lesson.check.Nearest;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.lesson.read.ClassPlans;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.teaching.record.LearnerProgress;
import studio.backprop.teaching.record.ResultRow;
import studio.backprop.teaching.record.ResultsFile;

/**
 * Command {@code lesson}: plays a lesson or a class plan in a window, prints its teacher's guide, or exports or deletes learners' answers.
 */
@Command(name = "lesson", sortOptions = false)
final class OneLesson implements Callable<Integer> {
  private final Terminal terminal;
  private final Path folder;
  private final Opener opener;

  @Parameters(arity = "0..1", paramLabel = "LESSON", descriptionKey = "backprop.lesson.id")
  private String lesson;

  @Option(names = "--step", paramLabel = "STEP", descriptionKey = "backprop.lesson.step")
  private String step;

  @Option(names = "--present", descriptionKey = "backprop.lesson.present")
  private boolean present;

  @Option(names = "--who", paramLabel = "NAME", descriptionKey = "backprop.lesson.who")
  private String who;

  @Option(names = "--class", paramLabel = "CLASS", descriptionKey = "backprop.lesson.class")
  private String group;

  @Option(names = "--results", paramLabel = "DIR", descriptionKey = "backprop.lesson.results")
  private Path results;

  @Option(names = "--collect", paramLabel = "DIR", descriptionKey = "backprop.lessons.collect")
  private Path collect;

  @Option(names = "--reset", descriptionKey = "backprop.lesson.reset")
  private boolean reset;

  @Mixin private PrintGuide guide = new PrintGuide();

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
    if (collect != null) {
      ClassResults.collect(collect, terminal);
      return 0;
    } else if (lesson == null && results != null && !reset) {
      answers();
      return 0;
    } else if (lesson == null) {
      throw Failure.of("cli.problem.which_lesson");
    } else if (preview) {
      return opener.previewLesson(ofAuthor(Path.of(lesson)));
    }
    Optional<ClassPlan> plan = ClassPlans.bundled().find(lesson);
    if (guide.isWanted()) {
      guide.print(plan, plan.isPresent() ? Optional.empty() : Optional.of(folderOf(lesson)), terminal);
    } else if (results != null || reset) {
      answers();
    } else if (plan.isPresent()) {
      enter();
      return opener.openPlan(plan.get(), Optional.ofNullable(who), present);
    } else {
      enter();
      return opener.openLesson(playable(folderOf(lesson), terminal), Optional.ofNullable(step), Optional.ofNullable(who), present);
    }
    return 0;
  }

  private void enter() throws Exception {
    if (group != null) {
      LearnerProgress learner = learner(who == null ? "" : who);
      learner.change(() -> learner.setGroup(group));
    }
  }

  private LearnerProgress learner(String name) {
    LearnerProgress learner = LearnerProgress.of(folder, name);
    learner.trouble().ifPresent(terminal::note);
    if (group != null) {
      learner.setGroup(group);
    }
    return learner;
  }

  /**
   * Exports the results of all learners of this machine unless one is named; deletes only those of a named learner or of the one without a
   * name.
   */
  private void answers() throws Exception {
    List<String> names = new ArrayList<>(List.of(who == null ? "" : who));
    if (who == null && !reset) {
      names.addAll(LearnerProgress.names(folder));
    }
    boolean found = false;
    for (String name : names) {
      List<ResultRow> rows = lesson == null ? ResultsFile.rows(learner(name)) : ResultsFile.rows(learner(name), lesson);
      if (!rows.isEmpty() && results != null) {
        export(rows);
      }
      found |= !rows.isEmpty();
    }
    if (!found) {
      throw lesson == null ? Failure.of("cli.problem.no_answers_at_all") : Failure.of("cli.problem.no_answers", lesson);
    }
    if (reset) {
      LearnerProgress learner = learner(names.get(0));
      learner.change(() -> learner.forget(lesson));
      terminal.note("cli.lesson.forgotten", lesson);
    }
  }

  /** Folder of a playable lesson; otherwise prints its problems. */
  private LessonFolder ofAuthor(Path path) throws Failure {
    if (!Files.isDirectory(path)) {
      throw Failure.of("cli.problem.no_lesson_folder", path.toString());
    }
    return playable(folderOf(path.toString()), terminal);
  }

  /** Bundled lessons are playable; for others prints the problems. */
  static LessonFolder playable(LessonFolder found, Terminal terminal) throws Failure {
    if (found.origin().isEmpty()) {
      return found;
    }
    ReadLesson read = ReadLesson.of(found, Curriculum.bundled().ids());
    if (read.lessons().isEmpty()) {
      throw Failure.of("author.refused", read.problems().get(0).say(terminal.texts()));
    }
    return found;
  }

  /** Bundled lesson, or a folder or zip file. */
  static LessonFolder folderOf(String name) throws Failure {
    if (Curriculum.bundled().ids().contains(name)) {
      return LessonFolder.bundled(name);
    }
    List<String> near = Nearest.of(name, Curriculum.bundled().ids());
    if (!near.isEmpty() && !Files.exists(Path.of(name))) {
      throw Failure.of("cli.problem.no_such_lesson", name, near.get(0));
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
