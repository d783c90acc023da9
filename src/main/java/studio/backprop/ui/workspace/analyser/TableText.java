package studio.backprop.ui.workspace.analyser;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.ui.kit.Lang;

/** The table of layers as text for other programs: titles, then a line for each row. */
final class TableText {
  private TableText() {}

  /** @param separator between two cells; a cell that contains it is quoted, as in RFC 4180 */
  static String of(List<LayerRow> rows, String separator, Lang lang) {
    String head = line(Stream.of(LayerColumn.values()).map(column -> lang.say(column.titleKey())), separator);
    return head + "\n" + rows.stream()
        .map(row -> line(Stream.of(LayerColumn.values()).map(column -> column.text(row, lang)), separator))
        .collect(Collectors.joining("\n"));
  }

  private static String line(Stream<String> cells, String separator) {
    return cells.map(cell -> quoted(cell, separator)).collect(Collectors.joining(separator));
  }

  private static String quoted(String cell, String separator) {
    boolean needed = cell.contains(separator) || cell.contains("\"") || cell.contains("\n");
    return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }
}
