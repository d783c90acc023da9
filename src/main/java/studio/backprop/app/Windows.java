package studio.backprop.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Texts;
import studio.backprop.ui.designer.edit.CopiedNodes;
import studio.backprop.ui.kit.Lang;

/** The windows of the process: each is independent of the others but for what was copied, and the process ends with the last of them. */
final class Windows {
  private final Preferences preferences;
  private final Texts texts;
  private final Runnable lastClosed;
  private final CopiedNodes copied = new CopiedNodes();
  private final List<Wiring> open = new ArrayList<>();

  /** @param lastClosed hears when no window is left */
  Windows(Preferences preferences, Texts texts, Runnable lastClosed) {
    this.preferences = preferences;
    this.texts = texts;
    this.lastClosed = lastClosed;
  }

  /**
   * Opens the first window.
   *
   * @param project a project file or a sample to begin with; without one, the start screen
   */
  void open(Optional<Path> project) {
    Wiring window = show(project.isEmpty());
    window.offerLeftovers();
    project.ifPresent(window::open);
  }

  /**
   * Opens a lesson as the first window.
   *
   * @param step to begin at, from 0; empty for where it was left
   * @param present whether it is presented to a class
   */
  void openLesson(LessonFolder folder, Optional<Integer> step, boolean present) {
    LessonLibrary library = new LessonLibrary(preferences.folder(), (lesson, at) -> openLesson(lesson, at, Optional.empty()));
    step.ifPresentOrElse(at -> library.open(folder, at), () -> library.open(folder));
    if (present) {
      open.get(0).present();
    }
  }

  /** Opens a further window with an empty project, beside the others. */
  private void openAnother() {
    Optional<Wiring> newest = open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    Wiring window = show(false);
    newest.ifPresent(window::placeBeside);
  }

  private Wiring show(boolean withStartScreen) {
    Wiring window = new Wiring(new Stage(), preferences, texts, copied);
    window.onLesson(new LessonLibrary(preferences.folder(), (folder, step) -> openLesson(folder, step, Optional.of(window))));
    if (withStartScreen) {
      window.start();
    }
    window.onNewWindow(this::openAnother);
    show(window);
    return window;
  }

  private void show(Wiring window) {
    window.show(() -> {
      open.remove(window);
      open.forEach(Wiring::refreshStart);
      if (open.isEmpty()) {
        lastClosed.run();
      }
    });
    open.add(window);
  }

  /**
   * Opens a lesson in a window of its own, so that what a person works on stays as it is.
   *
   * @param step to begin at, from 0
   * @param from the window that it was opened from, whose training rests meanwhile
   */
  void openLesson(LessonFolder folder, int step, Optional<Wiring> from) {
    from.ifPresentOrElse(window -> window.holdUntil(() -> openNow(folder, step, from)), () -> openNow(folder, step, from));
  }

  /** The start screen is behind a lesson; where it was opened from the command line, it is shown now. */
  private void leaveLesson(Wiring window) {
    if (open.size() == 1) {
      show(true);
    }
    window.hide();
  }

  private void openNow(LessonFolder folder, int step, Optional<Wiring> from) {
    from.filter(Wiring::hasRun).ifPresent(Wiring::pause);
    LessonStart start = new LessonStart(folder, ReadLesson.of(folder, List.of()).lessons(), step, LessonKeeper.of(preferences.folder()));
    Wiring window = new Wiring(new Stage(), preferences, from.map(Wiring::lang).map(Lang::texts).orElse(texts), copied, start);
    window.onLeave(() -> leaveLesson(window));
    show(window);
    LessonLibrary.after(folder.id()).ifPresent(next -> window.lesson().orElseThrow().offerNext(() -> {
      openLesson(LessonFolder.bundled(next.id()), 0, Optional.of(window));
      window.hide();
    }));
    from.ifPresent(window::coverWindow);
  }
}
