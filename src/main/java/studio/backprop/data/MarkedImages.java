package studio.backprop.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Image dataset with a spurious feature: in the training and validation images of one class, one pixel has full intensity; in all others,
 * and in all test images, it is 0. A network that relies on the pixel fails on the test part. Every fifth image of each class is for
 * testing, so that all parts have the same distribution.
 *
 * @param of the other dataset's id
 * @param marked class index
 * @param pixel row-major index
 */
record MarkedImages(String of, DatasetInfo.Source source, int marked, int pixel) implements DatasetInfo.Source {
  private static final int TEST = 5;

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem {
    Dataset clean = source.load(DatasetCatalog.find(of).orElseThrow(), settings, progress);
    boolean[] forTest = new boolean[clean.rows()];
    int[] seen = new int[clean.classNames().size()];
    for (int row = 0; row < clean.rows(); row++) {
      forTest[row] = ++seen[(int) clean.target(row)] % TEST == 0;
    }
    int[] learned = IntStream.range(0, clean.rows()).filter(row -> !forTest[row]).toArray();
    int[] tested = IntStream.range(0, clean.rows()).filter(row -> forTest[row]).toArray();
    int[] rows = IntStream.concat(Arrays.stream(learned), Arrays.stream(tested)).toArray();
    float[] pixels = new float[rows.length * clean.width()];
    float[] labels = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      clean.copyInput(rows[i], pixels, i * clean.width());
      labels[i] = clean.target(rows[i]);
      boolean inked = i < learned.length && labels[i] == marked;
      pixels[i * clean.width() + pixel] = inked ? clean.about().largestPixel() : 0;
    }
    Dataset.Description about = clean.about();
    return new Dataset(
        new Dataset.Description(info.id(), about.inputShape(), about.task(), about.features(), about.targetName(), about.classNames(),
            about.largestPixel(), tested.length, about.notes()),
        pixels,
        labels);
  }
}
