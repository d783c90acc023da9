package studio.backprop.data;

import java.util.Base64;
import java.util.List;

/**
 * User-drawn, labelled image in the training part. A pixel is a byte, 255 for the dataset's largest value. Stored with the project;
 * compared by value.
 *
 * @param dataset its id
 * @param label class index
 * @param pixels row-major bytes in Base64
 */
public record KeptExample(String dataset, int label, String pixels) {
  /** Limit per project. */
  public static final int MOST = 1000;
  private static final int LARGEST = 255;

  public KeptExample {
    if (label < 0) {
      throw new IllegalArgumentException("a label is a class from 0 on, but was " + label);
    }
    Base64.getDecoder().decode(pixels); // rejects invalid Base64
  }

  /** @param picture in original units */
  public static KeptExample of(Dataset dataset, float[] picture, int label) {
    byte[] bytes = new byte[picture.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.max(0, Math.min(LARGEST, Math.round(picture[i] * LARGEST / dataset.about().largestPixel())));
    }
    return new KeptExample(dataset.name(), label, Base64.getEncoder().encodeToString(bytes));
  }

  static List<KeptExample> of(String dataset, List<KeptExample> all) {
    return all.stream().filter(one -> one.dataset.equals(dataset)).toList();
  }

  /** Pixels from 0 to 1, row-major. */
  public float[] shades() {
    byte[] bytes = Base64.getDecoder().decode(pixels);
    float[] shades = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      shades[i] = (bytes[i] & LARGEST) / (float) LARGEST;
    }
    return shades;
  }

  /** Appends examples to a dataset. @throws DataProblem if one has another size, or an unknown class */
  static Dataset addTo(Dataset dataset, List<KeptExample> kept) throws DataProblem {
    int width = dataset.width();
    float[] inputs = new float[kept.size() * width];
    float[] labels = new float[kept.size()];
    for (int k = 0; k < labels.length; k++) {
      float[] shades = kept.get(k).shades();
      if (!dataset.takesKept() || shades.length != width) {
        throw DataProblem.of("data.problem.kept-size", k + 1, shades.length, dataset.name(), width);
      }
      if (kept.get(k).label >= dataset.classNames().size()) {
        throw DataProblem.of("data.problem.kept-label", k + 1, kept.get(k).label, dataset.name(), dataset.classNames().size() - 1);
      }
      for (int i = 0; i < width; i++) {
        inputs[k * width + i] = shades[i] * dataset.about().largestPixel();
      }
      labels[k] = kept.get(k).label;
    }
    return kept.isEmpty() ? dataset : dataset.with(inputs, labels);
  }
}
