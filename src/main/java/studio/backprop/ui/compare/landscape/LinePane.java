package studio.backprop.ui.compare.landscape;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import studio.backprop.landscape.LossLine;
import studio.backprop.ui.compare.comparison.VariantColour;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Ticks;
import studio.backprop.ui.kit.Token;

/** Linear interpolation between the ends of two variants: the loss along the line shows a barrier between their minima. */
final class LinePane extends VBox {
  private static final double LEFT = 48;
  private static final double RIGHT = 12;
  private static final double TOP = 8;
  private static final double BOTTOM = 22;
  private static final int DIGITS = 3;

  private final LandscapeModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Label said = new Label();
  private final ComboBox<Integer> from;
  private final ComboBox<Integer> to;

  /** @param done called when a choice was made */
  LinePane(LandscapeModel model, Lang lang, Hints hints, ThemeModel theme, Runnable done) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("line-pane");
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("landscape.line"));
    from = new LocalizedChoice<>("line-from", lang, hints, "landscape.line.from", VariantTexts::letter, done);
    to = new LocalizedChoice<>("line-to", lang, hints, "landscape.line.to", VariantTexts::letter, done);
    Button draw = new Button(null, Icon.CURVE.view());
    draw.setId("line-draw");
    draw.textProperty().bind(lang.bind("landscape.line.draw"));
    draw.setMinWidth(USE_PREF_SIZE);
    draw.setOnAction(event -> {
      if (from.getValue() != null && to.getValue() != null) {
        model.network().askLine(from.getValue(), to.getValue());
      }
      done.run();
    });
    hints.describe(draw, "landscape.line.help");
    HBox choice = new HBox(from, new Label("–"), to, draw);
    choice.getStyleClass().add("line-choice");
    said.getStyleClass().addAll("note", "mut");
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    painting.getStyleClass().add("line-plot");
    getChildren().addAll(title, choice, painting, said);
    model.frameProperty().subscribe(this::redraw);
    lang.textsProperty().subscribe(texts -> redraw());
    theme.paletteProperty().subscribe(palette -> painting.repaint());
  }

  private void redraw() {
    int variants = model.sheet().map(sheet -> sheet.alike() && sheet.shared() ? sheet.drawn().size() : 0).orElse(0);
    Sight.show(this, variants > 1 && model.race().isEmpty() && model.lastStep() > 0);
    if (variants > 1 && from.getItems().size() != variants) {
      for (ComboBox<Integer> end : List.of(from, to)) {
        end.getItems().setAll(IntStream.range(0, variants).boxed().toList());
        end.setValue(end == from ? 0 : variants - 1);
      }
    }
    boolean asked = model.network().ends().length > 0;
    Sight.show(painting, asked);
    Sight.show(said, asked);
    said.setText(model.network().line().map(this::sentence).orElseGet(() -> lang.say("landscape.computing")));
    painting.setAccessibleText(said.getText());
    painting.repaint();
  }

  private String sentence(LossLine line) {
    int[] ends = model.network().ends();
    double ridge = line.ridge();
    return ridge <= 0 ? lang.say("landscape.line.none", VariantTexts.letter(ends[0]), VariantTexts.letter(ends[1]))
        : lang.say("landscape.line.ridge", VariantTexts.letter(ends[0]), VariantTexts.letter(ends[1]),
            lang.numbers().significant(ridge, DIGITS));
  }

  private void paint(GraphicsContext g, double width, double height) {
    LossLine line = model.network().line().orElse(null);
    if (line == null || width < 120 || height < 60) {
      return;
    }
    Palette palette = theme.palette();
    Span span = new Span();
    for (double loss : line.losses()) {
      span.add(loss);
    }
    double[] shares = line.shares();
    double first = shares[0];
    double last = shares[shares.length - 1];
    double wide = width - LEFT - RIGHT;
    double high = height - TOP - BOTTOM;
    double low = span.low();
    double reach = span.high() - low;
    g.setLineWidth(1);
    g.setStroke(palette.color(Token.BORDER_SOFT));
    g.setFill(palette.color(Token.SUBT));
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    for (double mark : Ticks.linear(low, span.high(), Math.max(2, (int) (high / 30)))) {
      double y = Math.floor(TOP + high * (1 - (mark - low) / reach)) + 0.5;
      g.strokeLine(LEFT, y, width - RIGHT, y);
      Painting.write(g, lang.numbers().significant(mark, DIGITS), LEFT - 6, y, LEFT - 8);
    }
    g.setTextAlign(TextAlignment.CENTER);
    int[] ends = model.network().ends();
    for (int end = 0; end < 2; end++) {
      double x = Math.floor(LEFT + wide * (end - first) / (last - first)) + 0.5;
      g.setStroke(VariantColour.of(palette, ends[end]));
      g.setLineDashes(3, 3);
      g.strokeLine(x, TOP, x, TOP + high);
      g.setLineDashes();
      g.setFill(VariantColour.of(palette, ends[end]));
      Painting.write(g, VariantTexts.letter(ends[end]), x, height - BOTTOM + 12);
    }
    double[] xs = new double[shares.length];
    double[] ys = new double[shares.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = LEFT + wide * (shares[i] - first) / (last - first);
      ys[i] = TOP + high * (1 - (line.losses()[i] - low) / reach);
    }
    g.setStroke(palette.color(Token.FG));
    g.setLineWidth(1.5);
    g.strokePolyline(xs, ys, xs.length);
  }
}
