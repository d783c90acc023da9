package studio.backprop.ui.watch.plots;

import java.util.List;
import javafx.scene.text.Font;
import studio.backprop.ui.kit.Fonts;

/** Layout of a confusion matrix: cells, row and column names, and axis titles. */
final class Matrix {
  /** Line height. */
  static final double LINE = 18;
  /** Gap between a name and the cells. */
  static final double APART = 8;
  /** Height of slanted names, used where columns are narrow. */
  private static final double MOST_LEANING = 54;
  private static final double LEAN = Math.sqrt(0.5);
  private static final double MOST_NAME = 96;
  /** Cell height for comfortable reading and, in a large place, as a share of it. */
  private static final double MOST_HIGH = 44;
  private static final double SHARE = 0.2;
  /** Maximum ratio of width to height. */
  private static final double MOST_WIDE = 1.7;

  private final List<String> names;
  private final Font font;
  private final double left;
  private final double wide;
  private final double high;
  /** Height of the names under the cells. */
  private final double under;

  Matrix(List<String> names, Font font, double width, double height) {
    this.names = names;
    this.font = font;
    double longest = names.stream().mapToDouble(this::widthOf).max().orElse(0);
    double mostHigh = Math.max(MOST_HIGH, SHARE * height);
    this.left = LINE + Math.ceil(Math.min(Math.min(MOST_NAME, width / 3), longest)) + APART;
    this.wide = Math.max(1, Math.floor(Math.min(MOST_WIDE * mostHigh, (width - left) / names.size())));
    this.under = longest <= wide - 4 ? LINE : Math.max(LINE, Math.min(Math.min(MOST_LEANING, height / 4), longest * LEAN + LINE / 2));
    this.high = Math.max(1, Math.floor(Math.min(mostHigh, (height - under - LINE) / names.size())));
  }

  private double widthOf(String text) {
    return Fonts.width(text, font);
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

  /** Whether column names are slanted at 45°, ending under the middle of their column. */
  boolean leaning() {
    return under > LINE;
  }

  double under() {
    return under;
  }

  double x(int column) {
    return left + column * wide;
  }

  double y(int row) {
    return row * high;
  }

  /** Row at a height, possibly beyond the last. */
  int rowAt(double y) {
    return (int) Math.floor(y / high);
  }

  int columnAt(double x) {
    return (int) Math.floor((x - left) / wide);
  }

  boolean has(int row, int column) {
    return row >= 0 && column >= 0 && row < classes() && column < classes();
  }

  /** Class name of a row, truncated with an ellipsis. */
  String nameOfRow(int row) {
    return shortened(names.get(row), left - LINE - APART);
  }

  String nameOfColumn(int column) {
    return shortened(names.get(column), leaning() ? (under - LINE / 2) / LEAN : wide - 4);
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
