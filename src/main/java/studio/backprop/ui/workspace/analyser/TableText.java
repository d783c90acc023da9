package studio.backprop.ui.workspace.analyser;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.ui.kit.Lang;

/** Layer table as delimited text; cells that contain the separator are quoted as in RFC 4180. */
final class TableText {
  private TableText() {}

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
