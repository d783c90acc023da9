package studio.backprop.evaluate.embed;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.backprop.data.Dataset;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.observe.Example;

/** CSV of an embedding, one line per example: part, row in it (from 1), class or value, coordinates, row of the data. */
public final class EmbeddingCsv {
  private static final List<String> AXES = List.of("x", "y", "z");

  private EmbeddingCsv() {}

  /**
   * Lines end with LF.
   *
   * @param layout [example][2 or 3]
   */
  public static String write(PreparedData data, List<Example> examples, double[][] layout) {
    int[] labels = labels(data, examples);
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      List<String> head = new ArrayList<>(List.of("part", "row", labels.length > 0 ? "class" : "value"));
      head.addAll(AXES.subList(0, layout.length == 0 ? 2 : layout[0].length));
      head.add("data_row");
      csv.writeRecord(head);
      for (int i = 0; i < layout.length; i++) {
        Example example = examples.get(i);
        List<String> cells = new ArrayList<>(List.of(example.part().name().toLowerCase(Locale.ROOT), String.valueOf(example.row() + 1),
            labels.length > 0 ? data.dataset().original().classNames().get(labels[i]) : value(data, example)));
        for (double coordinate : layout[i]) {
          cells.add(String.valueOf((float) coordinate));
        }
        cells.add(String.valueOf(data.split().row(example.part(), example.row()) + 1));
        csv.writeRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // cannot happen in memory
    }
    return text.toString();
  }

  /** Class of each example, or of its source in reconstruction; empty without one class each. */
  public static int[] labels(PreparedData data, List<Example> examples) {
    Dataset labelled = data.dataset().original();
    boolean one = labelled.task() == Task.CLASSES && labelled.answers() == 1;
    return !one ? new int[0] : examples.stream()
        .mapToInt(example -> (int) labelled.target(data.split().row(example.part(), example.row()))).toArray();
  }

  /** In full precision, beyond float. */
  private static String value(PreparedData data, Example example) {
    double exact = data.exactTarget(example.part(), example.row(), 0);
    return data.targetScaler().isFine(0) ? String.valueOf(exact) : String.valueOf((float) exact);
  }
}
