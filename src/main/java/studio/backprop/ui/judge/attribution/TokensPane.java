package studio.backprop.ui.judge.attribution;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.Vocabulary;
import studio.backprop.evaluate.attribution.AttributionMap;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Tokens of a text coloured by their attribution, with the value below; one line per method. */
final class TokensPane extends AttributionCard {
  private static final List<AttributionMethod> METHODS = List.of(AttributionMethod.INTEGRATED_GRADIENTS, AttributionMethod.OCCLUSION,
      AttributionMethod.SMOOTH_GRAD, AttributionMethod.SALIENCY);
  private static final double LETTERS = 14;
  private static final double NUMBERS = 11;
  private static final double HIGH = 26;
  private static final double LINE = 50;
  private static final double LEAST = 44;
  private static final double GAP = 3;

  /** Line of one method. */
  private final class Strip extends VBox {
    private final AttributionMethod method;
    private final boolean random;
    private final Label name = new Label();
    private final Painting painting = new Painting(this::paint);
    private ExplainedExample now;

    Strip(AttributionMethod method, boolean random) {
      this.method = method;
      this.random = random;
      name.getStyleClass().add(random ? "note" : "strong");
      new Terms(lang).explain(name, MethodCard.term(method));
      getStyleClass().add("token-strip");
      getChildren().addAll(name, painting);
      theme.paletteProperty().subscribe(palette -> painting.repaint());
      widthProperty().subscribe(wide -> fit());
    }

    void show(ExplainedExample explained) {
      now = explained;
      name.setText(random ? lang.say("reason.random.named", lang.say(key())) : lang.say(key()));
      AttributionMap map = map();
      List<String> said = new ArrayList<>();
      for (int i = 0; map != null && i < map.parts().length; i++) {
        if (isPadding(i)) {
          continue;
        }
        said.add(words.token(now, i) + " " + words.signed(map.parts()[i]));
      }
      painting.setAccessibleText(String.join(", ", said));
      fit();
      painting.repaint();
    }

    private String key() {
      return method == AttributionMethod.SALIENCY ? "reason.method.gradient_embedding" : AttributionTexts.key(method);
    }

    private AttributionMap map() {
      return (random ? now.random(method) : now.map(method)).orElse(null);
    }

    /** Whether the token equals that of the baseline and so has no attribution. */
    private boolean isPadding(int token) {
      return now.raw()[token] == Vocabulary.PADDING;
    }

    private double wide(int token) {
      return Math.max(LEAST, Fonts.width(words.token(now, token), Font.font(Fonts.FAMILY, LETTERS)) + 12);
    }

    private void fit() {
      if (now == null) {
        return;
      }
      double high = LINE * lines(getWidth());
      painting.setMinHeight(high);
      painting.setPrefHeight(high);
    }

    private int lines(double width) {
      int lines = 1;
      double x = 0;
      for (int i = 0; i < now.parts().count(); i++) {
        if (isPadding(i)) {
          continue;
        }
        if (x > 0 && x + wide(i) > width) {
          lines++;
          x = 0;
        }
        x += wide(i) + GAP;
      }
      return lines;
    }

    private void paint(GraphicsContext g, double width, double height) {
      AttributionMap map = now == null ? null : map();
      if (map == null) {
        return;
      }
      double largest = random ? now.largestRandom(method, true) : now.largest(method, true);
      g.setTextBaseline(VPos.CENTER);
      g.setTextAlign(TextAlignment.CENTER);
      double x = 0;
      double y = 0;
      for (int i = 0; i < map.parts().length; i++) {
        if (isPadding(i)) {
          continue;
        }
        double wide = wide(i);
        if (x > 0 && x + wide > width) {
          x = 0;
          y += LINE;
        }
        Color color = theme.palette().signed().color(largest == 0 ? 0 : map.parts()[i] / largest);
        g.setFill(color);
        g.fillRoundRect(x, y, wide, HIGH, 6, 6);
        g.setFont(Font.font(Fonts.FAMILY, LETTERS));
        g.setFill(theme.palette().textOn(color));
        Painting.write(g, words.token(now, i), x + wide / 2, y + HIGH / 2, wide - 4);
        g.setFont(Font.font(Fonts.FAMILY, NUMBERS + 1));
        g.setFill(theme.palette().color(Token.MUT));
        Painting.write(g, words.brief(map.parts()[i]), x + wide / 2, y + HIGH + 9, wide);
        x += wide + GAP;
      }
    }
  }

  private final Lang lang;
  private final ThemeModel theme;
  private final AttributionTexts words;
  private final VBox strips = new VBox();
  private List<AttributionMethod> shown = List.of();
  private boolean withRandom;

  TokensPane(Lang lang, ThemeModel theme, AttributionTexts words) {
    super("tokens");
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    title.textProperty().bind(lang.bind("reason.tokens"));
    detail.textProperty().bind(lang.bind("reason.tokens.detail"));
    strips.getStyleClass().add("strips");
    getChildren().add(strips);
  }

  void show(ExplainedExample now) {
    List<AttributionMethod> methods = METHODS.stream().filter(now.methods()::contains).toList();
    if (!methods.equals(shown) || withRandom != now.asked().random()) {
      shown = methods;
      withRandom = now.asked().random();
      strips.getChildren().clear();
      for (AttributionMethod method : methods) {
        strips.getChildren().add(new Strip(method, false));
        if (withRandom) {
          strips.getChildren().add(new Strip(method, true));
        }
      }
    }
    strips.getChildren().forEach(strip -> ((Strip) strip).show(now));
  }
}
