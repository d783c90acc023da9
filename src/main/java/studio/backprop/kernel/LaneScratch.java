package studio.backprop.kernel;

/** Scratch memory shared by the convolutions of a thread, valid during one pass. */
final class LaneScratch {
  private float[] result = new float[0];
  private float[] images = new float[0];
  private float[] passed = new float[0];
  private float[] widened = new float[0];
  private float[] near = new float[0];

  /** For one block of results. */
  float[] result(int length) {
    if (result.length < length) {
      result = new float[length];
    }
    return result;
  }

  /** For a batch of padded images. */
  float[] images(int length) {
    if (images.length < length) {
      images = new float[length];
    }
    return images;
  }

  /** For the gradients of a batch after the ReLU. */
  float[] passed(int length) {
    if (passed.length < length) {
      passed = new float[length];
    }
    return passed;
  }

  /** For one block of images with padded rows. */
  float[] widened(int length) {
    if (widened.length < length) {
      widened = new float[length];
    }
    return widened;
  }

  /** For the gradients that weight-gradient tiles read repeatedly. */
  float[] near(int length) {
    if (near.length < length) {
      near = new float[length];
    }
    return near;
  }
}
