package studio.backprop.ui.design.designer.wire;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Detail;
import studio.backprop.ui.design.designer.edit.WireCurve;
import studio.backprop.ui.kit.Health;
import studio.backprop.ui.kit.Icon;

/** Label of a wire: its shape, or a measured value. */
final class WirePill extends Label {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass MEASURED = PseudoClass.getPseudoClass("measured");
  private static final PseudoClass APART = PseudoClass.getPseudoClass("apart");
  private static final double HEIGHT = 20;
  private static final double RISE = 14;
  /** Width of a measured value, in px. */
  static final double NUMBER_WIDTH = 64;

  /** From a value down to a wire that is too short for it. */
  private final Line leader = new Line();
  private int letters = Detail.DEFAULT_LETTERS;
  private boolean said;
  private boolean measured;
  /** Whether styles, and so the width, may have changed. */
  private boolean restyled = true;

  WirePill() {
    getStyleClass().add("wire-pill");
    setManaged(false);
    leader.setMouseTransparent(true);
    leader.getStyleClass().add("leader");
  }

  Line leader() {
    return leader;
  }

  /** Bounds of the label, if visible. */
  Optional<Box> words() {
    double width = prefWidth(-1);
    return Optional.of(new Box(getLayoutX() + (getWidth() - width) / 2, getLayoutY(), width, getHeight()))
        .filter(box -> isVisible() && getOpacity() > 0);
  }

  void showWrong(boolean wrong) {
    pseudoClassStateChanged(WRONG, wrong);
    restyled |= wrong || getGraphic() != null;
    setGraphic(wrong ? Icon.NO_ENTRY.view() : null);
  }

  /**
   * Sets the text.
   *
   * @param number whether it is a measured value
   * @param difference whether that is the distance of two runs
   */
  void say(String words, boolean wanted, boolean number, boolean difference) {
    said = wanted;
    restyled |= measured != number;
    measured = number;
    leader.setVisible(number);
    pseudoClassStateChanged(MEASURED, number);
    pseudoClassStateChanged(APART, difference);
    setText(words);
  }

  /** Enlarges it when zoomed out. */
  void showLetters(int px) {
    letters = px;
    setScaleX(px / (double) Detail.DEFAULT_LETTERS);
    setScaleY(px / (double) Detail.DEFAULT_LETTERS);
  }

  /**
   * On the wire if that is long enough, otherwise above the nodes, as for every value beside a ribbon.
   *
   * @param middle y of a label that must not lie on the wire
   */
  void place(WireCurve course, OptionalDouble middle) {
    double width = NUMBER_WIDTH;
    if (measured) {
      resize(NUMBER_WIDTH, HEIGHT);
    } else {
      if (restyled || getSkin() == null) { // what lies around it would be styled, too, each time
        applyCss();
        restyled = getScene() == null;
      }
      autosize();
      width = getWidth();
    }
    boolean fits = course.length() > width + 3 * Anatomy.PORT_REACH;
    double above = measured ? Health.WIDEST / 2 + HEIGHT / 2 : 0;
    double x = course.x(0.5);
    double y = middle.orElse(fits ? course.y(0.5) - above : Math.min(course.y1(), course.y2()) - Anatomy.PORT_Y - RISE);
    boolean level = Math.abs(course.y1() - course.y2()) < 1;
    setVisible(said && (level || letters == Detail.DEFAULT_LETTERS || !measured)); // large letters between two rows would lie on nodes
    relocate(Math.rint(x - width / 2), Math.rint(y - HEIGHT / 2));
    leader.setVisible(measured && !fits && middle.isEmpty());
    leader.setStartX(Math.rint(x) + 0.5);
    leader.setEndX(Math.rint(x) + 0.5);
    leader.setStartY(y + HEIGHT / 2);
    leader.setEndY(course.y(0.5) - Health.WIDEST / 2);
  }
}
