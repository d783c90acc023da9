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
import studio.backprop.ui.design.designer.edit.CopiedNodes;
import studio.backprop.ui.learn.lesson.AnswerKeeper;

/** Windows of the process: independent except for the clipboard; the process ends with the last one. */
final class Windows {
  private final Preferences preferences;
  private final Texts texts;
  private final Runnable lastClosed;
  private final CopiedNodes copied = new CopiedNodes();
  private final List<Wiring> open = new ArrayList<>();

  /** @param lastClosed called when no window is left */
  Windows(Preferences preferences, Texts texts, Runnable lastClosed) {
    this.preferences = preferences;
    this.texts = texts;
    this.lastClosed = lastClosed;
  }

  /**
   * Opens the first window.
   *
   * @param project file or sample; empty for the start screen
   */
  void open(Optional<Path> project) {
    WorkWindow work = showWork(project.isEmpty());
    work.offerLeftovers();
    project.ifPresent(work::open);
  }

  /**
   * Opens a lesson in the first window.
   *
   * @param step from 0; empty to resume
   * @param who learner from now on; empty for the last one
   * @param present whether to start a presentation
   */
  void openLesson(LessonFolder folder, Optional<Integer> step, Optional<String> who, boolean present) {
    LessonLibrary library = first(who, present);
    step.ifPresentOrElse(at -> library.open(folder, at), () -> library.open(folder));
  }

  /** Opens the next lesson of a plan in the first window. */
  void openPlan(ClassPlan plan, Optional<String> who, boolean present) {
    LessonLibrary library = first(who, present);
    library.read().next(plan).ifPresent(lesson -> library.open(lesson, lesson.at(), Optional.of(plan)));
  }

  private LessonLibrary first(Optional<String> who, boolean present) {
    LessonLibrary library = new LessonLibrary(preferences, (folder, at, plan) -> {
      LessonWindow lesson = openNow(folder, at, plan, Optional.empty());
      if (present) {
        lesson.present();
      }
    });
    who.ifPresent(library::choose);
    return library;
  }

  /** Opens another window with an empty project. */
  private void openAnother() {
    WindowState newest = open.get(open.size() - 1).parts().state(); // of the window it was requested in, or one above it
    newest.remember();
    showWork(false);
    open.get(open.size() - 1).parts().state().placeBeside(newest);
  }

  private WorkWindow showWork(boolean withStartScreen) {
    WindowParts parts = new WindowParts(new Stage(), preferences, texts);
    WorkWindow work = new WorkWindow(parts);
    work.onLesson(new LessonLibrary(preferences, (folder, step, plan) -> openLesson(folder, step, plan, parts)));
    work.onPreview((folder, made) -> preview(folder, made, Optional.of(parts)));
    if (withStartScreen) {
      work.showStart();
    }
    parts.files().onNewWindow(this::openAnother);
    show(new Wiring(parts, work, copied));
    return work;
  }

  private void show(Wiring window) {
    window.show(() -> {
      open.remove(window);
      open.forEach(other -> other.kind().refresh());
      if (open.isEmpty()) {
        lastClosed.run();
      }
    });
    open.add(window);
    window.parts().state().onLook(() -> open.forEach(other -> other.parts().state().lookLike(window.parts().state())));
  }

  /**
   * Opens a lesson in its own window.
   *
   * @param step initial, from 0
   * @param plan defines what follows
   * @param from opener, whose training is paused
   */
  private void openLesson(LessonFolder folder, int step, Optional<ClassPlan> plan, WindowParts from) {
    from.holdUntil(() -> openNow(folder, step, plan, Optional.of(from)));
  }

  /** Opens the next lesson, then closes the previous window, so that the process stays alive. */
  private void openNext(LessonFolder folder, Optional<ClassPlan> plan, WindowParts before) {
    before.holdUntil(() -> {
      openNow(folder, 0, plan, Optional.of(before));
      before.stage().hide();
    });
  }

  /** Returns to the start screen; shown now if the lesson was opened from the command line. */
  private void leaveLesson(WindowParts lesson) {
    if (open.size() == 1) {
      showWork(true);
    }
    lesson.stage().hide();
  }

  private LessonWindow openNow(LessonFolder folder, int step, Optional<ClassPlan> plan, Optional<WindowParts> from) {
    AnswerKeeper keeper = LessonKeeper.of(preferences.folder(), LessonLibrary.who(preferences));
    WindowParts parts = parts(from);
    LessonWindow lesson = show(parts, new LessonStart(folder, ReadLesson.of(folder, List.of()).lessons(), step, keeper), from);
    LessonLibrary.after(folder.id(), plan).ifPresent(next -> lesson.whenReady(
        room -> room.offerNext(() -> openNext(LessonFolder.bundled(next.id()), plan, parts))));
    return lesson;
  }

  /** Parts of a window that opens over another, in the same state. */
  private WindowParts parts(Optional<WindowParts> from) {
    from.filter(window -> window.run().runProperty().get() != null).ifPresent(window -> window.run().control().pause());
    from.ifPresent(window -> window.state().remember());
    return new WindowParts(new Stage(), preferences, from.map(window -> window.lang().texts()).orElse(texts));
  }

  private LessonWindow show(WindowParts parts, LessonStart start, Optional<WindowParts> from) {
    LessonWindow lesson = new LessonWindow(parts, start);
    lesson.onLeave(() -> leaveLesson(parts));
    show(new Wiring(parts, lesson, copied));
    from.ifPresent(window -> parts.state().cover(window.state()));
    return lesson;
  }

  // --- authoring

  /** Opens a lesson preview in the first window. */
  void preview(Path folder) {
    preview(folder, false, Optional.empty());
  }

  /**
   * Opens a lesson preview in its own window; answers are not stored.
   *
   * @param made whether its folder was just created
   * @param from opener
   */
  private void preview(Path folder, boolean made, Optional<WindowParts> from) {
    read(folder, from).ifPresent(read -> from.ifPresentOrElse(
        window -> window.holdUntil(() -> preview(read, made, from)), () -> preview(read, made, from)));
  }

  private void preview(ReadLesson read, boolean made, Optional<WindowParts> from) {
    WindowParts parts = parts(from);
    LessonStart start = new LessonStart(read.folder(), read.lessons(), 0, AnswerKeeper.NONE, Optional.of(read));
    show(parts, start, from).preview(made, () -> tryAsLearner(read.folder().origin().orElseThrow(), parts));
  }

  /** Reads the folder as of now; answers are not stored. */
  private void tryAsLearner(Path folder, WindowParts preview) {
    Optional<WindowParts> from = Optional.of(preview);
    read(folder, from).ifPresent(read -> preview.holdUntil(
        () -> show(parts(from), new LessonStart(read.folder(), read.lessons(), 0, AnswerKeeper.NONE), from)));
  }

  /** Reads the lesson; the window reports a failure. */
  private static Optional<ReadLesson> read(Path folder, Optional<WindowParts> from) {
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
