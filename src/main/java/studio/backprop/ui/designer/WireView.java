package studio.backprop.ui.designer;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.CubicCurve;
import studio.backprop.network.Wire;
import studio.backprop.ui.kit.Icon;

/** A wire as it is drawn, with the shape of what it carries. */
final class WireView extends Group {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass WAITS = PseudoClass.getPseudoClass("waits");
  private static final double PILL_HEIGHT = 20;
  private static final double PILL_RISE = 14;

  private final Desk desk;
  private final Wording wording;
  private final Wire wire;
  private final CubicCurve hit = curve("wire-hit");
  private final CubicCurve ring = curve("wire-ring");
  private final CubicCurve line = curve("wire-line");
  private final Label pill = new Label();
  private final Tooltip explanation = new Tooltip();

  WireView(Desk desk, Wording wording, Wire wire) {
    this.desk = desk;
    this.wording = wording;
    this.wire = wire;
    getStyleClass().add("designer-wire");
    setAccessibleRole(AccessibleRole.BUTTON);
    setManaged(false);
    ring.setMouseTransparent(true);
    line.setMouseTransparent(true);
    pill.getStyleClass().add("wire-pill");
    pill.setManaged(false);
    pill.setTooltip(explanation);
    Tooltip.install(hit, explanation);
    getChildren().addAll(ring, hit, line);
  }

  private static CubicCurve curve(String style) {
    CubicCurve curve = new CubicCurve();
    curve.getStyleClass().add(style);
    return curve;
  }

  Wire wire() {
    return wire;
  }

  /** The shape's label, which lies in a layer above the nodes. */
  Label pill() {
    return pill;
  }

  void show() {
    boolean wrong = desk.model().wrong(wire);
    var shape = desk.model().document().analysis().shape(wire.from());
    pseudoClassStateChanged(WRONG, wrong);
    pseudoClassStateChanged(WAITS, shape.isEmpty());
    pill.pseudoClassStateChanged(WRONG, wrong);
    pill.setText(shape.map(wording::shape).orElse("?"));
    pill.setGraphic(wrong ? Icon.NO_ENTRY.view() : null);
    explanation.setText(wording.spoken(desk.model(), wire));
    setAccessibleText(explanation.getText());
    place();
  }

  void showSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  void place() {
    WireCurve course = desk.model().curve(wire);
    follow(hit, course);
    follow(ring, course);
    follow(line, course);
    pill.autosize();
    boolean room = course.length() > pill.getWidth() + 3 * Anatomy.PORT_REACH;
    double x = course.x(0.5) - pill.getWidth() / 2;
    double y = room ? course.y(0.5) - PILL_HEIGHT / 2 : Math.min(course.y1(), course.y2()) - Anatomy.PORT_Y - PILL_RISE - PILL_HEIGHT / 2;
    pill.relocate(Math.rint(x), Math.rint(y));
  }

  static void follow(CubicCurve curve, WireCurve course) {
    curve.setStartX(course.x1());
    curve.setStartY(course.y1());
    curve.setControlX1(course.x1() + course.bend());
    curve.setControlY1(course.y1());
    curve.setControlX2(course.x2() - course.bend());
    curve.setControlY2(course.y2());
    curve.setEndX(course.x2());
    curve.setEndY(course.y2());
  }
}
