package studio.backprop.data;

import java.util.List;

/** User-drawn points of the settings, in order; without known modes. */
record OwnPoints() implements DatasetInfo.Source {
  private static final List<Feature> FEATURES = List.of(Feature.number("x"), Feature.number("y"));

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem {
    float[] places = settings.drawn().places();
    int rows = places.length / 2;
    if (rows < DrawnPoints.LEAST) {
      throw DataProblem.of("data.problem.drawn", DrawnPoints.LEAST, rows);
    }
    progress.step(rows, rows);
    return new Dataset(
        new Dataset.Description(info.id(), info.inputShape(), info.task(), FEATURES, "class", List.of("0"), 0, 0, List.of()), places,
        new float[rows]);
  }

  @Override
  public boolean isDrawn() {
    return true;
  }
}
