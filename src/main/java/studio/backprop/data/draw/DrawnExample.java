package studio.backprop.data.draw;

import java.util.Arrays;
import java.util.Optional;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.data.Task;

/** An image drawn by the user, in the format of the training images. Compared by identity: a redrawn image is a new one even if equal. */
public final class DrawnExample {
  public static final int UNKNOWN = -1;

  private final String dataset;
  private final float[] picture;
  private final int label;
  private final Optional<EditedPicture> begun;
  private final Optional<float[]> noise;

  /**
   * @param data training data whose format it has
   * @param picture in original units
   * @param label intended class, or {@link #UNKNOWN}
   */
  public DrawnExample(PreparedData data, float[] picture, int label) {
    this(data, picture, label, Optional.empty(), Optional.empty());
  }

  /** Edited example of the dataset. @param label intended class, or {@link #UNKNOWN} */
  public DrawnExample(PreparedData data, EditedPicture edited, int label) {
    this(data, edited.picture(), label, Optional.of(edited), Optional.empty());
  }

  private DrawnExample(PreparedData data, float[] picture, int label, Optional<EditedPicture> begun, Optional<float[]> noise) {
    if (picture.length != data.dataset().width()) {
      throw new IllegalArgumentException("a picture of " + picture.length + " numbers, but the data have " + data.dataset().width());
    }
    this.dataset = data.dataset().name();
    this.picture = picture;
    this.label = label;
    this.begun = begun;
    this.noise = noise;
  }

  public DrawnExample labelled(PreparedData data, int other) {
    return new DrawnExample(data, picture, other, begun, noise);
  }

  /** Generated example. @param z its latent vector */
  public static DrawnExample generated(PreparedData data, float[] picture, float[] z) {
    return new DrawnExample(data, picture, UNKNOWN, Optional.empty(), Optional.of(z.clone()));
  }

  /** Latent vector of a generated example; else empty. */
  public Optional<float[]> noise() {
    return noise;
  }

  /** The edited example of the dataset; empty for strokes. */
  public Optional<EditedPicture> edited() {
    return begun;
  }

  /** Whether its shape is that of these data. */
  public boolean fits(PreparedData data) {
    return data.dataset().name().equals(dataset) && data.dataset().width() == picture.length
        && (label == UNKNOWN || label < data.dataset().classNames().size());
  }

  /** Intended class, or {@link #UNKNOWN}. */
  public int label() {
    return label;
  }

  /** Copies it in original units. */
  public void copyPicture(float[] to) {
    System.arraycopy(picture, 0, to, 0, picture.length);
  }

  /** Copies the scaled network input. */
  public void copyInput(PreparedData data, float[] to) {
    copyPicture(to);
    data.inputScaler().scale(to, 0);
  }

  /** Writes the target for the loss: the class, or the image itself for an autoencoder. Unknown values are NaN and contribute no loss. */
  public void copyTarget(PreparedData data, TargetForm form, float[] to) {
    boolean itself = data.dataset().task() == Task.REGRESSION && data.dataset().answers() == picture.length;
    Arrays.fill(to, Float.NaN);
    for (int place = 0; place < to.length && itself; place++) {
      to[place] = data.targetScaler().scale(0, picture[place]);
    }
    if (label != UNKNOWN && data.dataset().answers() == 1 && data.dataset().task() == Task.CLASSES) {
      Arrays.fill(to, 0);
      to[form == TargetForm.ONE_HOT ? label : 0] = form == TargetForm.ONE_HOT ? 1 : label;
    }
  }
}
