package studio.backprop.ui.judge.evaluate.column;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;
import studio.backprop.evaluate.column.ColumnReport;
import studio.backprop.text.Message;
import studio.backprop.ui.judge.evaluate.column.AskedColumns.Importances;
import studio.backprop.ui.judge.evaluate.column.AskedColumns.Looked;
import studio.backprop.ui.judge.evaluate.column.AskedColumns.Shown;
import studio.backprop.ui.judge.evaluate.column.AskedColumns.Wanted;
import studio.backprop.ui.kit.Faults;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.run.PredictionRequests;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WeightsVersion;

/**
 * Requests of importances and partial dependences from replicas of the network, in the background: whenever it pauses at another step, and
 * during training on demand only.
 */
final class FeaturesWorker implements AutoCloseable {
  private final RunModel run;
  private final FeatureChoices choices;
  private final Runnable changed;
  private final PredictionRequests questions;
  private final PredictionRequests looks;
  private final ObservableValue<Optional<Message>> failure;
  private final AskedColumns.Call asking = new AskedColumns.Call();
  private final AskedColumns.Call looking = new AskedColumns.Call();
  private Importances importances;
  private WeightsVersion importancesBy;
  private Shown shown;
  private WeightsVersion shownBy;
  private boolean wanted;
  private boolean wantedLook;

  /** @param changed notified of each result */
  FeaturesWorker(RunModel run, Pulse pulse, FeatureChoices choices, Runnable changed) {
    this.run = run;
    this.choices = choices;
    this.changed = changed;
    this.questions = new PredictionRequests(run, pulse, "features-importance", 0);
    this.looks = new PredictionRequests(run, pulse, "features-dependence", 0);
    this.failure = Faults.first(questions.failureProperty(), looks.failureProperty());
  }

  /** The last importances, possibly of an earlier step or of other settings. */
  Optional<Importances> importances() {
    return Optional.ofNullable(importances);
  }

  Optional<Shown> dependence() {
    return Optional.ofNullable(shown).filter(now -> now.looked().equals(choices.looked()));
  }

  boolean hasChosen() {
    return importances != null && importances.wanted().equals(choices.wanted());
  }

  /** Cause of the last failure; empty without one. */
  ObservableValue<Optional<Message>> failureProperty() {
    return failure;
  }

  /** Whether the importance cannot be computed with these weights. */
  boolean hasFailed() {
    return questions.hasFailed();
  }

  /** Whether the dependence cannot be computed with these weights. */
  boolean hasFailedToLook() {
    return looks.hasFailed();
  }

  /** Whether a result is on its way, although training goes on. */
  boolean isWanted() {
    return wanted || !questions.free();
  }

  private void forgive() {
    questions.forgive();
    looks.forgive();
  }

  void want() {
    forgive();
    wanted = true;
    wantedLook = true;
  }

  /** Repeats the requests with other settings. */
  void choose() {
    forgive();
    asking.off();
    looking.off();
    wanted |= importances != null && !hasChosen();
    wantedLook |= shown != null;
  }

  void forget() {
    forgive();
    asking.off();
    looking.off();
    importances = null;
    shown = null;
    wanted = false;
    wantedLook = false;
  }

  /** @param used whether all selected columns are inputs */
  void look(ColumnReport report, boolean used) {
    boolean rests = !run.playing();
    if ((!hasChosen() || run.isBehind(importancesBy)) && (rests || wanted) && questions.free()) {
      wanted = false;
      Wanted wish = choices.wanted();
      BooleanSupplier stop = asking.next();
      questions.ask(replica -> AskedColumns.importances(replica, report, wish, stop), (found, weights) -> found.ifPresent(now -> {
        importances = now;
        importancesBy = weights;
        changed.run();
      }));
    }
    List<String> selection = choices.selectionProperty().get();
    boolean stale = dependence().isEmpty() || run.isBehind(shownBy);
    if (!selection.isEmpty() && used && stale && (rests || wantedLook) && looks.free()) {
      wantedLook = false;
      Looked looked = choices.looked();
      BooleanSupplier stop = looking.next();
      looks.ask(replica -> AskedColumns.dependence(replica, looked, stop), (found, weights) -> found.ifPresent(now -> {
        shown = now;
        shownBy = weights;
        changed.run();
      }));
    }
  }

  @Override
  public void close() {
    forget();
    questions.close();
    looks.close();
  }
}
