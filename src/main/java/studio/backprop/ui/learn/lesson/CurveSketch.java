package studio.backprop.ui.learn.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.ui.kit.FocusRing;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * Plot on which a learner draws the continuation of a curve, on a logarithmic axis: unplaced handles lie below the axis, and are placed by
 * mouse or arrow keys. After the reveal the measured curve is added, and the axis rescaled.
 */
final class CurveSketch extends Pane {
  private static final double HEIGHT = 184;
  private static final double LEFT = 52;
  private static final double RIGHT = 14;
  private static final double TOP = 12;
  private static final double BOTTOM = 42;
  private static final double HANDLE = 7;
  /** Distance of unplaced handles below the axis. */
  private static final double WAITS = 12;
  private static final double STEP = 0.25;
  /** Snap distance to the start value. */
  private static final double SNAP = 0.1;
  private static final int LINES = 6;
  private static final double FONT = 12;
  /** Range of float in powers of ten. */
  private static final double MOST_EVER = 45;

  private final LessonModel model;
  private final PredictCurve curve;
  private final Lang lang;
  private final ThemeModel theme;
  private final Canvas canvas = new Canvas();
  private final BooleanSupplier goOn;
  private final List<CurveHandle> handles = new ArrayList<>();
  private final Label unit = new Label();

  /** @param goOn continues once the curve is drawn; returns whether it did */
  CurveSketch(LessonModel model, PredictCurve curve, Lang lang, ThemeModel theme, BooleanSupplier goOn) {
    this.goOn = goOn;
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
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::drawAt);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drawAt);
    widthProperty().subscribe(this::requestLayout);
    model.answering().drawnProperty().subscribe(this::requestLayout);
    model.phaseProperty().subscribe(this::requestLayout);
    theme.themeProperty().subscribe(this::requestLayout);
    setPadding(Insets.EMPTY);
  }

  private CurveHandle handle(int number) {
    CurveHandle handle = new CurveHandle(number, HANDLE, this::press);
    handle.disableProperty().bind(model.phaseProperty().isNotEqualTo(Phase.ASKING));
    handles.add(handle);
    return handle;
  }

  Node first() {
    return handles.get(0);
  }

  /** The first arrow up or down places a handle at the start value; left and right move the focus. */
  private void press(int number, KeyEvent event) {
    double step = event.getCode() == KeyCode.UP ? STEP : event.getCode() == KeyCode.DOWN ? -STEP : 0;
    int by = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    if (step != 0) {
      model.answering().draw(number, model.answering().isPlaced(number) ? model.answering().curve()[number] + step : 0);
    } else if (by != 0) {
      FocusRing.lead(handles.get(Math.floorMod(number - 1 + by, handles.size())));
    } else if (event.getCode() != KeyCode.ENTER || !goOn.getAsBoolean()) {
      return;
    }
    event.consume();
  }

  /** Places the nearest handle, so that a curve can be drawn in one stroke. */
  private void drawAt(MouseEvent event) {
    double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    double y = sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
    int number = (int) Math.round((x - LEFT) / (getWidth() - LEFT - RIGHT) * (Answering.HANDLES - 1));
    boolean dragged = event.getEventType() == MouseEvent.MOUSE_DRAGGED;
    if (model.phase() == Phase.ASKING && number > 0 && number < Answering.HANDLES && (dragged || y < TOP + height() + 1)) {
      double power = Answering.MOST - (y - TOP) / height() * 2 * Answering.MOST;
      model.answering().draw(number, Math.abs(power) < SNAP ? 0 : power);
    }
  }

  private double height() {
    return getHeight() - TOP - BOTTOM;
  }

  private double x(double fraction) {
    return LEFT + (getWidth() - LEFT - RIGHT) * fraction;
  }

  /** Range of the axis: drawable and, after the reveal, measured values. */
  private record Reach(int least, int most) {
    private static Reach of(double[] measured, double start) {
      double[] powers = Arrays.stream(measured).filter(value -> value > 0).map(value -> Math.log10(value / start))
          .filter(Double::isFinite).toArray();
      double least = DoubleStream.of(powers).min().orElse(0);
      double most = DoubleStream.of(powers).max().orElse(0);
      return new Reach((int) -Math.min(MOST_EVER, Math.max(Answering.MOST, Math.ceil(-least))),
          (int) Math.min(MOST_EVER, Math.max(Answering.MOST, Math.ceil(most))));
    }

    private int each() {
      return Math.max(1, Math.round((most - least) / (float) LINES));
    }
  }

  private double y(Reach reach, double power) {
    return TOP + height() * (reach.most - power) / (reach.most - reach.least);
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    double[] drawn = model.answering().curve();
    Reach reach = Reach.of(model.answering().measured(), start());
    for (int i = 1; i < Answering.HANDLES; i++) {
      CurveHandle handle = handles.get(i - 1);
      boolean waits = !model.answering().isPlaced(i);
      double y = waits ? TOP + height() + WAITS : y(reach, drawn[i]);
      handle.setVisible(!waits || model.phase() == Phase.ASKING);
      handle.resizeRelocate(x(i / (Answering.HANDLES - 1.0)) - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE);
      say(handle, waits, waits ? 0 : drawn[i]);
    }
    unit.setText(lang.say("lesson.curve.to_" + (curve.epochs() ? "epochs" : "steps"), curve.until()));
    unit.autosize();
    unit.relocate(getWidth() - RIGHT - unit.getWidth(), getHeight() - unit.getHeight() - 2);
    paint(drawn, reach);
  }

  private void say(CurveHandle handle, boolean waits, double power) {
    double unit = start() > 0 ? start() : 1;
    String said = waits ? lang.say("lesson.curve.waits") : written(power);
    handle.say(waits, lang.say("lesson.curve.handle", handle.number(), Answering.HANDLES - 1, said), unit * Math.pow(10, power),
        unit * Math.pow(10, -Answering.MOST), unit * Math.pow(10, Answering.MOST));
  }

  private String written(double power) {
    double start = start();
    return start > 0 ? lang.numbers().compact(start * Math.pow(10, power)) : "× " + lang.numbers().compact(Math.pow(10, power));
  }

  /** Start value: the current one or, if unknown, the first measured one; NaN before that. */
  private double start() {
    double[] values = model.answering().measured();
    double from = model.answering().from();
    return Double.isFinite(from) && from > 0 || values.length == 0 ? from : values[0];
  }

  private void paint(double[] drawn, Reach reach) {
    Palette palette = theme.palette();
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, getWidth(), getHeight());
    pen.setLineDashes();
    pen.setFont(Font.font(Fonts.FAMILY, FONT));
    int each = reach.each();
    for (int power = -(-reach.least / each * each); power <= reach.most; power += each) {
      double y = Math.rint(y(reach, power)) + 0.5;
      pen.setStroke(palette.color(power == 0 ? Token.BORDER : Token.BORDER_SOFT));
      pen.setLineWidth(1);
      pen.strokeLine(LEFT, y, getWidth() - RIGHT, y);
      if (each > 1 || power % 2 != 0 || power == 0) {
        pen.setFill(palette.color(Token.MUT));
        Painting.write(pen, written(power), 2, y + 4);
      }
    }
    paintDrawn(pen, palette, drawn, reach);
    paintMeasured(pen, palette, reach);
  }

  private void paintDrawn(GraphicsContext pen, Palette palette, double[] drawn, Reach reach) {
    pen.setFill(palette.color(Token.TIME));
    pen.fillOval(x(0) - 3, y(reach, 0) - 3, 6, 6);
    pen.setStroke(palette.color(Token.TIME));
    pen.setLineWidth(2);
    pen.setLineDashes(6, 4);
    pen.beginPath();
    pen.moveTo(x(0), y(reach, 0));
    for (int i = 1; i < drawn.length && !Double.isNaN(drawn[i]); i++) {
      pen.lineTo(x(i / (drawn.length - 1.0)), y(reach, drawn[i]));
    }
    pen.stroke();
  }

  private void paintMeasured(GraphicsContext pen, Palette palette, Reach reach) {
    double[] values = model.answering().measured();
    double start = start();
    if (values.length < 2 || !(start > 0)) {
      return;
    }
    pen.setStroke(palette.color(Token.ACCENT));
    pen.setLineDashes();
    pen.beginPath();
    for (int i = 0; i < values.length; i++) {
      // non-finite values leave the plot
      double power = Double.isFinite(values[i]) && values[i] > 0 ? Math.log10(values[i] / start) : 2.0 * reach.most;
      double x = x(i / (values.length - 1.0));
      if (i == 0) {
        pen.moveTo(x, y(reach, power));
      } else {
        pen.lineTo(x, y(reach, power));
      }
    }
    pen.stroke();
  }
}
