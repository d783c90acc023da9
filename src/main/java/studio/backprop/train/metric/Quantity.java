package studio.backprop.train.metric;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Named quantity of a training run: {@code batch.loss}, {@code epoch.accuracy}, {@code validation.r2}, {@code run.rate}, {@code
 * node("dense_1").weight.gradient}, {@code node("dense_1").bias.norm}.
 */
public sealed interface Quantity {
  Quantity RATE = new Rate();

  /** Empty if unknown. */
  OptionalDouble read(RunView view);

  /** Inverse of {@link #parse}. */
  String name();

  /** Examples of a metric. */
  enum Over {
    /** The last batch, before its update. */
    BATCH,
    /** The batches of the last completed epoch, each before its update. */
    EPOCH,
    /** All training examples, with the current weights. */
    TRAIN,
    /** The validation part, with the current weights. */
    VALIDATION,
    /** The test part, with the current weights. */
    TEST;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Metric over a set of examples. */
  record Score(Over over, Metric metric) implements Quantity {
    @Override
    public OptionalDouble read(RunView view) {
      return known(view.metric(over, metric));
    }

    @Override
    public String name() {
      return over.id() + "." + metric.id();
    }
  }

  /** Learning rate of the last step. */
  record Rate() implements Quantity {
    @Override
    public OptionalDouble read(RunView view) {
      return known(view.rate());
    }

    @Override
    public String name() {
      return "run.rate";
    }
  }

  /** ‖∂L/∂w‖ of a parameter in the last step. */
  record GradientNorm(String node, String parameter) implements Quantity {
    @Override
    public OptionalDouble read(RunView view) {
      return known(view.gradientNorm(node, parameter));
    }

    @Override
    public String name() {
      return of(node, parameter, "gradient");
    }
  }

  /** ‖w‖ of a parameter. */
  record WeightNorm(String node, String parameter) implements Quantity {
    @Override
    public OptionalDouble read(RunView view) {
      return known(view.weightNorm(node, parameter));
    }

    @Override
    public String name() {
      return of(node, parameter, "norm");
    }
  }

  static Quantity batch(Metric metric) {
    return new Score(Over.BATCH, metric);
  }

  static Quantity epoch(Metric metric) {
    return new Score(Over.EPOCH, metric);
  }

  /** Empty if unknown. */
  static Optional<Quantity> parse(String name) {
    if (name.equals(RATE.name())) {
      return Optional.of(RATE);
    }
    Matcher parts = OF_PARAMETER.matcher(name);
    return parts.matches() ? Optional.of(ofParameter(parts.group(1), parts.group(2), parts.group(3))) : score(name);
  }

  /** Groups: node, parameter, quantity. */
  Pattern OF_PARAMETER = Pattern.compile("node\\(\"(.+)\"\\)\\.(\\w+)\\.(gradient|norm)");

  private static Quantity ofParameter(String node, String parameter, String what) {
    return what.equals("norm") ? new WeightNorm(node, parameter) : new GradientNorm(node, parameter);
  }

  private static Optional<Quantity> score(String name) {
    return Stream.of(Over.values()).filter(over -> name.startsWith(over.id() + "."))
        .flatMap(over -> Metric.named(name.substring(over.id().length() + 1)).stream().map(metric -> (Quantity) new Score(over, metric)))
        .findFirst();
  }

  private static String of(String node, String parameter, String what) {
    return "node(\"" + node + "\")." + parameter + "." + what;
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
