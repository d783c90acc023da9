package studio.backprop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import studio.backprop.ui.learn.lesson.LessonOpening;
import studio.backprop.ui.window.shell.ShellView;

/** A window for one lesson: its projects are nobody's work, so that none is kept and nothing is asked. */
final class LessonWindow implements WindowKind {
  private final WindowParts parts;
  private final LessonStart start;
  private final ShellView shell;
  /** Who waits for the rooms of the lesson. */
  private final List<Consumer<LessonRoom>> waiting = new ArrayList<>();
  private Runnable leave;
  private RoomContext context;
  private Rooms rooms;
  private Optional<LessonRoom> room = Optional.empty();
  private Optional<PreviewRoom> preview = Optional.empty();

  LessonWindow(WindowParts parts, LessonStart start) {
    this.parts = parts;
    this.start = start;
    leave = parts.stage()::close;
    shell = parts.makeShell(); // the first words of the lesson stand in it
    parts.title().bind(parts.lang().bind("window.title", start.title(parts.lang())));
    waiting.add(LessonRoom::begin);
  }

  // --- what is done with it

  /** What ends the lesson. */
  void onLeave(Runnable left) {
    leave = left;
  }

  /** @param heard hears of the lesson when all is made */
  void whenReady(Consumer<LessonRoom> heard) {
    room.ifPresentOrElse(heard, () -> waiting.add(heard));
  }

  /** Presents the window to a class. */
  void present() {
    whenReady(now -> shell.present());
  }

  /** Adds to the lesson what its author needs. @param made whether it was made a moment ago */
  void preview(boolean made, Runnable tryIt) {
    whenReady(now -> {
      PreviewRoom added = new PreviewRoom(context, start.preview().orElseThrow(), now, tryIt);
      preview = Optional.of(added);
      if (made) {
        added.sayWhereItIs();
      }
    });
  }

  // --- as any window

  @Override
  public Optional<LessonStart> lesson() {
    return Optional.of(start);
  }

  /** The words of the first step can be read while the rooms are made. */
  @Override
  public void showFirst() {
    parts.dressForRooms();
    shell.limit(Set.of(), command -> false, false);
    shell.begin(new LessonOpening(start.folder(), start.lessons(), start.step(), parts.lang(), parts.typesetter(), () -> leave.run()));
    parts.frame().show(shell);
  }

  @Override
  public void moveIn(RoomContext at, Rooms made, Tour tour) {
    context = at;
    rooms = made;
    rooms.onLeaveLesson(() -> leave.run());
    shell.onHome(() -> leave.run());
    made.lesson().orElseThrow().prepare(); // at once: nothing is seen of rooms that the step does not show
  }

  @Override
  public void ready(Runnable then) {
    room = rooms.lesson();
    room.orElseThrow().onFirstStep(then);
    waiting.forEach(heard -> heard.accept(room.orElseThrow()));
    waiting.clear();
  }

  @Override
  public void close() {
    preview.ifPresent(PreviewRoom::close);
  }
}
