package studio.backprop.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import studio.backprop.data.generate.PointGenerator;
import studio.backprop.data.generate.TypedFunction;
import studio.backprop.tensor.Seeds;

/** Samples of y = f(x) plus noise, x uniform in [{@link #MIN_X}, {@link #MAX_X}], with a user-typed f. */
record GeneratedFunction() implements DatasetInfo.Source {
  static final double MIN_X = -3;
  static final double MAX_X = 3;

  @Override
  public boolean isGenerated() {
    return true;
  }

  @Override
  public boolean isTyped() {
    return true;
  }

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem {
    DoubleUnaryOperator function = read(settings.formula());
    SplittableRandom random = new Seeds(settings.seed()).source("function");
    int rows = settings.points();
    float[] inputs = new float[rows];
    float[] targets = new float[rows];
    for (int row = 0; row < rows; row++) {
      double x = MIN_X + (MAX_X - MIN_X) * random.nextDouble();
      double y = function.applyAsDouble(x) + settings.noise() * PointGenerator.gaussian(random);
      if (!Float.isFinite((float) y)) {
        throw DataProblem.of("data.formula.value", settings.formula(), x, MIN_X, MAX_X);
      }
      inputs[row] = (float) x;
      targets[row] = (float) y;
    }
    progress.step(rows, rows);
    return new Dataset(
        new Dataset.Description(
            info.id(), info.inputShape(), Task.REGRESSION, List.of(Feature.number("x")), "y", List.of(), 0, 0, List.of()),
        inputs, targets);
  }

  private static DoubleUnaryOperator read(String formula) throws DataProblem {
    try {
      return TypedFunction.of(formula);
    } catch (TypedFunction.Unreadable e) {
      throw new DataProblem(e.sentence());
    }
  }
}
