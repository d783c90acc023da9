package studio.backprop.cli;

import java.util.ArrayList;
import java.util.List;

/** Text table with aligned columns. CJK characters count as two columns. */
final class Table {
  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();

  Table(String... heads) {
    row(heads);
  }

  void row(String... cells) {
    rows.add(cells);
  }

  List<String> lines() {
    int[] widths = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], width(row[i]));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      line.append(row[i]).append(" ".repeat(widths[i] - width(row[i]))).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  static int width(String text) {
    return text.codePoints().map(c -> Character.isIdeographic(c) || c >= 0x3000 && c < 0x3040 || c >= 0xFF00 && c < 0xFF61 ? 2 : 1).sum();
  }
}
