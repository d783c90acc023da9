package studio.backprop.ui.workspace.run;

import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.data.Part;
import studio.backprop.observe.predict.Replica;
import studio.backprop.op.ClassWeights;
import studio.backprop.op.LossOp;
import studio.backprop.run.Run;
import studio.backprop.train.learn.WeightedClasses;
import studio.backprop.ui.kit.Pulse;

/** Loss over all training examples before the first step, computed in the background with the class weights of the training. */
public final class FirstLoss {
  /** Not computed for more examples. */
  private static final int MOST = 20_000;

  private final RunModel run;
  private final PredictionRequests questions;
  private final ReadOnlyObjectWrapper<OptionalDouble> loss = new ReadOnlyObjectWrapper<>(this, "loss", OptionalDouble.empty());
  private boolean weighed;
  private boolean again;

  public FirstLoss(RunModel run, Pulse pulse) {
    this.run = run;
    this.questions = new PredictionRequests(run, pulse, "first-loss", 0);
    run.runProperty().subscribe(now -> loss.set(OptionalDouble.empty()));
    run.frameProperty().subscribe(frame -> follow());
  }

  /** Empty while unknown, and from the first step on. */
  public ReadOnlyObjectProperty<OptionalDouble> lossProperty() {
    return loss.getReadOnlyProperty();
  }

  /** Number of training examples; 0 for a GAN, which has no single loss. */
  public int examples() {
    Run now = run.runProperty().get();
    return now == null || !now.project().assignment().hasTargets() ? 0 : now.data().rows(Part.TRAIN);
  }

  /** Whether it is weighted by class. */
  public boolean weighs() {
    return weighed;
  }

  private record Found(double loss, boolean weighed) {
  }

  private static Found found(Replica replica, Run now) {
    ClassWeights weights = WeightedClasses.of(now.project(), now.data());
    return new Found(weights.weigh() ? weighted(replica, weights) : replica.score(Part.TRAIN, plan -> {}).loss(), weights.weigh());
  }

  /** Σ w·cost ⁄ Σ w over all labelled outputs, plus the mean of other costs. */
  private static double weighted(Replica replica, ClassWeights weights) {
    double[] sums = new double[4]; // weighted costs, weights, other costs, outputs
    replica.score(Part.TRAIN, plan -> {
      LossOp loss = plan.loss();
      for (int answer = 0; answer < loss.answers(); answer++) {
        double cost = loss.cost(answer);
        if (!Double.isNaN(cost)) {
          double weight = loss.weight(answer, weights);
          sums[0] += weight * cost;
          sums[1] += weight;
        }
      }
      sums[2] += loss.added() * loss.counted();
      sums[3] += loss.counted();
    });
    return sums[0] / sums[1] + sums[2] / sums[3];
  }

  /** Weights may be set manually before the first step. */
  private void follow() {
    boolean untrained = run.snapshot().filter(now -> now.step() == 0 && now.cursor().isEmpty() && !now.knowsLoss()).isPresent();
    again = untrained && !questions.free();
    if (!untrained) {
      loss.set(OptionalDouble.empty());
    } else if (!again && examples() > 0 && examples() <= MOST) {
      Run asked = run.runProperty().get();
      questions.ask(replica -> found(replica, asked), this::know);
    }
  }

  private void know(Found found) {
    weighed = found.weighed();
    boolean untrained = run.snapshot().filter(now -> now.step() == 0 && !now.knowsLoss()).isPresent();
    loss.set(untrained && Double.isFinite(found.loss()) ? OptionalDouble.of(found.loss()) : OptionalDouble.empty());
    if (again) {
      follow();
    }
  }
}
