package studio.backprop.ui.inside.lens.conv;

import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Token;

/**
 * Window times kernel, tap by tap: the input above, × weight, and their product below. Where the height does not suffice for three numbers,
 * only the first two, side by side.
 */
final class ProductTable extends StackPane {
  private static final double WIDEST = 92;
  private static final int LINES = 3;
  private static final double HIGHEST = 26;
  private static final double READABLE = 13;
  private static final double READABLE_WIDTH = 40;
  /** Column width for a sign, a point and four digits. */
  private static final double ROOMY = 62;
  private static final double FONT = 12;
  private static final double SMALL_FONT = 11;

  private final LensDesk desk;
  private final Painting painting = new Painting(this::paint);
  private final ObjectProperty<OptionalInt> tap = new SimpleObjectProperty<>(this, "tap", OptionalInt.empty());
  private Function<Palette, Scale> colours = Palette::signed;
  private float[] inputs = {0};
  private float[] weights = {0};
  private int columns = 1;
  private float inputLimit = 1;
  private float weightLimit = 1;
  private double wide = 1;
  private double high = 1;
  /** Per tap. */
  private int lines = LINES;
  /** Whether the products are hidden for a prediction by the user. */
  private boolean hidden;

  ProductTable(LensDesk desk) {
    this.desk = desk;
    getStyleClass().add("products");
    getChildren().add(painting);
    painting.setMouseTransparent(true);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> tap.set(at(event.getX(), event.getY())));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> tap.set(OptionalInt.empty()));
    tap.subscribe(() -> painting.repaint());
  }

  /** The tap pointed at, here or elsewhere. */
  ObjectProperty<OptionalInt> tapProperty() {
    return tap;
  }

  /** @param scale of the inputs */
  void show(float[] inputs, float[] weights, int columns, float inputLimit, float weightLimit, Function<Palette, Scale> scale) {
    this.inputs = inputs;
    this.weights = weights;
    this.columns = columns;
    this.inputLimit = inputLimit > 0 ? inputLimit : 1;
    this.weightLimit = weightLimit > 0 ? weightLimit : 1;
    colours = scale;
    painting.repaint();
  }

  /** Shows a placeholder for the products while their sum is to be predicted. */
  void hideProducts(boolean hide) {
    hidden = hide;
  }

  void fit(double width, double height, int rows, int taps) {
    lines = height / (LINES * rows) < READABLE ? 1 : LINES;
    wide = Math.floor(Math.min(WIDEST, width / taps));
    high = Math.floor(Math.min(HIGHEST, height / (lines * rows)));
    setMinSize(wide * taps + 2, lines * high * rows + 2);
    setPrefSize(wide * taps + 2, lines * high * rows + 2);
    setMaxSize(wide * taps + 2, lines * high * rows + 2);
  }

  /** Whether the products are left out. */
  boolean brief() {
    return lines == 1;
  }

  private OptionalInt at(double x, double y) {
    int column = (int) (x / wide);
    int index = (int) (y / (lines * high)) * columns + column;
    return column < columns && index < inputs.length ? OptionalInt.of(index) : OptionalInt.empty();
  }

  private void paint(GraphicsContext g, double width, double height) {
    Palette palette = desk.theme().palette();
    Numbers numbers = desk.lang().numbers();
    double across = brief() ? wide / 2 : wide;
    int digits = brief() ? 2 : 4;
    int more = across >= ROOMY ? 4 : 3;
    boolean written = high >= READABLE && across >= READABLE_WIDTH;
    Scale inputScale = colours.apply(palette);
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.setFont(Font.font(Fonts.FAMILY, high > HIGHEST - 8 ? FONT : SMALL_FONT));
    for (int i = 0; i < inputs.length; i++) {
      double x = 1 + i % columns * wide;
      double y = 1 + i / columns * lines * high;
      float product = hidden ? Float.NaN : inputs[i] * weights[i];
      cell(g, palette, inputScale.color(inputs[i] / inputLimit), x, y, across, written ? numbers.significant(inputs[i], digits) : "");
      cell(g, palette, palette.signed().color(weights[i] / weightLimit), x + wide - across, brief() ? y : y + high, across,
          !written ? "" : brief() ? numbers.significant(weights[i], digits) : "× " + numbers.significant(weights[i], more));
      if (!brief()) {
        g.setFill(palette.color(Token.BG));
        g.fillRect(x, y + 2 * high, wide, high);
        product(g, palette, product, x, y + 2 * high, written ? numbers.significant(product, more) : "");
      }
      g.setStroke(palette.color(Token.BORDER));
      g.setLineWidth(1);
      g.strokeRect(x + 0.5, y + 0.5, wide - 1, lines * high - 1);
    }
    tap.get().ifPresent(index -> frame(g, palette.color(Token.TERM_RIM), 1 + index % columns * wide, 1 + index / columns * lines * high,
        wide, lines * high));
    frame(g, palette.color(Token.GROUP_CONVOLUTION), 1, 1, wide * columns, lines * high * (inputs.length / columns));
  }

  private void product(GraphicsContext g, Palette palette, float product, double x, double y, String text) {
    Font plain = g.getFont();
    g.setFont(Font.font(Fonts.FAMILY, FontWeight.BOLD, plain.getSize()));
    g.setFill(palette.color(product < 0 ? Token.GRADIENT : product > 0 ? Token.ACCENT_TEXT : Token.SUBT));
    Painting.write(g, text, x + wide / 2, y + high / 2);
    g.setFont(plain);
  }

  private void cell(GraphicsContext g, Palette palette, Color fill, double x, double y, double across, String text) {
    g.setFill(fill);
    g.fillRect(x, y, across, high);
    g.setFill(palette.textOn(fill));
    Painting.write(g, text, x + across / 2, y + high / 2);
  }

  private static void frame(GraphicsContext g, Color colour, double x, double y, double width, double height) {
    g.setStroke(colour);
    g.setLineWidth(2);
    g.strokeRect(x, y, width, height);
  }
}
