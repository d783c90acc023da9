package studio.backprop.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import studio.backprop.data.generate.GaussianGrid;
import studio.backprop.data.generate.GaussianRing;
import studio.backprop.data.generate.PointGenerator;
import studio.backprop.tensor.Seeds;

/** Generated points; number and noise from the settings. */
record Generated(PointGenerator generator) implements DatasetInfo.Source {
  private static final List<Feature> FEATURES = List.of(Feature.number("x"), Feature.number("y"));

  @Override
  public boolean isGenerated() {
    return true;
  }

  @Override
  public boolean hasModes() {
    return generator instanceof GaussianRing || generator instanceof GaussianGrid;
  }

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) {
    SplittableRandom random = new Seeds(settings.seed()).source("points");
    int rows = settings.points();
    float[] inputs = new float[2 * rows];
    float[] targets = new float[rows];
    float[] xy = new float[2];
    for (int row = 0; row < rows; row++) {
      targets[row] = generator.draw(row, settings.noise(), random, xy);
      System.arraycopy(xy, 0, inputs, 2 * row, 2);
    }
    progress.step(rows, rows);
    boolean classes = info.task() == Task.CLASSES;
    return new Dataset(
        new Dataset.Description(
            info.id(), info.inputShape(), info.task(), FEATURES, classes ? "class" : "value",
            IntStream.range(0, info.classes()).mapToObj(String::valueOf).toList(), 0, 0, List.of()),
        inputs,
        targets);
  }
}
