package studio.backprop.ui.judge.evaluate;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.backprop.evaluate.metric.BinaryCurve;
import studio.backprop.network.Edit;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.project.DecisionThreshold.Rule;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;

/**
 * Decision threshold of two classes, at and above which the second is predicted, and the rule that chooses it. Part of the project: each
 * change is an undoable edit.
 */
final class ThresholdModel implements ScoreThreshold, AutoCloseable {
  private static final double STEPS = 100;
  /** Step of a move; the threshold becomes a multiple of it. */
  static final double STEP = 1 / STEPS;

  private final ObjectProperty<Rule> rule = new SimpleObjectProperty<>(this, "rule", Rule.LOSS);
  private final DoubleProperty value = new SimpleDoubleProperty(this, "value", DecisionThreshold.OF_LOSS.value());
  private final DoubleProperty falsePositiveCost = new SimpleDoubleProperty(this, "falsePositiveCost", 1);
  private final DoubleProperty falseNegativeCost = new SimpleDoubleProperty(this, "falseNegativeCost", 1);
  private final DocumentModel document;
  private final Subscription subscription;
  private Evaluation shown;
  /** Whether the properties are being set from the project, not by the user. */
  private boolean following;

  ThresholdModel(DocumentModel document) {
    this.document = document;
    rule.subscribe((before, now) -> choose(now));
    value.subscribe((before, now) -> typed());
    falsePositiveCost.subscribe((before, now) -> weigh());
    falseNegativeCost.subscribe((before, now) -> weigh());
    subscription = document.projectProperty().subscribe(project -> follow());
  }

  /** Rule of the choice. */
  ObjectProperty<Rule> ruleProperty() {
    return rule;
  }

  @Override
  public DoubleProperty valueProperty() {
    return value;
  }

  double value() {
    return value.get();
  }

  /** Cost of a false positive. */
  DoubleProperty falsePositiveCostProperty() {
    return falsePositiveCost;
  }

  DoubleProperty falseNegativeCostProperty() {
    return falseNegativeCost;
  }

  /** The project's threshold. */
  DecisionThreshold kept() {
    return document.project().threshold();
  }

  /** Whether it was chosen on predictions of other weights than are shown. */
  boolean isOfOtherWeights() {
    return shown != null && kept().isOfOthersThan(shown.weights());
  }

  /** Another evaluation: the threshold stays, though another may be better for these weights. */
  void begin(Evaluation now) {
    shown = now;
    follow();
  }

  /** Chooses it by the same rule for the current weights. */
  void chooseAgain() {
    choose(rule.get());
  }

  @Override
  public void move(int steps) {
    setNear(value.get() + steps * STEP);
  }

  @Override
  public void setNear(double score) {
    set(Math.round(score * STEPS) / STEPS);
  }

  void set(double wanted) {
    value.set(Math.max(low(), Math.min(high(), wanted)));
  }

  @Override
  public void reset() {
    rule.set(Rule.LOSS);
  }

  @Override
  public void settle() {
    document.settle();
  }

  @Override
  public double low() {
    return range(true);
  }

  @Override
  public double high() {
    return range(false);
  }

  private double range(boolean least) {
    if (shown == null || shown.binary().isEmpty() || shown.binary().get().isProbability()) {
      return least ? 0 : 1;
    }
    double[] scores = shown.binary().get().curve().thresholds();
    return least ? Math.min(shown.cut(), scores[scores.length - 1]) : Math.max(shown.cut(), scores[0]);
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }

  // --- choice

  private void choose(Rule wanted) {
    if (following) {
      return;
    }
    switch (wanted) {
      case LOSS -> keep("", DecisionThreshold::ofLoss);
      case CUSTOM -> keep("", now -> now.custom(value.get()));
      case MAX_F1, COSTS -> best(wanted).ifPresentOrElse(
          best -> keep("", now -> now.chosen(wanted, best, shown.step(), shown.weights())), this::follow);
    }
  }

  /** Best threshold of the validation part, whichever part is shown; empty where that part has no positive example. */
  private Optional<Double> best(Rule by) {
    Optional<BinaryCurve> curve = Optional.ofNullable(shown).flatMap(Evaluation::validation).map(judged -> judged.curve());
    return by == Rule.MAX_F1 ? curve.flatMap(BinaryCurve::bestF1)
        : curve.filter(BinaryCurve::hasBothClasses).map(of -> of.cheapest(falsePositiveCost.get(), falseNegativeCost.get()));
  }

  private void typed() {
    if (!following) {
      boolean usual = shown != null && value.get() == shown.cut();
      keep("threshold", now -> usual ? now.ofLoss() : now.custom(value.get()));
    }
  }

  private void weigh() {
    if (!following) {
      double positive = falsePositiveCost.get();
      double negative = falseNegativeCost.get();
      Optional<Double> best = rule.get() == Rule.COSTS ? best(Rule.COSTS) : Optional.empty();
      keep("threshold-costs", now -> best.map(score -> now.chosen(Rule.COSTS, score, shown.step(), shown.weights())).orElse(now)
          .withCosts(positive, negative));
    }
  }

  /** @param merge key of edits that are one undo step; empty for a separate edit */
  private void keep(String merge, UnaryOperator<DecisionThreshold> change) {
    document.apply(new Edit<>(Message.of("metrics.edit.threshold"), merge, project -> project.withThreshold(change)));
    follow(); // also where the edit is refused
  }

  private void follow() {
    DecisionThreshold now = kept();
    following = true;
    falsePositiveCost.set(now.falsePositiveCost());
    falseNegativeCost.set(now.falseNegativeCost());
    rule.set(now.rule());
    value.set(now.rule() == Rule.LOSS && shown != null ? shown.cut() : now.value());
    following = false;
  }
}
