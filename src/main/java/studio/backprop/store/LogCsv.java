package studio.backprop.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;

/** What each epoch brought, as a table that any spreadsheet opens. What does not apply is empty. */
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
    DoubleStream numbers =
        Stream.of(scores(record.train()), scores(record.validation()), DoubleStream.of(record.rate())).flatMapToDouble(part -> part);
    String cells = numbers.mapToObj(number -> Double.isNaN(number) ? "" : String.valueOf(number)).collect(Collectors.joining(","));
    return record.epoch() + "," + record.step() + "," + cells + "\n";
  }

  private static DoubleStream scores(Metrics scores) {
    return DoubleStream.of(scores.loss(), scores.accuracy(), scores.mae(), scores.r2());
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
      double[] n = new double[COLUMNS];
      for (int i = 2; i < COLUMNS; i++) {
        n[i] = cells[i].isEmpty() ? Double.NaN : Double.parseDouble(cells[i]);
      }
      Metrics train = new Metrics(n[2], n[3], n[4], n[5]);
      Metrics validation = new Metrics(n[6], n[7], n[8], n[9]);
      return new EpochRecord(Integer.parseInt(cells[0]), Long.parseLong(cells[1]), train, validation, n[10]);
    } catch (NumberFormatException e) {
      throw damaged();
    }
  }

  private static StoreProblem damaged() {
    return StoreProblem.of("store.section", Section.LOG.file());
  }
}
