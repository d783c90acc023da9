package studio.backprop.ui.window.start;

import java.nio.file.Path;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;

/** Navigation from the start screen. */
public interface Doors {
  void newNetwork();

  void open();

  void open(Path file);

  void openSample(String name);

  /** Opens a project with learned weights. */
  void open(Project project, Parameters weights);

  /** Opens a lesson in a window of its own. */
  void openLesson(LessonFolder folder);

  void lessons();

  /** Opens a network with the guided tour. */
  void tour();

  void preferences();

  /** Back to the open project. */
  void back();

  /** Presents the open project. */
  void present();
}
