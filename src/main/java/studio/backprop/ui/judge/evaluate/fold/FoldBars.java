package studio.backprop.ui.judge.evaluate.fold;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.evaluate.fold.FoldSummary;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Bar chart of the main figure per fold, with mean and standard deviation from the second fold on. */
final class FoldBars extends StackPane {
  private static final double TOP = 20;
  private static final double BOTTOM = 20;
  private static final double GAP = 4;
  /** Minimum width of numbered bars. */
  private static final double NUMBERED = 36;
  private static final double BAND = 0.14;
  private static final double PLATE = 36;
  private static final double LINE = 14;
  private static final double DOT = 9;

  private final Lang lang;
  private final ThemeModel theme;
  private final FoldsTexts words;
  private final Painting painting = new Painting(this::paint);
  private FoldExperiment shown;
  private FoldFigure figure = FoldFigure.ACCURACY;
  private boolean dots;
  private double low;
  private double high = 1;

  FoldBars(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    this.words = new FoldsTexts(lang);
    getStyleClass().add("fold-bars");
    getChildren().add(painting);
    theme.paletteProperty().subscribe(now -> painting.repaint());
  }

  void show(FoldExperiment now, FoldFigure main) {
    shown = now;
    figure = main;
    double[] values = main.test(now.results());
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Double.isNaN(value) ? least : Math.min(least, value);
      most = Double.isNaN(value) ? most : Math.max(most, value);
    }
    boolean some = least <= most;
    // the axis begins below the smallest value, so that folds differ visibly; its start is labelled
    double step = figure == FoldFigure.ACCURACY ? 0.01 : 0.05;
    double span = some ? Math.max(most - least, step) : 1;
    dots = some && least < 0; // a bar of a negative value would have no sensible start
    low = some ? Math.floor((least - span / 2) / step) * step : 0;
    low = dots ? low : Math.max(0, low);
    high = some && most > low ? most : low + 1;
    painting.setAccessibleText(said());
    painting.repaint();
  }

  /** Whether negative values turn the bars into dots. */
  boolean areDots() {
    return dots;
  }

  /** Start of the axis. */
  double begin() {
    return low;
  }

  private String said() {
    StringBuilder all = new StringBuilder(words.name(figure));
    for (FoldResult result : shown.results()) {
      all.append("; ").append(words.fold(result.job(), shown.plan().repeats() > 1)).append(' ')
          .append(words.value(figure, figure.test(result)));
    }
    return all.toString();
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (shown == null || height < TOP + BOTTOM) {
      return;
    }
    Palette palette = theme.palette();
    List<FoldTrack> tracks = shown.tracks(0);
    double wide = width / tracks.size();
    double bottom = height - BOTTOM;
    double unit = (bottom - TOP) / (high - low);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.CENTER);
    FoldSummary summary = FoldSummary.of(figure, shown.results());
    // where a lesson asks for the mean or the deviation, lines would reveal them
    boolean asked = lang.veil().hides(summary.mean()) || lang.veil().hides(summary.deviation());
    boolean mean = summary.folds() > 1 && !Double.isNaN(summary.mean()) && !asked;
    if (mean) {
      double up = Math.max(TOP, bottom - (summary.mean() + summary.deviation() - low) * unit);
      double down = Math.min(bottom, bottom - (summary.mean() - summary.deviation() - low) * unit);
      g.setFill(palette.color(Token.MUT).deriveColor(0, 1, 1, BAND));
      g.fillRect(0, up, width, down - up);
    }
    for (int i = 0; i < tracks.size(); i++) {
      bar(g, palette, tracks.get(i), i * wide, wide, bottom, unit);
    }
    if (mean) {
      double level = Math.floor(bottom - (summary.mean() - low) * unit) + 0.5;
      g.setStroke(palette.color(Token.FG));
      g.setLineDashes(4, 3);
      g.strokeLine(0, level, width, level);
      g.setLineDashes();
    }
    for (int i = 0; i < tracks.size() && wide >= NUMBERED; i++) {
      number(g, palette, tracks.get(i), (i + 0.5) * wide, wide, bottom, unit);
    }
    g.setStroke(palette.color(Token.BORDER));
    g.strokeLine(0, Math.floor(bottom) + 0.5, width, Math.floor(bottom) + 0.5);
  }

  private void bar(GraphicsContext g, Palette palette, FoldTrack track, double x, double wide, double bottom, double unit) {
    double gap = Math.min(GAP, wide / 4);
    track.result().filter(result -> !Double.isNaN(figure.test(result))).ifPresent(result -> {
      double tall = Math.max(1, (figure.test(result) - low) * unit);
      g.setFill(palette.ofClass(track.job().fold()));
      if (dots) {
        g.fillOval(x + wide / 2 - DOT / 2, bottom - tall - DOT / 2, DOT, DOT);
      } else {
        g.fillRect(x + gap / 2, bottom - tall, wide - gap, tall);
      }
    });
  }

  /** Above the line of the mean if they would overlap. */
  private void number(GraphicsContext g, Palette palette, FoldTrack track, double middle, double wide, double bottom, double unit) {
    track.result().filter(result -> !Double.isNaN(figure.test(result))).ifPresent(result -> {
      double value = figure.test(result);
      double level = bottom - Math.max(1, (value - low) * unit) - 10;
      g.setFill(palette.color(Token.BG));
      g.fillRoundRect(middle - PLATE / 2, level - LINE / 2, PLATE, LINE, 4, 4);
      g.setFill(palette.color(Token.FG));
      Painting.write(g, words.brief(figure, value), middle, level, wide);
    });
    g.setFill(palette.color(Token.SUBT));
    Painting.write(g, lang.numbers().whole(track.job().fold() + 1), middle, bottom + 11);
  }
}
