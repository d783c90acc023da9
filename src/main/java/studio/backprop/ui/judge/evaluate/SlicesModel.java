package studio.backprop.ui.judge.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.DataSlice;
import studio.backprop.evaluate.DataSlices;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.text.Message;
import studio.backprop.ui.judge.evaluate.report.MetricsReport.ReportSlice;
import studio.backprop.ui.judge.evaluate.report.MetricsReport.ReportSlices;
import studio.backprop.ui.kit.Pulse;

/** Slices of the part by the values of a column, with the quality of the network in each. Computed in the background. */
final class SlicesModel implements AutoCloseable {
  /** Minimum size of a slice for bootstrap intervals: fewer examples underestimate the variance. */
  private static final int LEAST = 5;
  /** Maximum number of slices shown. */
  static final int MOST = 40;

  private final ObjectProperty<Optional<String>> column = new SimpleObjectProperty<>(this, "column", Optional.empty());
  private final ObjectProperty<Optional<String>> second = new SimpleObjectProperty<>(this, "second", Optional.empty());
  private final ReadOnlyObjectWrapper<List<SliceRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
  private final EvaluationWorker work;
  private Optional<Evaluation> shown = Optional.empty();
  private double threshold;
  private boolean resampled;
  private int found;

  SlicesModel(Pulse pulse) {
    work = new EvaluationWorker(pulse, "metrics-slices");
    column.subscribe((before, now) -> {
      if (now.equals(second.get())) {
        second.set(Optional.empty());
      }
      cut();
    });
    second.subscribe((before, now) -> cut());
  }

  ObjectProperty<Optional<String>> columnProperty() {
    return column;
  }

  /** Second column crossed with the first; empty for none. */
  ObjectProperty<Optional<String>> secondProperty() {
    return second;
  }

  /** Total number of slices, of which the largest are shown. */
  int found() {
    return found;
  }

  /** Error of the last computation; empty without one. */
  ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return work.failureProperty();
  }

  ReadOnlyObjectProperty<List<SliceRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Selects the first column of other data. */
  void choose(Optional<PreparedData> data) {
    second.set(Optional.empty());
    column.set(data.flatMap(now -> DataSlices.columns(now).stream().findFirst()));
  }

  /** @param drawn whether bootstrap intervals are included, which takes a while */
  void show(Evaluation now, double at, boolean drawn) {
    shown = Optional.of(now);
    resampled = drawn;
    threshold = at;
    cut();
  }

  /** Whether bootstrap intervals are or will be included. */
  boolean areDrawn() {
    return resampled;
  }

  /** Slices of a report. */
  ReportSlices report(Evaluation now) {
    return rows.get().isEmpty() ? ReportSlices.NONE : new ReportSlices(Stream.concat(column.get().stream(), second.get().stream()).toList(),
        rows.get().stream().map(row -> new ReportSlice(row.slice(), row.second(), row.main(), row.differs())).toList(), whole(now));
  }

  /** Updates the slices to a moved threshold. */
  void follow(double at) {
    threshold = at;
    double whole = rows.get().isEmpty() ? Double.NaN : whole(shown.orElseThrow());
    rows.set(rows.get().stream().map(row -> row.at(at, whole)).toList());
  }

  /** Main figure over all examples at the threshold. */
  private double whole(Evaluation now) {
    ModelEvaluation all = now.at(threshold);
    return SliceRow.main(all, all.figures()).value();
  }

  void forget() {
    shown = Optional.empty();
    work.cancel();
    rows.set(List.of());
  }

  private void cut() {
    Optional<Evaluation> of = shown.filter(now -> column.get().filter(DataSlices.columns(now.data())::contains).isPresent());
    if (of.isEmpty()) {
      work.cancel();
      rows.set(List.of());
      return;
    }
    Evaluation now = of.get();
    String by = column.get().orElseThrow();
    double whole = whole(now);
    boolean draws = resampled && now.isRegression();
    Optional<String> also = second.get().filter(DataSlices.columns(now.data())::contains);
    work.ask(stop -> {
      List<Crossed> all = slices(now, by, also);
      List<Crossed> largest = all.stream().sorted(Comparator.comparingInt(one -> -one.first.examples().length)).limit(MOST).toList();
      return new Cut(all.size(), all.stream().filter(largest::contains).map(one -> {
        ModelEvaluation among = now.judgement().among(one.first.examples());
        boolean drawn = draws && one.first.examples().length >= LEAST;
        return SliceRow.of(one.first, one.second, among, drawn ? among.figures(Interval.RESAMPLES, stop) : among.figures(), whole);
      }).toList());
    }, cut -> {
      found = cut.found;
      double all = whole(now);
      rows.set(cut.rows.stream().map(row -> row.at(threshold, all)).toList());
    }, () -> rows.set(List.of())); // the former are of another column or of other weights
  }

  /** Slice of one column, or its intersection with one of a second. */
  private record Crossed(DataSlice first, Optional<DataSlice> second) {
  }

  /** The largest slices, and their total number. */
  private record Cut(int found, List<SliceRow> rows) {
  }

  private static List<Crossed> slices(Evaluation now, String by, Optional<String> also) {
    List<DataSlice> first = DataSlices.of(now.data(), now.part(), by);
    if (also.isEmpty()) {
      return first.stream().map(slice -> new Crossed(slice, Optional.empty())).toList();
    }
    List<DataSlice> others = DataSlices.of(now.data(), now.part(), also.get());
    return first.stream().flatMap(slice -> others.stream().map(other -> new Crossed(slice.within(other), Optional.of(other))))
        .filter(one -> one.first.examples().length > 0).toList();
  }

  @Override
  public void close() {
    work.close();
  }
}
