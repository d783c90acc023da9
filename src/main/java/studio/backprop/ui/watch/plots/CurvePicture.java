package studio.backprop.ui.watch.plots;

import javafx.scene.paint.Color;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.BranchColours;
import studio.backprop.ui.workspace.run.RunHistory;

/** Self-contained picture of a curve, with title and legend. */
final class CurvePicture {
  static final double WIDTH = 960;
  static final double HEIGHT = 480;
  private static final double EDGE = 16;
  private static final double HEAD = 44;
  private static final double STROKE = 22;

  private final CurveModel model;
  private final CurveTexts words;
  private final Lang lang;
  private final Palette palette;
  private final DrawingSurface ink;
  private double at = EDGE;

  CurvePicture(CurveModel model, CurveTexts words, Lang lang, Palette palette, DrawingSurface ink) {
    this.model = model;
    this.words = words;
    this.lang = lang;
    this.palette = palette;
    this.ink = ink;
  }

  void draw() {
    ink.box(0, 0, WIDTH, HEIGHT, palette.color(Token.BG));
    Color strong = palette.color(Token.ACCENT_TEXT);
    text(words.title().getValue(), Token.FG);
    if (model.smoothed()) {
      entry(lang.say("plots.batch"), palette.color(Token.ACCENT_RIM), 1);
      entry(lang.say("plots.smoothed", model.factor()), strong, 2);
    } else if (model.kindProperty().get().scored()) {
      entry(lang.say("plots.training"), strong, 2);
    }
    if (model.lines().generator().size() > 0) {
      entry(lang.say("plots.generator"), palette.color(Token.TIME), 2);
    } else if (model.kindProperty().get().scored()) {
      entry(lang.say("plots.validation"), palette.color(Token.GRADIENT), 2, 5, 3);
    }
    for (RunHistory earlier : model.drawn()) {
      entry(words.named(earlier), palette.color(model.branch(earlier).map(BranchColours::of).orElse(Token.WIRE)), 1.25);
    }
    new CurvePainter(model, words).paint(ink, EDGE, HEAD, WIDTH - 2 * EDGE, HEIGHT - HEAD - EDGE, palette, lang.numbers());
  }

  private void text(String text, Token token) {
    ink.text(text, at, HEAD / 2, DrawingSurface.Align.LEFT, palette.color(token));
    at += CurveTexts.widthOf(text) + EDGE;
  }

  private void entry(String text, Color color, double width, double... dashes) {
    double y = HEAD / 2;
    ink.line(new double[] {at, at + STROKE}, new double[] {y, y}, 2, color, width, dashes);
    at += STROKE + EDGE / 2;
    text(text, Token.MUT);
  }
}
