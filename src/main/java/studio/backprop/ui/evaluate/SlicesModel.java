package studio.backprop.ui.evaluate;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.DataSlices;
import studio.backprop.evaluate.Judgement;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.ui.kit.Pulse;

/** By which column the part is cut into slices, and how good the network is in each. They are cut beside the screen. */
final class SlicesModel implements AutoCloseable {
  /** Of fewer examples resamples know too little of how much they differ. */
  private static final int LEAST = 5;

  private final ObjectProperty<Optional<String>> column = new SimpleObjectProperty<>(this, "column", Optional.empty());
  private final ReadOnlyObjectWrapper<List<SliceRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
  private final SideWork work;
  private Optional<Evaluation> shown = Optional.empty();
  private double threshold;
  private boolean resampled;

  SlicesModel(Pulse pulse) {
    work = new SideWork(pulse, "metrics-slices");
    column.subscribe((before, now) -> cut());
  }

  ObjectProperty<Optional<String>> columnProperty() {
    return column;
  }

  ReadOnlyObjectProperty<List<SliceRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Other data have other columns: the first of them is chosen. */
  void choose(Optional<PreparedData> data) {
    column.set(data.flatMap(now -> DataSlices.columns(now).stream().findFirst()));
  }

  /** @param drawn whether intervals are drawn by resamples, too, which takes a while */
  void show(Evaluation now, double at, boolean drawn) {
    shown = Optional.of(now);
    resampled = drawn;
    threshold = at;
    cut();
  }

  /** Whether they have, or will have, intervals by resamples. */
  boolean areDrawn() {
    return resampled;
  }

  /** The threshold has moved. */
  void follow(double at) {
    threshold = at;
    double whole = rows.get().isEmpty() ? Double.NaN : whole(shown.orElseThrow());
    rows.set(rows.get().stream().map(row -> row.at(at, whole)).toList());
  }

  /** The main figure of all examples at the threshold. */
  private double whole(Evaluation now) {
    Judgement all = now.at(threshold);
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
    work.ask(stop -> DataSlices.of(now.data(), now.part(), by).stream().map(slice -> {
      Judgement among = now.judgement().among(slice.examples());
      boolean drawn = draws && slice.examples().length >= LEAST;
      return SliceRow.of(slice, among, drawn ? among.figures(Interval.RESAMPLES, stop) : among.figures(), whole);
    }).toList(), cut -> {
      double all = whole(now);
      rows.set(cut.stream().map(row -> row.at(threshold, all)).toList());
    });
  }

  @Override
  public void close() {
    work.close();
  }
}
