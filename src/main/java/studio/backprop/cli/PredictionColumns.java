package studio.backprop.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Scaler;
import studio.backprop.data.Task;
import studio.backprop.layer.Loss;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.project.PredictedClass;

/** Formats of predictions as table cells. */
interface PredictionColumns {
  /** Fraction digits of a scaled number. */
  int SCALED_DIGITS = 6;

  List<String> header();

  /** @param at offset of the example's outputs */
  List<String> cells(float[] predictions, int at);

  /**
   * @param threshold score from which the second of two classes is predicted
   * @param width outputs per example
   */
  static PredictionColumns of(PreparedData data, Loss loss, DecisionThreshold threshold, int width) {
    if (data.dataset().task() == Task.REGRESSION) {
      return new Values(data.dataset().about().targetName(), data.targetScaler());
    }
    List<String> names = data.dataset().classNames();
    double at = threshold.at(loss);
    return width == 1 ? new TwoClasses(names, loss, at)
        : new Classes(names, names.size() == 2 && at != loss.cut() ? OptionalDouble.of(at) : OptionalDouble.empty());
  }

  /** Rounds a value to the precision of the scaled number: float32 digits of the value itself would be too few far from 0. */
  static String value(double value, Scaler scaler) {
    if (!scaler.isFine(0) || !Double.isFinite(value)) {
      return String.valueOf((float) value);
    }
    int places = Math.max(0, SCALED_DIGITS - (int) Math.floor(Math.log10(scaler.unit(0))));
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
  }

  /** Regression in the target's unit. */
  record Values(String name, Scaler scaler) implements PredictionColumns {
    @Override
    public List<String> header() {
      return List.of(name);
    }

    @Override
    public List<String> cells(float[] predictions, int at) {
      return List.of(value(scaler.unscaleExactly(0, predictions[at]), scaler));
    }
  }

  /**
   * One score per class, argmax; ties go to the first class, of two classes to the second.
   *
   * @param threshold of the second of two classes, in place of argmax
   */
  record Classes(List<String> names, OptionalDouble threshold) implements PredictionColumns {
    @Override
    public List<String> header() {
      List<String> header = new ArrayList<>(List.of("prediction"));
      header.addAll(names);
      return header;
    }

    @Override
    public List<String> cells(float[] predictions, int at) {
      List<String> cells = new ArrayList<>();
      cells.add(names.get(PredictedClass.of(predictions, at, names.size(), Double.NaN, threshold)));
      for (int i = 0; i < names.size(); i++) {
        cells.add(String.valueOf(predictions[at + i]));
      }
      return cells;
    }
  }

  /**
   * One output for two classes: probability of the second, or the margin for hinge loss.
   *
   * @param threshold from which the second is predicted
   */
  record TwoClasses(List<String> names, Loss loss, double threshold) implements PredictionColumns {
    @Override
    public List<String> header() {
      return isProbability() ? List.of("prediction", names.get(0), names.get(1)) : List.of("prediction", "score");
    }

    @Override
    public List<String> cells(float[] predictions, int at) {
      float number = predictions[at];
      String name = names.get(PredictedClass.of(predictions, at, 1, threshold, OptionalDouble.empty()));
      return isProbability()
          ? List.of(name, String.valueOf(1 - number), String.valueOf(number))
          : List.of(name, String.valueOf(number));
    }

    private boolean isProbability() {
      return loss == Loss.BINARY_CROSS_ENTROPY;
    }
  }
}
