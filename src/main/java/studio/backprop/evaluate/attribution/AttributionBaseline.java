package studio.backprop.evaluate.attribution;

import studio.backprop.data.PreparedData;
import studio.backprop.data.Vocabulary;

/** Baseline input of attribution methods. */
public enum AttributionBaseline {
  /** Zero pixels, or padding tokens. */
  ZERO,
  /** Mean of the training examples. */
  MEAN,
  /** Blurred image. */
  BLURRED;

  /** Radius of the box filter in pixels; applied twice. */
  private static final int BLUR = 3;

  /** Default: zeros for images and texts; the mean for tables, whose zero may lie far outside the data. */
  public static AttributionBaseline usual(PreparedData data) {
    return data.dataset().isImages() || !MEAN.suits(data) ? ZERO : MEAN;
  }

  /** Whether it is defined for these data. */
  public boolean suits(PreparedData data) {
    return switch (this) {
      case ZERO -> true;
      case MEAN -> data.dataset().text().isEmpty() && data.dataset().graph().isEmpty();
      case BLURRED -> data.dataset().isImages();
    };
  }

  /** Baseline of an example, scaled. */
  public float[] of(PreparedData data, float[] example) {
    return of(data, example, new InputStatistics(data));
  }

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
    boolean plain = data.dataset().graph().isPresent(); // padding nodes are zero after scaling
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

  /** Box filter per channel. */
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
