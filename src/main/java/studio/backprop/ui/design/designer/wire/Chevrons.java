package studio.backprop.ui.design.designer.wire;

import java.util.List;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import studio.backprop.ui.design.designer.edit.WireCurve;

/** Chevrons along a wire against the data flow, in the direction of the gradient. */
public final class Chevrons extends Path {
  private static final double SPACING = 9;
  private static final int MAX_CHEVRONS = 12;
  private static final double PAD = 6;
  private static final double MIN_REACH = 2.5;
  private static final double MAX_REACH = 4.5;
  /** Relative to the width of the ribbon. */
  private static final double REACH = 1 / 3.5;

  private MoveTo[] tails = {};
  private LineTo[] tips = {};
  private LineTo[] ends = {};
  private WireCurve course = new WireCurve(0, 0, 1, 0);
  private double length;

  public Chevrons() {
    getStyleClass().add("chevrons");
    setFill(null);
  }

  public void follow(WireCurve wire) {
    course = wire;
    length = wire.length();
    int count = (int) Math.max(1, Math.min(MAX_CHEVRONS, (length - PAD) / SPACING));
    if (count != tails.length) {
      rebuild(count);
    }
  }

  private void rebuild(int count) {
    tails = new MoveTo[count];
    tips = new LineTo[count];
    ends = new LineTo[count];
    getElements().clear();
    for (int i = 0; i < count; i++) {
      tails[i] = new MoveTo();
      tips[i] = new LineTo();
      ends[i] = new LineTo();
      getElements().addAll(List.of(tails[i], tips[i], ends[i]));
    }
  }

  /**
   * Moves the chevrons.
   *
   * @param way offset in px
   */
  public void move(double way, double width) {
    double reach = Math.max(MIN_REACH, Math.min(MAX_REACH, width * REACH));
    int count = tails.length;
    double spacing = (length - 2 * PAD) / count;
    if (spacing <= 0) {
      return;
    }
    double phase = way % spacing;
    for (int i = 0; i < count; i++) {
      double t = (PAD + (i + 1) * spacing - phase) / length;
      double x = course.x(t);
      double y = course.y(t);
      double angle = course.angle(t);
      double cos = Math.cos(angle) * reach;
      double sin = Math.sin(angle) * reach;
      tails[i].setX(x + cos / 2 - sin);
      tails[i].setY(y + sin / 2 + cos);
      tips[i].setX(x - cos / 2);
      tips[i].setY(y - sin / 2);
      ends[i].setX(x + cos / 2 + sin);
      ends[i].setY(y + sin / 2 - cos);
    }
  }
}
