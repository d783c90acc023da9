package studio.backprop.ui.judge.evaluate.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.DataSlice;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.evaluate.ModelEvaluation;
import studio.backprop.project.Project;
import studio.backprop.train.record.Adjustment;
import studio.backprop.train.record.EpochRecord;

/**
 * Content of an evaluation report.
 *
 * @param name of the project
 * @param project in which the weights were trained, with the settings of its first step and the current threshold
 * @param adjustments of the user up to these weights, without later ones
 * @param data of the training
 * @param part that is evaluated
 * @param step of the weights
 * @param weights SHA-256 of the weights
 * @param judgement of the part, at the reported threshold
 * @param figures with their intervals
 * @param epochs complete by then, without later ones; empty where unknown
 * @param slices that were shown
 * @param testViews number of views of the test data
 * @param date of the report
 */
public record MetricsReport(
    String name, Project project, List<Adjustment> adjustments, PreparedData data, Part part, long step, String weights,
    ModelEvaluation judgement, List<MetricEstimate> figures, List<EpochRecord> epochs, ReportSlices slices, int testViews, LocalDate date) {
  public MetricsReport {
    long last = step;
    adjustments = adjustments.stream().filter(change -> change.step() < last).toList();
    epochs = epochs.stream().filter(epoch -> epoch.step() <= last).toList();
  }

  /**
   * Slices of the part by one column, or two.
   *
   * @param columns their names; empty where no slices were shown
   * @param rows the slices shown
   * @param whole the figure over all examples
   */
  public record ReportSlices(List<String> columns, List<ReportSlice> rows, double whole) {
    public static final ReportSlices NONE = new ReportSlices(List.of(), List.of(), Double.NaN);
  }

  public record ReportSlice(DataSlice slice, Optional<DataSlice> second, MetricEstimate main, boolean differs) {
  }
}
