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
 * What a report of an evaluation says.
 *
 * @param name of the project
 * @param project that the weights were learned in, with the settings of its first step and the threshold that is kept now
 * @param adjustments what a person changed on the way to these weights; later ones are left out
 * @param data that it has learned from
 * @param part that is judged
 * @param step after which the weights are
 * @param weights their SHA-256
 * @param judgement of the part, at the threshold that is reported
 * @param figures of it, with their intervals
 * @param epochs of the run that were complete by then, without later ones; empty where they are not known
 * @param slices that were looked at
 * @param testViews how often the test part was looked at
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
   * Groups of the part by one column, or two.
   *
   * @param columns their names; empty where no slices were looked at
   * @param rows the groups that are shown
   * @param whole the figure of all examples
   */
  public record ReportSlices(List<String> columns, List<ReportSlice> rows, double whole) {
    public static final ReportSlices NONE = new ReportSlices(List.of(), List.of(), Double.NaN);
  }

  /**
   * One group.
   *
   * @param slice of the first column, with the examples that are judged
   * @param second the slice of the second column; empty where there is none
   * @param main the main figure of it
   * @param differs whether the figure of all examples lies outside of its interval
   */
  public record ReportSlice(DataSlice slice, Optional<DataSlice> second, MetricEstimate main, boolean differs) {
  }
}
