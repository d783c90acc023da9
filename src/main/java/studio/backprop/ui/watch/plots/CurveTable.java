package studio.backprop.ui.watch.plots;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.metric.Quantity;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.workspace.run.RunHistory;
import studio.backprop.ui.workspace.run.StepLog;

/**
 * CSV (RFC 4180) of a run, not rounded: a row for each logged step; scores of an epoch are in the row of its last step, even if the rest of
 * that row is unknown. A snapshot, so another thread may write it.
 */
final class CurveTable {
  private final boolean classes;
  private final StepLog steps;
  private final int[] measured;
  private final List<EpochRecord> epochs;
  private final RunHistory history;

  CurveTable(RunHistory history) {
    this.history = history;
    this.classes = history.classes();
    this.steps = history.log().frozen();
    this.measured = Stream.of(Quantity.RATE, Quantity.batch(Metric.LOSS), Quantity.batch(classes ? Metric.ACCURACY : Metric.MAE))
        .mapToInt(history::column).toArray();
    this.epochs = List.copyOf(history.epochs());
  }

  void writeTo(Writer out) throws IOException {
    String measure = classes ? "accuracy" : "mean_absolute_error";
    out.write("step,epoch,learning_rate,batch_loss,batch_" + measure);
    for (String part : new String[] {"train", "validation"}) {
      out.write("," + part + "_loss," + part + "_" + measure + (classes ? "" : "," + part + "_r2"));
    }
    out.write("\r\n");
    int next = 0;
    for (int row = 0; row < steps.size(); row++) {
      long step = (long) steps.step(row);
      for (; next < epochs.size() && epochs.get(next).step() < step; next++) {
        epoch(out, epochs.get(next));
      }
      boolean ends = next < epochs.size() && epochs.get(next).step() == step;
      begin(out, step, steps.value(row, measured[0]), steps.value(row, measured[1]), steps.value(row, measured[2]));
      scores(out, ends ? epochs.get(next).train() : Metrics.NONE);
      scores(out, ends ? epochs.get(next).validation() : Metrics.NONE);
      out.write("\r\n");
      next += ends ? 1 : 0;
    }
  }

  /** Epoch whose last step is no longer logged. */
  private void epoch(Writer out, EpochRecord epoch) throws IOException {
    begin(out, epoch.step(), epoch.rate(), Double.NaN, Double.NaN);
    scores(out, epoch.train());
    scores(out, epoch.validation());
    out.write("\r\n");
  }

  private void begin(Writer out, long step, double rate, double loss, double measure) throws IOException {
    out.write(step + "," + history.epochOf(step));
    number(out, rate);
    number(out, loss);
    number(out, measure);
  }

  private void scores(Writer out, Metrics scores) throws IOException {
    number(out, scores.loss());
    number(out, classes ? scores.accuracy() : scores.mae());
    if (!classes) {
      number(out, scores.r2());
    }
  }

  /** NaN is written as an empty field. */
  private static void number(Writer out, double value) throws IOException {
    out.write(Double.isNaN(value) ? "," : "," + value);
  }
}
