package studio.backprop.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.lesson.record.LearnerProgress;
import studio.backprop.lesson.record.LessonProgress;
import studio.backprop.ui.start.LessonCard;

/** The lessons that there are, how far the learner is in each, and the way into one. */
final class LessonLibrary {
  private final Optional<Path> kept;
  private final BiConsumer<LessonFolder, Integer> opener;

  /**
   * @param kept the folder in which the learner's progress is
   * @param opener opens a lesson at a step
   */
  LessonLibrary(Optional<Path> kept, BiConsumer<LessonFolder, Integer> opener) {
    this.kept = kept;
    this.opener = opener;
  }

  /** The lessons that come with the program, in the order of the course. */
  List<LessonCard.Shown> shown() {
    Curriculum course = Curriculum.bundled();
    Optional<LearnerProgress> learner = learner();
    List<LessonCard.Shown> all = new ArrayList<>();
    for (String id : course.ids()) {
      LessonFolder folder = LessonFolder.bundled(id);
      ReadLesson read = ReadLesson.of(folder, course.ids());
      LessonProgress progress = learner.map(one -> one.lesson(id)).orElse(null);
      boolean done = progress != null && progress.done();
      all.add(new LessonCard.Shown(folder, read.lessons(), progress == null ? 0 : step(read, progress), done));
    }
    return all;
  }

  private Optional<LearnerProgress> learner() {
    return kept.map(folder -> LearnerProgress.of(folder, ""));
  }

  private static int step(ReadLesson read, LessonProgress progress) {
    return read.lesson("en").flatMap(lesson -> lesson.indexOf(progress.step())).orElse(0);
  }

  /** Opens a lesson where it was left. */
  void open(LessonFolder folder) {
    ReadLesson read = ReadLesson.of(folder, List.of());
    Optional<LessonProgress> progress = learner().map(one -> one.lesson(folder.id()));
    open(folder, progress.filter(LessonProgress::isBegun).map(one -> step(read, one)).orElse(0));
  }

  /** Opens a lesson at a step, from 0. */
  void open(LessonFolder folder, int step) {
    opener.accept(folder, step);
  }

  /** The number of a step by its id or, from 1, its number; empty where there is none. */
  static Optional<Integer> step(LessonFolder folder, String wanted) {
    Optional<Lesson> lesson = ReadLesson.of(folder, List.of()).lesson("en");
    return lesson.flatMap(one -> one.indexOf(wanted).or(() -> wanted.matches("\\d{1,2}") ? Optional.of(Integer.parseInt(wanted) - 1)
        : Optional.empty()).filter(step -> step >= 0 && step < one.steps().size()));
  }
}
