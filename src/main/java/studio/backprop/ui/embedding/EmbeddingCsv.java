package studio.backprop.ui.embedding;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.backprop.train.observe.Example;

/** The points that are shown as CSV, as the command <code>embed</code> writes them: one line for each example. */
final class EmbeddingCsv {
  private static final List<String> AXES = List.of("x", "y", "z");

  private EmbeddingCsv() {}

  static String write(EmbeddedPoints points) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      List<String> head = new ArrayList<>(List.of("part", "row", points.hasLabels() ? "class" : "value"));
      head.addAll(AXES.subList(0, points.choice().dimensions()));
      csv.writeRecord(head);
      for (int i = 0; i < points.size(); i++) {
        Example example = points.example(i);
        List<String> cells = new ArrayList<>(List.of(example.part().name().toLowerCase(Locale.ROOT), String.valueOf(example.row() + 1),
            points.hasLabels() ? points.labelled().classNames().get(points.labels()[i])
                : String.valueOf(points.data().rawTarget(example.part(), example.row()))));
        for (double coordinate : points.layout()[i]) {
          cells.add(String.valueOf((float) coordinate));
        }
        csv.writeRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text takes everything
    }
    return text.toString();
  }
}
