package studio.backprop.data;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import studio.backprop.environment.Environment;
import studio.backprop.environment.GridMap;
import studio.backprop.tensor.Seeds;

/** Observations sampled over the state space of an environment. Targets are unknown: NaN. */
record EnvironmentStates(Environment usual) implements DatasetInfo.Source {
  @Override
  public boolean isGenerated() {
    return true;
  }

  @Override
  public boolean isNoisy() {
    return false;
  }

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) {
    Environment environment = settings.map().<Environment>map(GridMap::grid).orElse(usual);
    SplittableRandom random = new Seeds(settings.seed()).source("states");
    int width = environment.observed().size();
    int rows = settings.points();
    float[] inputs = new float[rows * width];
    double[] state = new double[environment.stateSize()];
    for (int row = 0; row < rows; row++) {
      environment.anywhere(random, state);
      environment.observe(state, inputs, row * width);
    }
    float[] targets = new float[rows * environment.actions().size()];
    Arrays.fill(targets, Float.NaN);
    progress.step(rows, rows);
    List<Feature> features = IntStream.range(0, width).mapToObj(place -> Feature.number(name(environment, place))).toList();
    return new Dataset(
        new Dataset.Description(info.id(), info.inputShape(), Task.REGRESSION, features, "value", List.of(), 0, info.answers(), 0, 0,
            Content.MEASURES, List.of()),
        inputs, targets);
  }

  /** Appends the index where all variables have the same name, such as the squares of a grid. */
  private static String name(Environment environment, int place) {
    String name = environment.observed().get(place).name().replace('_', ' ');
    boolean alike = environment.observed().size() > 1 && environment.observed().get(0).equals(environment.observed().get(1));
    return alike ? name + " " + place : name;
  }
}
