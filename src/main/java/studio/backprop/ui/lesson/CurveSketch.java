package studio.backprop.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * A plot on which a learner draws how a curve goes on: five handles, moved by mouse or arrow keys, over a scale of powers of ten. After the
 * reveal the measured curve is drawn over it, and the prediction stays.
 */
final class CurveSketch extends Pane {
  private static final double HEIGHT = 168;
  private static final double LEFT = 44;
  private static final double RIGHT = 14;
  private static final double TOP = 12;
  private static final double BOTTOM = 24;
  private static final double MOST = 3;
  private static final double HANDLE = 7;
  private static final double STEP = 0.25;

  private final LessonModel model;
  private final PredictCurve curve;
  private final Lang lang;
  private final ThemeModel theme;
  private final Canvas canvas = new Canvas();
  private final List<Region> handles = new ArrayList<>();
  private final Label unit = new Label();
  private double now = Double.NaN;

  CurveSketch(LessonModel model, PredictCurve curve, Lang lang, ThemeModel theme) {
    this.model = model;
    this.curve = curve;
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("curve-sketch");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    unit.getStyleClass().addAll("note", "mut");
    getChildren().addAll(canvas, unit);
    for (int i = 1; i < Answering.HANDLES; i++) {
      getChildren().add(handle(i));
    }
    widthProperty().subscribe(this::requestLayout);
    model.answering().drawnProperty().subscribe(this::requestLayout);
    model.phaseProperty().subscribe(this::requestLayout);
    theme.themeProperty().subscribe(this::requestLayout);
    model.phaseProperty().subscribe(phase -> {
      if (phase == Phase.ASKING && getParent() != null) { // the step is set up
        model.bench().number(curve.y(), value -> {
          now = value;
          requestLayout();
        });
      }
    });
    setPadding(Insets.EMPTY);
  }

  private Region handle(int number) {
    Region handle = new Region();
    handle.getStyleClass().add("curve-handle");
    handle.setId("curve-handle-" + number);
    handle.setFocusTraversable(true);
    handle.setAccessibleRole(AccessibleRole.SLIDER);
    handle.resize(2 * HANDLE, 2 * HANDLE);
    handle.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> handle.requestFocus());
    handle.addEventHandler(MouseEvent.MOUSE_DRAGGED,
        event -> draw(number, powerAt(sceneToLocal(event.getSceneX(), event.getSceneY()).getY())));
    handle.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(number, event));
    handle.disableProperty().bind(model.phaseProperty().isNotEqualTo(Phase.ASKING));
    handles.add(handle);
    return handle;
  }

  private void press(int number, KeyEvent event) {
    double step = event.getCode() == KeyCode.UP ? STEP : event.getCode() == KeyCode.DOWN ? -STEP : 0;
    if (step != 0) {
      draw(number, model.answering().curve()[number] + step);
      event.consume();
    }
  }

  private void draw(int number, double power) {
    model.answering().draw(number, power);
  }

  private double height() {
    return getHeight() - TOP - BOTTOM;
  }

  private double y(double power) {
    return TOP + height() * (MOST - Math.max(-MOST, Math.min(MOST, power))) / (2 * MOST);
  }

  private double powerAt(double y) {
    return MOST - (y - TOP) / height() * 2 * MOST;
  }

  private double x(double fraction) {
    return LEFT + (getWidth() - LEFT - RIGHT) * fraction;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    double[] drawn = model.answering().curve();
    for (int i = 1; i < Answering.HANDLES; i++) {
      Region handle = handles.get(i - 1);
      handle.resizeRelocate(x(i / (Answering.HANDLES - 1.0)) - HANDLE, y(drawn[i]) - HANDLE, 2 * HANDLE, 2 * HANDLE);
      handle.setAccessibleText(lang.say("lesson.curve.handle", i, Answering.HANDLES - 1, written(drawn[i])));
    }
    String name = lang.say((model.phase() == Phase.ASKING ? "lesson.curve." : "lesson.curve.to_") + (curve.epochs() ? "epochs" : "steps"),
        curve.until());
    unit.setText(name);
    unit.autosize();
    unit.relocate(getWidth() - RIGHT - unit.getWidth(), getHeight() - unit.getHeight());
    paint(drawn);
  }

  private String written(double power) {
    double start = start();
    return start > 0 ? lang.numbers().compact(start * Math.pow(10, power)) : "× " + lang.numbers().compact(Math.pow(10, power));
  }

  /** The value that the curve begins with: the one of now or, where none is known, the first that was measured; NaN before that. */
  private double start() {
    double[] values = model.answering().measured();
    return Double.isFinite(now) && now > 0 || values.length == 0 ? now : values[0];
  }

  private void paint(double[] drawn) {
    Palette palette = theme.palette();
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, getWidth(), getHeight());
    pen.setLineDashes();
    for (int power = -(int) MOST; power <= MOST; power++) {
      pen.setStroke(palette.color(power == 0 ? Token.BORDER : Token.BORDER_SOFT));
      pen.setLineWidth(1);
      pen.strokeLine(LEFT, Math.rint(y(power)) + 0.5, getWidth() - RIGHT, Math.rint(y(power)) + 0.5);
      if (power % 2 != 0 || power == 0) {
        pen.setFill(palette.color(Token.MUT));
        pen.fillText(written(power), 2, y(power) + 4);
      }
    }
    pen.setStroke(palette.color(Token.TIME));
    pen.setLineWidth(2);
    pen.setLineDashes(6, 4);
    pen.beginPath();
    for (int i = 0; i < drawn.length; i++) {
      double x = x(i / (drawn.length - 1.0));
      if (i == 0) {
        pen.moveTo(x, y(drawn[0]));
      } else {
        pen.lineTo(x, y(drawn[i]));
      }
    }
    pen.stroke();
    paintMeasured(pen, palette);
  }

  private void paintMeasured(GraphicsContext pen, Palette palette) {
    double[] values = model.answering().measured();
    double start = start();
    if (values.length < 2 || !(start > 0)) {
      return;
    }
    pen.setStroke(palette.color(Token.ACCENT));
    pen.setLineDashes();
    pen.beginPath();
    for (int i = 0; i < values.length; i++) {
      // what is beyond the scale leaves the plot
      double power = Double.isFinite(values[i]) && values[i] > 0 ? Math.min(2 * MOST, Math.log10(values[i] / start)) : 2 * MOST;
      double x = x(i / (values.length - 1.0));
      double y = TOP + height() * (MOST - power) / (2 * MOST);
      if (i == 0) {
        pen.moveTo(x, y);
      } else {
        pen.lineTo(x, y);
      }
    }
    pen.stroke();
  }
}
