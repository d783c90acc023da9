package studio.backprop.ui.judge.evaluate.fold;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.NumberRange;

/** Setting of the project that a validation curve varies, or in which a second setting differs. */
enum FoldSetting {
  RATE("training.rate", NumberRange.positive()),
  BATCH("training.batch", NumberRange.whole(1, 65_536)),
  EPOCHS("training.epochs", NumberRange.whole(1, 10_000)),
  L2("regularization.l2", new NumberRange(0, false, 10, false, 0));

  private static final double[] FACTORS = {0.1, 0.3, 1, 3, 10};
  private static final double[] COUNTS = {0.25, 0.5, 1, 2, 4};
  private static final double[] PENALTIES = {0, 1e-4, 1e-3, 1e-2, 1e-1};
  private static final int DIGITS = 6;

  private final String key;
  private final NumberRange range;

  FoldSetting(String key, NumberRange range) {
    this.key = key;
    this.range = range;
  }

  Message title() {
    return Message.of(key);
  }

  NumberRange range() {
    return range;
  }

  double of(Project project) {
    return switch (this) {
      case RATE -> project.training().rate();
      case BATCH -> project.training().batch();
      case EPOCHS -> project.training().epochs();
      case L2 -> project.training().regularization().l2();
    };
  }

  Project set(Project project, double value) {
    return project.withTraining(training -> switch (this) {
      case RATE -> training.withRate(value);
      case BATCH -> training.withBatch((int) value);
      case EPOCHS -> training.withEpochs((int) value);
      case L2 -> {
        Regularization now = training.regularization();
        yield training.withRegularization(new Regularization(now.l1(), value, now.clip(), now.limit()));
      }
    });
  }

  /** Values of a validation curve: five around the project's in a geometric series, or from none to strong. Ascending, distinct. */
  double[] tried(Project project) {
    double now = of(project);
    double[] values = switch (this) {
      case RATE -> Arrays.stream(FACTORS).map(factor -> rounded(now * factor)).toArray();
      case BATCH, EPOCHS -> Arrays.stream(COUNTS).map(factor -> Math.max(1, Math.round(now * factor))).toArray();
      case L2 -> PENALTIES.clone();
    };
    double[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = now;
    return Arrays.stream(all).filter(value -> range.min() <= value && value <= range.max()).sorted().distinct().toArray();
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
  }
}
