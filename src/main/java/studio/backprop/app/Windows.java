package studio.backprop.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Texts;
import studio.backprop.ui.designer.edit.CopiedNodes;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.lesson.LessonModel;

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
   * @param who learns from now on; empty for whoever did last
   * @param present whether it is presented to a class
   */
  void openLesson(LessonFolder folder, Optional<Integer> step, Optional<String> who, boolean present) {
    LessonLibrary library = first(who);
    step.ifPresentOrElse(at -> library.open(folder, at), () -> library.open(folder));
    if (present) {
      open.get(0).present();
    }
  }

  /** Opens the lesson that a plan goes on with as the first window. */
  void openPlan(ClassPlan plan, Optional<String> who, boolean present) {
    LessonLibrary library = first(who);
    library.read().next(plan).ifPresent(lesson -> library.open(lesson, lesson.at(), Optional.of(plan)));
    if (present) {
      open.get(0).present();
    }
  }

  private LessonLibrary first(Optional<String> who) {
    LessonLibrary library = new LessonLibrary(preferences, (lesson, at, plan) -> openLesson(lesson, at, plan, Optional.empty()));
    who.ifPresent(library::choose);
    return library;
  }

  /** Opens a further window with an empty project, beside the others. */
  private void openAnother() {
    Optional<Wiring> newest = open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    newest.ifPresent(Wiring::remember);
    Wiring window = show(false);
    newest.ifPresent(window::placeBeside);
  }

  private Wiring show(boolean withStartScreen) {
    Wiring window = new Wiring(new Stage(), preferences, texts, copied);
    window.onLesson(new LessonLibrary(preferences, (folder, step, plan) -> openLesson(folder, step, plan, Optional.of(window))));
    if (withStartScreen) {
      window.start();
    }
    window.onNewWindow(this::openAnother);
    window.onPreview((folder, made) -> preview(folder, made, Optional.of(window)));
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
    window.onLook(() -> open.forEach(other -> other.lookLike(window)));
  }

  /**
   * Opens a lesson in a window of its own, so that what a person works on stays as it is.
   *
   * @param step to begin at, from 0
   * @param plan that goes on after it
   * @param from the window that it was opened from, whose training rests meanwhile
   */
  void openLesson(LessonFolder folder, int step, Optional<ClassPlan> plan, Optional<Wiring> from) {
    from.ifPresentOrElse(window -> window.holdUntil(() -> openNow(folder, step, plan, from)), () -> openNow(folder, step, plan, from));
  }

  /** Opens the next lesson in place of one: the window before it closes once the new one is there, so that the process does not end. */
  private void openNext(LessonFolder folder, Optional<ClassPlan> plan, Wiring before) {
    before.holdUntil(() -> {
      openNow(folder, 0, plan, Optional.of(before));
      before.hide();
    });
  }

  /** The start screen is behind a lesson; where it was opened from the command line, it is shown now. */
  private void leaveLesson(Wiring window) {
    if (open.size() == 1) {
      show(true);
    }
    window.hide();
  }

  private void openNow(LessonFolder folder, int step, Optional<ClassPlan> plan, Optional<Wiring> from) {
    LessonModel.Record record = LessonKeeper.of(preferences.folder(), LessonLibrary.who(preferences));
    Wiring window = openNow(new LessonStart(folder, ReadLesson.of(folder, List.of()).lessons(), step, record), from);
    LessonLibrary.after(folder.id(), plan).ifPresent(next -> window.whenPlaying(
        room -> room.offerNext(() -> openNext(LessonFolder.bundled(next.id()), plan, window))));
  }

  private Wiring openNow(LessonStart start, Optional<Wiring> from) {
    from.filter(Wiring::hasRun).ifPresent(Wiring::pause);
    from.ifPresent(Wiring::remember);
    Wiring window = new Wiring(new Stage(), preferences, from.map(Wiring::lang).map(Lang::texts).orElse(texts), copied, start);
    window.onLeave(() -> leaveLesson(window));
    show(window);
    from.ifPresent(window::coverWindow);
    return window;
  }

  // --- for authors

  /**
   * Opens a lesson for its author, in a window of its own; nothing that is answered in it is kept.
   *
   * @param made whether its folder was made a moment ago
   * @param from the window that it was opened from
   */
  void preview(Path folder, boolean made, Optional<Wiring> from) {
    read(folder, from).ifPresent(read -> from.ifPresentOrElse(
        window -> window.holdUntil(() -> preview(read, made, from)), () -> preview(read, made, from)));
  }

  private void preview(ReadLesson read, boolean made, Optional<Wiring> from) {
    LessonStart start = new LessonStart(read.folder(), read.lessons(), 0, LessonModel.Record.NONE, Optional.of(read));
    Wiring window = openNow(start, from);
    window.previewed(made, () -> tryAsLearner(read.folder().origin().orElseThrow(), window));
  }

  /** The folder is read as it is now, and nothing is remembered of what is answered. */
  private void tryAsLearner(Path folder, Wiring preview) {
    read(folder, Optional.of(preview)).ifPresent(read -> preview.holdUntil(() -> openNow(
        new LessonStart(read.folder(), read.lessons(), 0, LessonModel.Record.NONE), Optional.of(preview))));
  }

  /** What is there to be played; where nothing is, the window says why. */
  private static Optional<ReadLesson> read(Path folder, Optional<Wiring> from) {
    try {
      ReadLesson read = ReadLesson.of(LessonFolder.open(folder), Curriculum.bundled().ids());
      if (!read.lessons().isEmpty()) {
        return Optional.of(read);
      }
      from.ifPresent(window -> window.tell(read.problems().get(0)));
    } catch (LessonFolder.Unreadable e) {
      from.ifPresent(window -> window.tell(e.sentence()));
    }
    return Optional.empty();
  }
}
