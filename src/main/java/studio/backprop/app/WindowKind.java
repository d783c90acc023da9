package studio.backprop.app;

import java.util.Optional;

/** Strategy for the kinds of windows: work or lesson. */
interface WindowKind extends AutoCloseable {
  /** The lesson of the window. */
  default Optional<LessonStart> lesson() {
    return Optional.empty();
  }

  /** Shows the initial screen, before the panels are built. */
  void showFirst();

  /** Places the panels in the shell. */
  void moveIn(RoomContext at, Rooms rooms, Tour tour);

  /**
   * Everything is built.
   *
   * @param then deferrable work
   */
  default void ready(Runnable then) {
    then.run();
  }

  default void refresh() {}

  /** The window closes; saves its state. */
  default void keep(Rooms rooms) {}

  @Override
  void close();
}
