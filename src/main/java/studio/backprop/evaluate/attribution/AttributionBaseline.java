package studio.backprop.evaluate.attribution;

import studio.backprop.data.PreparedData;
import studio.backprop.data.Vocabulary;

/** What an example is compared with: an input that says nothing. */
public enum AttributionBaseline {
  /** Empty pixels, or padding in place of each token. */
  ZERO,
  /** The mean of the training examples. */
  MEAN,
  /** The image itself, blurred: how bright it is where, without its strokes. */
  BLURRED;

  /** Pixels on each side of one that are averaged, twice. */
  private static final int BLUR = 3;

  /** The usual one: zeros for images and texts, the mean for measures, whose zero may lie far outside the data. */
  public static AttributionBaseline usual(PreparedData data) {
    return data.dataset().isImages() || !MEAN.suits(data) ? ZERO : MEAN;
  }

  /** Whether it can be made for these examples. */
  public boolean suits(PreparedData data) {
    return switch (this) {
      case ZERO -> true;
      case MEAN -> data.dataset().text().isEmpty() && data.dataset().graph().isEmpty();
      case BLURRED -> data.dataset().isImages();
    };
  }

  /** The input in place of an example, in the numbers that the network takes. */
  public float[] of(PreparedData data, float[] example) {
    return of(data, example, new InputStatistics(data));
  }

  /** @param statistics of the same data, which may know the mean already */
  public float[] of(PreparedData data, float[] example, InputStatistics statistics) {
    return switch (this) {
      case ZERO -> zeros(data, example.length);
      case MEAN -> statistics.mean();
      case BLURRED -> blurred(data, example);
    };
  }

  private static float[] zeros(PreparedData data, int width) {
    float[] zeros = new float[width];
    boolean tokens = data.dataset().text().isPresent();
    boolean plain = data.dataset().graph().isPresent(); // a node that only fills up is all zeros as the network takes it
    for (int i = 0; i < width; i++) {
      zeros[i] = tokens ? Vocabulary.PADDING : plain ? 0 : data.inputScaler().scaleMeasured(i, 0);
    }
    return zeros;
  }

  private static float[] blurred(PreparedData data, float[] example) {
    int height = data.dataset().inputShape().size(1);
    int width = data.dataset().inputShape().size(2);
    float[] once = averaged(example, height, width);
    return averaged(once, height, width);
  }

  /** Each pixel as the mean of those around it, in its channel. */
  private static float[] averaged(float[] image, int height, int width) {
    float[] averaged = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      int channel = i / (height * width) * height * width;
      int y = i % (height * width) / width;
      int x = i % width;
      double sum = 0;
      int count = 0;
      for (int down = Math.max(0, y - BLUR); down <= Math.min(height - 1, y + BLUR); down++) {
        for (int along = Math.max(0, x - BLUR); along <= Math.min(width - 1, x + BLUR); along++) {
          sum += image[channel + down * width + along];
          count++;
        }
      }
      averaged[i] = (float) (sum / count);
    }
    return averaged;
  }
}
