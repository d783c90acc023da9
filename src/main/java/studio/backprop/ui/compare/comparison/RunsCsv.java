package studio.backprop.ui.compare.comparison;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.backprop.compare.Differing;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.Adjustment;
import studio.backprop.train.record.RunRecord;

/** CSV export of the run history, in full precision; missing values stay empty. */
final class RunsCsv {
  private static final List<String> HEADER = List.of(
      "number", "run", "project", "started", "dataset", "differs", "optimizer", "learning_rate", "batch_size", "planned_epochs", "seed",
      "parameters", "steps", "epochs",
      "train_loss", "train_accuracy", "train_mean_absolute_error", "train_r2", "validation_loss", "validation_accuracy",
      "validation_mean_absolute_error",
      "validation_r2", "best_epoch", "best_loss", "seconds", "status", "reason", "changes");

  private final List<RunRow> tries;

  /** @param tries a copy: written on another thread */
  RunsCsv(List<RunRow> tries) {
    this.tries = List.copyOf(tries);
  }

  /** @param first the reference run */
  void writeTo(Writer out, Optional<RunRow> first) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    csv.writeRecord(HEADER);
    for (RunRow row : tries) {
      csv.writeRecord(cells(row, first));
    }
    csv.flush();
  }

  private static List<String> cells(RunRow row, Optional<RunRow> first) {
    RunRecord run = row.record();
    Project project = run.project();
    List<String> cells = new ArrayList<>(List.of(
        String.valueOf(row.number()), run.name().toString(), run.projectName(), run.begun().toString(), project.data().dataset(),
        differs(row, first), RunColumn.optimizer(project),
        number(project.training().rate()), String.valueOf(project.training().batch()), String.valueOf(project.training().epochs()),
        String.valueOf(project.training().seed()), String.valueOf(run.parameters()), String.valueOf(run.steps()),
        String.valueOf(run.epochsDone())));
    scores(cells, run.train());
    scores(cells, run.validation());
    cells.add(run.best().map(epoch -> String.valueOf(epoch.epoch())).orElse(""));
    cells.add(number(RunColumn.bestLoss(run)));
    cells.add(number(run.seconds()));
    cells.add(run.ending().name().toLowerCase(Locale.ROOT));
    cells.add(run.reason().map(Object::toString).orElse(""));
    cells.add(changes(row));
    return cells;
  }

  private static void scores(List<String> cells, Metrics scores) {
    cells.addAll(List.of(number(scores.loss()), number(scores.accuracy()), number(scores.mae()), number(scores.r2())));
  }

  private static String differs(RunRow row, Optional<RunRow> first) {
    return first.stream().flatMap(reference -> Differing.between(reference.record().project(), row.record().project()).stream())
        .map(one -> one.what() + "=" + one.now()).collect(Collectors.joining("; "));
  }

  /** Changes during training with their step: step 120: learning_rate=0.01. */
  private static String changes(RunRow row) {
    List<String> all = new ArrayList<>();
    TrainingSettings first = row.record().project().training();
    Adjustment before = new Adjustment(0, first.rate(), first.epochs());
    for (Adjustment now : row.record().adjustments()) {
      if (now.rate() != before.rate()) {
        all.add("step " + now.step() + ": learning_rate=" + now.rate());
      }
      if (now.epochs() != before.epochs()) {
        all.add("step " + now.step() + ": planned_epochs=" + now.epochs());
      }
      before = now;
    }
    return String.join("; ", all);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.valueOf(value);
  }
}
