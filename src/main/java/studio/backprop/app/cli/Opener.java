package studio.backprop.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import studio.backprop.train.Project;
import studio.backprop.ui.designer.Lens;

/** Shows the window for the command line, which cannot build one itself. */
public interface Opener {
  /**
   * How the window kept up while a project trained in it as fast as it could.
   *
   * @param firstMillis from the start of the program to the first painted frame
   * @param ticksPerSecond frames in which the window looked at the training
   * @param freezeMillis the longest time between two of them
   * @param stepsPerSecond of the training behind it
   */
  record Figures(double firstMillis, double ticksPerSecond, double freezeMillis, double stepsPerSecond) {}

  /**
   * Shows the window until it is closed.
   *
   * @param project a project file to begin with
   * @return the exit code
   */
  int open(Optional<Path> project) throws Exception;

  /**
   * Shows the window, trains the project in it as fast as it goes for so many seconds, and closes it.
   *
   * @param project read once the window is there, as when a person opens it
   */
  Figures measure(Callable<Project> project, Lens lens, double seconds) throws Exception;
}
