package studio.backprop.ui.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import studio.backprop.network.Edit;
import studio.backprop.text.Message;
import studio.backprop.train.Project;
import studio.backprop.train.TrainingSettings;
import studio.backprop.train.optim.OptimizerCatalog;
import studio.backprop.train.optim.OptimizerType;
import studio.backprop.ui.kit.Numbers;

/** What a branch may do otherwise: each changes one thing, so that what becomes different has one cause. */
final class Variants {
  private static final double[] FACTORS = {10, 3, 1 / 3.0, 0.1};
  private static final int DIGITS = 2;

  private Variants() {}

  private static Edit<Project> change(Message name, UnaryOperator<TrainingSettings> change) {
    return new Edit<>(name, project -> project.withTraining(change));
  }

  /** Goes on as the run did: identical to the bit, until a person changes something. */
  static Edit<Project> twin() {
    return change(Message.of("branch.twin"), training -> training);
  }

  static List<Edit<Project>> rates(TrainingSettings now, Numbers numbers) {
    List<Edit<Project>> rates = new ArrayList<>();
    for (double factor : FACTORS) {
      double rate = rounded(now.rate() * factor);
      rates.add(change(Message.of("branch.rate", numbers.entry(rate)), training -> training.withRate(rate)));
    }
    return rates;
  }

  private static double rounded(double value) {
    double unit = Math.pow(10, Math.floor(Math.log10(value)) - DIGITS + 1);
    return Double.parseDouble(String.format(Locale.ROOT, "%.1e", Math.round(value / unit) * unit));
  }

  static List<Edit<Project>> batches(TrainingSettings now) {
    List<Edit<Project>> sizes = new ArrayList<>();
    for (int size : new int[] {now.batch() * 4, now.batch() * 2, now.batch() / 2, now.batch() / 4}) {
      if (size >= 1) {
        sizes.add(change(Message.of("branch.batch", size), training -> training.withBatch(size)));
      }
    }
    return sizes;
  }

  /** Every other kind of optimizer, with the rate that suits it. @param title says what a kind is called */
  static List<Edit<Project>> optimizers(TrainingSettings now, Function<Message, String> title) {
    List<Edit<Project>> kinds = new ArrayList<>();
    for (OptimizerType type : OptimizerCatalog.types()) {
      if (type != OptimizerCatalog.typeOf(now.optimizer())) {
        kinds.add(change(
            Message.of("branch.optimizer", title.apply(type.title())),
            training -> training.withOptimizer(type.fresh()).withRate(type.rate())));
      }
    }
    return kinds;
  }

  /** Another order of the examples, and other units that dropout silences. */
  static Edit<Project> order(TrainingSettings now) {
    long seed = now.seed() + 1;
    return change(Message.of("branch.order", String.valueOf(seed)), training -> training.withSeed(seed));
  }
}
