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

/**
 * Points of a layout as CSV, one line for each example: its part, its row there from 1, its class or value, where it lies, and its row
 * among all data. What the page saves, and what the command <code>embed</code> prints.
 */
public final class EmbeddingCsv {
  private static final List<String> AXES = List.of("x", "y", "z");

  private EmbeddingCsv() {}

  /**
   * Writes them with LF at the end of each line.
   *
   * @param data of which the examples are
   * @param layout [point][dimension], of the examples in their order; two or three dimensions
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
      throw new UncheckedIOException(e); // a text takes everything
    }
    return text.toString();
  }

  /**
   * The labels of some examples: where they are their own targets, those of the dataset that they were copied from; empty where they have
   * not one class each.
   */
  public static int[] labels(PreparedData data, List<Example> examples) {
    Dataset labelled = data.dataset().original();
    boolean one = labelled.task() == Task.CLASSES && labelled.answers() == 1;
    return !one ? new int[0] : examples.stream()
        .mapToInt(example -> (int) labelled.target(data.split().row(example.part(), example.row()))).toArray();
  }

  /** With all its digits where a float32 has too few. */
  private static String value(PreparedData data, Example example) {
    double exact = data.exactTarget(example.part(), example.row(), 0);
    return data.targetScaler().isFine(0) ? String.valueOf(exact) : String.valueOf((float) exact);
  }
}
