package studio.backprop.search.finding;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.trial.ManualDecision;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.text.Message;
import studio.backprop.train.metric.Metrics;

/** CSV of all trials of a search by number: settings, cost, scores and outcome, unrounded; missing values are empty. */
public final class TrialsCsv {
  private final SearchRecord search;
  private final Function<Message, String> say;

  /** @param say localizes a message */
  public TrialsCsv(SearchRecord search, Function<Message, String> say) {
    this.search = search;
    this.say = say;
  }

  public void writeTo(Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    csv.writeRecord(header());
    List<Integer> ranked = TrialRanking.of(search).stream().map(Trial::number).toList();
    for (Trial trial : search.trials()) {
      csv.writeRecord(cells(trial, ranked.indexOf(trial.number()) + 1));
    }
    csv.flush();
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of("trial", "rank"));
    search.settings().space().dimensions().forEach(dimension -> header.add(dimension.name()));
    header.addAll(List.of("seed", "parameters", "epochs", "epochs_allotted", "train_loss", "train_accuracy", "validation_loss",
        "validation_accuracy", "validation_mean_absolute_error", "validation_r2", "test_loss", "test_accuracy", "state", "reason",
        "failed_step", "weights_sha256"));
    return header;
  }

  /** @param rank 0 for unranked trials */
  private List<String> cells(Trial trial, int rank) {
    List<String> cells = new ArrayList<>(List.of(String.valueOf(trial.number()), rank > 0 ? String.valueOf(rank) : ""));
    List<Dimension> dimensions = search.settings().space().dimensions();
    for (int d = 0; d < dimensions.size(); d++) {
      double value = trial.values().get(d);
      cells.add(Double.isNaN(value) ? "" : dimensions.get(d).written(value));
    }
    Metrics train = trial.last().map(epoch -> epoch.train()).orElse(Metrics.NONE);
    Metrics valid = trial.last().map(epoch -> epoch.validation()).orElse(Metrics.NONE);
    Metrics test = search.best().filter(tested -> tested.trial() == trial.number() && tested.epoch() == trial.epoch())
        .map(SearchRecord.Tested::test).orElse(Metrics.NONE);
    boolean refused = trial.state() == Trial.State.REFUSED;
    cells.addAll(List.of(String.valueOf(search.settings().seed() + trial.number()), refused ? "" : String.valueOf(trial.parameters()),
        String.valueOf(trial.epoch()), String.valueOf(trial.cost()), number(train.loss()), number(train.accuracy()),
        number(valid.loss()), number(valid.accuracy()), number(valid.mae()), number(valid.r2()), number(test.loss()),
        number(test.accuracy()), trial.state().name().toLowerCase(Locale.ROOT), end(trial).map(say).orElse(""),
        trial.brokenAt() > 0 ? String.valueOf(trial.brokenAt()) : "", trial.sha256()));
    return cells;
  }

  /** Reason of its end. */
  private Optional<Message> end(Trial trial) {
    return switch (trial.state()) {
      case RUNNING -> Optional.of(Message.of("trials.end.running"));
      case STOPPED -> Optional.of(Message.of(byHand(trial) ? "trials.end.hand" : "trials.end.rung", trial.epoch()));
      case COMPLETE -> Optional.of(Message.of("trials.end.complete", trial.epoch()));
      case BROKEN, REFUSED -> trial.reason();
      case DROPPED -> Optional.of(Message.of("trials.end.dropped", trial.epoch()));
    };
  }

  private boolean byHand(Trial trial) {
    return search.orders().stream().anyMatch(order -> order.kind() == ManualDecision.Kind.STOP && order.trial() == trial.number()
        && order.epoch() == trial.epoch());
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.valueOf(value) : "";
  }
}
