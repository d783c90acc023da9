package studio.backprop.ui.compare.comparison;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.record.RunRecord;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Loss per epoch as a sparkline, on a logarithmic axis, or an agent's greedy return; a dot marks the best epoch. */
final class LossSparkline extends StackPane {
  private static final double DOT = 2.5;
  private static final double MARGIN = 3;

  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private Optional<RunRow> row = Optional.empty();
  private OptionalInt place = OptionalInt.empty();

  LossSparkline(ThemeModel theme) {
    this.theme = theme;
    getStyleClass().add("sparkline");
    getChildren().add(painting);
    theme.paletteProperty().subscribe(palette -> painting.repaint());
  }

  /** @param picked index among the compared runs, for its colour */
  void show(Optional<RunRow> shown, OptionalInt picked) {
    row = shown;
    place = picked;
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    boolean acts = row.filter(one -> one.record().acts()).isPresent();
    double[] losses = row.stream().flatMap(one -> one.record().epochs().stream())
        .mapToDouble(epoch -> acts ? -epoch.greedy() : epoch.judgedLoss())
        .filter(loss -> (acts || loss > 0) && Double.isFinite(loss)).toArray();
    if (losses.length == 0) {
      return;
    }
    Palette palette = theme.palette();
    Color color = place.isPresent() ? VariantColour.of(palette, place.getAsInt()) : palette.color(Token.MUT);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < losses.length; i++) {
      losses[i] = acts ? losses[i] : Math.log(losses[i]);
      low = Math.min(low, losses[i]);
      high = Math.max(high, losses[i]);
    }
    double[] xs = new double[losses.length];
    double[] ys = new double[losses.length];
    int best = 0;
    for (int i = 0; i < losses.length; i++) {
      xs[i] = MARGIN + (width - 2 * MARGIN) * i / Math.max(1, losses.length - 1);
      double down = high > low ? (high - losses[i]) / (high - low) : 0.5;
      ys[i] = MARGIN + (height - 2 * MARGIN) * (acts ? 1 - down : down);
      best = losses[i] < losses[best] || acts && losses[i] == losses[best] ? i : best;
    }
    g.setStroke(color);
    g.setLineWidth(1.5);
    g.strokePolyline(xs, ys, xs.length);
    g.setFill(color);
    g.fillOval(xs[best] - DOT, ys[best] - DOT, 2 * DOT, 2 * DOT);
  }

  /** Text: the first and the best loss, or greedy return. */
  static String said(RunRecord run, DoubleFunction<String> write) {
    Optional<EpochRecord> first = run.epochs().stream().filter(epoch -> epoch.acts() || !run.acts()).findFirst();
    return first.flatMap(from -> run.best().map(best -> run.acts()
        ? write.apply(from.greedy()) + " → " + write.apply(best.greedy())
        : write.apply(from.judgedLoss()) + " → " + write.apply(best.judgedLoss())))
        .orElse("");
  }
}
