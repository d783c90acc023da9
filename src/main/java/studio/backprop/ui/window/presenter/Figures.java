package studio.backprop.ui.window.presenter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.data.Task;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.EpisodeCurves;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.workspace.run.RunModel;

/** Progress and main metrics of the training as large numbers, stacked or in a line. */
final class Figures extends StackPane {
  private static final int RETURN_DIGITS = 4;

  private final List<HBox> pairs = new ArrayList<>();
  private final RunModel run;
  private final Lang lang;
  private final Label epoch;
  private final Label step;
  private final Label loss;
  private final Label right;
  private final Label epochName = new Label();
  private final Label stepName = new Label();
  private final Label lossName = new Label();
  private final Label rightName = new Label();

  Figures(RunModel run, Lang lang) {
    this.run = run;
    this.lang = lang;
    getStyleClass().add("figures");
    epoch = pair(epochName);
    step = pair(stepName);
    loss = pair(lossName);
    right = pair(rightName);
    stack(false);
    run.frameProperty().subscribe(this::refresh);
    sceneProperty().subscribe(scene -> refresh());
    Sight.shown(this).subscribe(shown -> refresh());
    run.projectProperty().subscribe(this::refresh);
    run.runProperty().subscribe(this::refresh);
    lang.textsProperty().subscribe(this::refresh);
  }

  /** @param upright stacked; in a line the step is omitted beside the epoch */
  void stack(boolean upright) {
    List<HBox> shown = upright ? pairs : List.of(pairs.get(0), pairs.get(2), pairs.get(3));
    getChildren().setAll(upright ? new VBox() : new HBox());
    ((Pane) getChildren().get(0)).getChildren().setAll(shown);
  }

  private Label pair(Label name) {
    Label value = new Label();
    value.getStyleClass().add("strong");
    value.setMinWidth(Region.USE_PREF_SIZE);
    name.getStyleClass().add("mut");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox pair = new HBox(name, gap, value);
    pair.getStyleClass().add("pair");
    pairs.add(pair);
    return value;
  }

  private void refresh() {
    if (!Sight.of(this)) {
      return;
    }
    Numbers numbers = lang.numbers();
    long seen = run.past().stepProperty().get().orElse(Long.MAX_VALUE);
    List<EpochRecord> epochs = run.epochsSeen();
    int done = epochs.size();
    boolean acts = run.projectProperty().get() != null && run.projectProperty().get().assignment().acts();
    Optional<EpisodeCurves> episodes = run.snapshot().flatMap(Snapshot::agent).map(AgentSnapshot::episodes);
    place(numbers, done, acts, episodes);
    lossName.setText(lang.say("presenter.loss" + (run.generator().runs() ? ".discriminator" : "")));
    loss.setText(number(numbers, run.history().loss().smoothedAt(seen)));
    if (acts) {
      lossName.setText(lang.say("presenter.greedy"));
      loss.setText(episodes.filter(known -> known.looks() > 0)
          .map(known -> numbers.significant(known.look(known.looks() - 1), RETURN_DIGITS)).orElse("–"));
      rightName.setText(lang.say("presenter.return"));
      right.setText(episodes.filter(known -> known.count() > 0)
          .map(known -> numbers.significant(known.mean(known.count() - 1), RETURN_DIGITS)).orElse("–"));
      return;
    }
    if (run.generator().runs()) {
      rightName.setText(lang.say("presenter.loss.generator"));
      right.setText(run.history().otherLoss(0).map(curve -> number(numbers, curve.smoothedAt(seen))).orElse("–"));
      return;
    }
    Metrics scores = done == 0 ? Metrics.NONE : validation(shown(epochs));
    boolean classes = done == 0 ? askedForClasses() : Double.isNaN(scores.r2());
    rightName.setText(classes ? accuracyName() : lang.say("presenter.explained"));
    double share = classes ? scores.accuracy() : scores.r2();
    right.setText(Double.isNaN(share) ? "–" : classes ? numbers.share(share) : numbers.fixed(share, 3));
  }

  /** For a GAN, rounds instead of epochs, and mode coverage. */
  private void place(Numbers numbers, int epochs, boolean acts, Optional<EpisodeCurves> episodes) {
    Run now = run.runProperty().get();
    long taken = run.snapshot().map(Snapshot::step).orElse(0L);
    if (now == null || !run.generator().runs()) {
      epochName.setText(lang.say(acts ? "presenter.episode" : "presenter.epoch"));
      stepName.setText(lang.say(acts ? "presenter.update" : "presenter.step"));
      epoch.setText(acts ? episodes.map(known -> numbers.whole(known.count())).orElse("–")
          : lang.say("presenter.of", numbers.whole(epochs), numbers.whole(run.control().lastEpoch())));
      step.setText(run.snapshot().isPresent() ? numbers.whole(taken) : "–");
      return;
    }
    long rounds = (long) run.control().lastEpoch() * now.batchesPerEpoch();
    epochName.setText(lang.say("presenter.round"));
    stepName.setText(lang.say(now.data().dataset().isPoints() ? "plots.covered" : "plots.covered.classes"));
    epoch.setText(lang.say("presenter.of", numbers.whole(taken), numbers.whole(rounds)));
    step.setText(Optional.ofNullable(run.history().modes().floorEntry(taken)).map(Map.Entry::getValue)
        .map(count -> lang.say("plots.latest_covered", count.covered(), count.of())).orElse("–"));
  }

  /** Training scores use the loss's threshold; a different decision threshold is stated. */
  private String accuracyName() {
    Run now = run.runProperty().get();
    OptionalDouble own = now == null ? OptionalDouble.empty() : run.projectProperty().get().threshold().own();
    return own.isEmpty() ? lang.say("presenter.right") : now.project().cutOfLoss(now.data().dataset()).stream()
        .mapToObj(cut -> lang.say("presenter.right_at", lang.numbers().threshold(cut))).findFirst().orElse(lang.say("presenter.right"));
  }

  private boolean askedForClasses() {
    Run now = run.runProperty().get();
    return now == null || now.data().dataset().task() == Task.CLASSES;
  }

  /** Epoch of the weights: the last, or an earlier one whose weights were restored. */
  private EpochRecord shown(List<EpochRecord> epochs) {
    long step = run.shownWeights().step();
    return epochs.stream().filter(epoch -> epoch.step() == step).findFirst().orElse(epochs.get(epochs.size() - 1));
  }

  /** The training scores, without a validation set. */
  private static Metrics validation(EpochRecord record) {
    return Double.isNaN(record.validation().loss()) ? record.train() : record.validation();
  }

  private static String number(Numbers numbers, double value) {
    return Double.isNaN(value) ? "–" : numbers.significant(value, 3);
  }
}
