package studio.backprop.ui.judge.evaluate;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.evaluate.metric.Reliability;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Reliability diagram: per bin the mean predicted probability against the observed frequency, with its confidence interval. */
final class CalibrationPlot extends StackPane {
  private static final double POINT = 9;
  private static final double NEAR = 14;
  private static final double LINE = 1.5;

  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private List<Reliability.Bin> bins = List.of();
  private String across = "";

  CalibrationPlot(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("curve-plot");
    getChildren().addAll(painting, readout);
    setOnMouseMoved(this::read);
    setOnMouseExited(event -> readout.hide());
    theme.paletteProperty().subscribe(now -> painting.repaint());
    painting.accessibleTextProperty().bind(lang.bind("metrics.calibration"));
  }

  /** @param name of the horizontal axis: the class whose probability is predicted */
  void show(Reliability shown, String name) {
    bins = shown.bins();
    across = name;
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    UnitPlane plane = new UnitPlane(width, height);
    if (!plane.fits()) {
      return;
    }
    Palette palette = theme.palette();
    plane.paint(g, palette, lang.numbers(), across, lang.say("metrics.calibration.up"));
    plane.dashed(g, palette, 0, 1);
    Color color = palette.color(Token.ACCENT);
    g.setStroke(palette.color(Token.MUT)); // lighter colours are not visible
    for (Reliability.Bin bin : bins) {
      Interval interval = interval(bin);
      g.strokeLine(plane.x(bin.predicted()), plane.y(interval.low()), plane.x(bin.predicted()), plane.y(interval.high()));
    }
    g.setStroke(color);
    g.setLineWidth(LINE);
    g.beginPath();
    for (Reliability.Bin bin : bins) {
      g.lineTo(plane.x(bin.predicted()), plane.y(bin.observed()));
    }
    g.stroke();
    g.setFill(palette.color(Token.BG));
    for (Reliability.Bin bin : bins) {
      double left = plane.x(bin.predicted()) - POINT / 2;
      double top = plane.y(bin.observed()) - POINT / 2;
      g.fillOval(left, top, POINT, POINT);
      g.strokeOval(left, top, POINT, POINT);
    }
    g.setLineWidth(1);
  }

  private static Interval interval(Reliability.Bin bin) {
    return Interval.wilson(Math.round(bin.observed() * bin.count()), bin.count());
  }

  private void read(MouseEvent at) {
    UnitPlane plane = new UnitPlane(getWidth(), getHeight());
    Optional<Reliability.Bin> near = bins.stream()
        .filter(bin -> Math.hypot(plane.x(bin.predicted()) - at.getX(), plane.y(bin.observed()) - at.getY()) < NEAR).findFirst();
    readout.hide();
    near.ifPresent(bin -> readout.showAt(at.getX(), at.getY(), getWidth(), getHeight(), say(bin)));
  }

  private String say(Reliability.Bin bin) {
    Numbers numbers = lang.numbers();
    Interval interval = interval(bin);
    return lang.say("metrics.calibration.bin", bin.count(), numbers.percent(bin.predicted(), 1), numbers.percent(bin.observed(), 1),
        numbers.fixed(100 * interval.low(), 1), numbers.fixed(100 * interval.high(), 1));
  }
}
