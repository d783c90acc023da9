package studio.backprop.app;

import java.util.Set;
import javafx.geometry.Dimension2D;
import studio.backprop.lesson.check.LessonView;

/**
 * The smallest place, in px of the window, in which the views of a step can be laid out beside and below each other: what is presented is
 * enlarged up to there, and not so far that nothing has room.
 */
final class LeastRoom {
  /** Of a network of a few nodes, and of four lanes with a line for each of their settings. */
  private static final double NETWORK = 560;
  private static final double LANES = 720;
  /** The operation of a layer stands from its input to its output. */
  private static final double INSIDE = 900;
  private static final double TABLE = 960;
  private static final double PLOT = 330;
  private static final double SIDE = 300;
  private static final double HEIGHT = 300;
  /** What stands at the bottom has a height of its own, as the style sheet says: shell.css. */
  private static final double BOTTOM = 288;
  private static final double NARROW_BOTTOM = 192;

  private LeastRoom() {}

  /**
   * @param plots how many stand side by side
   * @param side whether settings, numbers or the doctor stand at the right
   * @param narrow whether the window is narrow
   */
  static Dimension2D of(Set<LessonView> shown, int plots, boolean side, boolean narrow) {
    boolean table = shown.contains(LessonView.ANALYSER) || shown.contains(LessonView.DEBUGGER);
    boolean lanes = shown.contains(LessonView.TWINS);
    double middle = lanes ? LANES : shown.contains(LessonView.INSIDE) ? INSIDE
        : shown.stream().anyMatch(view -> view.place() == LessonView.Place.CANVAS) ? NETWORK : 0;
    double width = Math.max(middle, Math.max(table ? TABLE : 0, plots * PLOT)) + (side ? SIDE : 0);
    double height = (middle > 0 ? HEIGHT : 0) + (table || plots > 0 || lanes ? narrow ? NARROW_BOTTOM : BOTTOM : 0);
    return new Dimension2D(Math.max(1, width), Math.max(1, height));
  }
}
