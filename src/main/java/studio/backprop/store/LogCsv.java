package studio.backprop.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import studio.backprop.train.record.EpochRecord;

/** CSV export of the epoch log; inapplicable values are empty. */
public final class LogCsv {
  private static final String HEADER =
      "epoch,step,trainLoss,trainAccuracy,trainMae,trainR2,validationLoss,validationAccuracy,validationMae,validationR2,rate";
  private static final int COLUMNS = HEADER.split(",").length;

  private LogCsv() {}

  public static byte[] write(List<EpochRecord> epochs) {
    String lines = epochs.stream().map(LogCsv::line).collect(Collectors.joining());
    return (HEADER + "\n" + lines).getBytes(StandardCharsets.UTF_8);
  }

  private static String line(EpochRecord record) {
    String cells = DoubleStream.of(record.figures()).mapToObj(number -> Double.isNaN(number) ? "" : String.valueOf(number))
        .collect(Collectors.joining(","));
    return record.epoch() + "," + record.step() + "," + cells + "\n";
  }

  static List<EpochRecord> read(byte[] bytes) throws StoreProblem {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw damaged();
    }
    List<EpochRecord> epochs = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      epochs.add(record(line.split(",", -1)));
    }
    return epochs;
  }

  private static EpochRecord record(String[] cells) throws StoreProblem {
    if (cells.length != COLUMNS) {
      throw damaged();
    }
    try {
      double[] figures = Arrays.stream(cells).skip(2).mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell)).toArray();
      return EpochRecord.of(Integer.parseInt(cells[0]), Long.parseLong(cells[1]), figures);
    } catch (NumberFormatException e) {
      throw damaged();
    }
  }

  private static StoreProblem damaged() {
    return StoreProblem.of("store.section", Section.LOG.file());
  }
}
