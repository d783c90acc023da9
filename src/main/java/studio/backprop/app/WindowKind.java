package studio.backprop.app;

import java.util.Optional;

/** What a window is for: a person's own work, or one lesson. All that differs between the two is asked for here. */
interface WindowKind extends AutoCloseable {
  /** The lesson that the window is for. */
  default Optional<LessonStart> lesson() {
    return Optional.empty();
  }

  /** What is seen first, before there are rooms. */
  void showFirst();

  /** The rooms are made, and take their places in the shell. */
  void moveIn(RoomContext at, Rooms rooms, Tour tour);

  /** Nothing is left to be made. @param then what has time until nobody waits for the window */
  default void ready(Runnable then) {
    then.run();
  }

  /** Something changed in another window. */
  default void refresh() {}

  /** The window closes, with its rooms as they are. */
  default void keep(Rooms rooms) {}

  @Override
  void close();
}
