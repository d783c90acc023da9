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
    WorkWindow work = showWork(project.isEmpty());
    work.offerLeftovers();
    project.ifPresent(work::open);
  }

  /**
   * Opens a lesson as the first window.
   *
   * @param step to begin at, from 0; empty for where it was left
   * @param who learns from now on; empty for whoever did last
   * @param present whether it is presented to a class
   */
  void openLesson(LessonFolder folder, Optional<Integer> step, Optional<String> who, boolean present) {
    LessonLibrary library = first(who, present);
    step.ifPresentOrElse(at -> library.open(folder, at), () -> library.open(folder));
  }

  /** Opens the lesson that a plan goes on with as the first window. */
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

  /** Opens a further window with an empty project, beside the others. */
  private void openAnother() {
    WindowState newest = open.get(open.size() - 1).parts().state(); // of the window that was asked, or of one above it
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
   * Opens a lesson in a window of its own, so that what a person works on stays as it is.
   *
   * @param step to begin at, from 0
   * @param plan that goes on after it
   * @param from the window that it was opened from, whose training rests meanwhile
   */
  private void openLesson(LessonFolder folder, int step, Optional<ClassPlan> plan, WindowParts from) {
    from.holdUntil(() -> openNow(folder, step, plan, Optional.of(from)));
  }

  /** Opens the next lesson in place of one: the window before it closes once the new one is there, so that the process does not end. */
  private void openNext(LessonFolder folder, Optional<ClassPlan> plan, WindowParts before) {
    before.holdUntil(() -> {
      openNow(folder, 0, plan, Optional.of(before));
      before.stage().hide();
    });
  }

  /** The start screen is behind a lesson; where it was opened from the command line, it is shown now. */
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

  /** Parts for a window that opens over another one, and begins as that one is. */
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

  // --- for authors

  /** Opens a lesson for its author as the first window. */
  void preview(Path folder) {
    preview(folder, false, Optional.empty());
  }

  /**
   * Opens a lesson for its author, in a window of its own; nothing that is answered in it is kept.
   *
   * @param made whether its folder was made a moment ago
   * @param from the window that it was opened from
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

  /** The folder is read as it is now, and nothing is remembered of what is answered. */
  private void tryAsLearner(Path folder, WindowParts preview) {
    Optional<WindowParts> from = Optional.of(preview);
    read(folder, from).ifPresent(read -> preview.holdUntil(
        () -> show(parts(from), new LessonStart(read.folder(), read.lessons(), 0, AnswerKeeper.NONE), from)));
  }

  /** What is there to be played; where nothing is, the window says why. */
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
