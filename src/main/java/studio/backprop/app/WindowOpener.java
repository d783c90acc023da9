package studio.backprop.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import studio.backprop.cli.Failure;
import studio.backprop.cli.HeadlessRun;
import studio.backprop.cli.Opener;
import studio.backprop.cli.Terminal;
import studio.backprop.cli.View;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.project.Project;

/** Opens the window if there is a screen; otherwise works without one. */
final class WindowOpener implements Opener {
  private final Terminal terminal;
  private final Screen screen;
  private final boolean inItsLanguage;

  /** @param inItsLanguage whether the terminal's language was set explicitly and applies to the window */
  WindowOpener(Terminal terminal, Screen screen, boolean inItsLanguage) {
    this.terminal = terminal;
    this.screen = screen;
    this.inItsLanguage = inItsLanguage;
  }

  private Preferences preferences() {
    Preferences preferences = Preferences.ofUser();
    if (inItsLanguage) {
      preferences.suppose(WindowState.LANGUAGE, terminal.texts().locale().toLanguageTag());
    }
    return preferences;
  }

  @Override
  public int open(Optional<Path> project) throws Exception {
    if (!screen.hasDisplay()) {
      return HeadlessRun.run(terminal, project);
    }
    try {
      WindowOpening.open(project, preferences(), terminal.texts());
      return 0;
    } catch (UnsupportedOperationException e) {
      requireGtk(e);
      return HeadlessRun.run(terminal, project);
    }
  }

  @Override
  public int openLesson(LessonFolder folder, Optional<String> step, Optional<String> who, boolean present) throws Exception {
    Optional<Integer> number = step.flatMap(wanted -> LessonLibrary.step(folder, wanted));
    if (step.isPresent() && number.isEmpty()) {
      throw Failure.of("cli.problem.no_step", folder.id(), step.get());
    }
    return play(windows -> windows.openLesson(folder, number, who, present));
  }

  @Override
  public int openPlan(ClassPlan plan, Optional<String> who, boolean present) throws Exception {
    return play(windows -> windows.openPlan(plan, who, present));
  }

  @Override
  public int previewLesson(LessonFolder folder) throws Exception {
    return play(windows -> windows.preview(folder.origin().orElseThrow()));
  }

  private int play(Consumer<Windows> first) throws Exception {
    return onScreen(() -> {
      WindowOpening.open(first, preferences(), terminal.texts());
      return 0;
    });
  }

  @Override
  public Figures measure(Callable<Project> project, List<View> views, double seconds) throws Exception {
    return onScreen(() -> WindowOpening.measure(project, views, seconds, terminal.texts()));
  }

  @Override
  public List<LessonFigures> measureLessons(List<LessonFolder> lessons) throws Exception {
    return onScreen(() -> WindowOpening.measureLessons(lessons, terminal.texts()));
  }

  /** Runs work that requires a window; fails with a reason without one. */
  private <T> T onScreen(Callable<T> work) throws Exception {
    if (!screen.hasDisplay()) {
      throw Failure.of("cli.problem.no_display");
    }
    try {
      return work.call();
    } catch (UnsupportedOperationException e) {
      requireGtk(e);
      throw Failure.of("cli.problem.no_display");
    }
  }

  /**
   * JavaFX fails with "Unable to load glass GTK library" or "Unable to open DISPLAY", the latter for a display that is named but does not
   * exist.
   */
  private void requireGtk(UnsupportedOperationException refusal) throws Failure {
    if (String.valueOf(refusal.getMessage()).contains("GTK")) {
      throw Failure.of("cli.problem.gtk", screen.gtkPackage());
    }
  }
}
