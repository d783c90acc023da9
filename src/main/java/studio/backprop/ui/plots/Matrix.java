package studio.backprop.ui.plots;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Where the cells of a confusion matrix lie. Names of classes have a column and a line of their own, and the axes' titles one beside each. */
final class Matrix {
  /** A line of text. */
  static final double LINE = 18;
  /** Between a name and the cells. */
  static final double APART = 8;
  private static final double MOST_NAME = 96;
  private static final double MOST_WIDE = 76;
  private static final double MOST_HIGH = 44;

  private final List<String> names;
  private final Font font;
  private final double left;
  private final double wide;
  private final double high;

  Matrix(List<String> names, Font font, double width, double height) {
    this.names = names;
    this.font = font;
    double longest = names.stream().mapToDouble(this::widthOf).max().orElse(0);
    this.left = LINE + Math.ceil(Math.min(Math.min(MOST_NAME, width / 3), longest)) + APART;
    this.wide = Math.max(1, Math.floor(Math.min(MOST_WIDE, (width - left) / names.size())));
    this.high = Math.max(1, Math.floor(Math.min(MOST_HIGH, (height - 2 * LINE) / names.size())));
  }

  private double widthOf(String text) {
    Text measured = new Text(text);
    measured.setFont(font);
    return measured.getLayoutBounds().getWidth();
  }

  int classes() {
    return names.size();
  }

  double wide() {
    return wide;
  }

  double high() {
    return high;
  }

  double left() {
    return left;
  }

  double bottom() {
    return names.size() * high;
  }

  double x(int column) {
    return left + column * wide;
  }

  double y(int row) {
    return row * high;
  }

  /** The row at a height, which may be beyond the last. */
  int rowAt(double y) {
    return (int) Math.floor(y / high);
  }

  int columnAt(double x) {
    return (int) Math.floor((x - left) / wide);
  }

  boolean has(int row, int column) {
    return row >= 0 && column >= 0 && row < classes() && column < classes();
  }

  /** A class's name where its row begins, with dots where it is too long. */
  String nameOfRow(int row) {
    return shortened(names.get(row), left - LINE - APART);
  }

  String nameOfColumn(int column) {
    return shortened(names.get(column), wide - 4);
  }

  private String shortened(String name, double room) {
    if (widthOf(name) <= room) {
      return name;
    }
    for (int length = name.length() - 1; length > 0; length--) {
      String cut = name.substring(0, length).stripTrailing() + "…";
      if (widthOf(cut) <= room) {
        return cut;
      }
    }
    return name.substring(0, 1);
  }
}
