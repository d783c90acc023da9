package studio.backprop.lesson.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** View of the window that a lesson step can show. */
public enum LessonView {
  STRUCTURE(Place.CANVAS), ACTIVATIONS(Place.CANVAS), WEIGHTS(Place.CANVAS), GRADIENTS(Place.CANVAS), CHANGE(Place.CANVAS),
  DIFFERENCE(Place.CANVAS), INSIDE(Place.CANVAS), LOSS(Place.DOCK), ACCURACY(Place.DOCK), FLOW(Place.DOCK), OUTPUT(Place.DOCK),
  NUMBERS(Place.SIDE), DOCTOR(Place.SIDE), TWINS(Place.PAGE), TRIES(Place.PAGE), DEBUGGER(Place.BOTTOM), TIME(Place.CANVAS),
  EXAMPLES(Place.CANVAS), ANALYSER(Place.BOTTOM), PAD(Place.OVER),
  METRICS(Place.PAGE), FOLDS(Place.PAGE), FEATURES(Place.PAGE), EXPLAIN(Place.PAGE), EMBEDDING(Place.PAGE),
  SEARCH(Place.PAGE),
  /** Warning of leaking columns on the page of folds: a lesson may ask a question before it is shown. */
  LEAKS(Place.PAGE);

  /** Location of a view in the window. */
  public enum Place {
    CANVAS, DOCK, SIDE, BOTTOM, PAGE, OVER
  }

  private final Place place;

  LessonView(Place place) {
    this.place = place;
  }

  public Place place() {
    return place;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> names() {
    return Stream.of(values()).map(LessonView::id).toList();
  }
}
