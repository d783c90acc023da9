package studio.backprop.data;

import java.util.List;
import java.util.SplittableRandom;
import studio.backprop.data.generate.PointGenerator;
import studio.backprop.tensor.Seeds;

/** {@code sin(2π t / 25)} plus noise on each value; length and noise from the settings. */
record GeneratedSine() implements DatasetInfo.Source {
  private static final double PERIOD = 25;

  @Override
  public DatasetInfo under(DatasetInfo info, DataSettings settings) {
    return info.windows(settings.points(), settings.sequence());
  }

  @Override
  public boolean isGenerated() {
    return true;
  }

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem {
    SplittableRandom random = new Seeds(settings.seed()).source("series");
    float[] values = new float[settings.points()];
    for (int t = 0; t < values.length; t++) {
      values[t] = (float) (Math.sin(2 * Math.PI * t / PERIOD) + settings.noise() * PointGenerator.gaussian(random));
    }
    progress.step(values.length, values.length);
    return Series.counted(0, values, settings.sequence()).examples(info.id(), "value", List.of());
  }
}
