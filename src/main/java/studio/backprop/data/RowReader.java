package studio.backprop.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.text.Message;

/**
 * Encodes new rows as a network's inputs. Unknown categories have a one-hot encoding of zeros; rows with missing cells, or with text in a
 * numeric column, are skipped. Errors affect single rows only.
 */
final class RowReader {
  /** Wider tables are images, whose pixels have no units. */
  private static final int MOST_RECOGNIZED = 500;

  private final TableData table;
  private final List<Feature> features;
  private final int[] columns;
  private final Map<String, Set<String>> known;
  private final Map<String, List<Long>> noNumber = new LinkedHashMap<>();
  private final Map<String, List<Long>> otherUnit = new LinkedHashMap<>();
  private final Map<String, List<Long>> unknown = new LinkedHashMap<>();
  private final Map<String, String> unknownWord = new LinkedHashMap<>();
  private final Map<String, Integer> filled = new LinkedHashMap<>();
  private final Map<String, Integer> empty = new LinkedHashMap<>();

  /** @param before notation of the columns in the training data */
  RowReader(TableData asWritten, List<Feature> features, Map<String, WrittenForm> before) throws DataProblem {
    this.features = features;
    this.columns = new int[features.size()];
    for (int f = 0; f < columns.length; f++) {
      columns[f] = TableEncoder.index(asWritten, features.get(f).column());
    }
    int[] numbers = IntStream.range(0, columns.length).filter(f -> features.get(f).isNumber()).map(f -> columns[f]).toArray();
    boolean pictures = numbers.length > MOST_RECOGNIZED;
    this.table = pictures ? asWritten : Recognized.columns(asWritten, column -> Arrays.stream(numbers)
        .anyMatch(number -> number == column), before);
    this.known = features.stream().filter(feature -> !feature.isNumber())
        .collect(Collectors.groupingBy(Feature::column, LinkedHashMap::new, Collectors.mapping(Feature::word, Collectors.toSet())));
  }

  NewRows read() {
    float[] inputs = new float[Math.multiplyExact(table.rows(), features.size())];
    int count = 0;
    Map<Long, Integer> byLine = new TreeMap<>();
    table.skipped().forEach(line -> byLine.put(line, -1));
    for (int row = 0; row < table.rows(); row++) {
      boolean read = read(row, inputs, count * features.size());
      byLine.put(table.line(row), read ? count++ : -1);
    }
    int[] places = byLine.values().stream().mapToInt(place -> place).toArray();
    return new NewRows(Arrays.copyOf(inputs, count * features.size()), places, notes());
  }

  /** @return whether the row is valid */
  private boolean read(int row, float[] inputs, int at) {
    for (int f = 0; f < columns.length; f++) {
      String cell = table.cell(row, columns[f]);
      Feature feature = features.get(f);
      Optional<Float> input = feature.isNumber() ? number(feature, cell) : Optional.of(cell.equals(feature.word()) ? 1f : 0f);
      if (input.isEmpty()) {
        boolean hasUnit = Amounts.read(cell).filter(amount -> !written(feature.column()).allows(amount.unit())).isPresent();
        (hasUnit ? otherUnit : noNumber).computeIfAbsent(feature.column(), column -> new ArrayList<>()).add(table.line(row));
        return false;
      }
      inputs[at + f] = input.get();
    }
    count(row);
    return true;
  }

  /** NaN for an empty cell; empty where it is no number. */
  private Optional<Float> number(Feature feature, String cell) {
    if (cell.isEmpty()) {
      return Optional.of(Float.NaN);
    }
    WrittenForm written = written(feature.column());
    Optional<Float> number = WrittenNumbers.parse(cell, feature.origin())
        .or(() -> Amounts.read(cell, written.decimalComma() || Amounts.isDecimalComma(cell)).filter(amount -> written.allows(amount.unit()))
            .flatMap(amount -> WrittenNumbers.parse(amount.number(), feature.origin())));
    return number.filter(Float::isFinite);
  }

  private WrittenForm written(String column) {
    return table.written().getOrDefault(column, WrittenForm.PLAIN);
  }

  /** Counts the notes of a valid row. */
  private void count(int row) {
    for (int f = 0; f < columns.length; f++) {
      if (features.get(f).isNumber() && table.cell(row, columns[f]).isEmpty()) {
        filled.merge(features.get(f).column(), 1, Integer::sum);
      }
    }
    known.forEach((column, words) -> {
      String cell = table.cell(row, table.column(column).orElseThrow());
      if (cell.isEmpty()) {
        empty.merge(column, 1, Integer::sum);
      } else if (!words.contains(cell)) {
        unknown.computeIfAbsent(column, name -> new ArrayList<>()).add(table.line(row));
        unknownWord.putIfAbsent(column, cell);
      }
    });
  }

  private List<Message> notes() {
    List<Message> notes = new ArrayList<>();
    if (!table.skipped().isEmpty()) {
      notes.add(Message.of("data.note.not-predicted", table.skipped().size(), table.columns().size(), Lines.named(table.skipped())));
    }
    table.notes().stream().filter(note -> !note.key().equals("data.note.rows-skipped")).forEach(notes::add);
    noNumber.forEach((column, lines) -> notes.add(Message.of("data.note.no-number", lines.size(), column, Lines.named(lines))));
    otherUnit.forEach((column, lines) ->
        notes.add(Message.of("data.note.other-unit", lines.size(), column, written(column).unit(), Lines.named(lines))));
    unknown.forEach((column, lines) ->
        notes.add(Message.of("data.note.unknown-word", lines.size(), column, unknownWord.get(column), Lines.named(lines))));
    filled.forEach((column, count) -> notes.add(Message.of("data.note.filled", count, column)));
    empty.forEach((column, count) -> notes.add(Message.of("data.note.word-missing", count, column)));
    return notes;
  }
}
