package studio.backprop.data;

/**
 * Another dataset's images, each with itself as its answer.
 *
 * @param of the other dataset's id
 * @param source loads it
 */
record CopiedImages(String of, DatasetInfo.Source source) implements DatasetInfo.Source {
  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem {
    DatasetInfo original = DatasetCatalog.find(of).orElseThrow();
    return source.load(original, settings, progress).copying(info.id(), "pixel");
  }
}
