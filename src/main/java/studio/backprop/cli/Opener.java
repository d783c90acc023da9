package studio.backprop.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.project.Project;

/** Opens windows for the command line, which has no dependency on the user interface. */
public interface Opener {
  /**
   * Benchmark of the window while a project trains at full speed.
   *
   * @param firstMillis from the start of the program to the first painted frame
   * @param playMillis from Play, pressed after two seconds, to the first training step
   * @param seen results of each view
   * @param returnMillis from the request of a random past step to its frame, while training is paused
   */
  record Figures(double firstMillis, double playMillis, List<Seen> seen, List<Double> returnMillis) {}

  /**
   * Results of one view.
   *
   * @param openingMillis the longest time between two frames while the view opened
   * @param ticksPerSecond frames that read the training's state
   * @param freezeMillis the longest time between two of them, once the view was open
   * @param predictionsPerSecond predictions while drawing
   * @param turns steps with the view alternating with steps without
   */
  record Seen(View view, double openingMillis, double ticksPerSecond, double freezeMillis, double predictionsPerSecond, List<Turn> turns) {
    /** Throughput with the view relative to that without: median of the turns; NaN without a step. */
    double throughput() {
      return turns.isEmpty() ? Double.NaN : Medians.of(turns.stream().mapToDouble(Turn::throughput));
    }

    /** Steps per second without observation: median of the turns. */
    double barePerSecond() {
      return turns.isEmpty() ? Double.NaN : Medians.of(turns.stream().mapToDouble(Turn::bare));
    }
  }

  /**
   * Steps per second of one turn.
   *
   * @param before without observation, just before
   * @param watched with the view open
   * @param after without observation, just after
   */
  record Turn(double before, double watched, double after) {
    double bare() {
      return (before + after) / 2;
    }

    double throughput() {
      return watched / bare();
    }
  }

  /**
   * Waiting times of a learner in a lesson, until the frame is painted.
   *
   * @param wordsMillis until the first text is readable: of the first lesson since the start of the program, else since its request
   * @param workMillis until its first step is usable, since the same moment
   */
  record LessonFigures(String lesson, double wordsMillis, double workMillis, List<StepFigures> steps) {}

  /**
   * Waiting times of a learner in a step.
   *
   * @param nextMillis until it is usable, since the step before was left; NaN after a task, whose solution is included
   * @param revealMillis until the reveal begins to show; NaN without one
   * @param seconds until the reveal, or the solution of a task, is complete; NaN without one
   */
  record StepFigures(String step, double nextMillis, double revealMillis, double seconds) {}

  /**
   * Shows the window until it is closed.
   *
   * @return the exit code
   */
  int open(Optional<Path> project) throws Exception;

  /**
   * Plays a lesson in a window until it is closed.
   *
   * @param step initial step: its id, or its number from 1; empty for the last position
   * @param who learner; empty for the last one
   * @param present whether in presenter mode
   * @return the exit code
   */
  int openLesson(LessonFolder folder, Optional<String> step, Optional<String> who, boolean present) throws Exception;

  /**
   * Plays the next lessons of a plan until their window is closed.
   *
   * @param who learner; empty for the last one
   * @param present whether in presenter mode
   * @return the exit code
   */
  int openPlan(ClassPlan plan, Optional<String> who, boolean present) throws Exception;

  /** Plays a lesson for its author until the window is closed. @return the exit code */
  int previewLesson(LessonFolder folder) throws Exception;

  /**
   * Shows the window, trains the project at full speed with each view open for so many seconds, and closes it. Views that the project does
   * not have are skipped.
   *
   * @param project read after the window is open, as when a person opens it
   */
  Figures measure(Callable<Project> project, List<View> views, double seconds) throws Exception;

  /** Plays lessons in a window one after the other at full speed, and closes it. */
  List<LessonFigures> measureLessons(List<LessonFolder> lessons) throws Exception;
}
