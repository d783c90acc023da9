package studio.backprop.data;

/**
 * Autoencoder dataset: another dataset's images as both input and target.
 *
 * @param of the other dataset's id
 */
record CopiedImages(String of, DatasetInfo.Source source) implements DatasetInfo.Source {
  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem {
    DatasetInfo original = DatasetCatalog.find(of).orElseThrow();
    return source.load(original, settings, progress).copying(info.id(), "pixel");
  }
}
