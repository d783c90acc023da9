package studio.backprop.ui.window.start;

import java.nio.file.Path;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;

/** Where the start screen leads. */
public interface Doors {
  void newNetwork();

  /** Asks for a file and opens it. */
  void open();

  void open(Path file);

  void openSample(String name);

  /** Opens a project with weights that it has learned already. */
  void open(Project project, Parameters weights);

  /** Opens a lesson in a window of its own. */
  void openLesson(LessonFolder folder);

  /** Shows all lessons. */
  void lessons();

  /** Opens a network to look round in, step by step. */
  void tour();

  /** What may be set about the window itself. */
  void preferences();

  /** Back to the project that is open. */
  void back();

  /** Presents the project that is open to a class. */
  void present();
}
