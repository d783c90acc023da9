package studio.backprop.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.project.Project;

/** Shows the window for the command line, which cannot build one itself. */
public interface Opener {
  /**
   * How the window kept up while a project trained in it as fast as it could.
   *
   * @param firstMillis from the start of the program to the first painted frame
   * @param playMillis from Play, pressed after two seconds, to the first training step
   * @param seen each view in its turn
   * @param returnMillis from asking for a past step to its picture, for steps chosen at random, when the training rests
   */
  record Figures(double firstMillis, double playMillis, List<Seen> seen, List<Double> returnMillis) {}

  /**
   * How it kept up with one view.
   *
   * @param openingMillis the longest time between two frames while the view opened
   * @param ticksPerSecond frames in which the window looked at the training
   * @param freezeMillis the longest time between two of them, once the view was open
   * @param predictionsPerSecond how many drawings were predicted, where a hand draws
   * @param turns watched steps in turn with bare ones
   */
  record Seen(View view, double openingMillis, double ticksPerSecond, double freezeMillis, double predictionsPerSecond, List<Turn> turns) {
    /** Watched steps as a fraction of bare ones: the median of the turns; NaN where no step was taken. */
    double throughput() {
      return turns.isEmpty() ? Double.NaN : Medians.of(turns.stream().mapToDouble(Turn::throughput));
    }

    /** Bare steps a second: the median of the turns. */
    double barePerSecond() {
      return turns.isEmpty() ? Double.NaN : Medians.of(turns.stream().mapToDouble(Turn::bare));
    }
  }

  /**
   * Steps a second.
   *
   * @param before bare, just before
   * @param watched with the view open
   * @param after bare, just after
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
   * How long a learner waits in a lesson. What is waited for counts as there once it is painted.
   *
   * @param wordsMillis until its first words can be read: of the first lesson from the start of the program, else from asking for it
   * @param workMillis until its first step can be worked on, from the same moment
   */
  record LessonFigures(String lesson, double wordsMillis, double workMillis, List<StepFigures> steps) {}

  /**
   * How long a learner waits in a step.
   *
   * @param nextMillis until it can be worked on, from leaving the one before; NaN behind a task, whose solution is part of the way
   * @param revealMillis until something of the reveal is seen; NaN where nothing is revealed
   * @param seconds until the reveal, or the solution of a task, is done; NaN where there is none
   */
  record StepFigures(String step, double nextMillis, double revealMillis, double seconds) {}

  /**
   * Shows the window until it is closed.
   *
   * @param project a project file to begin with
   * @return the exit code
   */
  int open(Optional<Path> project) throws Exception;

  /**
   * Plays a lesson in a window until it is closed.
   *
   * @param step to begin at: its id, or its number from 1; empty for where it was left
   * @param who learner; empty for the last one
   * @param present whether it is presented to a class
   * @return the exit code
   */
  int openLesson(LessonFolder folder, Optional<String> step, Optional<String> who, boolean present) throws Exception;

  /**
   * Plays the next lesson of a plan, and those behind it, until their window is closed.
   *
   * @param who learner; empty for the last one
   * @param present whether it is presented to a class
   * @return the exit code
   */
  int openPlan(ClassPlan plan, Optional<String> who, boolean present) throws Exception;

  /** Plays a lesson for its author, who is writing it, until the window is closed. @return the exit code */
  int previewLesson(LessonFolder folder) throws Exception;

  /**
   * Shows the window, trains the project in it as fast as it goes, looks at each view for so many seconds, and closes it. Views that the
   * project has not are passed over.
   *
   * @param project read once the window is there, as when a person opens it
   */
  Figures measure(Callable<Project> project, List<View> views, double seconds) throws Exception;

  /** Plays lessons in a window one after the other, as fast as they go, and closes it. */
  List<LessonFigures> measureLessons(List<LessonFolder> lessons) throws Exception;
}
