package studio.backprop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import studio.backprop.ui.learn.lesson.LessonOpening;
import studio.backprop.ui.window.shell.ShellView;

/** Window of one lesson: its projects are not saved, and closing does not ask. */
final class LessonWindow implements WindowKind {
  private final WindowParts parts;
  private final LessonStart start;
  private final ShellView shell;
  /** Waiting for the lesson's panels. */
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
    shell = parts.makeShell(); // the first text of the lesson is in it
    parts.title().bind(parts.lang().bind("window.title", start.title(parts.lang())));
    waiting.add(LessonRoom::begin);
  }

  // --- lesson

  /** Action that ends the lesson. */
  void onLeave(Runnable left) {
    leave = left;
  }

  /** @param heard receives the lesson when everything is built */
  void whenReady(Consumer<LessonRoom> heard) {
    room.ifPresentOrElse(heard, () -> waiting.add(heard));
  }

  void present() {
    whenReady(now -> shell.present());
  }

  /**
   * Adds the authoring tools.
   *
   * @param made whether the lesson was just created
   */
  void preview(boolean made, Runnable tryIt) {
    whenReady(now -> {
      PreviewRoom added = new PreviewRoom(context, start.preview().orElseThrow(), now, tryIt);
      preview = Optional.of(added);
      if (made) {
        added.sayWhereItIs();
      }
    });
  }

  // --- any window

  @Override
  public Optional<LessonStart> lesson() {
    return Optional.of(start);
  }

  /** The first text can be read while the panels are built. */
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
    made.lesson().orElseThrow().prepare(); // immediately: panels that the step hides never appear
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
