package studio.backprop.ui.inside.lens.dense;

import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Signed values as bars from a middle line: side by side, or as a list with numbers. */
final class BarStrip extends StackPane {
  private static final double NUMBER = 62;
  private static final double LABEL = 34;
  /** Minimum thickness of a bar with a number, in px. */
  static final double READABLE = 13;

  private final LensDesk desk;
  private final boolean list;
  private final Painting painting = new Painting(this::paint);
  private final ObjectProperty<OptionalInt> pointed = new SimpleObjectProperty<>(this, "pointed", OptionalInt.empty());
  private float[] values = {};
  private int from;
  private int count;
  private float limit = 1;
  private double step = 1;

  /** @param list whether bars stand one below the other */
  BarStrip(LensDesk desk, boolean list) {
    this.desk = desk;
    this.list = list;
    getStyleClass().add("bar-strip");
    getChildren().add(painting);
    painting.setMouseTransparent(true);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(list ? event.getY() : event.getX()));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointed.set(OptionalInt.empty()));
    pointed.subscribe(() -> painting.repaint());
  }

  private void point(double at) {
    int index = (int) (at / step);
    pointed.set(index < count ? OptionalInt.of(from + index) : OptionalInt.empty());
  }

  /** Index of the bar under the mouse, or marked from elsewhere. */
  ObjectProperty<OptionalInt> pointedProperty() {
    return pointed;
  }

  /**
   * Shows some of the values.
   *
   * @param limit magnitude of the longest bar
   * @param step px from one bar to the next
   * @param across px along the bars
   */
  void show(float[] numbers, int from, int count, float limit, double step, double across) {
    values = numbers;
    this.from = from;
    this.count = count;
    this.limit = limit > 0 ? limit : 1;
    this.step = step;
    double length = step * count + 1;
    setMinSize(list ? across : length, list ? length : across);
    setPrefSize(list ? across : length, list ? length : across);
    setMaxSize(list ? across : length, list ? length : across);
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    Palette palette = desk.theme().palette();
    double start = list ? LABEL : 0;
    double across = list ? width - NUMBER - LABEL : height;
    double middle = start + across / 2;
    g.setFill(palette.color(Token.BORDER));
    g.fillRect(list ? middle : 0, list ? 0 : middle, list ? 1 : width, list ? height : 1);
    boolean written = list && step >= READABLE;
    g.setTextBaseline(VPos.CENTER);
    for (int i = 0; i < count; i++) {
      float value = values[from + i];
      double length = Math.min(1, Math.abs(value) / limit) * (across / 2 - 2);
      double low = value >= 0 == list ? middle : middle - length;
      double thick = Math.max(1, step - (step > 4 ? 2 : 0));
      boolean marked = pointed.get().isPresent() && pointed.get().getAsInt() == from + i;
      if (marked) {
        g.setFill(palette.color(Token.ACCENT_SOFT));
        g.fillRect(list ? 0 : i * step, list ? i * step : 0, list ? width : step, list ? step : height);
      }
      g.setFill(palette.color(value < 0 ? Token.GRADIENT : Token.ACCENT));
      g.fillRect(list ? low : i * step + 0.5, list ? i * step + 0.5 : low, list ? length : thick, list ? thick : length);
      if (written) {
        write(g, palette, i, value, width);
      }
    }
  }

  private void write(GraphicsContext g, Palette palette, int i, float value, double width) {
    double y = (i + 0.5) * step;
    g.setFill(palette.color(Token.MUT));
    g.setTextAlign(TextAlignment.RIGHT);
    Painting.write(g, String.valueOf(from + i + 1), LABEL - 8, y);
    g.setFill(palette.color(Token.FG));
    Painting.write(g, desk.lang().numbers().significant(value, 3), width - 4, y);
  }
}
