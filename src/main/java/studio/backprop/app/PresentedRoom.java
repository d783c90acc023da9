package studio.backprop.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.ui.window.shell.ShellView.Room;

/** View of a lesson's step presented beside network and plots; {@code titleKey} is its title as elsewhere in the window. */
record PresentedRoom(Room room, String titleKey) {
  static final PresentedRoom SETTINGS = new PresentedRoom(Room.SIDE, "inspector.settings");
  static final PresentedRoom DOCTOR = new PresentedRoom(Room.SIDE, "doctor.title");
  private static final Map<LessonView, PresentedRoom> BY_VIEW = new EnumMap<>(Map.ofEntries(
      Map.entry(LessonView.TWINS, new PresentedRoom(Room.MIDDLE, "twins.title")),
      Map.entry(LessonView.INSIDE, new PresentedRoom(Room.MIDDLE, "lens.title")),
      Map.entry(LessonView.EXAMPLES, new PresentedRoom(Room.MIDDLE, "examples.title")),
      Map.entry(LessonView.METRICS, new PresentedRoom(Room.MIDDLE, "metrics.title")),
      Map.entry(LessonView.FOLDS, new PresentedRoom(Room.MIDDLE, "folds.title")),
      Map.entry(LessonView.FEATURES, new PresentedRoom(Room.MIDDLE, "features.title")),
      Map.entry(LessonView.EXPLAIN, new PresentedRoom(Room.MIDDLE, "reason.title")),
      Map.entry(LessonView.EMBEDDING, new PresentedRoom(Room.MIDDLE, "embedding.title")),
      Map.entry(LessonView.SEARCH, new PresentedRoom(Room.MIDDLE, "trials.tab")),
      Map.entry(LessonView.DEBUGGER, new PresentedRoom(Room.BOTTOM, "transport.debugger")),
      Map.entry(LessonView.ANALYSER, new PresentedRoom(Room.BOTTOM, "analyser.title")),
      Map.entry(LessonView.NUMBERS, new PresentedRoom(Room.SIDE, "inspector.numbers"))));

  /** The first of these views that is one. */
  static Optional<PresentedRoom> of(Set<LessonView> shown) {
    return shown.stream().map(BY_VIEW::get).filter(Objects::nonNull).findFirst();
  }

  static boolean has(LessonView view) {
    return BY_VIEW.containsKey(view);
  }
}
