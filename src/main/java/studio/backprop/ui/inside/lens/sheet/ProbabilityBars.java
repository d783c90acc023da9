package studio.backprop.ui.inside.lens.sheet;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.inside.lens.sheet.PredictionAndTarget.Bar;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/** Bars of class probabilities, one below the other: the largest in full colour, the target with a tick mark. */
public final class ProbabilityBars extends StackPane {
  private static final double ROW = 20;
  private static final double NUMBER = 58;
  private static final double GAP = 8;
  private static final double SIGN = 16;
  private static final double PALE = 0.45;
  private static final double THICK = 8;
  private static final double FONT = 12;
  private static final double LETTER = 7.5;
  private static final int LONGEST = 14;

  private final LensDesk desk;
  private final Token colour;
  private final Painting painting = new Painting(this::paint);
  private List<Bar> bars = List.of();

  public ProbabilityBars(LensDesk desk, Token colour) {
    this.desk = desk;
    this.colour = colour;
    getStyleClass().add("answer-bars");
    getChildren().add(painting);
  }

  public void show(List<Bar> answers) {
    bars = answers;
    setMinHeight(ROW * answers.size());
    setPrefHeight(ROW * answers.size());
    painting.repaint();
    painting.setAccessibleText(String.join(", ", answers.stream().map(bar -> bar.name() + " " + bar.said()).toList()));
  }

  private static String brief(String name) {
    return name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
  }

  private void paint(GraphicsContext g, double width, double height) {
    double names = SIGN + GAP + LETTER * bars.stream().mapToInt(bar -> brief(bar.name()).codePoints().map(c -> c > 0x2e00 ? 2 : 1).sum())
        .max().orElse(0);
    double track = Math.max(1, width - names - NUMBER - GAP);
    double most = bars.stream().mapToDouble(Bar::length).max().orElse(0);
    g.setTextBaseline(VPos.CENTER);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = (i + 0.5) * ROW;
      text(g, brief(bar.name()), Token.FG, bar.right(), TextAlignment.LEFT, 0, y);
      if (bar.right()) {
        text(g, "✓", Token.FG, true, TextAlignment.RIGHT, names - GAP, y);
      }
      fill(g, desk.theme().palette().color(Token.BORDER_SOFT), names, y, track);
      Color ink = desk.theme().palette().color(colour);
      fill(g, bar.length() < most ? ink.deriveColor(0, 1, 1, PALE) : ink, names, y, Math.max(0, Math.min(1, bar.length())) * track);
      text(g, bar.said(), Token.FG, bar.right(), TextAlignment.RIGHT, width, y);
    }
  }

  private void fill(GraphicsContext g, Color ink, double x, double y, double length) {
    g.setFill(ink);
    g.fillRoundRect(x, y - THICK / 2, length, THICK, 3, 3);
  }

  private void text(GraphicsContext g, String text, Token token, boolean bold, TextAlignment side, double x, double y) {
    g.setFont(Font.font(Fonts.FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, FONT));
    g.setFill(desk.theme().palette().color(token));
    g.setTextAlign(side);
    Painting.write(g, text, x, y);
  }
}
