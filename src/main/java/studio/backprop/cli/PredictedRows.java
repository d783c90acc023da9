package studio.backprop.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writer of predictions: CSV, or one JSON object per line. */
interface PredictedRows {
  /** @param cells as many as in the header, numbers except for names; all empty without a prediction */
  void row(List<String> cells);

  void flush() throws IOException;

  /**
   * Writer with a header.
   *
   * @param named whether the first cell is a name, even if it looks like a number
   */
  static PredictedRows of(boolean json, PrintStream out, List<String> header, boolean named) {
    return json ? new JsonLines(out, header, named) : new Csv(out, header);
  }

  final class Csv implements PredictedRows {
    private final CsvWriter csv;

    Csv(PrintStream out, List<String> header) {
      csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      csv.writeRecord(header);
    }

    @Override
    public void row(List<String> cells) {
      csv.writeRecord(cells);
    }

    @Override
    public void flush() throws IOException {
      csv.flush();
    }
  }

  /**
   * JSON Lines: the first cell under its name; the scores of the classes under “scores”, to avoid clashes of names. Without a prediction
   * all members are null; a number that is not finite is null, too.
   */
  record JsonLines(PrintStream out, List<String> header, boolean named) implements PredictedRows {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public void row(List<String> cells) {
      ObjectNode object = JSON.createObjectNode();
      put(object, header.get(0), cells.get(0), named);
      if (header.size() > 1 && named && cells.get(0).isEmpty()) {
        object.putNull("scores");
      } else {
        ObjectNode rest = named && header.size() > 1 ? object.putObject("scores") : object;
        for (int i = 1; i < cells.size(); i++) {
          put(rest, header.get(i), cells.get(i), false);
        }
      }
      out.println(JSON.writeValueAsString(object));
    }

    private static void put(ObjectNode object, String name, String cell, boolean isName) {
      if (cell.isEmpty()) {
        object.putNull(name);
      } else if (isName) {
        object.put(name, cell);
      } else {
        number(object, name, cell);
      }
    }

    private static void number(ObjectNode object, String name, String cell) {
      if (cell.chars().allMatch(Character::isDigit)) {
        object.put(name, Long.parseLong(cell));
      } else if (Double.isFinite(Double.parseDouble(cell))) {
        object.put(name, Double.parseDouble(cell));
      } else {
        object.putNull(name);
      }
    }

    @Override
    public void flush() {
      out.flush();
    }
  }
}
