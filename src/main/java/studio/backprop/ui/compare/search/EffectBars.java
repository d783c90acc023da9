package studio.backprop.ui.compare.search;

import java.util.Arrays;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.search.finding.SettingEffect;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.space.SpaceText;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Mean result after the first rung by the value of one hyperparameter, with a mark at the best trial. */
final class EffectBars extends StackPane {
  private static final double HEIGHT = 38;
  private static final double WORDS = 17;
  private static final double GAP = 2;
  private static final double ROUND = 4;
  /** Height of the lowest bar as a share of the highest: with few differences all bars would look alike. */
  private static final double MIN_SHARE = 0.15;

  private final Dimension dimension;
  private final SearchTexts words;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private Optional<SettingEffect> effect = Optional.empty();
  private SearchGoal goal = SearchGoal.ACCURACY;
  private double best = Double.NaN;

  EffectBars(Dimension dimension, SearchTexts words, ThemeModel theme) {
    this.dimension = dimension;
    this.words = words;
    this.theme = theme;
    setMinSize(0, HEIGHT);
    setPrefHeight(HEIGHT);
    getChildren().add(painting);
    theme.paletteProperty().subscribe(palette -> painting.repaint());
  }

  /** Action of a click, Enter or Space: opens the field of its values. */
  void onOpen(Hints hints, ValuesField values) {
    getStyleClass().add("effect-bars");
    setId("bars-" + dimension.name().replace('.', '-'));
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    hints.explain(this, "trials.values.open", words.title(dimension), SpaceText.values(dimension));
    setOnMouseClicked(event -> values.open());
    setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
        values.open();
        key.consume();
      }
    });
  }

  /** @param value of the best trial; NaN where there is none */
  void show(Optional<SettingEffect> now, SearchGoal judgedBy, double value) {
    effect = now;
    goal = judgedBy;
    best = value;
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    Palette palette = theme.palette();
    int parts = SettingEffect.parts(dimension);
    double part = width / parts;
    double room = height - WORDS;
    double[] means = effect.map(SettingEffect::means).orElseGet(() -> new double[0]);
    double[] seen = Arrays.stream(means).filter(Double::isFinite).toArray();
    double low = Arrays.stream(seen).min().orElse(0);
    double high = Arrays.stream(seen).max().orElse(1);
    for (int i = 0; i < parts; i++) {
      g.setFill(palette.color(Token.BORDER_SOFT));
      g.fillRoundRect(i * part, 0, part - GAP, room, ROUND, ROUND);
      if (i < means.length && Double.isFinite(means[i])) {
        double share = high == low ? 1 : (means[i] - low) / (high - low);
        double tall = (MIN_SHARE + (1 - MIN_SHARE) * (goal == SearchGoal.LOSS ? 1 - share : share)) * room;
        g.setFill(palette.color(Token.ACCENT_TEXT).deriveColor(0, 1, 1, 0.6));
        g.fillRoundRect(i * part, room - tall, part - GAP, tall, ROUND, ROUND);
      }
    }
    if (!Double.isNaN(best)) {
      g.setStroke(palette.color(Token.TIME));
      g.setLineWidth(2);
      double x = SettingEffect.stepped(dimension) ? (best - dimension.low() + 0.5) * part : dimension.share(best) * width;
      g.strokeLine(x, 0, x, room);
    }
    write(g, width, part, height - WORDS / 2 + 1, palette);
  }

  private void write(GraphicsContext g, double width, double part, double y, Palette palette) {
    g.setFill(palette.color(Token.SUBT));
    g.setTextBaseline(VPos.CENTER);
    if (SettingEffect.stepped(dimension)) {
      g.setTextAlign(TextAlignment.CENTER);
      for (int i = 0; i < SettingEffect.parts(dimension); i++) {
        Painting.write(g, words.value(dimension, dimension.low() + i), (i + 0.5) * part, y, part - GAP);
      }
      return;
    }
    g.setTextAlign(TextAlignment.LEFT);
    Painting.write(g, words.value(dimension, dimension.low()), 0, y);
    g.setTextAlign(TextAlignment.CENTER);
    double middle = (dimension.inner(dimension.low()) + dimension.inner(dimension.high())) / 2;
    Painting.write(g, words.middle(dimension, dimension.value(middle)), width / 2, y);
    g.setTextAlign(TextAlignment.RIGHT);
    Painting.write(g, words.value(dimension, dimension.high()), width - GAP, y);
  }
}
