package studio.backprop.app;

import java.nio.file.Path;
import java.util.Optional;
import studio.backprop.app.cli.Opener.Figures;
import studio.backprop.text.Texts;
import studio.backprop.train.Project;

/** The way from the command line into the window. */
final class Window {
  private Window() {}

  /**
   * Shows the window and returns when it is closed.
   *
   * @param project a project file to begin with
   */
  static void open(Optional<Path> project, Texts texts) {
    throw new UnsupportedOperationException("the window is not part of this build yet");
  }

  /** Shows the window, trains the project in it as fast as it goes for so many seconds, and closes it. */
  static Figures measure(Project project, double seconds, Texts texts) {
    throw new UnsupportedOperationException("the window is not part of this build yet");
  }
}
