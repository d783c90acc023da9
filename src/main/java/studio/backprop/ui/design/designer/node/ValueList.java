package studio.backprop.ui.design.designer.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.HeatMap;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Scale;

/** Row of a table: a few values with their names; of many, cells only. */
final class ValueList extends Region implements UnitPlaces {
  static final int MAX_NAMED = 5;
  private static final double LINE = 17;
  private static final int MAX_LETTERS = 7;

  private final List<String> labels;
  private final List<Text> names = new ArrayList<>();
  private final List<Text> numbers = new ArrayList<>();
  private final int width;
  private final int height;
  private final Tint tint = new Tint(this);
  private HeatMap cells;
  /** Attributions over the cells. */
  private HeatMap tinted;

  ValueList(List<String> labels, int width, double height) {
    this.labels = labels;
    this.width = width;
    this.height = (int) height;
    setMouseTransparent(true);
  }

  void show(float[] values, DoubleFunction<String> writing, Palette palette) {
    if (values.length > MAX_NAMED) {
      showCells(values, palette);
      return;
    }
    while (names.size() < values.length) {
      int at = names.size();
      names.add(text(at < labels.size() ? shortened(labels.get(at)) : "x" + Numbers.lowered(at + 1), "bar-name"));
      numbers.add(text("", "norm-number"));
    }
    for (int i = 0; i < values.length; i++) {
      numbers.get(i).setText(Float.isNaN(values[i]) ? "–" : writing.apply(values[i]));
    }
    requestLayout();
  }

  /** Colours the values; empty values remove the colours. */
  void tint(float[] values, float largest, Scale scale) {
    if (cells == null) {
      if (tint.getParent() == null) {
        getChildren().add(tint);
      }
      tint.show(values, largest, scale);
      return;
    }
    if (tinted == null) {
      tinted = new HeatMap(cells.tiles());
      getChildren().add(tinted);
    }
    tinted.setVisible(values.length > 0);
    if (values.length > 0) {
      tinted.scaleProperty().set(scale);
      tinted.show(values, 0, Math.min(values.length, cells.tiles().across() * cells.tiles().down()), 1, 1, largest);
    }
    requestLayout();
  }

  /** Hides the text when zoomed out. */
  void simplify(boolean simple) {
    setOpacity(simple && cells == null ? 0 : 1);
  }

  private static String shortened(String name) {
    return name.length() > MAX_LETTERS ? name.substring(0, MAX_LETTERS - 1) + "…" : name;
  }

  private Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    text.setManaged(false);
    getChildren().add(text);
    return text;
  }

  private void showCells(float[] values, Palette palette) {
    OutputTiles tiles = OutputTiles.of(Shape.of(values.length), width, height);
    if (cells == null) {
      cells = new HeatMap(tiles.tiles());
      getChildren().add(cells);
    }
    cells.scaleProperty().set(palette.signed());
    cells.show(values, 0, tiles.maps(), 1, 1, new Extent().largest(values));
    requestLayout();
  }

  @Override
  public int unitAt(double x, double y) {
    int at = (int) Math.floor((y - top()) / LINE);
    return at >= 0 && at < names.size() ? at : -1;
  }

  @Override
  public Optional<Box> placeOf(int unit) {
    return unit < names.size() ? Optional.of(new Box(0, top() + unit * LINE, getWidth(), LINE)) : Optional.empty();
  }

  private double top() {
    return (getHeight() - names.size() * LINE) / 2;
  }

  @Override
  protected void layoutChildren() {
    double top = top();
    for (int i = 0; i < names.size(); i++) {
      names.get(i).relocate(0, top + i * LINE);
      double numberWidth = numbers.get(i).getLayoutBounds().getWidth();
      numbers.get(i).relocate(Math.rint(getWidth() - numberWidth), top + i * LINE);
    }
    tint.lie();
    if (cells != null) {
      double x = Math.max(0, (getWidth() - cells.prefWidth(-1)) / 2);
      double y = Math.max(0, (getHeight() - cells.prefHeight(-1)) / 2);
      for (HeatMap map : tinted == null ? List.of(cells) : List.of(cells, tinted)) {
        map.resizeRelocate(Math.rint(x), Math.rint(y), cells.prefWidth(-1), cells.prefHeight(-1));
      }
    }
  }
}
